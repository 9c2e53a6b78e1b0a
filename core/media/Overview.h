#pragma once

#include "core/base/Result.h"
#include "core/media/FrameTable.h"
#include "core/media/Sampling.h"

#include <QSize>

#include <vector>

namespace moderato::media {

class InputFile;

struct OverviewOptions {
    QSize thumbnail{192, 192}; ///< Each picture fits into it.
    int maxThumbnails = 240;   ///< Of the filmstrip; spread evenly over the key frames.
    int maxCovers = 6;

    bool operator==(const OverviewOptions&) const = default;
};

/// What a timeline shows of a video.
struct Overview {
    std::vector<SampledFrame> filmstrip; ///< In order of showing.
    std::vector<FrameTime> shots;        ///< The first frame of each shot, the first one included.
    std::vector<SampledFrame> covers;    ///< The best first: sharp, not dark, from different shots.
    bool shotsAreExact = true;           ///< False: found between key frames only, as the video is long.
};

/// Decodes key frames, and whole groups of pictures only where two neighbouring key frames differ.
Result<Overview> readOverview(const InputFile& file, const OverviewOptions& options = {});

} // namespace moderato::media
