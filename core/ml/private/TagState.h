#pragma once

#include "core/ml/private/Encoder.h"
#include "core/ml/private/RowTable.h"
#include "core/ml/private/TagNetwork.h"
#include "core/ml/tags/TagModel.h"

#include <unordered_map>

namespace moderato::ml {

struct TagLibrary::Vectors {
    at::Tensor values; ///< [tags, dimensions], as they are compared
};

/// A network without gradients, and one table of n-grams that titles, bodies and tags share: a word that
/// stands in a title speaks for a tag with that word, seen or not.
struct TagModel::State {
    TagNetwork network;
    Encoder encoder;
    QuantizedTable words;        ///< [n-grams, dimensions]
    float slope = 1, offset = 0; ///< probability = sigmoid(slope · log share + offset), as in TopicModel.
    Manifest manifest;
    std::shared_ptr<const TagLibrary> trained;
    std::unordered_map<std::string, std::int64_t> trainedIndex; ///< For the offsets.

    void finish(std::vector<std::string> names); ///< Makes `trained`.
    at::Tensor tagVectors(std::span<const std::string> names) const;
};

/// The tag's name as an encoder reads it.
inline Text asText(const std::string& name) {
    return {.title = name};
}

} // namespace moderato::ml
