#pragma once

#include <QtGlobal>

#include <memory>
#include <vector>

namespace moderato::widgets {

/// Seconds a unit of a presentation time stamp.
struct TimeBase {
    int numerator = 1;
    int denominator = 1'000'000;

    double seconds(qint64 pts) const { return double(pts) * numerator / denominator; }
    bool operator==(const TimeBase&) const = default;
};

/// When each frame of a video is shown, in order of showing: the truth that labels, steps and marks go by.
/// "Seconds" here are those of the container's clock, which may begin below or above 0.
struct FrameTimes {
    TimeBase timeBase;
    std::vector<qint64> pts;   ///< Strictly rising.
    std::vector<quint8> isKey; ///< As many; 1: decoding can begin here.

    qint64 count() const { return qint64(pts.size()); }
    /// The frame on the screen at that time: the last one at or before it, the first one before the
    /// beginning; −1: there is none. Forgives half a unit of the time base, which floating point loses.
    qint64 numberAt(double seconds) const;
    /// The frame of exactly that time stamp; −1: there is none.
    qint64 numberOf(qint64 pts) const;
    double seconds(qint64 number) const { return timeBase.seconds(pts[size_t(number)]); }
    /// Of the first frame; 0 in an empty table.
    double start() const { return pts.empty() ? 0 : seconds(0); }
    /// The frame that decoding begins with to show frame `number`.
    qint64 keyBefore(qint64 number) const;
};

using FrameTimesPtr = std::shared_ptr<const FrameTimes>;

} // namespace moderato::widgets
