#pragma once

#include "core/media/FrameTable.h"
#include "core/media/private/VideoReader.h"

namespace moderato::media {

/// The table of the reader's stream, from all its packets. The reader stands at the beginning afterwards.
FrameTable tableOf(VideoReader& reader);

/// The table where it costs little: the header lists all frames, or the file is small.
std::optional<FrameTable> cheapTableOf(VideoReader& reader, qint64 fileSize);

} // namespace moderato::media
