#pragma once

#include "core/base/Id.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

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
    template <class Work>
    auto run(const QString& title, Work work) -> QFuture<std::invoke_result_t<Work, const JobContext&>> {
        using R = std::invoke_result_t<Work, const JobContext&>;
        static_assert(IsResult<R>::value, "a job returns a Result");
        auto [id, context] = begin(title);
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
    void cancelAll();
    bool isIdle() const { return jobs_.isEmpty(); }

Q_SIGNALS:
    void jobStarted(moderato::JobId id, const QString& title);
    void jobProgressed(moderato::JobId id, const moderato::Progress& progress);
    void jobFinished(moderato::JobId id);

private:
    std::pair<JobId, JobContext> begin(const QString& title);
    void end(JobId id);

    QThreadPool pool_;
    QHash<JobId, JobContext> jobs_;
    qint64 lastId_ = 0;
};

} // namespace moderato

Q_DECLARE_METATYPE(moderato::JobId)
Q_DECLARE_METATYPE(moderato::Progress)
