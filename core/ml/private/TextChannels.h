#pragma once

#include "core/ml/private/Encoder.h"
#include "core/ml/private/Layers.h"

#include <array>

namespace moderato::ml {

/// One channel each for title, body and tags, concatenated (S1.5). A channel reads the sum of its words'
/// vectors, which all channels share.
struct TextChannels {
    std::int64_t textSize = 64, channelSize = 32;

    std::int64_t size() const { return fieldCount * channelSize; }
    void addParameters(Parameters& parameters, Random& random) const;
    /// By channel the sums of n-gram vectors, [items, textSize]; a text that is missing is zeros, and so is
    /// then what its channel says → [items, size]
    at::Tensor operator()(const Parameters& parameters, const std::array<at::Tensor, fieldCount>& sums) const;
};

} // namespace moderato::ml
