#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "widgets/player/FrameTimes.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace moderato::widgets {

/// One decoded frame: upright, with square pixels.
struct StillFrame {
    qint64 pts = 0;
    TimeBase timeBase;
    QImage image;
};

/// What the player asks of the confined decoder, as functions, so that tests can stand in for it. All are
/// called on worker threads; any of them may be missing: then times are shown without numbers, a seek shows
/// nothing before its exact picture, and a step back waits for mpv.
struct PlayerServices {
    /// Every frame of the first picture stream.
    std::function<Result<FrameTimes>(const QString& path, const JobContext&)> frameTimes;
    /// The key frame before `seconds` (0 is the first frame).
    std::function<Result<StillFrame>(const QString& path, double seconds, QSize maxSize, const JobContext&)>
        keyFrameAt;
    /// Up to `count` frames that end with the one of time stamp `pts`, in order of showing.
    std::function<Result<std::vector<StillFrame>>(const QString& path, qint64 pts, int count, QSize maxSize,
                                                  const JobContext&)>
        framesUpTo;
};

} // namespace moderato::widgets
