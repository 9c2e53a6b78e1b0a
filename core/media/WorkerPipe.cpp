#include "core/media/private/WorkerPipe.h"

#include "core/media/private/Media.h"
#include "core/media/private/WireMessage.h"

#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace moderato::media {

namespace {

QByteArray lengthPrefix(qint64 size) {
    QByteArray prefix(4, Qt::Uninitialized);
    qToLittleEndian(quint32(size), prefix.data());
    return prefix;
}

bool readAll(char* data, qint64 size) {
    while (size > 0) {
        const ssize_t got = ::read(STDIN_FILENO, data, size_t(size));
        if (got <= 0 && !(got < 0 && errno == EINTR)) {
            return false;
        }
        data += std::max<ssize_t>(got, 0);
        size -= std::max<ssize_t>(got, 0);
    }
    return true;
}

bool writeAll(const char* data, qint64 size) {
    while (size > 0) {
        const ssize_t put = ::write(STDOUT_FILENO, data, size_t(size));
        if (put <= 0 && !(put < 0 && errno == EINTR)) {
            return false;
        }
        data += std::max<ssize_t>(put, 0);
        size -= std::max<ssize_t>(put, 0);
    }
    return true;
}

} // namespace

Status WorkerPipe::start(const QString& program, const QStringList& arguments) {
    stop();
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return Error::io(Media::tr("The decoder process could not be started."),
                         QString::fromLocal8Bit(strerror(errno)));
    }
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<char*> argv;
    for (QByteArray& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int code = posix_spawn(&child, words[0].constData(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (code != 0) {
        ::close(ends[0]);
        return Error::io(Media::tr("The decoder process could not be started."),
                         QString::fromLocal8Bit(strerror(code)));
    }
    child_ = child;
    socket_ = ends[0];
    return {};
}

void WorkerPipe::stop() {
    if (child_ <= 0) {
        return;
    }
    ::close(socket_);
    ::kill(child_, SIGKILL);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
    socket_ = -1;
}

WorkerPipe::Outcome WorkerPipe::transfer(char* data, qint64 size, bool sending, Deadline deadline) {
    while (size > 0) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd waited{socket_, short(sending ? POLLOUT : POLLIN), 0};
        const int ready = left.count() <= 0 ? 0 : ::poll(&waited, 1, int(left.count()));
        if (ready == 0) {
            return Outcome::TimedOut;
        }
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        const ssize_t moved = sending ? ::send(socket_, data, size_t(size), MSG_NOSIGNAL | MSG_DONTWAIT)
                                      : ::recv(socket_, data, size_t(size), MSG_DONTWAIT);
        if (moved < 0 && (errno == EAGAIN || errno == EINTR)) {
            continue;
        }
        if (moved <= 0) {
            return Outcome::Closed;
        }
        data += moved;
        size -= moved;
    }
    return Outcome::Ok;
}

WorkerPipe::Outcome WorkerPipe::send(const QByteArray& message, Deadline deadline) {
    QByteArray whole = lengthPrefix(message.size()) + message;
    return transfer(whole.data(), whole.size(), true, deadline);
}

WorkerPipe::Outcome WorkerPipe::receive(QByteArray& message, Deadline deadline) {
    char prefix[4];
    if (const Outcome outcome = transfer(prefix, sizeof(prefix), false, deadline); outcome != Outcome::Ok) {
        return outcome;
    }
    const qint64 size = qFromLittleEndian<quint32>(prefix);
    if (size > maxReplyBytes) {
        return Outcome::Closed;
    }
    message.resize(size);
    return transfer(message.data(), size, false, deadline);
}

bool readMessage(QByteArray& message) {
    char prefix[4];
    if (!readAll(prefix, sizeof(prefix))) {
        return false;
    }
    const qint64 size = qFromLittleEndian<quint32>(prefix);
    if (size > maxRequestBytes) {
        return false;
    }
    message.resize(size);
    return readAll(message.data(), size);
}

bool writeMessage(const QByteArray& message) {
    const QByteArray prefix = lengthPrefix(message.size());
    return writeAll(prefix.constData(), prefix.size()) && writeAll(message.constData(), message.size());
}

} // namespace moderato::media
