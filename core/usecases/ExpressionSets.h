#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/ReaderSession.h"

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

struct ProposalRules {
    double positiveFrom = 0.9;  ///< A larger share of readers than this makes a feature positive (S4.2),
    double negativeBelow = 0.1; ///< a smaller one negative.
    int minimumReaders = 10;
};

/// A change of a set that readers' results speak for; a person accepts or refuses it.
struct SetProposal {
    QString category = {};
    QString feature = {};
    bool positive = true;
    int readers = 0;            ///< n: sessions on items whose category a person confirmed.
    double share = 0;           ///< Of them, those that showed the feature.
    double low = 0, high = 0;   ///< Its 95 % interval (Wilson 1927).
    bool isOnOtherSide = false; ///< The set has it on the other side now.

    bool operator==(const SetProposal&) const = default;
};

/// What each category should evoke (S4.2): sets that people edit and readers' results propose, with a
/// history. Results that were matched before keep what they were matched with.
class ExpressionSets {
public:
    ExpressionSets(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    Result<std::vector<domain::ExpressionSet>> sets() const;
    Result<std::vector<domain::ExpressionSetChange>> history(const QString& category = {}) const;

    /// Replaces a category's set and writes down each change. InvalidInput: an unknown feature (the sentence
    /// lists those there are), or one on both sides; NotFound: an unknown category.
    Status edit(const domain::ExpressionSet& set, const QString& person);

    /// Sorted by category and feature. Left out: what the set says already, and what was refused until twice
    /// as many readers have been seen.
    Result<std::vector<SetProposal>> proposals(const ProposalRules& rules = {}) const;
    Status accept(const SetProposal& proposal, const QString& person);
    Status refuse(const SetProposal& proposal, const QString& person);

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
