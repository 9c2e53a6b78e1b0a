#pragma once

#include "core/usecases/MediaAnalysis.h"
#include "widgets/common/CareEffect.h"
#include "widgets/common/LookedAt.h"

#include <QImage>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace moderato::widgets {

/// A picture of a video in two states: as it is, and as care lets it be seen.
struct TimelinePicture {
    double seconds = 0; ///< From the first frame.
    qint64 frame = -1;  ///< −1: not known.
    QImage clear;
    QImage veiled; ///< The same as `clear` where care changes nothing.

    const QImage& shown(bool revealed) const { return revealed ? clear : veiled; }
};

/// A part of a video that a model looked at, as shares of its length.
struct LookedAtPart {
    double from = 0, to = 1;
    LookedAt mark;

    bool operator==(const LookedAtPart&) const = default;
};

/// What a timeline and a contact sheet show of a video, on the player's clock: seconds from the first frame.
struct TimelineData {
    std::vector<TimelinePicture> filmstrip; ///< By time.
    std::vector<TimelinePicture> covers;    ///< The best first.
    std::vector<double> shots;              ///< Where they begin, by time, the first one included.
    bool hasSound = false;
    double soundFrom = 0;
    double soundSeconds = 0;
    std::vector<float> low, high; ///< −1…1, in equal stretches over the sound's length.
    std::vector<std::pair<double, double>> silence;
    std::optional<double> loudnessLufs;
    QStringList facts;     ///< On the file.
    bool isVeiled = false; ///< Care changes the pictures.

    /// The picture nearest to that time; nullptr: there are none.
    const TimelinePicture* near(double seconds) const;
    /// The first frame of the shot after (+1) or before (−1) that time; nothing: there is none.
    std::optional<double> shotFrom(double seconds, int direction) const;
};

using TimelineDataPtr = std::shared_ptr<const TimelineData>;

/// Veils every picture: call it on a worker thread, before anything is shown.
TimelineDataPtr timelineData(const usecases::TimelineView& view, const CareEffect& care);
/// The same with another care.
TimelineDataPtr timelineData(const TimelineData& data, const CareEffect& care);

} // namespace moderato::widgets
