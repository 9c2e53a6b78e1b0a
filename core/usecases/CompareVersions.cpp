#include "core/storage/Library.h"
#include "core/storage/PredictionRepository.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/Evaluate.h"
#include "core/usecases/Predict.h"
#include "core/usecases/QualityDataSet.h"
#include "core/usecases/TrainRun.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace moderato::usecases {

using domain::ModelTask;
using domain::ModelVersion;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainRun)
};

constexpr int changesShown = 200;

struct TestSet {
    std::vector<TrainingLine> lines;
    bool seenInTraining = false;
};

/// What the newer version's data set held out; where it held nothing out, all decisions there are.
Result<TestSet> testSetOf(storage::Library& library, const ModelVersion& newer, const TagFeatures* features,
                          const JobContext& context) {
    TestSet set;
    const QString file = dataSetFolder(library) + QLatin1Char('/') + QString::fromLatin1(newer.dataSetHash) +
                         QStringLiteral(".jsonl");
    if (!newer.dataSetHash.isEmpty() && QFile::exists(file)) {
        auto lines = readTrainingFile(file, context);
        if (!lines.ok()) {
            return lines.error();
        }
        std::copy_if(std::make_move_iterator(lines->begin()), std::make_move_iterator(lines->end()),
                     std::back_inserter(set.lines), [](const TrainingLine& line) { return line.heldOut; });
    }
    if (!set.lines.empty()) {
        return set;
    }
    set.seenInTraining = true;
    if (isQuality(newer.task)) {
        const auto items = labelledItems(library, newer.task, {}, context);
        if (!items.ok()) {
            return items.error();
        }
        std::vector<IngestProblem> problems;
        const Status read = readLabelled(
            library, features, *items, problems,
            [&](TrainingLine line) {
                set.lines.push_back(std::move(line));
                return Status();
            },
            context);
        return read.ok() ? Result(std::move(set)) : Result<TestSet>(read.error());
    }
    const Status read = readDecisions(
        library, newer.task, 0,
        [&](const TrainingLine& line) {
            set.lines.push_back(line);
            return Status();
        },
        context);
    return read.ok() ? Result(std::move(set)) : Result<TestSet>(read.error());
}

std::vector<VersionComparison::Row> rowsOf(ModelTask task, const ml::Metrics& before,
                                           const ml::Metrics& after) {
    if (task == ModelTask::Category) {
        return {{QStringLiteral("accuracy"), before.accuracy, after.accuracy},
                {QStringLiteral("macro_f1"), before.macroF1, after.macroF1},
                {QStringLiteral("calibration_error"), before.calibrationError, after.calibrationError}};
    }
    return {{QStringLiteral("precision@1"), before.precision.at1, after.precision.at1},
            {QStringLiteral("precision@5"), before.precision.at5, after.precision.at5},
            {QStringLiteral("precision@10"), before.precision.at10, after.precision.at10},
            {QStringLiteral("recall@5"), before.recall.at5, after.recall.at5},
            {QStringLiteral("recall@10"), before.recall.at10, after.recall.at10}};
}

/// Lets a version predict what it has not predicted yet.
Status predictAllWith(Predict& predict, ModelService& models, const ModelVersion& version,
                      const JobContext& context) {
    const auto run = [&](const auto& loaded) -> Status {
        if (!loaded.ok()) {
            return loaded.error();
        }
        if (const Status known = models.makeLabelsKnown(*loaded); !known.ok()) {
            return known;
        }
        const auto done = predict.predictWith(*loaded, context);
        return done.ok() ? Status() : Status(done.error());
    };
    return version.task == ModelTask::Category ? run(models.loadCategoryModel(version))
           : version.task == ModelTask::Topics ? run(models.loadTopicModel(version))
           : version.task == ModelTask::Tags   ? run(models.loadTagModel(version))
                                               : run(models.loadQualityModel(version));
}

/// Accuracy and area under the curve of each task that both versions know.
Status addQualityFigures(VersionComparison& comparison, const ModelService& models,
                         const std::vector<TrainingLine>& lines, const TagFeatures* features) {
    const auto before = models.loadQualityModel(comparison.before);
    const auto after = models.loadQualityModel(comparison.after);
    if (!before.ok() || !after.ok()) {
        return before.ok() ? after.error() : before.error();
    }
    const auto old = evaluateQualityLines(*before->model, lines, features);
    comparison.examples = qint64(lines.size());
    for (const ml::TaskFigures& task : evaluateQualityLines(*after->model, lines, features)) {
        const auto same = std::find_if(old.begin(), old.end(),
                                       [&](const ml::TaskFigures& other) { return other.task == task.task; });
        if (same != old.end()) {
            const QString name = QString::fromStdString(task.task);
            comparison.rows.push_back({name + QStringLiteral(" accuracy"), same->accuracy, task.accuracy});
            comparison.rows.push_back({name + QStringLiteral(" auc"), same->auc, task.auc});
        }
    }
    return {};
}

Status addFigures(VersionComparison& comparison, storage::Library& library, const ModelService& models,
                  const TagFeatures* features, const JobContext& context) {
    const bool afterIsNewer = comparison.after.createdAt >= comparison.before.createdAt;
    const auto set =
        testSetOf(library, afterIsNewer ? comparison.after : comparison.before, features, context);
    if (!set.ok()) {
        return set.error();
    }
    comparison.seenInTraining = set->seenInTraining;
    if (isQuality(comparison.after.task)) {
        return addQualityFigures(comparison, models, set->lines, features);
    }
    const auto before = evaluateVersion(models, comparison.before, set->lines, features);
    const auto after = evaluateVersion(models, comparison.after, set->lines, features);
    if (!before.ok() || !after.ok()) {
        return before.ok() ? after.error() : before.error();
    }
    comparison.examples = qint64(after->examples);
    comparison.rows = rowsOf(comparison.after.task, *before, *after);
    return {};
}

Status addChanges(VersionComparison& comparison, storage::Library& library) {
    auto changes =
        storage::PredictionRepository(library.reader())
            .changes(comparison.after.task, comparison.before.id, comparison.after.id, changesShown);
    if (!changes.ok()) {
        return changes.error();
    }
    comparison.changed = changes->total;
    for (storage::PredictionRepository::Change& change : changes->rows) {
        comparison.changes.push_back({change.content, std::move(change.title), std::move(change.before),
                                      std::move(change.after), std::move(change.decided)});
    }
    return {};
}

} // namespace

Result<VersionComparison> TrainRun::compare(const QString& before, const QString& after,
                                            const JobContext& context) {
    const auto first = models_.find(before);
    const auto second = models_.find(after);
    if (!first.ok() || !second.ok()) {
        return first.ok() ? second.error() : first.error();
    }
    if (first->task != second->task) {
        return Error::invalid(
            Text::tr("%1 and %2 do different things and cannot be compared.").arg(before, after));
    }
    VersionComparison comparison;
    comparison.before = *first;
    comparison.after = *second;
    if (const Status added = addFigures(comparison, library_, models_, features_, context); !added.ok()) {
        return added.error();
    }
    Predict predict(library_, models_, clock_, features_);
    for (const ModelVersion& version : {*first, *second}) {
        if (const Status predicted = predictAllWith(predict, models_, version, context); !predicted.ok()) {
            return predicted.error();
        }
    }
    if (const Status added = addChanges(comparison, library_); !added.ok()) {
        return added.error();
    }
    return comparison;
}

} // namespace moderato::usecases
