#include "core/usecases/LowQuality.h"

#include <QStringList>

namespace moderato::usecases {

std::optional<domain::LowQualityMark::Tier> lowQualityTier(const QString& reason) {
    using Tier = domain::LowQualityMark::Tier;
    static const QStringList low{QStringLiteral("vulgar"),    QStringLiteral("rumour"),
                                 QStringLiteral("clickbait"), QStringLiteral("advertising"),
                                 QStringLiteral("offensive"), QStringLiteral("mature")};
    static const QStringList inferior{QStringLiteral("no_substance"), QStringLiteral("gossip"),
                                      QStringLiteral("propaganda"),   QStringLiteral("spliced"),
                                      QStringLiteral("drivel"),       QStringLiteral("advertorial")};
    if (low.contains(reason)) {
        return Tier::Low;
    }
    return inferior.contains(reason) ? std::optional(Tier::Inferior) : std::nullopt;
}

} // namespace moderato::usecases
