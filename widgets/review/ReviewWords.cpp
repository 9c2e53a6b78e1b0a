#include "widgets/review/ReviewWords.h"

#include "core/usecases/Decide.h"
#include "widgets/common/Format.h"
#include "widgets/common/QualityNames.h"
#include "widgets/expressions/FeatureNames.h"

namespace moderato::widgets {

using domain::ContentKind;
using domain::Decision;
using domain::RecommendationState;
using domain::ReviewItem;

QString ReviewWords::kind(ContentKind kind) {
    switch (kind) {
    case ContentKind::Article:
        return tr("Article");
    case ContentKind::Video:
        return tr("Video");
    case ContentKind::Pictures:
        return tr("Pictures");
    }
    return {};
}

QString ReviewWords::kindIcon(ContentKind kind) {
    switch (kind) {
    case ContentKind::Article:
        return QStringLiteral("file-text");
    case ContentKind::Video:
        return QStringLiteral("film");
    case ContentKind::Pictures:
        return QStringLiteral("images");
    }
    return {};
}

QString ReviewWords::reason(ReviewItem::Reason reason) {
    switch (reason) {
    case ReviewItem::Reason::Flagged:
        return tr("Flagged");
    case ReviewItem::Reason::Disagreement:
        return tr("Disagreement");
    case ReviewItem::Reason::Uncertain:
        return tr("Uncertain");
    case ReviewItem::Reason::RandomSample:
        return tr("Random sample");
    case ReviewItem::Reason::New:
        return tr("New");
    }
    return {};
}

QString ReviewWords::state(ReviewItem::State state) {
    switch (state) {
    case ReviewItem::State::Open:
        return tr("Open");
    case ReviewItem::State::Decided:
        return tr("Decided");
    case ReviewItem::State::Skipped:
        return tr("Skipped");
    case ReviewItem::State::Escalated:
        return tr("Escalated");
    }
    return {};
}

QString ReviewWords::state(RecommendationState state) {
    switch (state) {
    case RecommendationState::Active:
        return tr("Recommended");
    case RecommendationState::Suspended:
        return tr("Suspended");
    case RecommendationState::Dropped:
        return tr("Not recommended");
    }
    return {};
}

QString ReviewWords::disallowReason(const QString& code) {
    static const QList<usecases::Decide::Reason> reasons = usecases::Decide::reasons();
    for (const auto& reason : reasons) {
        if (reason.code == code) {
            return reason.text;
        }
    }
    return code;
}

QString ReviewWords::decision(const Decision& decision, const Taxonomy& taxonomy) {
    const QString category = taxonomy.name(decision.category);
    switch (decision.kind) {
    case Decision::Kind::Confirm:
        return tr("Confirmed %1").arg(category);
    case Decision::Kind::Correct:
        return decision.categoryPredicted.isEmpty() || decision.categoryPredicted == decision.category
                   ? tr("Set to %1").arg(category)
                   : tr("Corrected %1 to %2").arg(taxonomy.name(decision.categoryPredicted), category);
    case Decision::Kind::Disallow:
        return tr("Disallowed: %1").arg(disallowReason(decision.reason));
    case Decision::Kind::Skip:
        return tr("Skipped");
    case Decision::Kind::Escalate:
        return tr("Escalated");
    case Decision::Kind::SetTopics:
        return decision.topics && !decision.topics->isEmpty()
                   ? tr("Topics: #%1").arg(decision.topics->join(QLatin1String(" #")))
                   : tr("Topics taken away");
    case Decision::Kind::Undo:
        return tr("Undid decision %1").arg(Format::number(decision.undoes.value));
    }
    return {};
}

QString ReviewWords::qualityTask(const QString& task) {
    return QualityNames::task(task);
}

QString ReviewWords::feature(const QString& code) {
    return FeatureNames::name(code);
}

QString ReviewWords::modelLine(const QString& version, Timestamp at) {
    return QStringLiteral("%1 · %2").arg(version, Format::ago(at, SystemClock().now()));
}

QString ReviewWords::weightsLine(const std::optional<domain::ModalityWeights>& weights,
                                 domain::ContentKind kind) {
    if (!weights) {
        return {};
    }
    const QString pictures = kind == domain::ContentKind::Video ? tr("frames") : tr("pictures");
    QStringList parts;
    for (const auto& [name, share] :
         {std::pair(tr("text"), weights->text), std::pair(pictures, weights->frames),
          std::pair(tr("sound"), weights->sound)}) {
        if (share > 0) {
            parts << QStringLiteral("%1 %2").arg(name, Format::percent(share));
        }
    }
    return parts.isEmpty() ? QString() : tr("Judged by %1").arg(parts.join(tr(", ")));
}

} // namespace moderato::widgets
