#include "widgets/verify/Verifying.h"

#include "widgets/train/RoundRelay.h"

namespace moderato::widgets {

Verifying::Verifying(VerifyServices services, JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , services_(std::move(services))
    , job_(jobs) {
    connect(&job_, &CurrentJob::progressed, this, &Verifying::progressed);
}

void Verifying::setStep(Step step) {
    step_ = step;
    Q_EMIT stepChanged();
}

template <class Work, class Done> void Verifying::run(Step step, const QString& title, Work work, Done done) {
    using Answer = std::invoke_result_t<Work, const JobContext&>;
    setStep(step);
    job_.run(title, std::move(work), [this, done = std::move(done)](Answer result) mutable {
        setStep(Step::Idle);
        if (!result.ok()) {
            Q_EMIT failed(result.error());
            return;
        }
        done(std::move(result));
    });
}

void Verifying::labelAgain() {
    if (isIdle() && services_.labelAgain) {
        asked_ = Asked::ByPerson;
        run(Step::Labelling, tr("Labelling again"), services_.labelAgain,
            [this](const Result<qint64>& changed) { Q_EMIT labelled(*changed); });
    }
}

void Verifying::verify(const usecases::VerifyOptions& options, Asked asked) {
    if (isIdle() && services_.verify) {
        task_ = options.task;
        asked_ = asked;
        run(
            Step::Verifying, tr("Verifying"),
            [verify = services_.verify, options](const JobContext& context) {
                return verify(options, context);
            },
            [this](const Result<domain::QualityVerification>& found) { Q_EMIT verified(*found); });
    }
}

void Verifying::update(domain::ModelTask task, const usecases::PublishingPeriod& period, Asked asked) {
    if (isIdle() && services_.update) {
        task_ = task;
        asked_ = asked;
        const auto relay = RoundRelay::to(this, &Verifying::roundDone);
        run(
            Step::Updating, tr("Updating"),
            [update = services_.update, task, period, relay](const JobContext& context) {
                return update(task, period, context,
                              [&relay](const usecases::TrainRound& round) { Q_EMIT relay->round(round); });
            },
            [this](const Result<usecases::UpdateOutcome>& outcome) {
                Q_EMIT updated(*outcome);
                if (outcome->promoted) {
                    Q_EMIT versionChanged(outcome->trained.version.name);
                    renew();
                }
            });
    }
}

void Verifying::rollBack(domain::ModelTask task) {
    if (isIdle() && services_.rollBack) {
        task_ = task;
        asked_ = Asked::ByPerson;
        run(
            Step::RollingBack, tr("Rolling back"),
            [rollBack = services_.rollBack, task](const JobContext&) { return rollBack(task); },
            [this](const Result<domain::ModelVersion>& version) {
                Q_EMIT versionChanged(version->name);
                renew();
            });
    }
}

void Verifying::renew() {
    if (services_.predictAnew) {
        run(Step::Predicting, tr("Predicting anew"), services_.predictAnew,
            [this](const Result<qint64>& items) { Q_EMIT predictionsRenewed(*items); });
    }
}

} // namespace moderato::widgets
