#include "core/usecases/Evaluate.h"

#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/topics/TopicTrainer.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/QualityDataSet.h"
#include "core/usecases/TagDataSet.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using domain::ModelTask;
using domain::ModelVersion;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Evaluate)
};

std::vector<ml::CategoryExample> categoryExamples(const std::vector<TrainingLine>& lines) {
    std::vector<ml::CategoryExample> examples;
    for (const TrainingLine& line : lines) {
        if (!line.category.isEmpty()) {
            examples.push_back({.text = modelText(line), .label = line.category.toStdString()});
        }
    }
    return examples;
}

std::vector<ml::TopicExample> topicExamples(const std::vector<TrainingLine>& lines) {
    std::vector<ml::TopicExample> examples;
    for (const TrainingLine& line : lines) {
        if (line.topics.isEmpty()) {
            continue;
        }
        ml::TopicExample example{.text = modelText(line), .topics = {}};
        for (const QString& topic : line.topics) {
            example.topics.push_back(topic.toStdString());
        }
        examples.push_back(std::move(example));
    }
    return examples;
}

} // namespace

Result<ml::Metrics> evaluateVersion(const ModelService& models, const ModelVersion& version,
                                    const std::vector<TrainingLine>& lines, const TagFeatures* features) {
    if (version.task == ModelTask::Tags) {
        const auto loaded = models.loadTagModel(version);
        if (!loaded.ok() || !features) {
            return loaded.ok() ? Error{Error::Kind::Unsupported, Text::tr("Media cannot be read here."), {}}
                               : loaded.error();
        }
        std::vector<ml::TagExample> examples;
        for (const TrainingLine& line : lines) {
            if (!line.topics.isEmpty()) {
                examples.push_back(tagExampleOf(line, *features, TagFeatures::For::Prediction));
            }
        }
        return ml::evaluateTags(*loaded->model, *loaded->model->trained(), examples);
    }
    if (version.task == ModelTask::Category) {
        const auto loaded = models.loadCategoryModel(version);
        return loaded.ok() ? Result(ml::evaluateCategory(*loaded->model, categoryExamples(lines)))
                           : loaded.error();
    }
    const auto loaded = models.loadTopicModel(version);
    return loaded.ok() ? Result(ml::evaluateTopics(*loaded->model, topicExamples(lines))) : loaded.error();
}

Result<ModelVersion> Evaluate::versionNamed(ModelTask task, const QString& name) {
    if (name.isEmpty()) {
        const auto serving = models_.inService(task);
        if (!serving.ok()) {
            return serving.error();
        }
        return *serving ? Result(**serving)
                        : Error::notFound(Text::tr(
                              "No model is in service for this task; train one or promote a version."));
    }
    const auto version = models_.find(name);
    if (version.ok() && version->task != task) {
        return Error::invalid(Text::tr("The version %1 is one for %2.").arg(name, toCode(version->task)));
    }
    return version;
}

Result<Evaluate::Report> Evaluate::qualityFile(const ModelVersion& version, const QString& dataFile,
                                               const JobContext& context) {
    Report report{.version = version, .metrics = {}, .problems = {}};
    const auto loaded = models_.loadQualityModel(version);
    if (!loaded.ok()) {
        return loaded.error();
    }
    const auto lines = readQualityFile(library_, features_, version.task, dataFile, report.problems, context);
    if (!lines.ok()) {
        return lines.error();
    }
    report.tasks = evaluateQualityLines(*loaded->model, *lines, features_);
    if (std::all_of(report.tasks.begin(), report.tasks.end(),
                    [](const ml::TaskFigures& task) { return task.examples == 0; })) {
        return Error::invalid(
            Text::tr("No item of %1 has a label of a task that %2 knows.").arg(dataFile, version.name));
    }
    return report;
}

Result<Evaluate::Report> Evaluate::file(ModelTask task, const QString& dataFile, const QString& version,
                                        const JobContext& context) {
    const auto chosen = versionNamed(task, version);
    if (!chosen.ok()) {
        return chosen.error();
    }
    if (isQuality(task)) {
        return qualityFile(*chosen, dataFile, context);
    }
    Report report{.version = *chosen, .metrics = {}, .problems = {}};
    std::vector<TrainingLine> lines;
    Status media;
    const Status read = readDataFile(
        library_, dataFile, report.problems,
        [&](DataFileItem item) {
            if (task == ModelTask::Tags && features_ && !item.line.topics.isEmpty()) {
                media = readMediaOf(item.line, *features_, TagFeatures::For::Prediction, report.problems,
                                    context);
            }
            lines.push_back(std::move(item.line));
            return media.ok();
        },
        context);
    if (!read.ok() || !media.ok()) {
        return read.ok() ? media.error() : read.error();
    }
    const auto metrics = evaluateVersion(models_, *chosen, lines, features_);
    if (!metrics.ok()) {
        return metrics.error();
    }
    report.metrics = *metrics;
    if (report.metrics.examples == 0) {
        return Error::invalid(task == ModelTask::Category
                                  ? Text::tr("No item of %1 has a category to compare with.").arg(dataFile)
                                  : Text::tr("No item of %1 has topics to compare with.").arg(dataFile));
    }
    return report;
}

} // namespace moderato::usecases
