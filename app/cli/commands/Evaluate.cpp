#include "app/cli/CommandTable.h"

#include "core/usecases/ModelFigures.h"
#include "core/usecases/QualityDataSet.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

const QString dataOption = QStringLiteral("data");
const QString versionOption = QStringLiteral("version");

class EvaluateCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)

public:
    QString name() const override { return QStringLiteral("evaluate"); }
    QString summary() const override {
        return tr("Scores a model version on a file whose answers are known.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("TASK"),
                                     tr("category, topics, tags (topics of videos and pictures), "
                                        "quality, or low_quality."));
        parser.addOption(
            {dataOption, tr("The file, with the fields of an import."), QStringLiteral("FILE.jsonl")});
        parser.addOption(
            {versionOption, tr("The version; without it, the one in service."), QStringLiteral("VERSION")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto task = domain::modelTaskFromCode(call.arguments.first());
        if (!task) {
            return Error::invalid(
                tr("“%1” is no task; the tasks are category, topics, tags, quality and low_quality.")
                    .arg(call.arguments.first()));
        }
        if (!call.options.isSet(dataOption)) {
            return Error::invalid(tr("Name the file to score on: --data FILE.jsonl."));
        }
        const auto report = call.workspace.evaluate().file(*task, call.path(call.options.value(dataOption)),
                                                           call.options.value(versionOption), call.context);
        if (!report.ok()) {
            return report.error();
        }
        for (const usecases::IngestProblem& problem : report->problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
        }
        QJsonObject answer =
            isQuality(*task) ? usecases::toJson(report->tasks) : usecases::toJson(report->metrics);
        answer[QStringLiteral("version")] = report->version.name;
        call.output.answer(answer, isQuality(*task) ? text(report->tasks) : text(*task, report->metrics));
        return {};
    }

private:
    static QString number(double figure) {
        return figure == figure ? QString::number(figure, 'f', 4) : QStringLiteral("–");
    }

    static QString text(const std::vector<ml::TaskFigures>& tasks) {
        QStringList lines;
        for (const ml::TaskFigures& task : tasks) {
            lines << tr("%1: AUC %2, accuracy %3, macro-F1 %4 on %5 examples")
                         .arg(QString::fromStdString(task.task), number(task.auc), number(task.accuracy),
                              number(task.macroF1))
                         .arg(task.examples);
        }
        return lines.join(u'\n');
    }

    static QString text(domain::ModelTask task, const ml::Metrics& metrics) {
        if (task == domain::ModelTask::Category) {
            return tr("%1 examples: accuracy %2, macro-F1 %3")
                .arg(metrics.examples)
                .arg(number(metrics.accuracy), number(metrics.macroF1));
        }
        return tr("%1 examples: precision at 1 %2, at 5 %3, at 10 %4")
            .arg(metrics.examples)
            .arg(number(metrics.precision.at1), number(metrics.precision.at5),
                 number(metrics.precision.at10));
    }
};

} // namespace

std::unique_ptr<Command> makeEvaluate() {
    return std::make_unique<EvaluateCommand>();
}

} // namespace moderato::cli
