#pragma once

#include "core/ml/EncoderOptions.h"

#include <cstdint>
#include <span>
#include <vector>

namespace moderato::ml {

/// The n-grams that a model knows: hash → row of its table, and how rare each is. An n-gram that is not known
/// has no row, so nothing collides with it. Immutable but for `add`.
class Vocabulary {
public:
    Vocabulary() = default;
    /// `hashes` and `idf` in row order.
    Vocabulary(std::vector<std::uint32_t> hashes, std::vector<float> idf);

    int size() const { return int(hashes_.size()); }
    int rowOf(std::uint32_t hash) const; ///< -1: unknown.
    float idf(int row) const { return idf_[std::size_t(row)]; }
    const std::vector<std::uint32_t>& hashes() const { return hashes_; }
    const std::vector<float>& idfs() const { return idf_; }
    int add(std::uint32_t hash, float idf); ///< The row, new or not.

private:
    void index();

    std::vector<std::uint32_t> hashes_;
    std::vector<float> idf_;
    std::vector<std::int32_t> slots_; ///< Open addressing, a power of two, -1: free.
};

/// N-grams of labelled texts, to choose a vocabulary from.
class VocabularyBuilder {
public:
    /// `hashes`: each n-gram of one text once.
    void add(std::span<const std::uint32_t> hashes, std::span<const int> labels);

    /// The `maximum` n-grams in at least `minimumCount` texts that raise the likelihood of the labels most,
    /// each text being judged by the others (leave one out), so that rare n-grams do not look telling by
    /// chance.
    Vocabulary build(int labels, std::size_t maximum, int minimumCount);

private:
    std::vector<std::uint64_t> pairs_; ///< hash << 32 | label
    std::size_t texts_ = 0;
};

} // namespace moderato::ml
