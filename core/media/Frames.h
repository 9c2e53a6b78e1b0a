#pragma once

#include "core/base/Result.h"
#include "core/media/InputFile.h"

#include <QImage>
#include <QSize>

#include <chrono>

namespace moderato::media {

/// The frame that is on the screen at `time` (0 is the first frame): the last one that begins at or before
/// it, upright and with square pixels, at most `maxSize` (never enlarged; an empty size: as it is). A time
/// beyond the end gives the last frame. Decodes hostile bytes: use DecoderProcess instead, unless you are the
/// worker or a test. Thread-safe.
Result<QImage> frameAt(const InputFile& file, std::chrono::microseconds time, QSize maxSize);

/// A picture that stands for the file in lists: an embedded cover, else a frame from the beginning that is
/// not all of one colour.
Result<QImage> coverFrame(const InputFile& file, QSize maxSize);

/// A picture file (PNG, JPEG, WebP, GIF, BMP; told by content), upright, at most `maxSize`. SVG and what
/// would need more than 512 MiB are refused with a sentence.
Result<QImage> loadPicture(const InputFile& file, QSize maxSize);

inline Result<QImage> frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize) {
    const Result<InputFile> file = InputFile::open(path);
    return file ? frameAt(*file, time, maxSize) : file.error();
}
inline Result<QImage> coverFrame(const QString& path, QSize maxSize) {
    const Result<InputFile> file = InputFile::open(path);
    return file ? coverFrame(*file, maxSize) : file.error();
}
inline Result<QImage> loadPicture(const QString& path, QSize maxSize) {
    const Result<InputFile> file = InputFile::open(path);
    return file ? loadPicture(*file, maxSize) : file.error();
}

} // namespace moderato::media
