#pragma once

#include "core/base/Result.h"
#include "core/domain/Flag.h"

#include <vector>

namespace moderato::storage {

class Connection;

class FlagRepository {
public:
    explicit FlagRepository(Connection& connection)
        : connection_(connection) {}

    /// Raises a flag; an open one of the same rule is brought up to date instead. → its id
    Result<domain::FlagId> raise(const domain::Flag& flag);
    /// A verdict closes all open flags of the item (S4.6). → how many
    Result<qint64> close(domain::ContentId content, domain::DecisionId verdict);
    /// Undo of a verdict: the flags that it closed are open again (where none of the same rule was raised
    /// since).
    Status reopen(domain::DecisionId verdict);
    /// Open ones first, then the newest first.
    Result<std::vector<domain::Flag>> of(domain::ContentId content);
    /// All of a rule, closed ones too, by item.
    Result<std::vector<domain::Flag>> ofRule(const QString& rule);
    /// Gives a flag another detail and score: what they were made of was deleted.
    Status rewrite(const domain::Flag& flag);
    Status remove(domain::FlagId id);

private:
    Connection& connection_;
};

} // namespace moderato::storage
