#include "app/gui/Translations.h"

#include "core/base/Log.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace moderato {

void installTranslations(QCoreApplication& application, const QString& language) {
    const bool chinese = language.startsWith(QLatin1String("zh"));
    if (chinese || QLocale::system().language() != QLocale::English) {
        QLocale::setDefault(QLocale(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en_GB")));
    }
    auto* ours = new QTranslator(&application);
    if (ours->load(QStringLiteral(":/i18n/moderato_%1.qm")
                       .arg(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en")))) {
        QCoreApplication::installTranslator(ours);
    } else {
        qCWarning(log) << "no translation for" << language;
    }
    auto* qt = new QTranslator(&application);
    if (chinese &&
        qt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
}

} // namespace moderato
