#pragma once

#include "core/ml/private/Layers.h"
#include "core/ml/quality/QualityItem.h"

#include <span>

namespace moderato::ml {

/// Layouts of a batch, padded to the longest.
struct LayoutBatch {
    at::Tensor kinds; ///< [items, units] of int64; 0: padding, 1: the item has no layout.
    at::Tensor sizes; ///< [items, units], logarithms

    static LayoutBatch of(std::span<const std::vector<LayoutUnit>* const> layouts);
};

/// The order of paragraphs and pictures (S1.8): an LSTM whose states attention weighs, and beside it a
/// convolution, concatenated.
struct StyleNetwork {
    std::int64_t layoutSize = 16;

    std::int64_t size() const { return 2 * layoutSize; }
    void addParameters(Parameters& parameters, Random& random) const;

    struct Pass {
        at::Tensor vector;    ///< [items, size]
        at::Tensor attention; ///< [items, units]; sums to 1, padding has exactly 0.
    };
    Pass operator()(const Parameters& parameters, const LayoutBatch& batch) const;
};

} // namespace moderato::ml
