#include "core/usecases/TrainingJob.h"

#include "core/ml/TrainingSettings.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/quality/QualityOptions.h"
#include "core/ml/topics/TopicTrainer.h"
#include "core/usecases/ModelFigures.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/QualityDataSet.h"
#include "core/usecases/TagDataSet.h"
#include "core/usecases/ThreadsWhile.h"
#include "core/usecases/TrainingFile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace moderato::usecases {

using domain::ModelTask;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingJob)
};

constexpr double earlyStopShare = 0.1;

template <class Example> struct Parts { std::vector<Example> learned, heldOut; };

ml::CategoryExample categoryExample(const TrainingLine& line) {
    return {.text = modelText(line), .label = line.category.toStdString()};
}

ml::TopicExample topicExample(const TrainingLine& line) {
    ml::TopicExample example{.text = modelText(line), .topics = {}};
    for (const QString& topic : line.topics) {
        example.topics.push_back(topic.toStdString());
    }
    return example;
}

template <class Example, class Make> Parts<Example> split(const std::vector<TrainingLine>& lines, Make make) {
    Parts<Example> parts;
    for (const TrainingLine& line : lines) {
        (line.heldOut ? parts.heldOut : parts.learned).push_back(make(line));
    }
    return parts;
}

/// Saves what was trained; its figures are those on what was held out, or on the trainer's own part where
/// nothing was.
template <class Trained, class Examples, class Evaluate>
Result<TrainingResult> save(const TrainingJob& job, const Trained& trained, const Examples& parts,
                            Evaluate evaluate) {
    if (const Status saved = trained.save(job.outputFolder, manifestExtras(job)); !saved.ok()) {
        return saved.error();
    }
    TrainingResult result;
    result.examples = qint64(parts.learned.size());
    result.metrics =
        toJson(parts.heldOut.empty() ? trained.report.metrics : evaluate(*trained.model, parts.heldOut));
    return result;
}

Result<TrainingResult> trainCategory(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                     const JobContext& context, const TrainRun::OnRound& onRound) {
    const auto parts = split<ml::CategoryExample>(lines, categoryExample);
    ml::CategoryTrainingOptions options;
    options.heldOutShare = earlyStopShare;
    if (const Status set = ml::TrainingSettings(options).apply(settingsOf(job)); !set.ok()) {
        return set.error();
    }
    options.seed = job.seed;
    if (!job.startFrom.isEmpty()) {
        auto model = ml::CategoryModel::load(job.startFrom);
        if (!model.ok()) {
            return model.error();
        }
        options.startFrom = std::move(*model);
    }
    const auto trained = ml::trainCategory(parts.learned, options, context, relay(onRound));
    if (!trained.ok()) {
        return trained.error();
    }
    return save(job, *trained, parts, [](const auto& model, const auto& examples) {
        return ml::evaluateCategory(model, examples);
    });
}

Result<TrainingResult> trainTopics(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                   const JobContext& context, const TrainRun::OnRound& onRound) {
    const auto parts = split<ml::TopicExample>(lines, topicExample);
    ml::TopicTrainingOptions options;
    options.heldOutShare = earlyStopShare;
    if (const Status set = ml::TrainingSettings(options).apply(settingsOf(job)); !set.ok()) {
        return set.error();
    }
    options.seed = job.seed;
    if (!job.startFrom.isEmpty()) {
        auto model = ml::TopicModel::load(job.startFrom);
        if (!model.ok()) {
            return model.error();
        }
        options.startFrom = std::move(*model);
    }
    const auto trained = ml::trainTopics(parts.learned, options, context, relay(onRound));
    if (!trained.ok()) {
        return trained.error();
    }
    return save(job, *trained, parts,
                [](const auto& model, const auto& examples) { return ml::evaluateTopics(model, examples); });
}

template <class Options> Status checkSettings(const std::vector<std::string>& settings) {
    Options options;
    return ml::TrainingSettings(options).apply(settings);
}

std::vector<std::string> asStrings(const QStringList& settings) {
    std::vector<std::string> result;
    for (const QString& setting : settings) {
        result.push_back(setting.toStdString());
    }
    return result;
}

} // namespace

Status checkSettings(ModelTask task, const QStringList& settings) {
    const std::vector<std::string> given = asStrings(settings);
    switch (task) {
    case ModelTask::Category:
        return checkSettings<ml::CategoryTrainingOptions>(given);
    case ModelTask::Topics:
        return checkSettings<ml::TopicTrainingOptions>(given);
    case ModelTask::Tags:
        return checkSettings<ml::TagTrainingOptions>(given);
    case ModelTask::Quality:
    case ModelTask::LowQuality:
        return checkSettings<ml::QualityTrainingOptions>(given);
    }
    return {};
}

