#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Decision.h"

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// Appends the undo of a decision to the chain and takes back what it did to its item. Within a write.
Result<domain::Decision> writeUndo(storage::Connection& connection, const domain::Decision& undone,
                                   const QString& person, Timestamp now);

} // namespace moderato::usecases
