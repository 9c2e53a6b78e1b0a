#include "widgets/train/Training.h"

#include "widgets/train/RoundRelay.h"

namespace moderato::widgets {

Training::Training(TrainParts parts, QObject* parent)
    : QObject(parent)
    , parts_(std::move(parts))
    , job_(parts_.jobs) {
    connect(&job_, &CurrentJob::progressed, this, &Training::progressed);
}

QString Training::titleOf(domain::ModelTask task) {
    switch (task) {
    case domain::ModelTask::Category:
        return tr("Training category");
    case domain::ModelTask::Topics:
        return tr("Training topics");
    case domain::ModelTask::Tags:
        return tr("Training topics of videos");
    case domain::ModelTask::Quality:
        return tr("Training quality");
    case domain::ModelTask::LowQuality:
        return tr("Training low quality");
    }
    return {};
}

void Training::setStep(Step step) {
    step_ = step;
    Q_EMIT stepChanged();
}

template <class Work, class Done> void Training::run(Step step, const QString& title, Work work, Done done) {
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

void Training::train(const usecases::TrainOptions& options) {
    if (step_ != Step::Idle) {
        return;
    }
    comparison_.reset();
    candidate_.clear();
    const auto relay = RoundRelay::to(this, &Training::roundDone);
    run(
        Step::Training, titleOf(options.task),
        [&training = parts_.training, program = parts_.program, options, relay](const JobContext& context) {
            const auto onRound = [&relay](const usecases::TrainRound& round) { Q_EMIT relay->round(round); };
            return program.isEmpty() ? training.train(options, context, onRound)
                                     : training.trainInProcess(program, options, context, onRound);
        },
        [this](Result<usecases::TrainOutcome> outcome) {
            candidate_ = outcome->version.name;
            Q_EMIT trained(*outcome);
            compare(candidate_);
        });
}

void Training::cancel() {
    job_.cancel();
}

void Training::compare(const QString& version) {
    if (step_ != Step::Idle) {
        return;
    }
    run(
        Step::Comparing, tr("Comparing versions"),
        [parts = parts_, version](const JobContext& context) -> Result<usecases::VersionComparison> {
            auto after = parts.models.find(version);
            if (!after) {
                return after.error();
            }
            auto before = parts.models.inService(after->task);
            if (!before) {
                return before.error();
            }
            if (!before.value()) {
                usecases::VersionComparison alone;
                alone.after = *after;
                return alone;
            }
            return parts.training.compare(before.value()->name, version, context);
        },
        [this, version](Result<usecases::VersionComparison> comparison) {
            candidate_ = version;
            comparison_ = std::move(*comparison);
            Q_EMIT compared();
        });
}

void Training::promote(const QString& version) {
    if (step_ != Step::Idle) {
        return;
    }
    run(
        Step::Promoting, tr("Putting %1 into service").arg(version),
        [&models = parts_.models, version](const JobContext&) { return models.promote(version); },
        [this, version](const Status&) {
            candidate_.clear();
            Q_EMIT promoted(version);
            renew();
        });
}

void Training::rollBack(domain::ModelTask task) {
    if (step_ != Step::Idle) {
        return;
    }
    run(
        Step::Promoting, tr("Rolling back"),
        [&models = parts_.models, task](const JobContext&) { return models.rollBack(task); },
        [this](const Result<domain::ModelVersion>& version) {
            Q_EMIT promoted(version->name);
            renew();
        });
}

void Training::renew() {
    run(
        Step::Predicting, tr("Predicting anew"),
        [&intake = parts_.intake](const JobContext& context) { return intake.refresh(context); },
        [this](const Result<usecases::IntakeReport>& report) {
            Q_EMIT predictionsRenewed(report->predicted);
        });
}

} // namespace moderato::widgets
