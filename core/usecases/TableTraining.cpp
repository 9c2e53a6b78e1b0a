#include "core/usecases/TableTraining.h"

#include "core/base/Hash.h"
#include "core/ml/TrainingSettings.h"
#include "core/ml/quality/QualityTrainer.h"
#include "core/usecases/ModelFigures.h"
#include "core/usecases/QualityTable.h"
#include "core/usecases/ThreadsWhile.h"
#include "core/usecases/TrainingJob.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableTraining)
};

const QString tableKey = QStringLiteral("table");

/// Without crosses: a table may have hundreds of columns, and two of each would be tens of thousands.
Result<ml::QualityTrainingOptions> optionsOf(const TableJob& job) {
    ml::QualityTrainingOptions options;
    options.crossSize = 0;
    std::vector<std::string> settings{"network=" + job.network.toStdString()};
    for (const QString& setting : job.settings) {
        settings.push_back(setting.toStdString());
    }
    if (const Status set = ml::TrainingSettings(options).apply(settings); !set.ok()) {
        return set.error();
    }
    if (!options.taskWeights.empty() && qsizetype(options.taskWeights.size()) != job.tasks.size()) {
        return Error::invalid(Text::tr("task_weights wants one number a task."));
    }
    options.seed = job.seed;
    return options;
}

/// The folder of an unfinished run, the same for the same job.
QString unfinishedFolder(const TableJob& job) {
    QJsonObject what = toJson(job);
    what.remove(QStringLiteral("created"));
    what.remove(QStringLiteral("threads"));
    const QByteArray name = sha256(QJsonDocument(what).toJson(QJsonDocument::Compact)).left(16);
    return job.modelsFolder + QStringLiteral("/unfinished-table-") + QString::fromLatin1(name);
}

/// Gives the folder the next free name. → that name
Result<QString> keep(const QString& folder, const QString& modelsFolder) {
    constexpr int most = 1'000'000;
    for (int number = 1; number < most; ++number) {
        const QString name = QStringLiteral("table-%1").arg(number);
        if (!QDir(modelsFolder).exists(name) && QDir().rename(folder, modelsFolder + u'/' + name)) {
            return name;
        }
    }
    return Error::io(Text::tr("The new model cannot be kept in %1; check the rights.").arg(modelsFolder));
}

QJsonObject figuresOf(const std::vector<ml::TaskFigures>& figures) {
    QJsonObject result;
    for (const ml::TaskFigures& one : figures) {
        result[QString::fromStdString(one.task)] =
            QJsonObject{{QStringLiteral("auc"), toJson(one.auc)},
                        {QStringLiteral("accuracy"), toJson(one.accuracy)},
                        {QStringLiteral("examples"), qint64(one.examples)}};
    }
    return result;
}

void addProblems(QualityTable& table, TableOutcome& outcome) {
    outcome.unusable += table.unusable;
    outcome.problems.insert(outcome.problems.end(), table.problems.begin(), table.problems.end());
}

} // namespace

QJsonObject toJson(const TableJob& job) {
    return {{tableKey, job.table},
            {QStringLiteral("test"), job.test},
            {QStringLiteral("tasks"), QJsonArray::fromStringList(job.tasks)},
            {QStringLiteral("network"), job.network},
            {QStringLiteral("settings"), QJsonArray::fromStringList(job.settings)},
            {QStringLiteral("seed"), QString::number(job.seed)},
            {QStringLiteral("threads"), job.threads},
            {QStringLiteral("models_folder"), job.modelsFolder},
            {QStringLiteral("created"), job.created}};
}

Result<TableJob> tableJobFromJson(const QJsonObject& json) {
    const auto list = [&json](const QString& key) {
        QStringList result;
        for (const QJsonValue value : json[key].toArray()) {
            result << value.toString();
        }
        return result;
    };
    TableJob job;
    job.table = json[tableKey].toString();
    job.test = json[QStringLiteral("test")].toString();
    job.tasks = list(QStringLiteral("tasks"));
    job.network = json[QStringLiteral("network")].toString();
    job.settings = list(QStringLiteral("settings"));
    job.seed = json[QStringLiteral("seed")].toString().toULongLong();
    job.threads = json[QStringLiteral("threads")].toInt(1);
    job.modelsFolder = json[QStringLiteral("models_folder")].toString();
    job.created = json[QStringLiteral("created")].toString();
    if (job.table.isEmpty() || job.test.isEmpty() || job.tasks.isEmpty() || job.modelsFolder.isEmpty()) {
        return Error::invalid(
            Text::tr("A training needs a table, a test, tasks and a folder for the model."));
    }
    return job;
}

