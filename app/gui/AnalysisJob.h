#pragma once

#include "core/base/JobRunner.h"
#include "core/usecases/MediaAnalysis.h"

#include <QObject>
#include <QTimer>

namespace moderato {

class MainWindow;

namespace widgets {
class ActionTable;
}

/// The analysis of the library's media as a job of the window: begins when there is something to do, can be
/// paused, goes on with the next start. Its failures are a list that opens the items. GUI thread.
class AnalysisJob : public QObject {
    Q_OBJECT
public:
    AnalysisJob(usecases::MediaAnalysis& analysis, JobRunner& jobs, widgets::ActionTable& actions,
                MainWindow& window);

    /// Begins, if it does not run: after a start, after an import.
    void start();
    bool isRunning() const { return running_; }
    bool isPaused() const { return id_.isValid() && jobs_.isPaused(id_); }

Q_SIGNALS:
    /// More has been analysed, or it has begun, paused or ended; at most a few times a second.
    void progressed();

private:
    void addActions();
    void setPaused(bool paused);
    void onFinished(const Result<usecases::AnalysisProgress>& progress);
    void showFailures();
    void retry();

    usecases::MediaAnalysis& analysis_;
    JobRunner& jobs_;
    widgets::ActionTable& actions_;
    MainWindow& window_;
    JobId id_; ///< Of the job that runs.
    bool running_ = false;
    bool again_ = false;    ///< Asked for while it was ending.
    qint64 failedSaid_ = 0; ///< Failures that the person has been told of.
    QTimer soon_;
};

} // namespace moderato
