#pragma once

#include "widgets/common/CurrentJob.h"
#include "widgets/verify/VerifyServices.h"

#include <QObject>

namespace moderato::widgets {

/// One thing after another: label again, verify, update, roll back, predict anew. Everything long is a job;
/// the answers come as signals on the GUI thread. One at a time.
class Verifying : public QObject {
    Q_OBJECT
public:
    enum class Asked { ByPerson, Nobody }; ///< Who wanted what runs.
    enum class Step { Idle, Labelling, Verifying, Updating, RollingBack, Predicting };

    Verifying(VerifyServices services, JobRunner& jobs, QObject* parent = nullptr);

    Step step() const { return step_; }
    bool isIdle() const { return step_ == Step::Idle; }
    /// Of the verification, update or roll-back that runs or ran last.
    domain::ModelTask task() const { return task_; }
    Asked asked() const { return asked_; }

    void labelAgain();
    void verify(const usecases::VerifyOptions& options, Asked asked = Asked::ByPerson);
    void update(domain::ModelTask task, const usecases::PublishingPeriod& period,
                Asked asked = Asked::ByPerson);
    void rollBack(domain::ModelTask task);
    void cancel() { job_.cancel(); }

Q_SIGNALS:
    void stepChanged();
    void progressed(const moderato::Progress& progress);
    void labelled(qint64 changed);
    void verified(const moderato::domain::QualityVerification& found);
    void roundDone(const moderato::usecases::TrainRound& round);
    void updated(const moderato::usecases::UpdateOutcome& outcome);
    /// Another version is in service; predictions are still being renewed.
    void versionChanged(const QString& version);
    void predictionsRenewed(qint64 items);
    void failed(const moderato::Error& error);

private:
    template <class Work, class Done> void run(Step step, const QString& title, Work work, Done done);
    void setStep(Step step);
    void renew();

    VerifyServices services_;
    CurrentJob job_;
    Step step_ = Step::Idle;
    domain::ModelTask task_ = domain::ModelTask::Quality;
    Asked asked_ = Asked::ByPerson;
};

} // namespace moderato::widgets
