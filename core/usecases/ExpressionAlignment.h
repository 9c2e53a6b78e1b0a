#pragma once

#include "core/interchange/ExpressionFile.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace moderato::usecases {

/// What is known of the clip that a reader looked at; 0: not known.
struct ExpressionClip {
    std::chrono::microseconds duration{0};
    qint64 frames = 0;
    double framesPerSecond = 0;

    bool operator==(const ExpressionClip&) const = default;
};

/// Whether a file about a face belongs to a clip: both sides' figures, to be shown before it is accepted.
struct ExpressionAlignment {
    enum class Verdict { Fits, Doubtful, DoesNotFit };

    Verdict verdict = Verdict::Fits;
    QStringList sentences;                   ///< Why, for people; the gravest first.
    qint64 frames = 0;                       ///< That the file tells of.
    double framesPerSecond = 0;              ///< Of the file; 0: it has no times.
    std::chrono::microseconds duration{0};   ///< From the first frame to the end of the last one.
    std::chrono::microseconds longestGap{0}; ///< Between two frames.
    qint64 droppedFrames = 0;                ///< Missing between the first and the last one.
    qint64 stepsBack = 0;                    ///< Where the time or the number of the frame falls.
    qint64 framesOfSeveral = 0;              ///< With several faces that the file does not tell apart.
    bool timesFromFramesFit = false;         ///< The frames agree with the clip and the times do not.
    ExpressionClip clip;

    double shareDropped() const;
    bool operator==(const ExpressionAlignment&) const = default;
};

/// Tells the frames in a stream of samples apart, where a frame has a sample for each face.
class FrameSteps {
public:
    /// Whether the sample is the first one of its frame.
    bool isNew(const interchange::ExpressionSample& sample);

private:
    bool any_ = false;
    std::optional<qint64> frame_;
    std::optional<std::chrono::microseconds> time_;
};

/// Goes through a file once and keeps its figures only: sizes do not depend on the number of rows. One
/// thread.
class ExpressionSurvey {
public:
    void add(const interchange::ExpressionLayout& layout, const interchange::ExpressionSample& sample);

    /// The face that most frames show; empty where the file names none.
    QString mainFace() const;
    QStringList faces() const;
    /// From one frame to the next one as a rule; 0: the file has no times.
    std::chrono::microseconds step() const;
    std::optional<std::chrono::microseconds> firstTime() const { return firstTime_; }

    ExpressionAlignment alignment(const ExpressionClip& clip) const;

private:
    void addFrame(const interchange::ExpressionSample& sample);
    qint64 stride() const;
    qint64 dropped() const;
    qint64 framesSpanned() const;
    void judge(ExpressionAlignment& alignment) const;
    void judgeDuration(ExpressionAlignment& alignment) const;
    void judgeFrames(ExpressionAlignment& alignment) const;
    bool framesAgree(const ExpressionClip& clip) const;

    interchange::ExpressionLayout layout_;
    FrameSteps steps_;
    QHash<QString, qint64> faces_;
    qint64 frames_ = 0, framesWithFace_ = 0, framesOfSeveral_ = 0, stepsBack_ = 0;
    bool faceInFrame_ = false, severalInFrame_ = false;
    std::optional<std::chrono::microseconds> firstTime_, latestTime_, lastTime_;
    std::optional<qint64> firstFrame_, latestFrame_, lastFrame_;
    std::chrono::microseconds longestGap_{0};
    std::vector<qint64> timeSteps_, frameSteps_; ///< The first ones, for their medians.
};

} // namespace moderato::usecases
