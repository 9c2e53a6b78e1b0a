#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace moderato::usecases {

/// How unsure a yes or no is, in bits: 1 at p = 0.5, 0 at p = 0 and 1.
double binaryEntropy(double p);

/// Entropy of probabilities, 0 (sure) to 1 (all alike); they are scaled to sum to 1.
double normalizedEntropy(std::span<const float> probabilities);

/// 1 − (best − second best): 1 where two tie, 0 where one is certain.
double marginUncertainty(std::span<const float> probabilities);

/// Rows of vectors of unit length, one after the other.
struct Vectors {
    std::span<const float> values; ///< rows × dimensions
    std::size_t dimensions = 0;

    std::size_t rows() const { return dimensions == 0 ? 0 : values.size() / dimensions; }
    std::span<const float> row(std::size_t i) const { return values.subspan(i * dimensions, dimensions); }
};

/// One choice of a batch: which row, and how far (1 − cosine, 0…2) it was from everything labelled or chosen
/// before it.
struct Pick {
    std::size_t row = 0;
    double distance = 0;
    double gain = 0; ///< weight · distance²
};

/// Greedy k-centre over content vectors (Sener and Savarese 2018), each candidate's squared distance weighted
/// by its uncertainty, in the spirit of BADGE (Ash et al. 2020): what is chosen is both unsure and unlike
/// what is labelled (`centres`) and what was chosen before it. Without weights all weigh 1: plain k-centre.
/// Without centres the first is the heaviest (of equals, the nearest to the middle). rows × picks ×
/// dimensions operations.
std::vector<Pick> farthestFirst(const Vectors& candidates, const Vectors& centres,
                                std::span<const double> weights, std::size_t picks);

} // namespace moderato::usecases
