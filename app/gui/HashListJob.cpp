#include "app/gui/HashListJob.h"

#include "app/gui/MainWindow.h"
#include "core/base/JobRunner.h"
#include "core/usecases/NearDuplicates.h"
#include "widgets/common/IssueList.h"
#include "widgets/common/MessageBar.h"

#include <QFileInfo>

namespace moderato {

using namespace widgets;

void HashListJob::start(const QString& file, usecases::NearDuplicates& duplicates, JobRunner& jobs,
                        MainWindow& window) {
    if (file.isEmpty()) {
        return;
    }
    const QString name = QFileInfo(file).completeBaseName();
    auto future = jobs.run(tr("Importing hashes"), [file, name, &duplicates](const JobContext& context) {
        return duplicates.importHashes(file, name, context);
    });
    future.then(&window, [&window](const Result<usecases::HashImportReport>& report) {
        window.reloadPages();
        Q_EMIT window.libraryChanged();
        if (report) {
            show(*report, window);
        } else {
            window.messages().showError(report.error());
        }
    });
}

void HashListJob::show(const usecases::HashImportReport& report, MainWindow& window) {
    QStringList parts{tr("List “%1”: %n hash(es)", nullptr, int(report.hashes)).arg(report.name),
                      tr("%n item(s) match and are flagged", nullptr, int(report.matches))};
    if (report.problems.isEmpty()) {
        window.messages().showMessage(MessageBar::Kind::Info, parts.join(QStringLiteral(" · ")));
        return;
    }
    parts << tr("%n line(s) left out", nullptr, int(report.problems.size()));
    const QString summary = parts.join(QStringLiteral(" · "));
    std::vector<Issue> issues;
    for (const QString& problem : report.problems) {
        issues.push_back({report.name, problem, 1, {}});
    }
    window.messages().showMessage(
        MessageBar::Kind::Warning, summary, tr("Show problems"),
        [&window, summary, issues = std::move(issues)] {
            (new IssueList(HashListJob::tr("Known hashes"), summary, issues, &window))->show();
        });
}

} // namespace moderato
