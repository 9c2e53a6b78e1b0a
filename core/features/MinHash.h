#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace moderato::features {

/// A sketch of a text's shingles (five characters of the normalised text: lower case, no punctuation, one
/// space). The share of equal places estimates the Jaccard similarity of two texts' shingles.
struct MinHash {
    static constexpr int size = 128;
    std::array<std::uint32_t, size> values{};
    int shingles = 0; ///< Different ones; 0: the text is empty.

    double similarity(const MinHash& other) const; ///< 0…1
};

MinHash minHash(QStringView text);
/// Keys that two sketches of a similarity of about 0.8 and more share with high probability: 16 bands of 8.
std::vector<std::uint64_t> bands(const MinHash& sketch);

} // namespace moderato::features
