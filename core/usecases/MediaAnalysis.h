#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QImage>
#include <QMutex>
#include <QStringList>
#include <QWaitCondition>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}
namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

/// A picture out of a video with its place, as plain values for pages.
struct TimedPicture {
    double seconds = 0; ///< Presentation time on the container's clock.
    qint64 frame = -1;  ///< −1: not known.
    QImage image;
};

struct TimedPoint {
    double seconds = 0;
    qint64 frame = -1;
};

/// What a timeline shows of a video; kept in the library's cache by the file's SHA-256 and the version of the
/// extractor, so that nothing is decoded twice.
struct TimelineView {
    double startSeconds = 0; ///< Of the first frame, on the container's clock.
    double duration = 0;
    QStringList facts; ///< See MediaFacts.h.
    std::vector<TimedPicture> filmstrip;
    std::vector<TimedPoint> shots;
    std::vector<TimedPicture> covers;
    bool hasSound = false;
    double soundStart = 0;
    std::vector<float> low, high; ///< The waveform in equal stretches over the sound's length.
    double soundSeconds = 0;
    std::optional<double> loudnessLufs;
    std::vector<std::pair<double, double>> silence; ///< Seconds from the sound's start.
};

struct AnalysisProgress {
    qint64 waiting = 0;
    qint64 done = 0;
    qint64 failed = 0;
    std::optional<double> secondsLeft; ///< From the pace of this run.
    bool paused = false;
    bool running = false;
};

struct AnalysisFailure {
    domain::ContentId content;
    QString title;
    QString problem;
};

/// The analysis of a library's media is a queue in its database: probe, sampled frames with their hashes,
/// sound, overview, text sketch. It goes on where it stopped, also after kill −9, and never repeats finished
/// work. One `run` at a time; the other members may be called from any thread meanwhile.
class MediaAnalysis {
public:
    MediaAnalysis(storage::Library& library, media::DecoderProcess& decoder, const Clock& clock);
    ~MediaAnalysis();

    /// Queues what has not been analysed by this version of the extractors. → how many wait now
    Result<qint64> enqueue();
    /// Works the queue off; returns when it is empty or the job is cancelled (then Error::cancelled). While
    /// paused it waits. A file that cannot be analysed is marked with its reason and costs nothing else.
    Result<AnalysisProgress> run(const JobContext& context);

    /// What a person looks at goes first.
    Status prioritize(domain::ContentId content);
    void setPaused(bool paused);
    Result<AnalysisProgress> progress() const;
    Result<std::vector<AnalysisFailure>> failures(int limit) const;
    /// Failed items wait again.
    Result<qint64> retryFailed();

    /// What is kept of an item's video; nothing: not analysed yet. Any thread.
    Result<std::optional<TimelineView>> timeline(domain::ContentId content) const;

    /// A small picture of an item's video, for rows of a list; null: not analysed yet. Any thread.
    QImage cover(domain::ContentId content) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace moderato::usecases
