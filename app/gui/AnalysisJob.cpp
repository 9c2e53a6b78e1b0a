#include "app/gui/AnalysisJob.h"

#include "app/gui/MainWindow.h"
#include "core/base/Log.h"
#include "widgets/common/Actions.h"
#include "widgets/common/IssueList.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Page.h"

namespace moderato {

using namespace widgets;

namespace {

constexpr int failuresShown = 1000;
constexpr int toldEveryMs = 300;

} // namespace

AnalysisJob::AnalysisJob(usecases::MediaAnalysis& analysis, JobRunner& jobs, ActionTable& actions,
                         MainWindow& window)
    : QObject(&window)
    , analysis_(analysis)
    , jobs_(jobs)
    , actions_(actions)
    , window_(window) {
    soon_.setSingleShot(true);
    soon_.setInterval(toldEveryMs);
    connect(&soon_, &QTimer::timeout, this, &AnalysisJob::progressed);
    connect(&jobs_, &JobRunner::jobProgressed, this, [this](JobId id) {
        if (id == id_ && !soon_.isActive()) {
            soon_.start();
        }
    });
    connect(&jobs_, &JobRunner::jobPaused, this, [this](JobId id) {
        if (id == id_) {
            actions_.refresh();
            Q_EMIT progressed();
        }
    });
    addActions();
}

void AnalysisJob::addActions() {
    const auto add = [this](const char* id, const QString& text, const char* icon, ActionTable::Run run,
                            ActionTable::EnabledWhen enabled) {
        ActionSpec spec;
        spec.id = QLatin1String(id);
        spec.text = text;
        spec.icon = QLatin1String(icon);
        spec.group = tr("Media");
        actions_.add(spec, &window_, std::move(run), std::move(enabled));
    };
    add(
        "analysis.start", tr("Analyse media"), "film", [this] { start(); }, [this] { return !running_; });
    add(
        "analysis.pause", tr("Pause or go on analysing"), "pause", [this] { setPaused(!isPaused()); },
        [this] { return running_; });
    add("analysis.failures", tr("What could not be analysed"), "triangle-alert", [this] { showFailures(); },
        {});
    add("analysis.retry", tr("Try again what could not be analysed"), "refresh-cw", [this] { retry(); }, {});
}

void AnalysisJob::start() {
    if (running_) {
        again_ = true;
        return;
    }
    running_ = true;
    again_ = false;
    const auto begun = connect(&jobs_, &JobRunner::jobStarted, this, [this](JobId id) { id_ = id; });
    auto future = jobs_.run(
        tr("Analysing media"),
        [&analysis = analysis_](const JobContext& context) { return analysis.run(context); },
        [&analysis = analysis_](bool paused) { analysis.setPaused(paused); });
    disconnect(begun);
    // It may have been paused when the program ended.
    if (const auto progress = analysis_.progress(); progress.ok() && progress->paused) {
        jobs_.setPaused(id_, true);
    }
    actions_.refresh();
    future.then(this, [this](const Result<usecases::AnalysisProgress>& progress) { onFinished(progress); });
}

void AnalysisJob::setPaused(bool paused) {
    jobs_.setPaused(id_, paused);
}

void AnalysisJob::onFinished(const Result<usecases::AnalysisProgress>& progress) {
    running_ = false;
    id_ = {};
    actions_.refresh();
    if (progress.ok()) {
        if (progress->failed > failedSaid_) {
            window_.messages().showMessage(MessageBar::Kind::Warning,
                                           tr("%n file(s) could not be analysed; everything else is done.",
                                              nullptr, int(progress->failed)),
                                           tr("Show them"), [this] { showFailures(); });
        }
        failedSaid_ = progress->failed;
    } else if (progress.error().kind == Error::Kind::Conflict) {
        qCInfo(log).noquote() << progress.error().message; // a command is at it
    } else {
        window_.messages().showError(progress.error());
    }
    Q_EMIT progressed();
    if (again_) {
        start();
    }
}

void AnalysisJob::retry() {
    if (const auto waiting = analysis_.retryFailed(); !waiting.ok()) {
        window_.messages().showError(waiting.error());
        return;
    }
    failedSaid_ = 0;
    start();
}

void AnalysisJob::showFailures() {
    const auto failures = analysis_.failures(failuresShown);
    if (!failures.ok()) {
        window_.messages().showError(failures.error());
        return;
    }
    if (failures->empty()) {
        window_.messages().showMessage(MessageBar::Kind::Info,
                                       tr("Everything that was analysed so far could be analysed."));
        return;
    }
    std::vector<Issue> issues;
    for (const usecases::AnalysisFailure& failure : *failures) {
        issues.push_back({failure.title, failure.problem, 1, QVariant::fromValue(failure.content.value)});
    }
    auto* list =
        new IssueList(tr("Analysis"), tr("%n file(s) could not be analysed", nullptr, int(issues.size())),
                      std::move(issues), &window_);
    connect(list, &IssueList::activated, &window_, [&window = window_](const QVariant& target) {
        if (Page* page = window.page(QStringLiteral("review"))) {
            window.showPage(page->id());
            page->showItem({target.toLongLong()});
        }
    });
    list->show();
}

} // namespace moderato
