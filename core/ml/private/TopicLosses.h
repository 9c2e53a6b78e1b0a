#pragma once

#include "core/base/Random.h"
#include "core/ml/private/Torch.h"
#include "core/ml/topics/Negatives.h"

#include <cstdint>
#include <string>
#include <vector>

namespace moderato::ml {

/// A loss over the relevancies of a set (mini-batch), and its gradient.
struct SetLoss {
    double loss = 0;
    at::Tensor gradient;  ///< [texts, columns]
    double satisfied = 0; ///< Pairs (or triplets) that meet the margin, of `pairs`; the others have a loss.
    double pairs = 0;
};

/// By text of a set: columns.
using ColumnsOf = std::vector<std::vector<int>>;

struct Softmax {
    double smoothing = 0; ///< This share of the target is spread over all columns.
    double sharpness = 1; ///< Relevancies are multiplied by it: 1 / temperature.
    /// By column: the logarithm of the probability that a set has it. It is taken from what is not the text's
    /// own, so that the sum over the set estimates the sum over all topics. Empty: no correction.
    std::vector<float> logInclusion = {};
};

/// `own[i]`: the columns that are text i's topics; at least one.
SetLoss softmaxLoss(const at::Tensor& relevancy, std::span<const std::vector<int>> own,
                    std::span<const float> weights, const Softmax& options);

/// Whether one topic may be a negative beside another (S0.8), for topics by index.
class FalseNegatives {
public:
    FalseNegatives(const NegativeOptions& options, const std::vector<std::string>& names);
    /// For Filter::Cosine: the names' word vectors, [topics, dimensions]. Until set, nothing is left out.
    void setVectors(const at::Tensor& vectors);
    bool tooClose(int topic, int other) const;
    /// Not one of `own`, nor too close to one.
    bool mayBeNegative(int topic, const std::vector<int>& own) const;

private:
    NegativeOptions options_;
    std::vector<std::vector<std::uint32_t>> parts_; ///< Sorted.
    at::Tensor vectors_;
};

/// S0.4 to S0.8: each text with one of its topics and negatives from the same set. `columns[c]` is the topic
/// of column c.
SetLoss marginSetLoss(const at::Tensor& relevancy, const std::vector<int>& columns, const ColumnsOf& own,
                      const std::vector<float>& weights, float margin, const NegativeOptions& options,
                      const FalseNegatives& falseNegatives, Random& random);

/// S2.6: max(0, d(a,p) − d(a,n) + m) for each own topic p of a text and the negative n drawn for it, where a
/// distance is 1 − relevancy. `negatives[i][j]` is the column for `own[i][j]`, -1: none.
SetLoss tripletSetLoss(const at::Tensor& relevancy, const ColumnsOf& own, const ColumnsOf& negatives,
                       const std::vector<float>& weights, float margin);

} // namespace moderato::ml
