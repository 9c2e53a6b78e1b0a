#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace moderato::media {

struct PictureHeader {
    QString format; ///< "png", "jpeg", "webp", "gif", "bmp".
    QSize size;     ///< As stored, before the orientation is applied.
};

/// What the file's header says, where it is a still picture of an allowed format (moving GIFs count as video).
std::optional<PictureHeader> pictureSize(const QString& path);

} // namespace moderato::media
