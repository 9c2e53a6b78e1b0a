#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace moderato::domain {

/// A span of the text that moved a prediction, as UTF-16 offsets into the title or the plain text of the
/// body.
struct TextEvidence {
    enum class Field { Title, Body };

    Field field = Field::Title;
    int begin = 0;
    int length = 0;
    double weight = 0; ///< Relative to the strongest span, −1…1.

    bool operator==(const TextEvidence&) const = default;
};

struct CategoryScore {
    CategoryId category;
    double probability = 0; ///< Calibrated, 0…1.

    bool operator==(const CategoryScore&) const = default;
};

/// What one model version says of an item's category: the likeliest first.
struct CategoryPrediction {
    ContentId content;
    ModelVersionId version;
    std::vector<CategoryScore> scores; ///< The best five.
    std::vector<TextEvidence> evidence;
    Timestamp at;

    bool operator==(const CategoryPrediction&) const = default;
};

struct TopicScore {
    TopicId topic;
    double relevancy = 0; ///< 0…1 for showing; grows with the similarity of the vectors (S0.3).

    bool operator==(const TopicScore&) const = default;
};

/// How much each part of an item made of a prediction (S2.4): they sum to 1; 0: it was not there.
struct ModalityWeights {
    double text = 0, frames = 0, sound = 0;

    bool operator==(const ModalityWeights&) const = default;
};

/// What one model version says of an item's topics: the ten most relevant first (S0.9).
struct TopicPrediction {
    ContentId content;
    ModelVersionId version;
    std::vector<TopicScore> scores;
    Timestamp at;
    std::optional<ModalityWeights> weights = {}; ///< Only the tag model has them.

    bool operator==(const TopicPrediction&) const = default;
};

/// A picture of an item that a prediction looked at; for a video a frame, at that share of its length.
struct PictureEvidence {
    int picture = 0;   ///< Its place among the item's pictures, or among the segments that a video was cut into.
    double weight = 0; ///< Relative to the one looked at most, 0…1.

    bool operator==(const PictureEvidence&) const = default;
};

struct TaskScore {
    QString task;           ///< Of quality: "likes", …; of low quality: the mark, "clickbait", ….
    double probability = 0; ///< That the label is positive (the mark belongs there), 0…1.

    bool operator==(const TaskScore&) const = default;
};

/// What one model version says of an item's quality or of its low quality, task by task (S1.9), and which
/// sentences and pictures it looked at (S1.7).
struct QualityPrediction {
    ContentId content;
    ModelVersionId version;
    std::vector<TaskScore> scores; ///< In the order of the tasks' names.
    std::vector<TextEvidence> sentences;
    std::vector<PictureEvidence> pictures;
    Timestamp at;

    bool operator==(const QualityPrediction&) const = default;
};

} // namespace moderato::domain
