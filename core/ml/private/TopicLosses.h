#pragma once

#include "core/base/Random.h"
#include "core/ml/private/Torch.h"
#include "core/ml/topics/Negatives.h"

#include <set>
#include <string>
#include <vector>

namespace moderato::ml {

/// A loss over the relevancies of a set (mini-batch), and its gradient.
struct SetLoss {
    double loss = 0;
    at::Tensor gradient;  ///< [texts, columns]
    double satisfied = 0; ///< Pairs that meet the margin, of `pairs`.
    double pairs = 0;
};

/// `own[i]`: the columns that are text i's topics; at least one.
SetLoss softmaxLoss(const at::Tensor& relevancy, const std::vector<std::vector<int>>& own,
                    const std::vector<float>& weights, double smoothing, double sharpness);

/// Whether one topic may be a negative beside another (S0.8), for topics by index.
class FalseNegatives {
public:
    FalseNegatives(const NegativeOptions& options, const std::vector<std::string>& names);
    /// For Filter::Cosine: the names' word vectors, [topics, dimensions]. Until set, nothing is left out.
    void setVectors(const at::Tensor& vectors);
    bool tooClose(int topic, int other) const;

private:
    NegativeOptions options_;
    std::vector<std::set<std::uint32_t>> parts_;
    at::Tensor vectors_;
};

/// S0.4 to S0.8: each text with one of its topics and negatives from the same set. `columns[c]` is the topic
/// of column c.
SetLoss marginSetLoss(const at::Tensor& relevancy, const std::vector<int>& columns,
                      const std::vector<std::vector<int>>& own, const std::vector<float>& weights,
                      float margin, const NegativeOptions& options, const FalseNegatives& falseNegatives,
                      Random& random);

} // namespace moderato::ml
