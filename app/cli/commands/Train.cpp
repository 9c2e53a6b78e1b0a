#include "app/cli/CommandTable.h"
#include "app/cli/Period.h"
#include "app/cli/TrainTable.h"
#include "core/usecases/TrainingJob.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString dataOption = QStringLiteral("data");
const QString seedOption = QStringLiteral("seed");
const QString promoteOption = QStringLiteral("promote");
const QString scratchOption = QStringLiteral("from-scratch");
const QString imageOption = QStringLiteral("image-network");
const QString networkOption = QStringLiteral("network");
const QString setOption = QStringLiteral("set");
const QString titlesOption = QStringLiteral("titles");
const QString threadsOption = QStringLiteral("threads");

class Train final : public Command {
    Q_DECLARE_TR_FUNCTIONS(TrainCommand)

public:
    QString name() const override { return QStringLiteral("train"); }
    QString summary() const override {
        return tr("Trains a new model version from the library's decisions or from a file.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("TASK"),
            tr("category, topics, tags (topics of videos and pictures), quality, or low_quality."));
        parser.addOption({dataOption,
                          tr("Learn from this file, with the fields of an import, and from nothing else."),
                          QStringLiteral("FILE.jsonl")});
        parser.addOption({seedOption, tr("The same seed gives the same model."), QStringLiteral("N"),
                          QStringLiteral("1")});
        parser.addOption({promoteOption, tr("Put the new version into service.")});
        parser.addOption({scratchOption, tr("Do not continue from the version in service.")});
        parser.addOption({imageOption,
                          tr("Tags: start the network for pictures from that of this model's folder."),
                          QStringLiteral("FOLDER")});
        parser.addOption({setOption,
                          tr("A setting of the training, repeatable: preset=document, loss=margin, "
                             "dimensions=256, …; a wrong one lists them all. Trains from scratch."),
                          QStringLiteral("NAME=VALUE")});
        parser.addOption({titlesOption, tr("Tags: learn from items that nobody decided, too, with the topics "
                                           "that their titles name.")});
        parser.addOption(
            {threadsOption,
             tr("Processor cores to use; with more than one the last digits may differ between runs."),
             QStringLiteral("N"), QStringLiteral("1")});
        declarePeriod(parser);
        declareTable(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        if (call.arguments.first() == QLatin1String("quality") && namesTable(call)) {
            return trainOnTable(call);
        }
        const auto options = optionsFrom(call);
        if (!options.ok()) {
            return options.error();
        }
        QJsonArray rounds;
        const auto outcome =
            call.workspace.training().trainInProcess(QCoreApplication::applicationFilePath(), *options,
                                                     call.context, [&](const usecases::TrainRound& round) {
                                                         sayRound(call.output, round);
                                                         rounds.append(usecases::toJson(round));
                                                     });
        if (!outcome.ok()) {
            return outcome.error();
        }
        for (const usecases::IngestProblem& problem : outcome->problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
        }
        if (options->promote) {
            if (const auto refreshed = call.workspace.intake().refresh(call.context); !refreshed.ok()) {
                return refreshed.error();
            }
        }
        call.output.answer({{QStringLiteral("version"), outcome->version.name},
                            {QStringLiteral("examples"), outcome->examples},
                            {QStringLiteral("seconds"), outcome->seconds},
                            {QStringLiteral("metrics"), outcome->metrics},
                            {QStringLiteral("rounds"), rounds},
                            {QStringLiteral("promoted"), options->promote}},
                           tr("%1: learned %2 examples in %3 seconds.")
                               .arg(outcome->version.name)
                               .arg(outcome->examples)
                               .arg(outcome->seconds, 0, 'f', 1));
        return {};
    }

private:
    static Result<usecases::TrainOptions> optionsFrom(const Invocation& call) {
        const auto task = domain::modelTaskFromCode(call.arguments.first());
        if (!task) {
            return Error::invalid(tr("“%1” is no task; the tasks are category, topics, tags, quality and "
                                     "low_quality.")
                                      .arg(call.arguments.first()));
        }
        usecases::TrainOptions options;
        options.task = *task;
        bool seedOk = false, threadsOk = false;
        options.seed = call.options.value(seedOption).toULongLong(&seedOk);
        options.threads = call.options.value(threadsOption).toInt(&threadsOk);
        if (!seedOk || !threadsOk || options.threads < 1) {
            return Error::invalid(tr("Seed and threads are whole numbers."));
        }
        if (call.options.isSet(dataOption)) {
            options.dataFile = call.path(call.options.value(dataOption));
        }
        if (call.options.isSet(imageOption)) {
            options.imageFolder = call.path(call.options.value(imageOption));
        }
        options.settings = call.options.values(setOption);
        if (isQuality(options.task) && call.options.isSet(networkOption)) {
            options.settings.prepend(networkOption + u'=' + call.options.value(networkOption));
        }
        const auto period = periodFrom(call);
        if (!period.ok()) {
            return period.error();
        }
        options.period = *period;
        if (!isQuality(options.task) && !period->isEmpty()) {
            return Error::invalid(
                tr("Only quality is learned from a time: moderato train quality --from TIME."));
        }
        options.tagsFromTitles = call.options.isSet(titlesOption);
        if (options.tagsFromTitles && options.task != domain::ModelTask::Tags) {
            return Error::invalid(tr("Only tags are learned from titles: moderato train tags --titles."));
        }
        options.fromScratch = call.options.isSet(scratchOption);
        options.promote = call.options.isSet(promoteOption);
        return options;
    }
};

} // namespace

std::unique_ptr<Command> makeTrain() {
    return std::make_unique<Train>();
}

} // namespace moderato::cli
