#include "widgets/common/JobStatus.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace moderato::widgets {

JobStatus::JobStatus(JobRunner& jobs, QWidget* parent)
    : QWidget(parent)
    , jobs_(jobs)
    , text_(new QLabel(this))
    , bar_(new QProgressBar(this))
    , pause_(new QToolButton(this))
    , cancel_(new QToolButton(this)) {
    setObjectName(QStringLiteral("jobStatus"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(text_);
    row->addWidget(bar_);
    row->addWidget(pause_);
    row->addWidget(cancel_);
    setRole(text_, "small");
    bar_->setTextVisible(false);
    bar_->setFixedWidth(scaled(140));
    pause_->setObjectName(QStringLiteral("jobPause"));
    cancel_->setObjectName(QStringLiteral("jobCancel"));
    pause_->setIconSize(QSize(14, 14));
    pause_->setFocusPolicy(Qt::TabFocus);
    cancel_->setIcon(icon(QStringLiteral("x")));
    cancel_->setIconSize(QSize(14, 14));
    cancel_->setToolTip(tr("Cancel"));
    cancel_->setAccessibleName(tr("Cancel the job"));
    cancel_->setFocusPolicy(Qt::TabFocus);
    bar_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    connect(&jobs_, &JobRunner::jobStarted, this, [this](JobId id, const QString& title) {
        // Without a title it is an inner read of a page and nothing that people would cancel.
        if (!title.isEmpty()) {
            order_ << id;
            running_.insert(id, {title, {}});
            showJobs();
        }
    });
    connect(&jobs_, &JobRunner::jobProgressed, this, [this](JobId id, const Progress& progress) {
        if (const auto job = running_.find(id); job != running_.end()) {
            job->progress = progress;
            showJobs();
        }
    });
    connect(&jobs_, &JobRunner::jobFinished, this, [this](JobId id) {
        if (running_.remove(id)) {
            order_.removeAll(id);
            showJobs();
        }
    });
    connect(&jobs_, &JobRunner::jobPaused, this, &JobStatus::showJobs);
    connect(pause_, &QToolButton::clicked, this, [this] {
        if (!order_.isEmpty()) {
            jobs_.setPaused(order_.last(), !jobs_.isPaused(order_.last()));
        }
    });
    connect(cancel_, &QToolButton::clicked, this, [this] {
        if (!order_.isEmpty()) {
            jobs_.cancel(order_.last());
        }
    });
    showJobs();
}

void JobStatus::showJobs() {
    const bool any = !order_.isEmpty();
    bar_->setVisible(any);
    cancel_->setVisible(any);
    pause_->setVisible(any && jobs_.canPause(order_.last()));
    if (!any) {
        text_->clear();
        return;
    }
    const Running& job = running_[order_.last()];
    QStringList parts{job.progress.step.isEmpty() || job.progress.step == job.title
                          ? job.title
                          : QStringLiteral("%1: %2").arg(job.title, job.progress.step)};
    if (job.progress.total > 0) {
        parts << Format::place(job.progress.done, job.progress.total);
    }
    const bool paused = jobs_.isPaused(order_.last());
    if (const QString left = Format::timeLeft(job.progress.secondsLeft); !left.isEmpty() && !paused) {
        parts << left;
    }
    if (paused) {
        parts << tr("paused");
    }
    pause_->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    pause_->setToolTip(paused ? tr("Go on") : tr("Pause"));
    pause_->setAccessibleName(paused ? tr("Go on with the job") : tr("Pause the job"));
    if (order_.size() > 1) {
        parts << tr("+%n more", nullptr, int(order_.size() - 1));
    }
    text_->setText(parts.join(QStringLiteral(" · ")));
    bar_->setMaximum(job.progress.total > 0 ? 1000 : 0);
    bar_->setValue(job.progress.total > 0 ? int(job.progress.done * 1000 / job.progress.total) : 0);
}

} // namespace moderato::widgets
