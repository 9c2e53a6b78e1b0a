#include "core/base/JobRunner.h"

namespace moderato {

JobRunner::JobRunner(int threads, QObject* parent)
    : QObject(parent) {
    qRegisterMetaType<moderato::JobId>();
    qRegisterMetaType<moderato::Progress>();
    pool_.setMaxThreadCount(threads);
}

JobRunner::~JobRunner() {
    cancelAll();
    pool_.waitForDone();
}

void JobRunner::cancel(JobId id) {
    if (const auto job = jobs_.constFind(id); job != jobs_.constEnd()) {
        job->cancel();
    }
}

void JobRunner::setPaused(JobId id, bool paused) {
    if (const auto pause = pauses_.find(id); pause != pauses_.end() && pause->paused != paused) {
        pause->paused = paused;
        pause->set(paused);
        Q_EMIT jobPaused(id, paused);
    }
}

void JobRunner::cancelAll() {
    for (const JobContext& job : std::as_const(jobs_)) {
        job.cancel();
    }
}

std::pair<JobId, JobContext> JobRunner::begin(const QString& title, std::function<void(bool)> pause) {
    const JobId id{++lastId_};
    JobContext context([this, id](const Progress& progress) {
        QMetaObject::invokeMethod(
            this, [this, id, progress] { Q_EMIT jobProgressed(id, progress); }, Qt::QueuedConnection);
    });
    jobs_.insert(id, context);
    if (pause) {
        pauses_.insert(id, {std::move(pause), false});
    }
    Q_EMIT jobStarted(id, title);
    return {id, context};
}

void JobRunner::end(JobId id) {
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            jobs_.remove(id);
            pauses_.remove(id);
            Q_EMIT jobFinished(id);
        },
        Qt::QueuedConnection);
}

} // namespace moderato
