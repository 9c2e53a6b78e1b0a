#include "core/media/private/WorkerPipe.h"

#include "core/media/private/Media.h"
#include "core/media/private/WireMessage.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace moderato::media {

using namespace std::chrono_literals;

namespace {

/// How long a cancelled job may go unnoticed.
constexpr auto cancellationCheck = 10ms;

Error notStarted(int code) {
    return Error::io(Media::tr("The decoder process could not be started. Install the program again."),
                     QString::fromLocal8Bit(strerror(code)));
}

/// `file` with the socket as its standard input and output, and nothing else open. → 0 or an errno
int spawn(const char* file, char* const* argv, int socket, pid_t& child) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int code = posix_spawn(&child, file, &actions, &attributes, argv, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

} // namespace

Status WorkerPipe::start(const QString& program, const QStringList& arguments, int niceness) {
    stop();
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return notStarted(errno);
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
    const int code = spawn(words[0].constData(), argv.data(), ends[1], child_);
    ::close(ends[1]);
    if (code != 0) {
        ::close(ends[0]);
        child_ = -1;
        return notStarted(code);
    }
    socket_ = ends[0];
    if (niceness > 0) {
        setpriority(PRIO_PROCESS, id_t(child_), niceness);
    }
    return {};
}

void WorkerPipe::kill() {
    if (socket_ >= 0) {
        ::close(socket_);
        ::kill(child_, SIGKILL);
        socket_ = -1;
    }
}

void WorkerPipe::stop() {
    kill();
    if (child_ > 0) {
        while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
        }
        child_ = -1;
    }
}

WorkerPipe::Outcome WorkerPipe::wait(short event, const Patience& patience) const {
    while (true) {
        if (patience.context.isCancelled()) {
            return Outcome::Cancelled;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(patience.deadline -
                                                                       std::chrono::steady_clock::now());
        if (left.count() <= 0) {
            return Outcome::TimedOut;
        }
        pollfd waited{socket_, event, 0};
        const int ready = ::poll(&waited, 1, int(std::min(left, cancellationCheck).count()));
        if (ready > 0) {
            return Outcome::Ok;
        }
        if (ready < 0 && errno != EINTR) {
            return Outcome::Closed;
        }
    }
}

WorkerPipe::Outcome WorkerPipe::transfer(char* data, qint64 size, bool sending, const Patience& patience) {
    while (size > 0) {
        if (const Outcome outcome = wait(sending ? POLLOUT : POLLIN, patience); outcome != Outcome::Ok) {
            return outcome;
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

WorkerPipe::Outcome WorkerPipe::send(const QByteArray& message, std::span<const int> descriptors,
                                     const Patience& patience) {
    if (const Outcome outcome = wait(POLLOUT, patience); outcome != Outcome::Ok) {
        return outcome;
    }
    char prefix[4];
    qToLittleEndian(quint32(message.size()), prefix);
    iovec piece{prefix, sizeof(prefix)};
    alignas(cmsghdr) char control[CMSG_SPACE(maxDescriptors * sizeof(int))] = {};
    msghdr header{};
    header.msg_iov = &piece;
    header.msg_iovlen = 1;
    if (!descriptors.empty()) {
        header.msg_control = control;
        header.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr* rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size_bytes());
    }
    // Four bytes into an empty buffer: all of them or none.
    if (::sendmsg(socket_, &header, MSG_NOSIGNAL) != ssize_t(sizeof(prefix))) {
        return Outcome::Closed;
    }
    QByteArray body = message;
    return transfer(body.data(), body.size(), true, patience);
}

WorkerPipe::Outcome WorkerPipe::receive(QByteArray& message, const Patience& patience) {
    char prefix[4];
    if (const Outcome outcome = transfer(prefix, sizeof(prefix), false, patience); outcome != Outcome::Ok) {
        return outcome;
    }
    const qint64 size = qFromLittleEndian<quint32>(prefix);
    if (size > maxReplyBytes) {
        return Outcome::Closed;
    }
    message.resize(size);
    return transfer(message.data(), size, false, patience);
}

} // namespace moderato::media
