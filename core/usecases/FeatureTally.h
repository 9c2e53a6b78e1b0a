#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace moderato::usecases {

/// A feature over time, to be drawn along the clip.
struct FeatureBin {
    qint32 usable = 0; ///< Frames in which the feature can be told; 0: a gap.
    qint32 with = 0;

    bool operator==(const FeatureBin&) const = default;
};

/// What a reader's face showed of one feature.
struct FeatureFinding {
    QString feature = {}; ///< A code of S4.1.
    bool told = false; ///< The source can tell it; otherwise `reason` says why not, and nothing else counts.
    bool present = false;
    qint64 usable = 0, with = 0;          ///< Frames.
    std::chrono::milliseconds longest{0}; ///< Without a break.
    QString rule = {};
    QString reason = {};
    std::vector<FeatureBin> track = {}; ///< A bin of equal length each, from the beginning of the clip.

    bool operator==(const FeatureFinding&) const = default;
};

/// When a feature counts as present.
struct PresenceRule {
    double shareOfFrames = 0.25;          ///< Where it holds in this share of the usable frames,
    std::chrono::milliseconds onEnd{500}; ///< or this long without a break; 0: the share alone decides.
};

/// Counts one feature's usable frames, in order of time.
class FeatureTally {
public:
    struct Step {
        std::chrono::microseconds length{0}; ///< From frame to frame as a rule.
        bool wholeSeconds = false;           ///< Times are rounded to seconds: frames are counted instead.
    };

    explicit FeatureTally(QString feature) { finding.feature = std::move(feature); }

    /// `time`: when the frame was taken; nothing: not known.
    void note(bool holds, std::optional<std::chrono::microseconds> time, const Step& step);
    /// Where along the item the same frame belongs; before its beginning and after ten hours of seconds it
    /// is left out. `bin` 0: no track.
    void place(bool holds, std::chrono::microseconds inClip, std::chrono::milliseconds bin);
    /// The feature could not be told for a while.
    void breakRun() { runStart_.reset(); }
    /// Says whether it is present.
    void judge(const PresenceRule& rule);

    FeatureFinding finding;

private:
    std::optional<std::chrono::microseconds> runStart_;
    qint64 runFrames_ = 0;
};

} // namespace moderato::usecases
