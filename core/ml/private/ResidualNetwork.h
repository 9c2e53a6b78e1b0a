#pragma once

#include "core/ml/private/Parameters.h"

namespace moderato::ml {

/// A small residual network for frames: a convolution, then four blocks of two, each halving the picture from
/// the second on; group normalization, so that a frame's vector does not depend on the others of its batch.
struct ResidualNetwork {
    static constexpr int vectorSize = 128;
    static constexpr int blocks = 4;

    int pictureSize = 64;
    bool temporalShift = false;

    static void addParameters(Parameters& parameters, Random& random);
    /// [items · frames, 3, size, size] → [items · frames, vectorSize]; the frames of an item lie together.
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& pictures,
                          std::int64_t frames) const;
};

/// TSM: of [items · frames, channels, height, width], the first eighth of the channels is taken from the
/// frame before, the second from the frame after; zeros where there is none.
at::Tensor shiftInTime(const at::Tensor& maps, std::int64_t frames);

} // namespace moderato::ml
