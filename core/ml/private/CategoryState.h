#pragma once

#include "core/ml/category/CategoryModel.h"
#include "core/ml/private/Encoder.h"
#include "core/ml/private/RowTable.h"

namespace moderato::ml {

/// A score for each label and n-gram: score = bias + Σ weight · table[n-gram][label]; the probabilities are
/// the softmax of score / temperature. With few classes a narrower hidden layer only scored worse.
struct CategoryModel::State {
    Encoder encoder;
    QuantizedTable table; ///< [n-grams, labels]
    std::vector<float> bias;
    float temperature = 1;
    std::vector<std::string> labels;
    Manifest manifest;

    at::Tensor scores(const SparseBatch& batch) const; ///< [texts, labels], uncalibrated
};

} // namespace moderato::ml
