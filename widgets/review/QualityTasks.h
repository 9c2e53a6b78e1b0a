#pragma once

#include "core/usecases/ItemReader.h"
#include "widgets/common/LookedAt.h"
#include "widgets/player/TimelineData.h"

#include <QHash>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace moderato::widgets {

/// What is known of one task of an item: the label that counts, and what the version in service says.
struct QualityTask {
    QString task;
    std::optional<domain::QualityLabel> label; ///< Expert's before consumption's before one passed on.
    std::vector<domain::QualityLabel> others;  ///< Labels of other origins that do not count.
    std::optional<double> probability;         ///< That it is positive, 0…1.

    bool isPredictedPositive() const { return probability && *probability >= 0.5; }
    /// Of what is predicted, 0.5…1.
    double confidence() const { return probability ? std::max(*probability, 1 - *probability) : 0; }
    bool differs() const {
        return label && probability &&
               isPredictedPositive() != (label->value == domain::QualityLabel::Value::Positive);
    }
};

/// All tasks with a label or a prediction: those that consumption labels first, in their order.
std::vector<QualityTask> qualityTasks(const usecases::ItemView& item);

/// What the quality model looked at (S1.7), as the views of an item mark it.
struct QualityEvidence {
    std::vector<domain::TextEvidence> sentences; ///< The most looked at first.
    QHash<QString, LookedAt> pictures;           ///< By path.
    std::vector<LookedAtPart> parts;             ///< Of a video.

    bool isEmpty() const { return sentences.empty() && pictures.isEmpty() && parts.empty(); }
};

/// Only what weighs enough to be worth a look; places that the item does not have are left out.
QualityEvidence qualityEvidence(const usecases::ItemView& item);

} // namespace moderato::widgets
