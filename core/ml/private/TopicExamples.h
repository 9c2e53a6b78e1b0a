#pragma once

#include "core/ml/private/Encoder.h"
#include "core/ml/topics/TopicTrainer.h"

#include <string>
#include <vector>

namespace moderato::ml {

/// What topics are learned from: the set of topics, and texts and names as n-grams.
struct TopicExamples {
    explicit TopicExamples(std::span<const TopicExample> given);

    void collectTopics(const TopicTrainingOptions& options);
    /// False when cancelled.
    bool encode(const TopicTrainingOptions& options, const JobContext& job);
    /// After `encode`. `byContent`: with the n-grams that content has, others are left out.
    void encodeNames(const TopicTrainingOptions& options, bool byContent);

    std::vector<const TopicExample*> examples; ///< Those with topics.
    std::vector<std::vector<int>> topicsOf;    ///< By example.
    std::vector<std::string> names;            ///< Those of the model that training continues from first.
    std::vector<int> everyTopic;               ///< 0, 1, 2, …
    Encoder encoder, nameEncoder;
    EncodedTexts texts, encodedNames;
};

} // namespace moderato::ml
