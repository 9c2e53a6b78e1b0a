#pragma once

#include "core/ml/private/TopicExamples.h"
#include "core/ml/private/TopicNetwork.h"

namespace moderato::ml {

/// What is fixed before the first step, by the options or by the model that training continues from.
struct TopicShape {
    bool cosine = false;
    bool byWords = false; ///< A table of the names' words alone (TopicEncoder::Words).
    float nameWeight = 0; ///< See TopicNetwork.
    int dimensions = 0;
};
TopicShape shapeOf(const TopicTrainingOptions& options);

/// The network before the first step: at random, or that of `options.startFrom` with the topics that are new
/// placed where their content (`indices`) is.
TopicNetwork startNetwork(const TopicExamples& data, const TopicTrainingOptions& options,
                          const TopicShape& shape, std::span<const int> indices);

} // namespace moderato::ml
