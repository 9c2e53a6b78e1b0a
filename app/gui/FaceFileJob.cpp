#include "app/gui/FaceFileJob.h"

#include "app/Workspace.h"
#include "app/gui/MainWindow.h"
#include "core/interchange/ExpressionFile.h"
#include "core/storage/Library.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/ResourceFolder.h"
#include "widgets/common/Format.h"
#include "widgets/common/IssueList.h"
#include "widgets/common/MessageBar.h"
#include "widgets/expressions/FaceFileWindow.h"

#include <QDir>
#include <QFileDialog>

namespace moderato {

using namespace widgets;

namespace {

void tell(MainWindow& window) {
    window.reloadPages();
    Q_EMIT window.libraryChanged();
}

} // namespace

FaceFileServices FaceFileJob::services(Workspace& workspace) {
    using Session = FaceFileServices::Session;
    const QString folder = workspace.folder();
    return {.examine =
                [&workspace](const FaceFileServices::File& file) {
                    return workspace.jobs().run(
                        tr("Reading a face file"), [&workspace, file](const JobContext& context) {
                            return workspace.expressions().examineFaceFile(file, context);
                        });
                },
            .store =
                [&workspace](const FaceFileServices::File& file, const Session& session) {
                    return workspace.jobs().run(tr("Storing a reader's session"),
                                                [&workspace, file, session](const JobContext& context) {
                                                    return workspace.expressions().storeFaceFile(
                                                        file, session, context);
                                                });
                },
            .ownRules = [folder] { return usecases::ownRules(usecases::resourceFolder(), folder); },
            .setRule =
                [folder](interchange::ExpressionFormat format, const QString& feature, const QString& rule) {
                    return usecases::setOwnRule(usecases::resourceFolder(), folder, format, feature, rule);
                }};
}

void FaceFileJob::start(domain::ContentId item, const QString& title, QString path, TaxonomyPtr taxonomy,
                        Workspace& workspace, MainWindow& window) {
    if (path.isEmpty()) {
        path = QFileDialog::getOpenFileName(
            &window, tr("Import a face file"), QDir::homePath(),
            tr("OpenFace, Py-Feat, MediaPipe, iMotions, aggregates (*.csv *.tsv *.txt *.json *.jsonl);;All "
               "files (*)"));
    }
    if (path.isEmpty()) {
        return;
    }
    const auto format = interchange::recognizeExpressionFile(path);
    if (format.ok() && *format == interchange::ExpressionFormat::Aggregates) {
        importSeries(item, path, false, workspace, window);
        return;
    }
    auto* shown = new FaceFileWindow(
        services(workspace), {item, title}, path,
        [taxonomy](const QString& category) { return taxonomy->name(category); }, &window);
    QObject::connect(shown, &FaceFileWindow::stored, &window,
                     [&window](const FaceFileServices::Session& session, const QString& reader) {
                         tell(window);
                         window.messages().showMessage(
                             MessageBar::Kind::Info,
                             !session.isNew ? tr("This session of %1 was there already.").arg(reader)
                             : session.isFlagged
                                 ? tr("The session of %1 was stored. The item is flagged now.").arg(reader)
                                 : tr("The session of %1 was stored.").arg(reader));
                     });
    shown->show();
}

void FaceFileJob::importSeries(domain::ContentId item, const QString& path, bool acceptAnyway,
                               Workspace& workspace, MainWindow& window) {
    using Report = usecases::ImportedSeries::Report;
    auto future = workspace.jobs().run(
        tr("Importing aggregates"), [&workspace, item, path, acceptAnyway](const JobContext& context) {
            return workspace.series().import({path, item, acceptAnyway}, context);
        });
    future.then(&window, [&workspace, &window, item, path](const Result<Report>& report) {
        MessageBar& messages = window.messages();
        if (!report.ok()) {
            if (report.error().isCancelled()) {
                messages.showMessage(MessageBar::Kind::Info, tr("Import stopped. Nothing was stored."));
            } else {
                messages.showError(report.error());
            }
            return;
        }
        if (!report->isAccepted) {
            messages.showMessage(MessageBar::Kind::Warning, tr("%1 Nothing was stored.").arg(report->reason),
                                 tr("Take it anyway"), [&workspace, &window, item, path] {
                                     importSeries(item, path, true, workspace, window);
                                 });
            return;
        }
        tell(window);
        const QString readers = report->fewestReaders == report->mostReaders
                                    ? Format::number(report->mostReaders)
                                    : QStringLiteral("%1–%2").arg(Format::number(report->fewestReaders),
                                                                  Format::number(report->mostReaders));
        const QString summary =
            tr("%1: %n signal(s), n = %2", nullptr, report->curves).arg(report->name, readers);
        if (report->problems.empty()) {
            messages.showMessage(MessageBar::Kind::Info, summary);
            return;
        }
        std::vector<Issue> issues;
        for (const usecases::IngestProblem& problem : report->problems) {
            issues.push_back({tr("line %1").arg(problem.line), problem.reason, 1, {}});
        }
        messages.showMessage(MessageBar::Kind::Warning,
                             tr("%1 · %n line(s) were passed over", nullptr, int(issues.size())).arg(summary),
                             tr("Show problems"), [&window, summary, issues] {
                                 (new IssueList(tr("Aggregates"), summary, issues, &window))->show();
                             });
    });
}

} // namespace moderato