QJsonObject toJson(const TableOutcome& outcome) {
    QJsonArray problems;
    for (const IngestProblem& problem : outcome.problems) {
        problems.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                    {QStringLiteral("line"), problem.line},
                                    {QStringLiteral("reason"), problem.reason}});
    }
    return {{QStringLiteral("version"), outcome.version},   {QStringLiteral("examples"), outcome.examples},
            {QStringLiteral("seconds"), outcome.seconds},   {QStringLiteral("tasks"), outcome.tasks},
            {QStringLiteral("unusable"), outcome.unusable}, {QStringLiteral("problems"), problems}};
}

TableOutcome tableOutcomeFromJson(const QJsonObject& json) {
    TableOutcome outcome;
    outcome.version = json[QStringLiteral("version")].toString();
    outcome.examples = json[QStringLiteral("examples")].toInteger();
    outcome.seconds = json[QStringLiteral("seconds")].toDouble();
    outcome.tasks = json[QStringLiteral("tasks")].toObject();
    outcome.unusable = json[QStringLiteral("unusable")].toInteger();
    for (const QJsonValue value : json[QStringLiteral("problems")].toArray()) {
        const QJsonObject problem = value.toObject();
        outcome.problems.push_back({problem[QStringLiteral("file")].toString(),
                                    problem[QStringLiteral("line")].toInteger(),
                                    problem[QStringLiteral("reason")].toString()});
    }
    return outcome;
}

Status checkTableJob(const TableJob& job) {
    const auto options = optionsOf(job);
    return options.ok() ? Status() : Status(options.error());
}

Result<TableOutcome> trainTable(const TableJob& job, const JobContext& context,
                                const TrainRun::OnRound& onRound) {
    auto options = optionsOf(job);
    if (!options.ok()) {
        return options.error();
    }
    QElapsedTimer timer;
    timer.start();
    auto table = readTrainingTable(job.table, job.tasks, context);
    if (!table.ok()) {
        return table.error();
    }
    auto test = readTable(job.test, table->schema, context);
    const auto hash = sha256OfFile(job.table);
    if (!test.ok() || !hash.ok()) {
        return !test.ok() ? test.error() : hash.error();
    }
    TableOutcome outcome;
    addProblems(*table, outcome);
    addProblems(*test, outcome);
    const QString folder = unfinishedFolder(job);
    if (!QDir().mkpath(folder)) {
        return Error::io(Text::tr("The folder %1 cannot be made; check the rights.").arg(folder));
    }
    options->checkpoint = folder + QStringLiteral("/checkpoint");
    const ThreadsWhile threads(job.threads);
    const auto trained =
        ml::trainQuality(table->schema, table->examples, *options, context, [&](const ml::Round& round) {
            if (onRound) {
                onRound(trainRoundOf(round));
            }
        });
    if (!trained.ok()) {
        return trained.error();
    }
    outcome.examples = qint64(trained->report.examples);
    outcome.tasks = figuresOf(ml::evaluateQuality(*trained->model, test->examples));
    const Status saved = trained->save(folder, {.name = QFileInfo(job.table).fileName().toStdString(),
                                                .created = job.created.toStdString(),
                                                .dataSetSha256 = hash->toStdString(),
                                                .languages = {},
                                                .licence = {},
                                                .card = {}});
    if (!saved.ok()) {
        return saved.error();
    }
    for (const QString& file : QDir(folder).entryList({QStringLiteral("checkpoint.*")}, QDir::Files)) {
        QDir(folder).remove(file);
    }
    auto version = keep(folder, job.modelsFolder);
    if (!version.ok()) {
        return version.error();
    }
    outcome.version = std::move(*version);
    constexpr double msPerSecond = 1000;
    outcome.seconds = double(timer.elapsed()) / msPerSecond;
    return outcome;
}

} // namespace moderato::usecases
