#include "core/media/Frames.h"
#include "core/media/private/Pictures.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace moderato::media {

namespace {

constexpr qint64 mostBytes = qint64(512) << 20;

QString tr(const char* text) { return QCoreApplication::translate("Media", text); }

bool isAllowed(const QByteArray& format)
{
    return format == "png" || format == "jpeg" || format == "jpg" || format == "webp" || format == "gif" || format == "bmp";
}

} // namespace

std::optional<PictureHeader> pictureSize(const QString& path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead() || !isAllowed(reader.format()) || reader.size().isEmpty()) {
        return {};
    }
    if (reader.format() == "gif" && reader.imageCount() > 1) {
        return {};
    }
    const QByteArray format = reader.format() == "jpg" ? QByteArray("jpeg") : reader.format();
    return PictureHeader{QString::fromLatin1(format), reader.size()};
}

Result<QImage> loadPicture(const QString& path, QSize maxSize)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.isFile()) {
        return Error::notFound(tr("The picture “%1” is not there. Check its path.").arg(path));
    }
    if (info.size() == 0) {
        return Error::invalid(tr("The picture “%1” is empty. Copy or download it again.").arg(name));
    }
    QImageReader::setAllocationLimit(int(mostBytes >> 20));
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead() || !isAllowed(reader.format())) {
        return Error::invalid(
            tr("“%1” is not a PNG, JPEG, WebP, GIF or BMP picture. Convert it to one of these.").arg(name), reader.errorString());
    }
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() * 4 > mostBytes) {
        return Error::invalid(tr("“%1” claims %2 × %3 pixels, more than is opened. Make it smaller.")
                                  .arg(name)
                                  .arg(size.width())
                                  .arg(size.height()));
    }
    if (!maxSize.isEmpty() && !size.isEmpty()) {
        const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        const QSize box = turned ? maxSize.transposed() : maxSize;
        if (size.width() > box.width() || size.height() > box.height()) {
            reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
        }
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return Error::invalid(tr("The picture “%1” is damaged. Copy or download it again.").arg(name), reader.errorString());
    }
    return image;
}

} // namespace moderato::media
