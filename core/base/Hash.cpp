#include "core/base/Hash.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace moderato {

QByteArray sha256(QByteArrayView data) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(data);
    return hash.result().toHex();
}

Result<QByteArray> sha256OfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::io(
            QCoreApplication::translate("Hash", "The file “%1” cannot be read. Check that it exists and that "
                                                "you may read it.")
                .arg(path),
            file.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (true) {
        const qint64 read = file.read(block.data(), block.size());
        if (read < 0) {
            return Error::io(
                QCoreApplication::translate("Hash", "Reading “%1” failed. Check the disk it is on.")
                    .arg(path),
                file.errorString());
        }
        if (read == 0) {
            return QByteArray(hash.result().toHex());
        }
        hash.addData(QByteArrayView(block.constData(), read));
    }
}

} // namespace moderato
