#include "core/domain/Flag.h"

#include <array>
#include <utility>

namespace moderato::domain {

namespace {

using Reason = ReviewItem::Reason;
constexpr std::array reasons = {std::pair{Reason::Flagged, "flagged"},
                                std::pair{Reason::Disagreement, "disagreement"},
                                std::pair{Reason::Uncertain, "uncertain"},
                                std::pair{Reason::RandomSample, "random"}, std::pair{Reason::New, "new"}};

} // namespace

QString toCode(ReviewItem::Reason reason) {
    for (const auto& [known, code] : reasons) {
        if (known == reason) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

std::optional<ReviewItem::Reason> reviewReasonFromCode(QStringView code) {
    for (const auto& [reason, name] : reasons) {
        if (code == QLatin1String(name)) {
            return reason;
        }
    }
    return {};
}

QString toCode(ReviewItem::State state) {
    switch (state) {
    case ReviewItem::State::Open:
        return QStringLiteral("open");
    case ReviewItem::State::Decided:
        return QStringLiteral("decided");
    case ReviewItem::State::Skipped:
        return QStringLiteral("skipped");
    case ReviewItem::State::Escalated:
        return QStringLiteral("escalated");
    }
    return {};
}

} // namespace moderato::domain
