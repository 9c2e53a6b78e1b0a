#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/storage/Connection.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace moderato::storage {

class ReaderConnections;
class WriterLock;
class WriterThread;

enum class OpenMode { ReadWrite, ReadOnly };

/// How safe a write is when it is reported as done.
enum class Durability {
    Full,   ///< On the disk (synchronous=FULL): decisions.
    Normal, ///< Survives the program's end; the last moments may be lost with the machine's power: imports,
            ///< caches.
};

/// One folder = one library: `library.sqlite`, `models/`, `cache/`, `library.lock`. Owns the one writer
/// connection on a thread of its own and one read-only connection for each thread that reads. One writer
/// process a library: opening it for writing while another process does is Error::Conflict with that
/// process's number. All members may be called from any thread; destroy it when no other thread uses it any
/// more (writes that were handed in are finished first).
class Library {
public:
    /// ReadWrite creates the library where there is none and migrates an older one (after a backup copy).
    /// ReadOnly needs one that is there and fails where it has to be migrated first.
    static Result<std::unique_ptr<Library>> open(const QString& folder, OpenMode mode, const Clock& clock);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const QString& folder() const { return folder_; }
    QString databaseFile() const;
    QString modelsFolder() const;
    QString cacheFolder() const;
    bool isWritable() const { return writer_ != nullptr; }

    /// This thread's own connection for reading; never writes.
    Connection& reader();

    /// Hands `f` (Connection& → Result<T>) to the writer thread, where it runs in a transaction: committed
    /// when it returns a value, rolled back when it returns an Error or throws. The future is ready after the
    /// commit. Writes happen in the order they were handed in.
    template <class F>
    auto write(F f, Durability durability = Durability::Full)
        -> QFuture<std::invoke_result_t<F, Connection&>> {
        using R = std::invoke_result_t<F, Connection&>;
        static_assert(IsResult<R>::value, "a write returns Result<T> or Status");
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        auto work = std::make_shared<F>(std::move(f));
        auto answer = std::make_shared<std::optional<R>>();
        handIn(
            durability,
            [work, answer](Connection& connection) -> Status {
                answer->emplace((*work)(connection));
                return (*answer)->ok() ? Status() : Status((*answer)->error());
            },
            [promise, answer](Status status) {
                promise->addResult(status.ok() ? std::move(**answer) : R(status.error()));
                promise->finish();
            });
        return future;
    }
    /// The same, waiting for it. Not on the writer thread.
    template <class F>
    auto writeAndWait(F f, Durability durability = Durability::Full) -> std::invoke_result_t<F, Connection&> {
        return write(std::move(f), durability).takeResult();
    }

private:
    Library(QString folder);
    void handIn(Durability durability, std::function<Status(Connection&)> work,
                std::function<void(Status)> done);

    QString folder_;
    std::unique_ptr<WriterLock> lock_;
    std::shared_ptr<ReaderConnections> readers_;
    std::unique_ptr<WriterThread> writer_;
};

} // namespace moderato::storage
