#pragma once

#include "core/ml/private/Layers.h"

namespace moderato::ml {

/// A group of experts of one size (S1.9): f_i(x) of all of them at once, each one or two layers deep.
struct Experts {
    std::string name;
    std::int64_t count = 1, in = 0;
    std::int64_t hidden = 0; ///< Width of the first of two layers; 0: there is one.
    std::int64_t size = 0;

    void addParameters(Parameters& parameters, Random& random) const;
    /// x [items, in] → [items, count, size]
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& x, const Hiding& hiding) const;
};

/// How much each expert counts, by what the item is (S1.9): softmax(W x).
struct ExpertGate {
    std::string name;
    std::int64_t in = 0, experts = 0;

    void addParameters(Parameters& parameters, Random& random) const;
    /// x [items, in] → [items, experts], each row sums to 1
    at::Tensor weights(const Parameters& parameters, const at::Tensor& x) const;
    /// Σ_i weights_i · experts_i: [items, size]
    static at::Tensor mix(const at::Tensor& weights, const at::Tensor& experts);
};

/// h_k: what one task makes of what the experts say (S1.9).
struct Tower {
    std::string name;
    std::int64_t in = 0, hidden = 0;

    void addParameters(Parameters& parameters, Random& random) const;
    /// [items, in] → [items, 1], the log odds of the positive label
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& x, const Hiding& hiding) const;
};

} // namespace moderato::ml
