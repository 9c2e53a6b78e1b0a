#include "app/cli/TrainTable.h"

#include "core/base/Clock.h"
#include "core/storage/Library.h"
#include "core/usecases/TableTraining.h"

#include <QCoreApplication>

#include <cmath>

namespace moderato::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainTable)
};

const QString tableOption = QStringLiteral("table");
const QString testOption = QStringLiteral("test");
const QString tasksOption = QStringLiteral("tasks");
const QString networkOption = QStringLiteral("network");

QStringList tasksIn(const QString& list) {
    QStringList tasks;
    for (const QString& name : list.split(u',', Qt::SkipEmptyParts)) {
        tasks << name.trimmed();
    }
    return tasks;
}

Result<usecases::TableJob> jobFrom(Invocation& call) {
    const QCommandLineParser& given = call.options;
    for (const QString& wanted : {tableOption, testOption, tasksOption}) {
        if (!given.isSet(wanted)) {
            return Error::invalid(Text::tr("Quality is learned from a table: moderato train quality --table "
                                           "TRAIN.csv --test TEST.csv --tasks COLUMN,COLUMN."));
        }
    }
    for (const char* other : {"data", "promote", "image-network", "titles"}) {
        if (given.isSet(QLatin1String(other))) {
            return Error::invalid(Text::tr("--%1 does not go with a table.").arg(QLatin1String(other)));
        }
    }
    usecases::TableJob job;
    job.table = call.path(given.value(tableOption));
    job.test = call.path(given.value(testOption));
    job.tasks = tasksIn(given.value(tasksOption));
    job.tasks.removeDuplicates();
    job.network = given.value(networkOption);
    job.settings = given.values(QStringLiteral("set"));
    bool seedOk = false, threadsOk = false;
    job.seed = given.value(QStringLiteral("seed")).toULongLong(&seedOk);
    job.threads = given.value(QStringLiteral("threads")).toInt(&threadsOk);
    if (!seedOk || !threadsOk || job.threads < 1) {
        return Error::invalid(Text::tr("Seed and threads are whole numbers."));
    }
    if (job.tasks.isEmpty()) {
        return Error::invalid(Text::tr("--tasks wants the names of columns, with commas between them."));
    }
    job.modelsFolder = call.workspace.library().modelsFolder();
    job.created = toIso(SystemClock().now());
    const Status fits = usecases::checkTableJob(job);
    return fits.ok() ? Result(job) : fits.error();
}

QString sentences(const usecases::TableOutcome& outcome) {
    QString text = Text::tr("%1: learned %2 examples in %3 seconds.")
                       .arg(outcome.version)
                       .arg(outcome.examples)
                       .arg(outcome.seconds, 0, 'f', 1);
    const auto figure = [](const QJsonValue& value) {
        return value.isDouble() ? QString::number(value.toDouble(), 'f', 4) : QStringLiteral("–");
    };
    for (auto task = outcome.tasks.begin(); task != outcome.tasks.end(); ++task) {
        const QJsonObject figures = task->toObject();
        text += u'\n' + Text::tr("%1: AUC %2, accuracy %3 on %4 examples")
                            .arg(task.key(), figure(figures[QStringLiteral("auc")]),
                                 figure(figures[QStringLiteral("accuracy")]))
                            .arg(figures[QStringLiteral("examples")].toInteger());
    }
    return text;
}

} // namespace

void declareTable(QCommandLineParser& parser) {
    parser.addOption({tableOption,
                      Text::tr("Quality: learn from this table; its first line names the columns. Columns of "
                               "text or few values are categories, the others numbers."),
                      QStringLiteral("TRAIN.csv")});
    parser.addOption(
        {testOption, Text::tr("Quality: the figures are those on this table."), QStringLiteral("TEST.csv")});
    parser.addOption({tasksOption,
                      Text::tr("Quality: the columns to learn; they hold 0, 1 or, where it is not known, "
                               "nothing."),
                      QStringLiteral("COLUMN,COLUMN")});
    parser.addOption(
        {networkOption,
         Text::tr("Quality: what the tasks share: shared, one-gate, mmoe, ple, or nothing (twins)."),
         QStringLiteral("NETWORK"), QStringLiteral("mmoe")});
}

bool namesTable(const Invocation& call) {
    return call.options.isSet(tableOption) || call.options.isSet(testOption) ||
           call.options.isSet(tasksOption);
}

Status trainOnTable(Invocation& call) {
    const auto job = jobFrom(call);
    if (!job.ok()) {
        return job.error();
    }
    bool learned = false;
    const auto outcome = usecases::trainTableInProcess(QCoreApplication::applicationFilePath(), *job,
                                                       call.context, [&](const usecases::TrainRound& round) {
                                                           learned = true;
                                                           sayRound(call.output, round);
                                                       });
    if (!outcome.ok()) {
        if (outcome.error().isCancelled() && learned) {
            call.output.warn(Text::tr("What was learned is kept: the same command goes on from there."));
        }
        return outcome.error();
    }
    for (const usecases::IngestProblem& problem : outcome->problems) {
        call.output.warn(Text::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
    }
    if (outcome->unusable > qint64(outcome->problems.size())) {
        call.output.warn(Text::tr("%1 rows could not be used in all.").arg(outcome->unusable));
    }
    call.output.answer({{QStringLiteral("version"), outcome->version},
                        {QStringLiteral("examples"), outcome->examples},
                        {QStringLiteral("seconds"), outcome->seconds},
                        {QStringLiteral("tasks"), outcome->tasks},
                        {QStringLiteral("unusable"), outcome->unusable}},
                       sentences(*outcome));
    return {};
}

void sayRound(const CommandOutput& output, const usecases::TrainRound& round) {
    QString step = Text::tr("Round %1: loss %2").arg(round.number).arg(round.loss, 0, 'f', 3);
    const auto add = [&step](const QString& name, double share) {
        if (std::isfinite(share)) {
            step += QStringLiteral(", %1 %2 %").arg(name).arg(100 * share, 0, 'f', 1);
        }
    };
    add(Text::tr("held-out score"), round.heldOutScore);
    add(Text::tr("satisfied pairs"), round.satisfiedShare);
    add(Text::tr("triplets with a loss"), round.lossShare);
    output.warn(step);
}

} // namespace moderato::cli
