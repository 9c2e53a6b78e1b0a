#include "app/gui/ImportJob.h"

#include "app/gui/MainWindow.h"
#include "core/base/JobRunner.h"
#include "widgets/common/Format.h"
#include "widgets/common/IssueList.h"
#include "widgets/common/MessageBar.h"

#include <QDesktopServices>
#include <QUrl>

namespace moderato {

using namespace widgets;

void ImportJob::start(const QStringList& paths, usecases::IntakeRun& intake, JobRunner& jobs,
                      MainWindow& window) {
    if (paths.isEmpty()) {
        return;
    }
    auto future = jobs.run(
        tr("Importing"), [paths, &intake](const JobContext& context) { return intake.run(paths, context); });
    future.then(&window, [&window](const Result<usecases::IntakeReport>& report) {
        window.reloadPages();
        Q_EMIT window.libraryChanged();
        if (report) {
            show(*report, window);
        } else if (report.error().isCancelled()) {
            window.messages().showMessage(
                MessageBar::Kind::Info,
                tr("Import stopped. What was taken in so far is kept; import again to go on."));
        } else {
            window.messages().showError(report.error());
        }
    });
}

void ImportJob::show(const usecases::IntakeReport& report, MainWindow& window) {
    const auto& ingest = report.ingest;
    QStringList parts{tr("%n item(s) imported", nullptr, int(ingest.imported))};
    if (ingest.skipped > 0) {
        parts << tr("%n known already", nullptr, int(ingest.skipped));
    }
    if (report.predicted > 0) {
        parts << tr("%n predicted", nullptr, int(report.predicted));
    }
    const auto problems = ingest.problems.size() + (report.predictProblem.isEmpty() ? 0 : 1);
    if (problems > 0) {
        parts << tr("%n problem(s)", nullptr, int(problems));
    }
    const QString summary = parts.join(QStringLiteral(" · "));
    if (problems == 0) {
        window.messages().showMessage(MessageBar::Kind::Info, summary);
        return;
    }
    std::vector<Issue> issues;
    if (!report.predictProblem.isEmpty()) {
        issues.push_back({tr("Prediction"), report.predictProblem, 1, {}});
    }
    for (const auto& problem : ingest.problems) {
        const QString where =
            problem.line > 0 ? tr("%1, line %2").arg(problem.file).arg(problem.line) : problem.file;
        issues.push_back({where, problem.reason, 1, problem.file});
    }
    window.messages().showMessage(MessageBar::Kind::Warning, summary, tr("Show problems"),
                                  [&window, summary, issues = std::move(issues)] {
                                      auto* list = new IssueList(tr("Import"), summary, issues, &window);
                                      QObject::connect(
                                          list, &IssueList::activated, list, [](const QVariant& file) {
                                              QDesktopServices::openUrl(QUrl::fromLocalFile(file.toString()));
                                          });
                                      list->show();
                                  });
}

} // namespace moderato
