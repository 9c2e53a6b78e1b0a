#pragma once

#include "core/ml/private/TopicState.h"

#include <optional>
#include <vector>

namespace moderato::ml {

/// The two encoders of S0.2 while they are trained, and how their vectors are compared.
class TopicNetwork {
public:
    struct Rates {
        double content = 0, topics = 0;
    };
    /// What a step back needs of the step forward.
    struct Pass {
        std::vector<int> columns; ///< The topics that were compared.
        at::Tensor content, contentUnit, topics, topicsUnit;
        at::Tensor relevancy; ///< [texts, columns]
    };

    bool cosine = false;
    RowTable content;                     ///< [n-grams, dimensions]
    at::Tensor oneHot, oneHotAccumulated; ///< [topics, dimensions]; undefined with `words`
    std::optional<RowTable> words;        ///< [words of names, dimensions]
    EncodedTexts names;                   ///< Topic names, for `words`.
    Encoder nameEncoder;

    Pass forward(const SparseBatch& batch, const std::vector<int>& columns) const;
    void backward(const SparseBatch& batch, const Pass& pass, const at::Tensor& gradient, const Rates& rates);
    at::Tensor topicVectors(const std::vector<int>& columns) const;

private:
    SparseBatch namesOf(const std::vector<int>& columns) const;
};

} // namespace moderato::ml
