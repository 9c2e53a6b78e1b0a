#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Flag.h"
#include "core/usecases/ExpressionEvidence.h"
#include "core/usecases/ExpressionScores.h"

#include <optional>
#include <vector>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

enum class ExpressionRule {
    Document,   ///< A share or number of results below the threshold (S4.5).
    Sequential, ///< Log-likelihood ratio with the readers' estimated reliability, and a bound on false flags.
};

/// "document", "sequential".
QString toCode(ExpressionRule rule);
std::optional<ExpressionRule> expressionRuleFromCode(QStringView code);
/// The flag's rule, which names what raised it: "expressions", "expressions_sequential".
QString flagRuleOf(ExpressionRule rule);
/// Whether an open flag of this rule suspends an item.
bool isExpressionFlag(const domain::Flag& flag);

/// Judges items by their readers' results and raises flags: the item is suspended and enters the review queue
/// until a verdict. For use within one transaction of the writer's thread.
class ExpressionFlags {
public:
    ExpressionFlags(storage::Connection& connection, Timestamp now, const ExpressionRules& rules)
        : connection_(connection)
        , now_(now)
        , rules_(rules) {}

    /// By the document's rule. → whether a flag is open now
    Result<bool> judge(domain::ContentId id);
    /// By the sequential rule: all items with readers, because the readers' reliability and the bound on
    /// false flags belong to the library. What was found is stored; flags are raised where it is told to. →
    /// items that are said not to belong
    Result<qint64> weigh(bool raise, const JobContext& context = {});
    /// After sessions were deleted: an open flag that no longer holds is taken back with all that it did, and
    /// the figures of the others, closed ones too, are those of the sessions that are left.
    Status reconsider(domain::ContentId id);
    Status reconsiderSequential();

    /// Readers' reliability as the last `weigh` estimated it.
    const Reliability& reliability() const { return reliability_; }

private:
    Result<std::vector<domain::ReaderSession>> sessionsBehind(const domain::Flag& flag);
    Status raise(const domain::Flag& flag);
    Status rewrite(domain::Flag flag, const domain::Flag& figures);
    Status withdraw(const domain::Flag& flag);
    domain::Flag flagOf(domain::ContentId id, const domain::ExpressionAggregate& found) const;
    domain::Flag flagOf(domain::ContentId id, const domain::ExpressionEvidence& found) const;

    storage::Connection& connection_;
    Timestamp now_;
    const ExpressionRules& rules_;
    Reliability reliability_;
};

} // namespace moderato::usecases
