#pragma once

#include "core/ml/private/ResidualNetwork.h"

#include <span>
#include <vector>

namespace moderato::ml {

/// Rows of a table of vectors, grouped: row g of `rows` lists those of group g; `there` says which places are
/// taken. What is not taken points at row 0 and counts for nothing.
struct Grouping {
    at::Tensor rows;  ///< [groups, places] of int64
    at::Tensor there; ///< [groups, places] of bool

    /// Group g has the next `sizes[g]` rows.
    static Grouping of(std::span<const std::int64_t> sizes);
    /// [rows, size] → [groups, places, size], zeros where nothing is.
    at::Tensor gather(const at::Tensor& vectors) const;
};

/// Sentences and pictures of a batch. There may be none of either.
struct ImageTextBatch {
    at::Tensor words;     ///< [words, textSize]: sums of n-gram vectors.
    Grouping sentences;   ///< Words by sentence.
    Grouping texts;       ///< Sentences by item.
    at::Tensor pictures;  ///< [pictures, 3, size, size]
    Grouping collections; ///< Pictures by item.
};

/// What sentences and pictures say of each other (S1.7): words, by attention, make sentences, which a
/// transformer reads; a convolutional network reads the pictures. The pictures weigh the sentences and the
/// sentences the pictures; both sums, concatenated, are the vector. The weights tell which of them mattered.
struct ImageTextNetwork {
    static constexpr std::int64_t heads = 2, longestText = 64;

    std::int64_t textSize = 64, imageTextSize = 32;
    int pictureSize = 64;

    std::int64_t size() const { return 2 * imageTextSize; }
    void addParameters(Parameters& parameters, Random& random) const;

    struct Pass {
        at::Tensor vector;          ///< [items, size]; a half is zeros where there is nothing to weigh.
        at::Tensor sentenceWeights; ///< [items, sentences], sum to 1 where there are any, else 0.
        at::Tensor pictureWeights;  ///< [items, pictures], likewise.
    };
    Pass operator()(const Parameters& parameters, const ImageTextBatch& batch) const;

private:
    at::Tensor readSentences(const Parameters& parameters, const ImageTextBatch& batch) const;
    at::Tensor transform(const Parameters& parameters, const at::Tensor& sentences,
                         const at::Tensor& there) const;
};

} // namespace moderato::ml
