#include "core/media/DecoderProcess.h"

#include "core/base/Log.h"
#include "core/media/private/Media.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <mutex>

namespace moderato::media {

namespace {

Error crashed() {
    return Error::invalid(Media::tr("The decoder broke down over this file: it is damaged, or made to do "
                                    "harm. Nothing else was touched."));
}

Error tookTooLong(std::chrono::milliseconds deadline) {
    return Error::invalid(
        Media::tr("Opening this file took longer than %1 seconds and was stopped. It is probably damaged.")
            .arg(double(deadline.count()) / 1000));
}

} // namespace

struct DecoderProcess::Private {
    using Outcome = WorkerPipe::Outcome;

    DecoderOptions options;
    mutable std::mutex mutex;
    WorkerPipe worker;
    int started = 0;

    Status start() {
        if (const Status status = worker.start(options.program, options.arguments); !status) {
            return status;
        }
        ++started;
        QByteArray hello;
        if (worker.receive(hello, deadline()) != Outcome::Ok || hello != "ready") {
            worker.stop();
            return Error::io(
                Media::tr("The decoder process could not be started. Install the program again."),
                options.program);
        }
        return {};
    }

    WorkerPipe::Deadline deadline() const { return std::chrono::steady_clock::now() + options.deadline; }

    /// A worker that died between two requests is started again once.
    Status send(const QByteArray& message) {
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (!worker.isRunning()) {
                if (const Status status = start(); !status) {
                    return status;
                }
            }
            if (worker.send(message, deadline()) == Outcome::Ok) {
                return {};
            }
            worker.stop();
        }
        return crashed();
    }

    Result<DecodeReply> ask(const DecodeRequest& request) {
        const std::lock_guard lock(mutex);
        if (const Status status = send(encode(request)); !status) {
            return status.error();
        }
        QByteArray bytes;
        const Outcome outcome = worker.receive(bytes, deadline());
        auto reply = outcome == Outcome::Ok ? decodeReply(bytes) : std::nullopt;
        if (!reply) {
            worker.stop();
            qCWarning(log) << "decoder process failed on" << request.path;
            return outcome == Outcome::TimedOut ? tookTooLong(options.deadline) : crashed();
        }
        if (auto* error = std::get_if<Error>(&*reply)) {
            // The worker knows no translations; sentences without parts are found here.
            error->message = QCoreApplication::translate("Media", error->message.toUtf8().constData());
            return *error;
        }
        return *std::move(reply);
    }

    template <class T> Result<T> askFor(const DecodeRequest& request) {
        Result<DecodeReply> reply = ask(request);
        if (!reply) {
            return reply.error();
        }
        if (T* value = std::get_if<T>(&*reply)) {
            return std::move(*value);
        }
        return crashed();
    }
};

DecoderProcess::DecoderProcess(DecoderOptions options)
    : d(std::make_unique<Private>()) {
    d->options = std::move(options);
}

DecoderProcess::~DecoderProcess() = default;

Result<MediaInfo> DecoderProcess::probe(const QString& path) {
    return d->askFor<MediaInfo>(
        {.what = DecodeRequest::What::Probe, .path = path, .microseconds = 0, .maxSize = {}});
}

Result<QImage> DecoderProcess::frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize) {
    return d->askFor<QImage>(
        {.what = DecodeRequest::What::Frame, .path = path, .microseconds = time.count(), .maxSize = maxSize});
}

Result<QImage> DecoderProcess::coverFrame(const QString& path, QSize maxSize) {
    return d->askFor<QImage>({.what = DecodeRequest::What::Cover, .path = path, .maxSize = maxSize});
}

Result<QImage> DecoderProcess::picture(const QString& path, QSize maxSize) {
    return d->askFor<QImage>({.what = DecodeRequest::What::Picture, .path = path, .maxSize = maxSize});
}

int DecoderProcess::workersStarted() const {
    const std::lock_guard lock(d->mutex);
    return d->started;
}

} // namespace moderato::media
