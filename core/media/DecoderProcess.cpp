#include "core/media/DecoderProcess.h"

#include "core/base/Log.h"
#include "core/media/InputFile.h"
#include "core/media/private/Media.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerKeeper.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace moderato::media {

using namespace std::chrono_literals;

namespace {

using What = DecodeRequest::What;
using Outcome = WorkerPipe::Outcome;

constexpr auto cancellationCheck = 10ms;
constexpr auto stopping = 100ms; ///< Some frames of a large video.
/// Shared memory that is kept from one answer to the next.
constexpr qint64 keptBytes = qint64(96) << 20;
constexpr qint64 bytesPerMegabyte = qint64(1) << 20;

Error crashed() {
    return Error::invalid(Media::tr("The decoder broke down over this file: it is damaged, or made to do "
                                    "harm. Nothing else was touched."));
}

Error tookTooLong(std::chrono::milliseconds deadline) {
    return Error::invalid(
        Media::tr("Opening this file took longer than %1 seconds and was stopped. It is probably damaged.")
            .arg(double(deadline.count()) / 1000));
}

/// What reads a whole file may take as long as a slow disk and a busy processor need for it.
std::chrono::milliseconds deadlineOf(const DecodeRequest& request, const DecoderOptions& options,
                                     qint64 fileBytes) {
    const std::chrono::milliseconds forSize = 1000ms * (fileBytes / bytesPerMegabyte);
    std::chrono::milliseconds deadline = options.deadline;
    switch (request.what) {
    case What::Probe:
    case What::Frame:
    case What::Stop:
    case What::Cover:
    case What::Picture:
    case What::KeyFrame:
        break;
    case What::FramesUpTo:
        deadline *= 2;
        break;
    case What::Sample:
        deadline += options.deadline / 10 *
                    (qint64(std::clamp(request.sampling.segments, 1, 256)) *
                     std::clamp(request.sampling.parts, 1, 64));
        break;
    case What::FramesAt:
        deadline += options.deadline / 4 * qint64(request.times.size());
        break;
    case What::FrameTable:
        deadline += forSize / 10;
        break;
    case What::Sound:
    case What::Overview:
        deadline += forSize;
        break;
    }
    return options.niceness > 0 ? 2 * deadline : deadline; // Others go first.
}

} // namespace

struct DecoderProcess::Private {
    explicit Private(DecoderOptions given)
        : options(std::move(given))
        , keeper(options) {}

    DecoderOptions options;
    std::timed_mutex mutex; ///< Held by the request that is being answered.
    WorkerKeeper keeper;
    std::unique_ptr<ReadyWorker> worker;
    std::shared_ptr<SharedMemory> memory; ///< Of the last answer; pictures may be using it.
    bool workerHasMemory = false;
    std::atomic<int> replaced = 0;

    Status lock(std::unique_lock<std::timed_mutex>& held, const JobContext& context) {
        while (!held.try_lock_for(cancellationCheck)) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
        }
        return {};
    }

    Status ensureWorker(const JobContext& context) {
        if (worker) {
            return {};
        }
        auto taken = keeper.take(context);
        if (!taken) {
            return taken.error();
        }
        worker = *std::move(taken);
        workerHasMemory = false;
        return {};
    }

    /// The memory of the last answer serves again when nobody looks at its pictures any more.
    Status ensureMemory() {
        if (memory && (memory.use_count() > 1 || memory->pagesInUse() > keptBytes)) {
            memory.reset();
        }
        if (!memory) {
            memory = SharedMemory::create(sharedBytes);
            workerHasMemory = false;
        }
        return memory ? Status{}
                      : Status(Error::io(Media::tr("There is not enough memory to open the file.")));
    }

    void replaceWorker() {
        keeper.bury(std::move(worker));
        ++replaced;
    }

    /// A worker that died between two requests is replaced once: this file has nothing to do with it.
    Outcome send(const DecodeRequest& request, const InputFile& file, const WorkerPipe::Patience& patience) {
        const JobContext whole; // Half a question would be no question.
        int descriptors[maxDescriptors] = {file.descriptor(), memory->descriptor()};
        const std::span<const int> sent(descriptors, workerHasMemory ? 1 : 2);
        const Outcome outcome = worker->pipe.send(encode(request), sent, {patience.deadline, whole});
        workerHasMemory = true;
        return outcome;
    }

    /// A run of frames that nobody waits for any more ends between two frames: the worker keeps its video
    /// open for the next one. → whether it did so soon
    bool stopRun() {
        const JobContext none;
        const WorkerPipe::Patience soon{std::chrono::steady_clock::now() + stopping, none};
        QByteArray unused;
        return worker->pipe.send(encode(DecodeRequest{.what = What::Stop}), {}, soon) == Outcome::Ok &&
               worker->pipe.receive(unused, soon) == Outcome::Ok;
    }

    Error failure(Outcome outcome, const QString& path, std::chrono::milliseconds deadline) {
        replaceWorker();
        if (outcome == Outcome::Cancelled) {
            return Error::cancelled();
        }
        qCWarning(log) << "the decoder process failed on" << path;
        return outcome == Outcome::TimedOut ? tookTooLong(deadline) : crashed();
    }

    /// `answers` tells whether a reply is one to this question; another one comes from a worker that was
    /// taken over.
    Result<DecodeReply> ask(DecodeRequest request, const QString& path, const JobContext& context,
                            bool (*answers)(const DecodeReply&)) {
        const Result<InputFile> file = InputFile::open(path);
        if (!file) {
            return file.error();
        }
        std::unique_lock held(mutex, std::defer_lock);
        if (const Status status = lock(held, context); !status) {
            return status.error();
        }
        const auto deadline = deadlineOf(request, options, file->size());
        request.name = file->name();
        request.secondsOfProcessor = int(2 * std::chrono::ceil<std::chrono::seconds>(deadline).count());
        for (int attempt = 0;; ++attempt) {
            Status ready = ensureWorker(context);
            ready = ready ? ensureMemory() : ready;
            if (!ready) {
                return ready.error();
            }
            const WorkerPipe::Patience patience{std::chrono::steady_clock::now() + deadline, context};
            Outcome outcome = send(request, *file, patience);
            if (outcome == Outcome::Closed && attempt == 0) {
                replaceWorker();
                continue;
            }
            QByteArray bytes;
            if (outcome == Outcome::Ok) {
                outcome = worker->pipe.receive(bytes, patience);
                if (outcome == Outcome::Cancelled && request.what == What::FramesUpTo && stopRun()) {
                    return Error::cancelled();
                }
            }
            auto message = outcome == Outcome::Ok ? decodeReply(bytes, memory) : std::nullopt;
            if (!message || !answers(message->reply)) {
                return failure(outcome, path, deadline);
            }
            if (message->isLast) {
                replaceWorker();
            }
            return std::move(message->reply);
        }
    }

    template <class T>
    Result<T> askFor(const DecodeRequest& request, const QString& path, const JobContext& context) {
        const auto answers = [](const DecodeReply& reply) {
            return std::holds_alternative<T>(reply) || std::holds_alternative<Error>(reply);
        };
        Result<DecodeReply> reply = ask(request, path, context, answers);
        if (!reply) {
            return reply.error();
        }
        if (T* value = std::get_if<T>(&*reply)) {
            return std::move(*value);
        }
        // The worker knows no translations; sentences without parts are found here.
        Error error = std::get<Error>(*reply);
        error.message = QCoreApplication::translate("Media", error.message.toUtf8().constData());
        return error;
    }
};

