#pragma once

#include "core/base/Result.h"
#include "core/domain/Decision.h"
#include "core/usecases/ExpressionScores.h"

#include <optional>
#include <vector>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What readers' faces say of one item.
struct ItemExpressions {
    QString category;                         ///< That it counts as belonging to; empty: none.
    std::optional<domain::ExpressionSet> set; ///< Of the category.
    domain::ExpressionAggregate aggregate;    ///< Of the sessions that count; n may be 0.
    domain::ExpressionFinding byDocument = domain::ExpressionFinding::NotEnough;
    /// By the sequential rule, where it was asked on these very sessions.
    std::optional<domain::ExpressionEvidence> evidence;
    std::vector<domain::ExpressionCurve> curves; ///< Along the item's time, where sessions have one.
};

/// The category that an item counts as belonging to: decided, given, or predicted by the version in service.
Result<QString> categoryThatHolds(storage::Connection& connection, domain::ContentId id);

/// The sessions that an item is judged by: after its last verdict (S4.6) and matched with the category that
/// it has now.
std::vector<domain::ReaderSession> sessionsThatCount(std::vector<domain::ReaderSession> sessions,
                                                     const QString& category,
                                                     const std::optional<domain::Decision>& verdict);

/// A handful of indexed reads.
Result<ItemExpressions> itemExpressions(storage::Connection& connection, domain::ContentId id,
                                        const ExpressionRules& rules = {});

} // namespace moderato::usecases
