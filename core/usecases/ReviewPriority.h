#pragma once

#include "core/storage/ReviewQueueRepository.h"

namespace moderato::usecases {

/// When an item counts as uncertain, and how many are drawn at random.
struct ReviewRules {
    double uncertainBelow = 0.5;   ///< The likeliest category's probability.
    double uncertainMargin = 0.15; ///< Between the likeliest two.
    double disagreementFrom =
        0.5;                   ///< The probability from which the model's word counts against the source's.
    double randomShare = 0.05; ///< Of what nothing speaks against.
};

/// Where an undecided item belongs in the queue: flagged 300…399, disagreement 200…299, uncertain 100…199,
/// random sample 50, new 10. Depends on the item alone, so that the same item is in the random sample in
/// every run.
domain::ReviewItem placeInQueue(const storage::ReviewQueueRepository::Candidate& candidate,
                                const ReviewRules& rules = {});

} // namespace moderato::usecases
