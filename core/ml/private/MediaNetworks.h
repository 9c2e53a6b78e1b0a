#pragma once

#include "core/ml/private/Parameters.h"
#include "core/ml/tags/TagOptions.h"

#include <span>

namespace moderato::ml {

/// Frame vectors to one a video, in order (S2.1).
struct FrameFuser {
    FrameFusion fusion = FrameFusion::Mean;
    int parts = 1;

    void addParameters(Parameters& parameters, std::int64_t size, Random& random) const;
    /// [items, parts · segments, size] → [items, size]
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& frames) const;
};

/// Coefficients over time to a vector.
struct SoundNetwork {
    static constexpr int vectorSize = 128;
    static constexpr int steps = 256; ///< Of time that the convolution sees, 10 ms each with the usual shift.

    SoundEncoder encoder = SoundEncoder::Statistics;
    int coefficients = 13;

    void addParameters(Parameters& parameters, Random& random) const;
    /// What is read of a sound: [4 · coefficients] statistics, or [coefficients, steps], repeated where it is
    /// shorter, averaged where it is longer.
    std::vector<float> prepare(const SoundFrames& sound) const;
    at::Tensor batch(const std::vector<std::vector<float>>& prepared) const;
    /// Remembers mean and scale of the training's sounds, by which all are normalized.
    void measure(Parameters& parameters, std::span<const std::vector<float>> prepared) const;
    /// → [items, vectorSize]
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& batch) const;
};

/// S2.4: the vector of an item out of those of its modalities.
struct Gate {
    ModalityFusion fusion = ModalityFusion::Gated;

    static void addParameters(Parameters& parameters, std::int64_t size, Random& random);

    struct Result {
        at::Tensor vector;  ///< [items, size]
        at::Tensor weights; ///< [items, modalities]; each row sums to 1, what is missing has exactly 0.
    };
    /// `modalities` [items, modalities, size], each of length 1, so that a weight is the share it says;
    /// `present` [items, modalities] of bool, at least one a row.
    Result operator()(const Parameters& parameters, const at::Tensor& modalities,
                      const at::Tensor& present) const;
};

} // namespace moderato::ml