DecoderProcess::DecoderProcess(DecoderOptions options)
    : d(std::make_unique<Private>(std::move(options))) {}

DecoderProcess::~DecoderProcess() = default;

Result<MediaInfo> DecoderProcess::probe(const QString& path, const JobContext& context) {
    return d->askFor<MediaInfo>({.what = What::Probe}, path, context);
}

Result<QImage> DecoderProcess::frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize) {
    return d->askFor<QImage>({.what = What::Frame, .microseconds = time.count(), .maxSize = maxSize}, path,
                             {});
}

Result<QImage> DecoderProcess::coverFrame(const QString& path, QSize maxSize) {
    return d->askFor<QImage>({.what = What::Cover, .maxSize = maxSize}, path, {});
}

Result<QImage> DecoderProcess::picture(const QString& path, QSize maxSize, const JobContext& context) {
    return d->askFor<QImage>({.what = What::Picture, .maxSize = maxSize}, path, context);
}

Result<std::vector<SampledFrame>> DecoderProcess::sample(const QString& path, const SampleOptions& options,
                                                         const JobContext& context) {
    return d->askFor<std::vector<SampledFrame>>({.what = What::Sample, .sampling = options}, path, context);
}

Result<std::vector<SampledFrame>>
DecoderProcess::framesAt(const QString& path, const std::vector<std::chrono::microseconds>& times,
                         QSize maxSize, const JobContext& context) {
    return d->askFor<std::vector<SampledFrame>>({.what = What::FramesAt, .maxSize = maxSize, .times = times},
                                                path, context);
}

Result<SampledFrame> DecoderProcess::keyFrameAt(const QString& path, std::chrono::microseconds time,
                                                QSize maxSize, const JobContext& context) {
    return d->askFor<SampledFrame>({.what = What::KeyFrame, .microseconds = time.count(), .maxSize = maxSize},
                                   path, context);
}

Result<std::vector<SampledFrame>> DecoderProcess::framesUpTo(const QString& path, qint64 pts, int count,
                                                             QSize maxSize, const JobContext& context) {
    return d->askFor<std::vector<SampledFrame>>(
        {.what = What::FramesUpTo, .maxSize = maxSize, .pts = pts, .count = count}, path, context);
}

Result<FrameTable> DecoderProcess::frameTable(const QString& path, const JobContext& context) {
    return d->askFor<FrameTable>({.what = What::FrameTable}, path, context);
}

Result<std::optional<Sound>> DecoderProcess::sound(const QString& path, int sampleRate,
                                                   const JobContext& context) {
    return d->askFor<std::optional<Sound>>({.what = What::Sound, .sampleRate = sampleRate}, path, context);
}

Result<Overview> DecoderProcess::overview(const QString& path, const OverviewOptions& options,
                                          const JobContext& context) {
    return d->askFor<Overview>({.what = What::Overview, .overview = options}, path, context);
}

QString DecoderProcess::decoderBeside(const QString& program) {
    const QString folder = QFileInfo(program).absolutePath();
    const QString beside = folder + QStringLiteral("/moderato-decoder");
    const QString inLibexec = folder + QStringLiteral("/../libexec/moderato-decoder");
    return !QFileInfo::exists(beside) && QFileInfo::exists(inLibexec) ? inLibexec : beside;
}

void DecoderProcess::prepare() {
    d->keeper.prepare();
}

int DecoderProcess::workersReplaced() const {
    return d->replaced;
}

Result<SandboxState> DecoderProcess::sandbox() {
    const std::lock_guard held(d->mutex);
    const Status status = d->ensureWorker({});
    return status ? Result<SandboxState>(d->worker->state) : Result<SandboxState>(status.error());
}

} // namespace moderato::media
