#pragma once

#include "core/ml/Metrics.h"

#include <cstddef>
#include <vector>

namespace moderato::ml {

/// One pass over the training examples.
struct Round {
    int number = 0; ///< From 1.
    double loss = undefined;
    double heldOutScore =
        undefined; ///< Category: accuracy; topics: precision at 1. NaN without a held-out part.
    double satisfiedShare = undefined; ///< Share of pairs that meet the margin (S0.5); NaN for other losses.
    double lossShare = undefined;      ///< Share of triplets with a loss (S2.7); NaN for other losses.
    double seconds = 0;
};

struct TrainingReport {
    std::vector<Round> rounds;
    std::size_t examples = 0; ///< Trained on.
    std::size_t heldOut = 0;  ///< Only scored, never trained on.
    double seconds = 0;
    Metrics metrics; ///< On the held-out part, of the weights as they are saved (8 bit).
};

} // namespace moderato::ml
