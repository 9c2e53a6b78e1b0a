#pragma once

#include "core/domain/Content.h"
#include "core/domain/Decision.h"
#include "core/domain/Flag.h"
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
    /// A facial-expression feature, from its code: "lip_corner_up" → "lip corner up".
    static QString feature(const QString& code);
    /// "category-3 · 2 min ago".
    static QString modelLine(const QString& version, Timestamp at);
};

} // namespace moderato::widgets
