#include "app/cli/Wire.h"

#include "core/base/Hash.h"

#include <QFileInfo>
#include <QtEndian>

#include <unistd.h>

namespace moderato::cli {

namespace {
constexpr qsizetype headerBytes = 5;
constexpr qsizetype nameDigits = 24;
} // namespace

QByteArray encode(const Frame& frame) {
    QByteArray bytes(headerBytes, '\0');
    bytes[0] = char(frame.kind);
    qToLittleEndian(quint32(frame.payload.size()), bytes.data() + 1);
    return bytes + frame.payload;
}

Taken takeFrame(QByteArray& buffer, Frame& frame) {
    if (buffer.size() < headerBytes) {
        return Taken::NotYet;
    }
    if (!QByteArrayView("rcoex").contains(buffer[0])) {
        return Taken::Broken;
    }
    const qint64 size = qFromLittleEndian<quint32>(buffer.constData() + 1);
    if (size > maxFrameBytes) {
        return Taken::Broken;
    }
    if (buffer.size() < headerBytes + size) {
        return Taken::NotYet;
    }
    frame = {Frame::Kind(buffer[0]), buffer.mid(headerBytes, size)};
    buffer.remove(0, headerBytes + size);
    return Taken::Frame;
}

QString socketName(const QString& libraryFolder) {
    const QFileInfo folder(libraryFolder);
    const QString canonical = folder.exists() ? folder.canonicalFilePath() : folder.absoluteFilePath();
    const QByteArray hash = sha256(canonical.toUtf8()).left(nameDigits);
    return QStringLiteral("moderato-%1-%2").arg(getuid()).arg(QString::fromLatin1(hash));
}

} // namespace moderato::cli
