#pragma once

#include "core/base/Result.h"
#include "core/domain/Decision.h"

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What a decision that was just appended does to its item: training records, marks and flags (S4.6). Within
/// a write.
Status applyDecision(storage::Connection& connection, const domain::Decision& decision);
/// What an undo that was just appended takes back.
Status applyUndo(storage::Connection& connection, const domain::Decision& undo);

} // namespace moderato::usecases
