#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <sys/types.h>

namespace moderato::media {

/// A child process that talks in length-prefixed messages over its standard input and output. Killed with
/// this object. One thread at a time.
class WorkerPipe {
public:
    WorkerPipe() = default;
    ~WorkerPipe() { stop(); }
    WorkerPipe(const WorkerPipe&) = delete;
    WorkerPipe& operator=(const WorkerPipe&) = delete;

    Status start(const QString& program, const QStringList& arguments);
    void stop();
    bool isRunning() const { return child_ > 0; }

    enum class Outcome { Ok, Closed, TimedOut };
    using Deadline = std::chrono::steady_clock::time_point;
    Outcome send(const QByteArray& message, Deadline deadline);
    Outcome receive(QByteArray& message, Deadline deadline);

private:
    Outcome transfer(char* data, qint64 size, bool sending, Deadline deadline);

    pid_t child_ = -1;
    int socket_ = -1;
};

/// The child's side: on standard input and output. False at the end.
bool readMessage(QByteArray& message);
bool writeMessage(const QByteArray& message);

} // namespace moderato::media
