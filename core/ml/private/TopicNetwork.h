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
    /// Topics that are compared, and their vectors.
    struct Topics {
        std::vector<int> columns;
        std::vector<char> alone; ///< By column: only its name is used. Empty: none.
        SparseBatch names;       ///< Of the columns; empty without names.
        at::Tensor vectors, unit;
    };
    /// Texts beside topics.
    struct Pass {
        at::Tensor content, contentUnit;
        at::Tensor relevancy; ///< [texts, columns]
    };
    /// Of the vectors.
    struct Gradients {
        at::Tensor content; ///< [texts, dimensions]
        at::Tensor topics;  ///< [columns, dimensions]
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
    Topics topics(const std::vector<int>& columns, std::vector<char> alone = {}) const;
    Pass forward(const SparseBatch& batch, const Topics& topics) const;
    /// `gradient` is that of the relevancy. Those of topics are added up over the texts.
    Gradients backward(const Topics& topics, const Pass& pass, const at::Tensor& gradient) const;
    void updateContent(const SparseBatch& batch, const at::Tensor& gradient, double rate);
    void updateTopics(const Topics& topics, const at::Tensor& gradient, const Rates& rates);

private:
    void addOneHot(const Topics& topics, at::Tensor& vectors) const;
    void updateOneHot(const Topics& topics, const at::Tensor& gradient, double rate);
};

} // namespace moderato::ml
