#include "widgets/common/Preferences.h"

#include <QLocale>

namespace moderato::widgets {

QString personName() {
    const QString name = preferences::person.read(QSettings()).trimmed();
    if (!name.isEmpty()) {
        return name;
    }
    const QString login = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return login.isEmpty() ? QStringLiteral("reviewer") : login;
}

QString languageCode() {
    const QString chosen = preferences::language.read(QSettings());
    if (!chosen.isEmpty()) {
        return chosen;
    }
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace moderato::widgets