std::vector<std::string> settingsOf(const TrainingJob& job) {
    return asStrings(job.settings);
}

ml::ManifestExtras manifestExtras(const TrainingJob& job) {
    return {.name = job.name.toStdString(),
            .created = job.created.toStdString(),
            .dataSetSha256 = job.dataSetSha256.toStdString(),
            .languages = {},
            .licence = {},
            .card = {}};
}

std::function<void(const ml::Round&)> relay(const TrainRun::OnRound& onRound) {
    return [onRound](const ml::Round& round) {
        if (onRound) {
            onRound(trainRoundOf(round));
        }
    };
}

TrainRound trainRoundOf(const ml::Round& round) {
    return {round.number, round.loss, round.heldOutScore, round.satisfiedShare, round.lossShare};
}

QJsonObject toJson(const TrainingJob& job) {
    return {{QStringLiteral("task"), toCode(job.task)},
            {QStringLiteral("name"), job.name},
            {QStringLiteral("data_file"), job.dataFile},
            {QStringLiteral("output_folder"), job.outputFolder},
            {QStringLiteral("cache_folder"), job.cacheFolder},
            {QStringLiteral("image_folder"), job.imageFolder},
            {QStringLiteral("start_from"), job.startFrom},
            {QStringLiteral("created"), job.created},
            {QStringLiteral("data_set_sha256"), job.dataSetSha256},
            {QStringLiteral("settings"), QJsonArray::fromStringList(job.settings)},
            {QStringLiteral("seed"), QString::number(job.seed)},
            {QStringLiteral("threads"), job.threads}};
}

Result<TrainingJob> trainingJobFromJson(const QJsonObject& json) {
    const auto task = domain::modelTaskFromCode(json[QStringLiteral("task")].toString());
    TrainingJob job;
    job.name = json[QStringLiteral("name")].toString();
    job.dataFile = json[QStringLiteral("data_file")].toString();
    job.outputFolder = json[QStringLiteral("output_folder")].toString();
    job.cacheFolder = json[QStringLiteral("cache_folder")].toString();
    job.imageFolder = json[QStringLiteral("image_folder")].toString();
    job.startFrom = json[QStringLiteral("start_from")].toString();
    job.created = json[QStringLiteral("created")].toString();
    job.dataSetSha256 = json[QStringLiteral("data_set_sha256")].toString();
    for (const QJsonValue setting : json[QStringLiteral("settings")].toArray()) {
        job.settings << setting.toString();
    }
    job.seed = json[QStringLiteral("seed")].toString().toULongLong();
    job.threads = json[QStringLiteral("threads")].toInt(1);
    if (!task || job.dataFile.isEmpty() || job.outputFolder.isEmpty()) {
        return Error::invalid(Text::tr("A training needs a task, a data set and a folder for the model."));
    }
    job.task = *task;
    return job;
}

QJsonObject toJson(const TrainRound& round) {
    return {{QStringLiteral("number"), round.number},
            {QStringLiteral("loss"), toJson(round.loss)},
            {QStringLiteral("held_out_score"), toJson(round.heldOutScore)},
            {QStringLiteral("satisfied_share"), toJson(round.satisfiedShare)},
            {QStringLiteral("loss_share"), toJson(round.lossShare)}};
}

TrainRound trainRoundFromJson(const QJsonObject& json) {
    return {json[QStringLiteral("number")].toInt(), figureIn(json, QStringLiteral("loss")),
            figureIn(json, QStringLiteral("held_out_score")),
            figureIn(json, QStringLiteral("satisfied_share")), figureIn(json, QStringLiteral("loss_share"))};
}

Result<TrainingResult> runTraining(const TrainingJob& job, const JobContext& context,
                                   const TrainRun::OnRound& onRound) {
    QElapsedTimer timer;
    timer.start();
    const auto lines = readTrainingFile(job.dataFile, context);
    if (!lines.ok()) {
        return lines.error();
    }
    const ThreadsWhile threads(job.threads);
    auto result = job.task == ModelTask::Category ? trainCategory(job, *lines, context, onRound)
                  : job.task == ModelTask::Topics ? trainTopics(job, *lines, context, onRound)
                  : job.task == ModelTask::Tags   ? trainTagModel(job, *lines, context, onRound)
                                                  : trainQualityModel(job, *lines, context, onRound);
    if (result.ok()) {
        constexpr double msPerSecond = 1000;
        result->seconds = double(timer.elapsed()) / msPerSecond;
    }
    return result;
}

} // namespace moderato::usecases
