#pragma once

#include "core/base/Result.h"

#include <QImage>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

namespace moderato::media {

/// More pixels than this in one frame are refused.
constexpr qint64 maxFramePixels = qint64(128) << 20;

/// A decoded frame of a stream as a picture: upright, with square pixels, within `maxSize` (never enlarged;
/// an empty size: as it is).
Result<QImage> imageOf(const AVFrame& frame, AVFormatContext& format, AVStream& stream, QSize maxSize);

/// "No picture could be decoded: the file is damaged."
Error noPicture();

} // namespace moderato::media
