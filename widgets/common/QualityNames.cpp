#include "widgets/common/QualityNames.h"

#include <QHash>

namespace moderato::widgets {

QString QualityNames::task(const QString& code) {
    static const QHash<QString, const char*> words{{QStringLiteral("clicks"), QT_TR_NOOP("Clicks")},
                                                   {QStringLiteral("dwell"), QT_TR_NOOP("Dwell time")},
                                                   {QStringLiteral("likes"), QT_TR_NOOP("Likes")},
                                                   {QStringLiteral("dislikes"), QT_TR_NOOP("Dislikes")},
                                                   {QStringLiteral("comments"), QT_TR_NOOP("Comments")},
                                                   {QStringLiteral("shares"), QT_TR_NOOP("Shares")}};
    const auto word = words.constFind(code);
    return word == words.cend() ? code : tr(*word);
}

} // namespace moderato::widgets
