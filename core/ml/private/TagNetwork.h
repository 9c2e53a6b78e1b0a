#pragma once

#include "core/ml/private/MediaNetworks.h"
#include "core/ml/private/ResidualNetwork.h"

#include <span>

namespace moderato::ml {

/// Sizes and kinds that a tag model is made with.
struct TagShape {
    std::array<bool, modalityCount> read{true, true, true};
    int dimensions = 128, pictureSize = 64, segments = 8, parts = 1, coefficients = 13;
    FrameFusion frameFusion = FrameFusion::Mean;
    bool temporalShift = false, tagOffsets = false;
    SoundEncoder soundEncoder = SoundEncoder::Statistics;
    ModalityFusion fusion = ModalityFusion::Gated;
    TagDistance distance = TagDistance::Cosine;
    float temperature = 0.1f;

    static TagShape of(const TagTrainingOptions& options, int coefficients);
    void store(Manifest& manifest) const;
    static Result<TagShape> restore(const Manifest& manifest);

    bool reads(Modality modality) const { return read[std::size_t(modality)]; }
    SoundNetwork sound() const { return {soundEncoder, coefficients}; }
};

using Present = std::array<bool, modalityCount>;

/// A mini-batch of items.
struct TagBatch {
    at::Tensor text;     ///< [items, dimensions]: sums of n-gram vectors; zeros where there is none.
    at::Tensor pictures; ///< [some items · frames, 3, size, size]
    at::Tensor sound;    ///< As SoundNetwork::batch.
    std::vector<std::int64_t> withPictures, withSound; ///< Which items those are.
    at::Tensor present;                                ///< [items, modalities] of bool
};

/// Frames out of items, by place: the middle ones, or with `random` drawn and (`augment`) varied.
at::Tensor picturesOf(const TagShape& shape, std::span<const Pictures* const> items, Random* random,
                      bool augment);

/// Everything between a batch and its vectors, and between words and a tag's vector (S2.4, S2.5).
struct TagNetwork {
    TagShape shape;
    Parameters parameters;

    void addParameters(std::int64_t tags, std::uint64_t seed);

    struct Pass {
        at::Tensor vector;     ///< [items, dimensions]
        at::Tensor weights;    ///< [items, modalities]
        at::Tensor modalities; ///< [items, modalities, dimensions], of length 1 or, missing, 0
    };
    Pass forward(const TagBatch& batch) const;
    /// `words` [tags, dimensions]: sums of n-gram vectors; `offsets` as many rows, or undefined.
    at::Tensor tags(const at::Tensor& words, const at::Tensor& offsets = {}) const;
    /// [items, tags]
    at::Tensor distances(const at::Tensor& vectors, const at::Tensor& tags) const;
};

at::Tensor indexTensor(std::span<const std::int64_t> indices);

} // namespace moderato::ml
