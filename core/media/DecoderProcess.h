#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/media/FrameTable.h"
#include "core/media/MediaInfo.h"
#include "core/media/Overview.h"
#include "core/media/Sampling.h"
#include "core/media/SandboxState.h"
#include "core/media/Sound.h"

#include <QImage>
#include <QStringList>

#include <chrono>
#include <memory>

namespace moderato::media {

struct DecoderOptions {
    QString program{};       ///< Calls runDecodeWorker(); see decoderBeside().
    QStringList arguments{}; ///< Of the program.
    /// Of a request that opens a file and decodes a frame; what reads the whole file gets more, by its size.
    /// Then the worker is killed.
    std::chrono::milliseconds deadline{20000};
    int niceness = 0; ///< Above 0: the workers leave the processor to others, and deadlines are longer.
};

/// Opens hostile media in a process of its own (see Sandbox.h for what that process may not do). The file
/// comes to it as a descriptor, frames and sound come back in shared memory. A crash or a hang costs the one
/// item, as an Error with a sentence; a second worker stands ready, so that the next request need not wait.
/// The workers are started with the first request and end with this object. Thread-safe; requests wait for
/// each other: have one for people and one for background work.
class DecoderProcess {
public:
    explicit DecoderProcess(DecoderOptions options);
    /// With the decoder that is installed beside `program`.
    explicit DecoderProcess(const QString& program)
        : DecoderProcess(DecoderOptions{.program = decoderBeside(program)}) {}
    ~DecoderProcess();
    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    // Each is the function of the same kind in Probe.h, Frames.h, Sampling.h, Steps.h, FrameTable.h, Sound.h
    // and Overview.h. A `context` that is cancelled ends the worker at once, but framesUpTo only stops:
    // Error::cancelled().
    Result<MediaInfo> probe(const QString& path, const JobContext& context = {});
    Result<QImage> frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize);
    Result<QImage> coverFrame(const QString& path, QSize maxSize);
    Result<QImage> picture(const QString& path, QSize maxSize, const JobContext& context = {});
    Result<std::vector<SampledFrame>> sample(const QString& path, const SampleOptions& options,
                                             const JobContext& context = {});
    Result<std::vector<SampledFrame>> framesAt(const QString& path,
                                               const std::vector<std::chrono::microseconds>& times,
                                               QSize maxSize, const JobContext& context = {});
    Result<SampledFrame> keyFrameAt(const QString& path, std::chrono::microseconds time, QSize maxSize,
                                    const JobContext& context = {});
    Result<std::vector<SampledFrame>> framesUpTo(const QString& path, qint64 pts, int count, QSize maxSize,
                                                 const JobContext& context = {});
    Result<FrameTable> frameTable(const QString& path, const JobContext& context = {});
    Result<std::optional<Sound>> sound(const QString& path, int sampleRate, const JobContext& context = {});
    Result<Overview> overview(const QString& path, const OverviewOptions& options,
                              const JobContext& context = {});

    /// The small program `moderato-decoder`: in the folder of `program`, or in `../libexec`.
    static QString decoderBeside(const QString& program);

    /// Starts a worker in the background, so that the first request does not wait for that.
    void prepare();
    /// How many workers were started because one before crashed, hung or was cancelled.
    int workersReplaced() const;
    /// How well the workers are shut in on this system. Starts one where none runs yet.
    Result<SandboxState> sandbox();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The worker's side: shuts itself in, then answers requests on standard input until it closes. Call it first
/// thing in main, before any thread or QCoreApplication. Returns the exit status.
int runDecodeWorker();

} // namespace moderato::media
