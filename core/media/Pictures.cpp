#include "core/media/private/Pictures.h"

#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/Media.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>

namespace moderato::media {

namespace {

constexpr int allocationLimitMb = 512;
constexpr qint64 maxPixels = qint64(allocationLimitMb) * 1024 * 1024 / 4;

/// From the beginning; the descriptor stays open. Where it fails, the reader that gets the device says so.
void openDevice(QFile& device, const InputFile& file) {
    if (device.open(file.descriptor(), QIODevice::ReadOnly, QFileDevice::DontCloseHandle)) {
        device.seek(0);
    }
}

Error damaged(const QImageReader& reader) {
    return Error::invalid(Media::tr("The picture is damaged or was not copied completely."),
                          reader.errorString());
}

Result<QSize> checkedSize(const QImageReader& reader) {
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) {
        return damaged(reader);
    }
    if (qint64(size.width()) * size.height() > maxPixels) {
        return Error::invalid(
            Media::tr("The picture has %1 × %2 pixels, which is more than can be shown. Make it smaller.")
                .arg(size.width())
                .arg(size.height()));
    }
    return size;
}

} // namespace

QSize fitted(QSize size, QSize maxSize) {
    if (maxSize.isEmpty() || size.isEmpty() ||
        (size.width() <= maxSize.width() && size.height() <= maxSize.height())) {
        return size;
    }
    return size.scaled(maxSize, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

Result<QSize> pictureSize(const InputFile& file) {
    const Result<QByteArray> head = firstBytes(file);
    if (!head) {
        return head.error();
    }
    QFile device;
    openDevice(device, file);
    QImageReader reader(&device, pictureFormat(*head));
    const Result<QSize> size = checkedSize(reader);
    if (!size) {
        return size.error();
    }
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size->transposed() : *size;
}

Result<QImage> loadPicture(const InputFile& file, QSize maxSize) {
    const Result<QByteArray> head = firstBytes(file);
    if (!head) {
        return head.error();
    }
    const QByteArray format = pictureFormat(*head);
    if (format.isEmpty()) {
        const QString what = looksLike(*head);
        return Error::invalid(
            what.isEmpty() ? Media::tr("This is not a picture (PNG, JPEG, WebP, GIF or BMP).")
                           : Media::tr("This is not a picture (PNG, JPEG, WebP, GIF or BMP): %1.").arg(what));
    }
    QImageReader::setAllocationLimit(allocationLimitMb);
    QFile device;
    openDevice(device, file);
    QImageReader reader(&device, format);
    reader.setAutoTransform(true);
    const Result<QSize> size = checkedSize(reader);
    if (!size) {
        return size.error();
    }
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize target = fitted(*size, turned ? maxSize.transposed() : maxSize);
    if (target != *size) {
        reader.setScaledSize(target);
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return damaged(reader);
    }
    return image.hasAlphaChannel() ? image.convertToFormat(QImage::Format_ARGB32)
                                   : image.convertToFormat(QImage::Format_RGB32);
}

} // namespace moderato::media
