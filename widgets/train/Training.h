#pragma once

#include "core/base/JobRunner.h"
#include "core/usecases/IntakeRun.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/TrainRun.h"
#include "widgets/common/CurrentJob.h"

#include <QObject>

#include <optional>
#include <vector>

namespace moderato::widgets {

/// What the Train page works with; all of it outlives the page.
struct TrainParts {
    usecases::TrainRun& training;
    usecases::ModelService& models;
    usecases::IntakeRun& intake; ///< Predicts anew and orders the queue.
    JobRunner& jobs;
    QString program; ///< Trains in a process of its own; empty: within this one.
};

/// One run after another: train, compare with the version in service, put into service, predict anew.
/// Everything long is a job; the answers come as signals on the GUI thread. One run at a time.
class Training : public QObject {
    Q_OBJECT
public:
    enum class Step { Idle, Training, Comparing, Promoting, Predicting };

    explicit Training(TrainParts parts, QObject* parent = nullptr);

    Step step() const { return step_; }
    const std::optional<usecases::VersionComparison>& comparison() const { return comparison_; }
    /// The version that the last run made, until it is put into service.
    const QString& candidate() const { return candidate_; }

    void train(const usecases::TrainOptions& options);
    void cancel();
    /// A version against the one in service.
    void compare(const QString& version);
    void promote(const QString& version);
    void rollBack(domain::ModelTask task);

Q_SIGNALS:
    void stepChanged();
    void roundDone(const moderato::usecases::TrainRound& round);
    void progressed(const moderato::Progress& progress);
    void trained(const moderato::usecases::TrainOutcome& outcome);
    void compared();
    /// Another version is in service; predictions are still being renewed.
    void promoted(const QString& version);
    /// All items have predictions of the version in service, and the queue is in its new order.
    void predictionsRenewed(qint64 items);
    void failed(const moderato::Error& error);

private:
    static QString titleOf(domain::ModelTask task);
    void setStep(Step step);
    template <class Work, class Done> void run(Step step, const QString& title, Work work, Done done);
    void renew();

    TrainParts parts_;
    Step step_ = Step::Idle;
    CurrentJob job_;
    std::optional<usecases::VersionComparison> comparison_;
    QString candidate_;
};

} // namespace moderato::widgets
