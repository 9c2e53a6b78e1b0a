#pragma once

#include "core/ml/private/Encoder.h"
#include "core/ml/private/RowTable.h"
#include "core/ml/topics/TopicMatrix.h"
#include "core/ml/topics/TopicModel.h"

#include <optional>

namespace moderato::ml {

/// Content vectors and topic vectors of one size. For cosine both have length 1 before they are compared.
struct TopicModel::State {
    /// Words (and their parts) of topic names, for a topic encoder that combines them (S0.2).
    struct TopicWords {
        Encoder encoder;
        QuantizedTable table; ///< [words, dimensions]
    };

    Encoder encoder;
    QuantizedTable content; ///< [n-grams, dimensions]
    QuantizedTable topics;  ///< [topics, dimensions]
    std::optional<TopicWords> words;
    float nameWeight = 0; ///< Above 0: a topic's vector has its name's, by `content`, with this weight.
    bool cosine = false;
    /// Relevancies are multiplied by this before the softmax that the display probability starts from.
    float sharpness = 1;
    /// probability = sigmoid(slope · log softmax + offset), fitted on held-out candidates.
    float slope = 1, offset = 0;
    std::vector<std::string> names;
    Manifest manifest;
    TopicMatrix matrix;      ///< The topics in single precision, what is compared.
    at::Tensor topicVectors; ///< The same, [topics, dimensions]; a view of `matrix`.

    void finish(); ///< Makes both.
    at::Tensor
    nameVectors(std::span<const std::string> names) const; ///< [names, dimensions], before `cosine`
    at::Tensor contentVectors(const SparseBatch& batch) const;
    at::Tensor relevancies(const SparseBatch& batch) const; ///< [texts, topics]
};

/// Rows of length 1; a row of zeros stays.
inline at::Tensor unitRows(const at::Tensor& rows) {
    return rows / rows.norm(2, {1}, true).clamp_min(1e-6);
}

} // namespace moderato::ml
