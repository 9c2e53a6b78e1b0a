#pragma once

#include "core/base/JobRunner.h"

#include <QObject>

#include <utility>

namespace moderato::widgets {

/// One job after another, for a page that shows how far its own is. Lives on the GUI thread, where `done` is
/// called with the answer; a page that is gone hears nothing.
class CurrentJob : public QObject {
    Q_OBJECT
public:
    explicit CurrentJob(JobRunner& jobs, QObject* parent = nullptr)
        : QObject(parent)
        , jobs_(jobs) {
        connect(&jobs_, &JobRunner::jobProgressed, this, [this](JobId id, const Progress& progress) {
            if (id == job_) {
                Q_EMIT progressed(progress);
            }
        });
    }

    /// `work(context) -> Result<T>` on a thread of the runner, then `done(result)`.
    template <class Work, class Done> void run(const QString& title, Work work, Done done) {
        using Answer = std::invoke_result_t<Work, const JobContext&>;
        // The runner tells the job's number by its signal, before `run` returns.
        const auto started = connect(&jobs_, &JobRunner::jobStarted, this, [this](JobId id) { job_ = id; });
        auto future = jobs_.run(title, std::move(work));
        disconnect(started);
        future.then(this, [this, done = std::move(done)](Answer result) mutable {
            job_ = {};
            done(std::move(result));
        });
    }
    void cancel() { jobs_.cancel(job_); }

Q_SIGNALS:
    void progressed(const moderato::Progress& progress);

private:
    JobRunner& jobs_;
    JobId job_;
};

} // namespace moderato::widgets
