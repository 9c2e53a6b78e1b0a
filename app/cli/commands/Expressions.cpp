#include "app/cli/CommandTable.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString importAction = QStringLiteral("import");
const QString forgetAction = QStringLiteral("forget");

class Expressions final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ExpressionsCommand)

public:
    QString name() const override { return QStringLiteral("expressions"); }
    QString summary() const override { return tr("Takes in readers' match results, or deletes a reader's."); }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("ACTION"), tr("import FILE, or forget READER."),
                                     QStringLiteral("import FILE | forget READER"));
    }
    int minimumArguments() const override { return 2; }
    int maximumArguments() const override { return 2; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        if (call.arguments.first() == importAction) {
            return import(call);
        }
        if (call.arguments.first() == forgetAction) {
            return forget(call);
        }
        return Error::invalid(tr("“expressions” takes import FILE or forget READER."));
    }

private:
    static Status import(Invocation& call) {
        const auto report =
            call.workspace.expressions().importFile(call.path(call.arguments.last()), call.context);
        if (!report.ok()) {
            return report.error();
        }
        QJsonArray errors;
        for (const usecases::IngestProblem& problem : report->problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
            errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                      {QStringLiteral("line"), problem.line},
                                      {QStringLiteral("reason"), problem.reason}});
        }
        call.output.answer(
            {{QStringLiteral("imported"), report->imported},
             {QStringLiteral("flagged"), report->flagged},
             {QStringLiteral("errors"), errors}},
            tr("%1 sessions imported, %2 items flagged.").arg(report->imported).arg(report->flagged));
        return {};
    }

    static Status forget(Invocation& call) {
        const auto deleted = call.workspace.expressions().forgetReader(call.arguments.last());
        if (!deleted.ok()) {
            return deleted.error();
        }
        call.output.answer({{QStringLiteral("deleted"), *deleted}}, tr("%1 sessions deleted.").arg(*deleted));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeExpressions() {
    return std::make_unique<Expressions>();
}

} // namespace moderato::cli
