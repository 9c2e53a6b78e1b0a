#pragma once

#include "core/domain/Content.h"
#include "core/domain/Decision.h"
#include "core/domain/Flag.h"
#include "core/domain/Prediction.h"
#include "widgets/common/Taxonomy.h"

#include <QCoreApplication>
#include <QString>

namespace moderato::widgets {

/// What codes are called on the review page.
class ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::ReviewWords)
public:
    static QString kind(domain::ContentKind kind);
    static QString kindIcon(domain::ContentKind kind);
    static QString reason(domain::ReviewItem::Reason reason);
    static QString state(domain::ReviewItem::State state);
    static QString state(domain::RecommendationState state);
    /// A reason to disallow, by its code.
    static QString disallowReason(const QString& code);
    /// "confirmed food", "disallowed: rumour": what a decision did.
    static QString decision(const domain::Decision& decision, const Taxonomy& taxonomy);
    static QString qualityTask(const QString& task);
    /// A feature of the face, from its code: "Lip corners down".
    static QString feature(const QString& code);
    /// "category-3 · 2 min ago".
    static QString modelLine(const QString& version, Timestamp at);
    /// "Judged by title 40 %, frames 60 %": what made the model's opinion (S2.4); without what was not there.
    /// Empty where the opinion does not say so.
    static QString weightsLine(const std::optional<domain::ModalityWeights>& weights,
                               domain::ContentKind kind);
};

} // namespace moderato::widgets
