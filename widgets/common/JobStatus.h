#pragma once

#include "core/base/JobRunner.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace moderato::widgets {

/// The jobs that run, in the status bar: the latest one's title, progress and time left, "+2" for others, a
/// pause where it can wait, and a cancel. Takes its place at the right end of the bar, so that nothing else
/// moves. Jobs without a title are not shown.
class JobStatus : public QWidget {
    Q_OBJECT
public:
    explicit JobStatus(JobRunner& jobs, QWidget* parent = nullptr);

private:
    struct Running {
        QString title;
        Progress progress;
    };
    void showJobs();

    JobRunner& jobs_;
    QList<JobId> order_;
    QHash<JobId, Running> running_;
    QLabel* text_;
    QProgressBar* bar_;
    QToolButton* pause_;
    QToolButton* cancel_;
};

} // namespace moderato::widgets
