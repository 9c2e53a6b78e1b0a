#include "core/media/DecoderProcess.h"

#include "core/base/Log.h"
#include "core/media/private/Wire.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace moderato::media {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Media", text); }

} // namespace

struct DecoderProcess::Private {
    explicit Private(DecoderOptions o) : options(std::move(o)) {}

    Status start();
    void stop();
    /// The worker's answer, or why there is none; then the worker is gone.
    Result<QByteArray> ask(const Request& request);
    template <class T, class Decode> Result<T> get(const Request& request, Decode decode);

    const DecoderOptions options;
    mutable std::mutex mutex;
    pid_t worker = -1;
    int socket = -1; ///< Both ways; the worker's standard input.
    int started = 0;
};

Status DecoderProcess::Private::start()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return Error::io(tr("The decoder cannot be started: the system is out of resources. Close other programs."));
    }
    QList<QByteArray> arguments{QFile::encodeName(options.program)};
    for (const QString& argument : options.arguments) {
        arguments << argument.toLocal8Bit();
    }
    std::vector<char*> argv;
    for (QByteArray& argument : arguments) {
        argv.push_back(argument.data());
    }
    argv.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int code = ::posix_spawn(&worker, argv[0], &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(ends[1]);
    if (code != 0) {
        ::close(ends[0]);
        worker = -1;
        return Error::io(tr("The decoder “%1” cannot be started. Install the program again.").arg(options.program),
                         QString::fromLocal8Bit(std::strerror(code)));
    }
    socket = ends[0];
    ++started;
    return {};
}

void DecoderProcess::Private::stop()
{
    if (worker < 0) {
        return;
    }
    ::close(socket);
    ::kill(worker, SIGKILL);
    ::waitpid(worker, nullptr, 0);
    worker = -1;
    socket = -1;
}

Result<QByteArray> DecoderProcess::Private::ask(const Request& request)
{
    if (worker < 0) {
        if (const Status begun = start(); !begun) {
            return begun.error();
        }
    }
    const auto deadline = std::chrono::steady_clock::now() + options.deadline;
    QByteArray answer;
    const ReadOutcome outcome = writeMessage(socket, encode(request)) ? readMessage(socket, answer, deadline) : ReadOutcome::Closed;
    if (outcome == ReadOutcome::Message) {
        return answer;
    }
    stop();
    const QString name = QFileInfo(request.path).fileName();
    qCWarning(log) << "decode worker ended on" << request.path << (outcome == ReadOutcome::TimedOut ? "(too slow)" : "(crashed)");
    if (outcome == ReadOutcome::TimedOut) {
        return Error::invalid(tr("Decoding “%1” took too long and was stopped. The file is damaged or made to block; "
                                 "everything else goes on.")
                                  .arg(name));
    }
    return Error::invalid(
        tr("The decoder crashed on “%1”. The file is damaged or made to do harm; everything else goes on.").arg(name));
}

template <class T, class Decode> Result<T> DecoderProcess::Private::get(const Request& request, Decode decode)
{
    const std::lock_guard lock(mutex);
    const Result<QByteArray> answer = ask(request);
    if (!answer) {
        return answer.error();
    }
    if (std::optional<Result<T>> value = decode(*answer)) {
        return std::move(*value);
    }
    stop(); // it says nonsense: it may have been taken over by the file
    return Error::invalid(tr("The decoder gave no usable answer on “%1”. The file is damaged or made to do harm; "
                             "everything else goes on.")
                              .arg(QFileInfo(request.path).fileName()));
}

DecoderProcess::DecoderProcess(DecoderOptions options) : d(std::make_unique<Private>(std::move(options))) {}

DecoderProcess::~DecoderProcess() { d->stop(); }

Result<MediaInfo> DecoderProcess::probe(const QString& path)
{
    return d->get<MediaInfo>({.kind = Request::Kind::Probe, .path = path}, decodeMediaInfo);
}

Result<QImage> DecoderProcess::frameAt(const QString& path, std::chrono::microseconds time, QSize maxSize)
{
    return d->get<QImage>({Request::Kind::FrameAt, path, time, maxSize}, decodeImage);
}

Result<QImage> DecoderProcess::coverFrame(const QString& path, QSize maxSize)
{
    return d->get<QImage>({Request::Kind::CoverFrame, path, {}, maxSize}, decodeImage);
}

Result<QImage> DecoderProcess::picture(const QString& path, QSize maxSize)
{
    return d->get<QImage>({Request::Kind::Picture, path, {}, maxSize}, decodeImage);
}

int DecoderProcess::workersStarted() const
{
    const std::lock_guard lock(d->mutex);
    return d->started;
}

} // namespace moderato::media
