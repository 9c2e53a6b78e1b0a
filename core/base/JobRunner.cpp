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

void JobRunner::cancelAll() {
    for (const JobContext& job : std::as_const(jobs_)) {
        job.cancel();
    }
}

std::pair<JobId, JobContext> JobRunner::begin(const QString& title) {
    const JobId id{++lastId_};
    JobContext context([this, id](const Progress& progress) {
        QMetaObject::invokeMethod(
            this, [this, id, progress] { Q_EMIT jobProgressed(id, progress); }, Qt::QueuedConnection);
    });
    jobs_.insert(id, context);
    Q_EMIT jobStarted(id, title);
    return {id, context};
}

void JobRunner::end(JobId id) {
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            jobs_.remove(id);
            Q_EMIT jobFinished(id);
        },
        Qt::QueuedConnection);
}

} // namespace moderato
