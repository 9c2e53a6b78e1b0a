#pragma once

#include "core/ml/private/Parameters.h"
#include "core/ml/quality/QualityOptions.h"

namespace moderato::ml {

/// One loss a task, added up (S1.10): cross entropy over the items whose label is known; a task without any
/// in the batch adds nothing.
struct QualityLoss {
    LossWeights weights = LossWeights::Fixed;
    std::vector<double> taskWeights; ///< One a task.

    void addParameters(Parameters& parameters) const;

    struct Losses {
        at::Tensor total;
        at::Tensor byTask; ///< [tasks], without weights
    };
    /// All [items, tasks]; `known` is 1 where there is a label and 0 where not.
    Losses operator()(const Parameters& parameters, const at::Tensor& logits, const at::Tensor& labels,
                      const at::Tensor& known) const;
};

} // namespace moderato::ml
