#pragma once

#include "core/media/FrameTable.h"
#include "core/media/private/VideoReader.h"

namespace moderato::media {

struct FrameTimes {
    FrameTable table;
    bool areStated = true; ///< False: packets carry no presentation times; frames follow in decoding order.
};

/// The times of the reader's stream, from all its packets. The reader stands at the beginning afterwards.
FrameTimes timesOf(VideoReader& reader);

/// The same where it costs little: the header lists all frames, or the file is small.
std::optional<FrameTimes> cheapTimesOf(VideoReader& reader, qint64 fileSize);

} // namespace moderato::media
