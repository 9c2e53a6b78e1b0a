#pragma once

#include "core/base/Result.h"
#include "core/media/FrameTable.h"

#include <QImage>
#include <QSize>

#include <chrono>
#include <optional>
#include <vector>

namespace moderato::media {

class InputFile;

/// S2.1: the video is cut into `parts` parts of `segments` equal segments each; one frame a segment. The
/// middle is the frame on the screen at a segment's midpoint. In segments of 10 s or more the key frame
/// nearest to the midpoint stands for it where one lies within a third of the segment's length, because
/// decoding up to the midpoint would cost half a group of pictures each time; `exactMiddle` pays that.
struct SampleOptions {
    int segments = 8;            ///< O, 1…256
    int parts = 1;               ///< P, 1…64
    std::optional<quint64> seed; ///< Random frames, the same for the same seed; nothing: the middle of each.
    bool exactMiddle = false;    ///< Always the frame at the midpoint itself.
    QSize maxSize;               ///< Frames are made smaller to fit, never larger; empty: as they are.

    bool operator==(const SampleOptions&) const = default;
};

struct SampledFrame {
    FrameTime time;
    QImage image; ///< Upright, with square pixels.
};

/// In order of showing; two segments of a video with fewer frames than segments give the same frame once.
/// The cost depends on segments × parts, not on the length. Every time stamp is one of a frame that the file
/// holds.
Result<std::vector<SampledFrame>> sampleFrames(const InputFile& file, const SampleOptions& options);

/// The frame on the screen at each of `times` (0 is the first frame, rising), in one pass.
Result<std::vector<SampledFrame>>
framesAt(const InputFile& file, const std::vector<std::chrono::microseconds>& times, QSize maxSize);

} // namespace moderato::media
