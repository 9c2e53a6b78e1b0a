#pragma once

#include "core/base/Result.h"
#include "core/storage/Connection.h"
#include "core/storage/Library.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace moderato::storage {

/// The thread that owns the one writing connection: runs what it is handed in order, each in its transaction,
/// and checkpoints the log when there is nothing else to do, so that no decision waits for it.
class WriterThread {
public:
    struct Task {
        Durability durability = Durability::Full;
        std::function<Status(Connection&)> work;
        std::function<void(Status)> done;
    };

    /// Opens and prepares (migrates) the database on the new thread.
    static Result<std::unique_ptr<WriterThread>> start(const QString& databaseFile,
                                                       std::function<Status(Connection&)> prepare);
    /// Finishes what was handed in, checkpoints and closes.
    ~WriterThread();

    void handIn(Task task);
    bool isThisThread() const { return thread_.get_id() == std::this_thread::get_id(); }

private:
    /// A log this large is checkpointed between two writes, idle or not: a long import would let it grow
    /// without end.
    static constexpr qint64 largestLog = qint64(64) << 20;

    WriterThread() = default;
    void run(Connection& connection);
    void perform(Connection& connection, Task& task);
    void setDurability(Connection& connection, Durability durability);
    void checkpoint(Connection& connection, const QString& mode);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    qint64 checkpointAt_ = largestLog;
    bool logHasGrown_ = false; ///< Since the last checkpoint; used by the thread only.
    Durability durability_ = Durability::Full;
    std::thread thread_;
};

} // namespace moderato::storage
