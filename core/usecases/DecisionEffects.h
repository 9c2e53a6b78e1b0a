#pragma once

#include "core/base/Result.h"
#include "core/domain/Decision.h"

#include <optional>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What a decision that was just appended does to its item: training records, marks and flags (S4.6). Within
/// a write.
Status applyDecision(storage::Connection& connection, const domain::Decision& decision);
/// What an undo that was just appended takes back.
Status applyUndo(storage::Connection& connection, const domain::Decision& undo);

/// The item's last verdict that is not undone.
Result<std::optional<domain::Decision>> verdictOn(storage::Connection& connection, domain::ContentId content);
/// Brings an item's state and queue entry to what the decisions that hold and the open flags say.
Status refreshItem(storage::Connection& connection, domain::ContentId content);
/// Puts an item with open flags, or an open undecided one, where it belongs in the queue.
Status placeByFlags(storage::Connection& connection, domain::ContentId content);

} // namespace moderato::usecases
