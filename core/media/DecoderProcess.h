#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

#include <QImage>
#include <QStringList>

#include <chrono>
#include <memory>

namespace moderato::media {

struct DecoderOptions {
    QString program; ///< The program that answers to `arguments` by calling runDecodeWorker().
    QStringList arguments{QStringLiteral("decode-worker")};
    std::chrono::milliseconds deadline{20000}; ///< Of one request; then the worker is killed.
};

/// Opens hostile media in a process of its own: no network (where the system allows), bounded memory, no
/// files written, and a deadline. A crash or a hang costs the one item, as an Error with a sentence; the next
/// request starts a new worker. The worker is started with the first request and ends with this object.
/// Thread-safe; requests wait for each other.
class DecoderProcess {
public:
    explicit DecoderProcess(DecoderOptions options);
    /// The program itself as `decode-worker`.
    explicit DecoderProcess(const QString& program)
        : DecoderProcess(DecoderOptions{.program = program}) {}
    ~DecoderProcess();
    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    Result<MediaInfo> probe(const QString& path);
    Result<QImage> frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize);
    Result<QImage> coverFrame(const QString& path, QSize maxSize);
    Result<QImage> picture(const QString& path, QSize maxSize);

    /// How many workers were started so far: one, and one more after each crash or hang.
    int workersStarted() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The worker's side: shuts itself in, then answers requests on standard input until it closes. Call it first
/// thing in main, before any thread or QApplication, for the subcommand `decode-worker`. Returns the exit
/// status.
int runDecodeWorker();

} // namespace moderato::media
