#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <span>
#include <sys/types.h>
#include <vector>

namespace moderato::media {

/// Of one message.
constexpr size_t maxDescriptors = 2;

/// A child process that talks in length-prefixed messages over its standard input and output, which are one
/// Unix socket; descriptors go with the messages to it, and none come back. Killed with this object, and with
/// the thread that started it. One thread at a time.
class WorkerPipe {
public:
    WorkerPipe() = default;
    ~WorkerPipe() { stop(); }
    WorkerPipe(const WorkerPipe&) = delete;
    WorkerPipe& operator=(const WorkerPipe&) = delete;

    Status start(const QString& program, const QStringList& arguments, int niceness);
    /// Ends the process at once, without waiting until the system has cleaned up behind it.
    void kill();
    /// kill(), and waits for it.
    void stop();
    bool isRunning() const { return socket_ >= 0; }
    pid_t process() const { return child_; }

    enum class Outcome { Ok, Closed, TimedOut, Cancelled };
    /// Until when to wait, and who may end it before.
    struct Patience {
        std::chrono::steady_clock::time_point deadline;
        const JobContext& context;
    };
    Outcome send(const QByteArray& message, std::span<const int> descriptors, const Patience& patience);
    Outcome receive(QByteArray& message, const Patience& patience);

private:
    Outcome wait(short event, const Patience& patience) const;
    Outcome transfer(char* data, qint64 size, bool sending, const Patience& patience);

    pid_t child_ = -1;
    int socket_ = -1;
};

/// The child's side: on standard input and output. False at the end. `descriptors` is replaced by those that
/// came with the message.
bool readMessage(QByteArray& message, std::vector<int>& descriptors);
bool writeMessage(const QByteArray& message);
/// Whether the next message, or the end, is there already.
bool isMessageWaiting();

} // namespace moderato::media
