#pragma once

#include "core/base/Result.h"

#include <QSize>

namespace moderato::media {

class InputFile;

/// The pixels of a picture file (PNG, JPEG, WebP, GIF, BMP), upright, without decoding it; a sentence where
/// it is too large or its header is damaged.
Result<QSize> pictureSize(const InputFile& file);

/// Within `maxSize`, keeping the shape, never enlarged; an empty or unset `maxSize` changes nothing.
QSize fitted(QSize size, QSize maxSize);

} // namespace moderato::media
