#include "core/base/File.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace moderato {

Status writeFileAtomically(const QString& path, QByteArrayView content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), content.size()) != content.size() ||
        !file.commit()) {
        return Error::io(
            QCoreApplication::translate("File", "“%1” could not be written; what was there before is kept. "
                                                "Check the free space and the permissions of its folder.")
                .arg(path),
            file.errorString());
    }
    return {};
}

Result<QByteArray> readFile(const QString& path, qint64 limit) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::io(
            QCoreApplication::translate("File", "The file “%1” cannot be read. Check that it exists and that "
                                                "you may read it.")
                .arg(path),
            file.errorString());
    }
    QByteArray content = file.read(limit + 1);
    if (content.size() > limit) {
        return Error::invalid(
            QCoreApplication::translate("File", "The file “%1” is larger than %2 MB, the most that is read "
                                                "at once. Split it.")
                .arg(path)
                .arg(limit >> 20));
    }
    if (file.error() != QFileDevice::NoError) {
        return Error::io(
            QCoreApplication::translate("File", "Reading “%1” failed. Check the disk it is on.").arg(path),
            file.errorString());
    }
    return content;
}

} // namespace moderato
