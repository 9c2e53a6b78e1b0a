#pragma once

#include "core/ml/private/TopicState.h"

#include <optional>
#include <vector>

namespace moderato::ml {

/// The two encoders of S0.2 while they are trained, and how their vectors are compared. What a step costs
/// depends on the topics that it compares and not on how many there are.
class TopicNetwork {
public:
    struct Rates {
        double content = 0, topics = 0;
    };
    /// What a step back needs of the step forward.
    struct Pass {
        std::vector<int> columns; ///< The topics that were compared.
        std::vector<char> alone;  ///< By column: only its name was used. Empty: none.
        SparseBatch names;        ///< Of the columns; empty without names.
        at::Tensor content, contentUnit, topics, topicsUnit;
        at::Tensor relevancy; ///< [texts, columns]
    };

    bool cosine = false;
    RowTable content;                     ///< [n-grams, dimensions]
    at::Tensor oneHot, oneHotAccumulated; ///< [topics, dimensions]; undefined with `words`
    std::optional<RowTable> words;        ///< [words of names, dimensions]
    /// The name's n-grams, by the content's own table, are added to the topic's vector with this weight; 0:
    /// not.
    float nameWeight = 0;
    EncodedTexts names; ///< Topic names, for `words` or `nameWeight`.
    Encoder nameEncoder;

    /// `alone` marks columns whose embedding is left away, so that the name learns to do without.
    Pass forward(const SparseBatch& batch, const std::vector<int>& columns,
                 std::vector<char> alone = {}) const;
    void backward(const SparseBatch& batch, const Pass& pass, const at::Tensor& gradient, const Rates& rates);
    at::Tensor topicVectors(const std::vector<int>& columns) const;

private:
    at::Tensor topicVectors(const Pass& pass) const;
    SparseBatch namesOf(const std::vector<int>& columns) const;
    void updateOneHot(const Pass& pass, const at::Tensor& gradient, double rate);
};

} // namespace moderato::ml
