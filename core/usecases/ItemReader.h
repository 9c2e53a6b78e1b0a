#pragma once

#include "core/base/Result.h"
#include "core/domain/Category.h"
#include "core/domain/Content.h"
#include "core/domain/Decision.h"
#include "core/domain/ExpressionSeries.h"
#include "core/domain/Flag.h"
#include "core/domain/Prediction.h"
#include "core/domain/QualityLabel.h"
#include "core/domain/QualityVerdict.h"
#include "core/interchange/HtmlSanitizer.h"
#include "core/usecases/ItemExpressions.h"

#include <memory>
#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// What one model version says of an item's category, with names looked up.
struct CategoryOpinion {
    struct Score {
        domain::Category category;
        double probability = 0;
    };
    QString version;
    Timestamp at;
    std::vector<Score> scores; ///< The likeliest first, at most five.
    std::vector<domain::TextEvidence> evidence;
};

struct TopicOpinion {
    struct Score {
        QString topic;
        double relevancy = 0;
    };
    QString version;
    Timestamp at;
    std::vector<Score> scores;                           ///< The most relevant first, at most ten.
    std::optional<domain::ModalityWeights> weights = {}; ///< Of the model for videos (S2.4).
};

/// What the version in service says of an item's quality (S1) or of low quality in advance (S1.13).
struct QualityOpinion {
    QString version;
    Timestamp at;
    std::vector<domain::TaskScore> scores;       ///< By task's name.
    std::vector<domain::TextEvidence> sentences; ///< What it looked at, the most first; weights 0…1.
    std::vector<domain::PictureEvidence> pictures;
};

/// Everything that a page shows of one item, read at once and never changed afterwards.
struct ItemView {
    domain::Content content;
    interchange::SanitizedArticle article;           ///< The body, safe to show.
    std::optional<CategoryOpinion> category;         ///< Of the version in service.
    std::optional<CategoryOpinion> previousCategory; ///< Of the version that was in service before it.
    /// Of the one model in service for this kind of content: videos and pictures have that of S2 where one is
    /// in service and has predicted them, all else that of S0.
    std::optional<TopicOpinion> topics;
    std::optional<TopicOpinion> previousTopics;
    std::vector<domain::QualityLabel> quality;
    QString qualityModel; ///< The version in service; empty: none.
    std::optional<QualityOpinion> predictedQuality;
    std::optional<QualityOpinion> predictedLowQuality;
    /// Over all tasks that have a label or a prediction (S1.11); of a task the expert's label counts before
    /// consumption's, that before one passed on, and any before a prediction.
    std::optional<domain::QualityVerdict> qualityVerdict;
    std::vector<domain::LowQualityMark> lowQuality;
    ItemExpressions expressions;
    std::vector<domain::ExpressionSeries> series; ///< Of readers that other programs counted, never of ours.
    std::vector<domain::Flag> flags;              ///< Open ones first.
    std::vector<domain::Decision> history;        ///< The newest first.
    std::optional<domain::Decision> decision;     ///< The one that holds (not undone).
    std::optional<domain::ReviewItem> queueEntry;
};

class ItemReader {
public:
    explicit ItemReader(storage::Library& library)
        : library_(library) {}

    /// A handful of indexed reads and the sanitiser; call it from any thread. Pages preload the next item
    /// with it.
    Result<std::shared_ptr<const ItemView>> read(domain::ContentId id) const;

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
