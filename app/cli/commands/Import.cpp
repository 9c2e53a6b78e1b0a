#include "app/cli/CommandTable.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

class Import final : public Command {
    Q_DECLARE_TR_FUNCTIONS(Import)

public:
    QString name() const override { return QStringLiteral("import"); }
    QString summary() const override {
        return tr("Takes in folders, JSONL, CSV, articles and media files, and predicts what they are.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("PATH"), tr("Files and folders."),
                                     QStringLiteral("PATH…"));
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return INT_MAX; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        QStringList paths;
        for (const QString& given : call.arguments) {
            paths << call.path(given);
        }
        const auto report = call.workspace.intake().run(paths, call.context);
        if (!report.ok()) {
            return report.error();
        }
        const usecases::IngestReport& ingest = report->ingest;
        for (const usecases::IngestProblem& problem : ingest.problems) {
            call.output.warn(
                problem.line > 0
                    ? tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason)
                    : tr("%1: %2").arg(problem.file, problem.reason));
        }
        if (!report->predictProblem.isEmpty()) {
            call.output.warn(report->predictProblem);
        }
        call.output.answer(toJson(*report),
                           tr("%1 imported, %2 known already, %3 problems; %4 items to review.")
                               .arg(ingest.imported)
                               .arg(ingest.skipped)
                               .arg(ingest.problems.size())
                               .arg(report->toReview));
        if (ingest.imported + ingest.skipped == 0 && !ingest.problems.empty()) {
            return Error::io(tr("Nothing could be imported; the problems are listed above."));
        }
        return {};
    }

private:
    static QJsonObject toJson(const usecases::IntakeReport& report) {
        QJsonArray errors;
        for (const usecases::IngestProblem& problem : report.ingest.problems) {
            errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                      {QStringLiteral("line"), problem.line},
                                      {QStringLiteral("reason"), problem.reason}});
        }
        return {{QStringLiteral("imported"), report.ingest.imported},
                {QStringLiteral("skipped"), report.ingest.skipped},
                {QStringLiteral("errors"), errors},
                {QStringLiteral("predicted"), report.predicted},
                {QStringLiteral("to_review"), report.toReview}};
    }
};

} // namespace

std::unique_ptr<Command> makeImport() {
    return std::make_unique<Import>();
}

} // namespace moderato::cli
