#pragma once

#include "core/base/Id.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>

namespace moderato {

struct JobTag;
using JobId = Id<JobTag>;

/// Runs work away from the window: a small pool of threads, each job with a title, progress and a cancel.
/// Lives on the GUI thread (or a command's main thread); its signals arrive there. Continue a job's future
/// with
/// `.then(context, …)` to get the result back as a plain value on the caller's thread. Jobs that still run
/// are cancelled and waited for on destruction.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(int threads = 2, QObject* parent = nullptr);
    ~JobRunner() override;

    /// A job people may see and cancel (`work(const JobContext&) -> Result<T>`).
    /// `pause`: how it is told to wait and to go on, for jobs that can.
    template <class Work>
    auto run(const QString& title, Work work, std::function<void(bool)> pause = {})
        -> QFuture<std::invoke_result_t<Work, const JobContext&>> {
        using R = std::invoke_result_t<Work, const JobContext&>;
        static_assert(IsResult<R>::value, "a job returns a Result");
        auto [id, context] = begin(title, std::move(pause));
        auto promise = std::make_shared<QPromise<R>>();
        auto future = promise->future();
        promise->start();
        pool_.start([this, id = id, context = context, promise, work = std::move(work)]() mutable {
            if (context.isCancelled()) {
                promise->addResult(R(Error::cancelled()));
            } else {
                promise->addResult(work(context));
            }
            promise->finish();
            end(id);
        });
        return future;
    }

    void cancel(JobId id);
    bool canPause(JobId id) const { return bool(pauses_.value(id).set); }
    bool isPaused(JobId id) const { return pauses_.value(id).paused; }
    void setPaused(JobId id, bool paused);
    void cancelAll();
    bool isIdle() const { return jobs_.isEmpty(); }

Q_SIGNALS:
    void jobStarted(moderato::JobId id, const QString& title);
    void jobProgressed(moderato::JobId id, const moderato::Progress& progress);
    void jobPaused(moderato::JobId id, bool paused);
    void jobFinished(moderato::JobId id);

private:
    struct Pause {
        std::function<void(bool)> set;
        bool paused = false;
    };
    std::pair<JobId, JobContext> begin(const QString& title, std::function<void(bool)> pause);
    void end(JobId id);

    QThreadPool pool_;
    QHash<JobId, JobContext> jobs_;
    QHash<JobId, Pause> pauses_; ///< Of the jobs that can.
    qint64 lastId_ = 0;
};

} // namespace moderato

Q_DECLARE_METATYPE(moderato::JobId)
Q_DECLARE_METATYPE(moderato::Progress)
