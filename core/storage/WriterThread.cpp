#include "core/storage/WriterThread.h"

#include "core/base/Log.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <exception>
#include <future>

namespace moderato::storage {

namespace {

constexpr auto idleBeforeCheckpoint = std::chrono::milliseconds(300);

} // namespace

Result<std::unique_ptr<WriterThread>> WriterThread::start(const QString& databaseFile,
                                                          std::function<Status(Connection&)> prepare) {
    std::unique_ptr<WriterThread> writer(new WriterThread);
    std::promise<Status> ready;
    std::future<Status> isReady = ready.get_future();
    writer->thread_ = std::thread([self = writer.get(), databaseFile, &prepare, &ready] {
        Connection connection(databaseFile, Connection::Access::Write);
        Status status = connection.status();
        if (status) {
            status = prepare(connection);
        }
        const bool usable = status.ok();
        ready.set_value(std::move(status));
        if (!usable) {
            return;
        }
        self->run(connection);
    });
    if (Status status = isReady.get(); !status) {
        return status.error();
    }
    return writer;
}

WriterThread::~WriterThread() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void WriterThread::handIn(Task task) {
    {
        const std::lock_guard guard(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void WriterThread::run(Connection& connection) {
    while (true) {
        Task task;
        {
            std::unique_lock guard(mutex_);
            const auto somethingToDo = [this] { return stopping_ || !tasks_.empty(); };
            if (logHasGrown_) {
                if (!wake_.wait_for(guard, idleBeforeCheckpoint, somethingToDo)) {
                    guard.unlock();
                    checkpoint(connection, QStringLiteral("PASSIVE"));
                    continue;
                }
            } else {
                wake_.wait(guard, somethingToDo);
            }
            if (tasks_.empty()) {
                break;
            }
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        perform(connection, task);
        const qint64 log = QFileInfo(connection.databaseFile() + QStringLiteral("-wal")).size();
        if (log > checkpointAt_) {
            checkpoint(connection, QStringLiteral("PASSIVE"));
            // The file shrinks with the next commit, unless a reader still needs it: then not every commit
            // shall wait.
            checkpointAt_ = log + largestLog;
        } else if (log < largestLog) {
            checkpointAt_ = largestLog;
        }
    }
    checkpoint(connection, QStringLiteral("TRUNCATE"));
}

void WriterThread::perform(Connection& connection, Task& task) {
    Status status;
    {
        setDurability(connection, task.durability);
        Transaction transaction(connection);
        status = transaction.status();
        if (status) {
            try {
                status = task.work(connection);
            } catch (const std::exception& exception) {
                status = Error{
                    Error::Kind::Internal,
                    QCoreApplication::translate(
                        "Storage", "Something unexpected happened; nothing was changed. The log says what."),
                    QString::fromLocal8Bit(exception.what())};
            }
        }
        if (status) {
            status = transaction.commit();
        }
    }
    logHasGrown_ = true;
    if (!status && !status.error().isCancelled()) {
        qCDebug(log).noquote() << "write rolled back:" << status.error().message << status.error().detail;
    }
    task.done(std::move(status));
    task = {};
}

void WriterThread::setDurability(Connection& connection, Durability durability) {
    if (durability == durability_) {
        return;
    }
    const Status status =
        connection.execute(durability == Durability::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                          : QStringLiteral("PRAGMA synchronous = NORMAL"));
    if (status) {
        durability_ = durability;
    }
}

void WriterThread::checkpoint(Connection& connection, const QString& mode) {
    logHasGrown_ = false;
    if (const Status status = connection.execute(QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(mode));
        !status) {
        qCWarning(log).noquote() << "checkpoint:" << status.error().detail;
    }
}

} // namespace moderato::storage
