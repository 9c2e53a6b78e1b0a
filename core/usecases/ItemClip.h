#pragma once

#include "core/base/Result.h"
#include "core/domain/Ids.h"
#include "core/usecases/ExpressionAlignment.h"

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What the analysis knows of an item's video; nothing known where it is none or was not analysed.
Result<ExpressionClip> clipOf(storage::Connection& connection, domain::ContentId item);

} // namespace moderato::usecases
