#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QDir>

namespace moderato::usecases {

QString resourceFolder() {
    const QString named = qEnvironmentVariable("MODERATO_RESOURCES");
    if (!named.isEmpty()) {
        return QDir(named).absolutePath();
    }
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/moderato"));
    return installed.exists() ? installed.canonicalPath() : QStringLiteral(MODERATO_RESOURCE_DIR);
}

} // namespace moderato::usecases
