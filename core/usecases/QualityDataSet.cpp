#include "core/usecases/QualityDataSet.h"

#include "core/ml/TrainingSettings.h"
#include "core/storage/ConsumptionRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/QualityRepository.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelFigures.h"
#include "core/usecases/QualityLabels.h"
#include "core/usecases/TagDataSet.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <set>

namespace moderato::usecases {

using domain::ContentId;
using domain::ModelTask;
using Origin = domain::QualityLabel::Origin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityDataSet)
};

constexpr int batchSize = 500;
constexpr double earlyStopShare = 0.1;
constexpr qsizetype mostTasks = 64;

Result<std::vector<ConsumedItem>> consumption(storage::Library& library, const JobContext& context) {
    std::vector<ConsumedItem> items;
    for (qint64 last = 0;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        auto rows = storage::ConsumptionRepository(library.reader()).after(last, 10 * batchSize);
        if (!rows.ok()) {
            return rows.error();
        }
        if (rows->empty()) {
            return items;
        }
        last = rows->back().id;
        for (auto& row : *rows) {
            items.push_back({row.content, std::move(row.figures)});
        }
    }
}

std::map<QString, bool> marksAsLabels(const QStringList& marks, const std::set<QString>& known) {
    std::map<QString, bool> labels;
    for (const QString& code : known) {
        labels[code] = marks.contains(code);
    }
    return labels;
}

/// What people decided (S1.13): a mark that nobody ever gave is no task.
Result<std::vector<LabelledItem>> judgedItems(storage::Library& library) {
    const auto judged = storage::QualityRepository(library.reader()).judged();
    if (!judged.ok()) {
        return judged.error();
    }
    std::set<QString> known;
    for (const auto& item : *judged) {
        known.insert(item.marks.begin(), item.marks.end());
    }
    std::vector<LabelledItem> items;
    for (const auto& item : *judged) {
        items.push_back({item.content, {}, {}, marksAsLabels(item.marks, known)});
    }
    return items;
}

/// "labels" of an item of a file.
std::map<QString, bool> labelsIn(const domain::Content& content) {
    std::map<QString, bool> labels;
    const QJsonObject given = content.unknownFields[QStringLiteral("labels")].toObject();
    for (auto label = given.begin(); label != given.end() && qsizetype(labels.size()) < mostTasks; ++label) {
        if (label->isBool()) {
            labels[label.key()] = label->toBool();
        } else if (label->toDouble(-1) == 0 || label->toDouble(-1) == 1) {
            labels[label.key()] = label->toDouble() == 1;
        }
    }
    return labels;
}

Error nothingLabelled(ModelTask task) {
    return Error::invalid(
        task == ModelTask::Quality
            ? Text::tr(
                  "No item of this time has a quality label yet: import how people consumed the content, "
                  "or name a file.")
            : Text::tr("Nothing was marked as low quality yet: disallow some items with a reason, or name a "
                       "file."));
}

/// Tasks with labels of both kinds, by name.
std::vector<std::string> tasksOf(const std::vector<TrainingLine>& lines) {
    std::map<QString, std::array<int, 2>> counts;
    for (const TrainingLine& line : lines) {
        if (line.quality && !line.heldOut) {
            for (const auto& [task, positive] : line.quality->labels) {
                ++counts[task][positive ? 1 : 0];
            }
        }
    }
    std::vector<std::string> tasks;
    for (const auto& [task, count] : counts) {
        if (count[0] > 0 && count[1] > 0) {
            tasks.push_back(task.toStdString());
        }
    }
    return tasks;
}

std::vector<ml::QualityExample> examplesOf(const std::vector<TrainingLine>& lines,
                                           const ml::QualitySchema& schema, const TagFeatures* features,
                                           bool heldOut) {
    std::vector<ml::QualityExample> examples;
    for (const TrainingLine& line : lines) {
        if (line.heldOut == heldOut) {
            examples.push_back(qualityExampleOf(line, schema, features));
        }
    }
    return examples;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) {
        all.append(all.empty() ? "" : ", ").append(name);
    }
    return all;
}

/// Small sets need small steps.
int batchFor(std::size_t examples) {
    constexpr int least = 16, most = 1024, stepsARound = 24;
    return std::clamp(int(examples) / stepsARound, least, most);
}

Result<ml::QualityTrainingOptions> optionsOf(const TrainingJob& job, std::size_t examples) {
    ml::QualityTrainingOptions options;
    options.heldOutShare = earlyStopShare;
    options.refit = true;
    options.batch = batchFor(examples);
    options.crossSize = 1; // Some seventy attributes make thousands of pairs.
    options.bins = 8;
    options.maxRounds = 8;
    options.textLearningRate = 0.2;
    options.featureDropout = 0.2;
    if (job.task == ModelTask::LowQuality) { // All that it has is words: frequent ones count, small steps.
        options.encoder.idfPower = 0;
        options.learningRate = 5e-4;
    }
    if (!job.startFrom.isEmpty()) {
        auto model = ml::QualityModel::load(job.startFrom);
        if (!model.ok()) {
            return model.error();
        }
        options.sharing = (*model)->sharing();
        options.startFrom = std::move(*model);
    }
    if (const Status set = ml::TrainingSettings(options).apply(settingsOf(job)); !set.ok()) {
        return set.error();
    }
    options.seed = job.seed;
    options.checkpoint =
        QFileInfo(job.outputFolder).path() + QStringLiteral("/checkpoint-") + toCode(job.task);
    return options;
}

void removeCheckpoint(const QString& checkpoint) {
    const QFileInfo info(checkpoint);
    QDir folder(info.path());
    for (const QString& file : folder.entryList({info.fileName() + QStringLiteral(".*")}, QDir::Files)) {
        folder.remove(file);
    }
}

Timestamp latestOf(const std::vector<TrainingLine>& lines) {
    Timestamp latest;
    for (const TrainingLine& line : lines) {
        if (line.quality && !line.heldOut) {
            latest = std::max(latest, line.quality->published);
        }
    }
    return latest;
}

/// The newest part is held out, or a part by what the items are.
void holdOut(std::vector<LabelledItem>& items, std::vector<LabelledItem>& heldOut,
             const TrainOptions& options) {
    if (qint64(items.size()) < fewestToHoldOut) {
        return;
    }
    if (options.heldOutAreLatest) {
        const auto begin = items.begin() + std::ptrdiff_t(double(items.size()) * (1 - options.heldOutShare));
        heldOut.assign(std::make_move_iterator(begin), std::make_move_iterator(items.end()));
        items.erase(begin, items.end());
        return;
    }
    std::vector<LabelledItem> learned;
    for (LabelledItem& item : items) {
        const bool out = isHeldOut(item.fingerprint, options.heldOutShare);
        (out ? heldOut : learned).push_back(std::move(item));
    }
    items = std::move(learned);
}

} // namespace

Status relabel(storage::Library& library, std::vector<LabelledItem>& items, const JobContext& context) {
    const auto rules = QualityLabels(library, SystemClock()).rules();
    auto consumed = consumption(library, context);
    const auto given = storage::QualityRepository(library.reader()).labelsOfPeople();
    if (!rules.ok() || !consumed.ok() || !given.ok()) {
        return !rules.ok() ? rules.error() : !consumed.ok() ? consumed.error() : given.error();
    }
    QHash<ContentId, LabelledItem*> byId;
    for (LabelledItem& item : items) {
        item.labels.clear();
        byId.insert(item.content, &item);
    }
    std::erase_if(*consumed, [&](const ConsumedItem& item) { return !byId.contains(item.content); });
    const auto add = [&](const domain::QualityLabel& label) {
        if (LabelledItem* const item = byId.value(label.content)) {
            item->labels[label.task] = label.value == domain::QualityLabel::Value::Positive;
        }
    };
    const auto addOf = [&](Origin origin) {
        for (const domain::QualityLabel& label : *given) {
            if (label.origin == origin) {
                add(label);
            }
        }
    };
    addOf(Origin::Similar);
    for (const domain::QualityLabel& label : labelsAmong(*consumed, *rules, {})) {
        add(label);
    }
    addOf(Origin::Expert);
    std::erase_if(items, [](const LabelledItem& item) { return item.labels.empty(); });
    return {};
}

Result<std::vector<LabelledItem>> labelledItems(storage::Library& library, ModelTask task,
                                                const PublishingPeriod& period, const JobContext& context) {
    const auto published = storage::QualityRepository(library.reader()).published();
    if (!published.ok()) {
        return published.error();
    }
    std::vector<LabelledItem> items;
    if (task == ModelTask::LowQuality) {
        auto judged = judgedItems(library);
        if (!judged.ok()) {
            return judged;
        }
        QHash<ContentId, const storage::QualityRepository::Published*> known;
        for (const auto& item : *published) {
            known.insert(item.content, &item);
        }
        for (LabelledItem& item : *judged) {
            if (const auto* const found = known.value(item.content)) {
                item.published = found->at;
                item.fingerprint = found->fingerprint;
                items.push_back(std::move(item));
            }
        }
        std::erase_if(items, [&](const LabelledItem& item) {
            return item.labels.empty() || !period.holds(item.published);
        });
    } else {
        for (const auto& item : *published) {
            if (period.holds(item.at)) {
                items.push_back({item.content, item.at, item.fingerprint, {}});
            }
        }
        if (const Status labelled = relabel(library, items, context); !labelled.ok()) {
            return labelled.error();
        }
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const LabelledItem& a, const LabelledItem& b) { return a.published < b.published; });
    return items;
}

Status readLabelled(storage::Library& library, const TagFeatures* features,
                    const std::vector<LabelledItem>& items, std::vector<IngestProblem>& problems,
                    const std::function<Status(TrainingLine)>& onLine, const JobContext& context) {
    for (std::size_t begin = 0; begin < items.size(); begin += batchSize) {
        std::vector<ContentId> ids;
        for (std::size_t i = begin; i < std::min(items.size(), begin + batchSize); ++i) {
            ids.push_back(items[i].content);
        }
        const auto contents = storage::ContentRepository(library.reader()).findAll(ids);
        if (!contents.ok()) {
            return contents.error();
        }
        std::size_t at = begin;
        for (const domain::Content& content : *contents) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            context.report(qint64(at), qint64(items.size()), Text::tr("Reading what is labelled"));
            while (at < items.size() && items[at].content != content.id) {
                ++at; // It was removed meanwhile.
            }
            if (at == items.size()) {
                break;
            }
            TrainingLine line = qualityLineOf(content, features, context);
            line.quality->labels = items[at].labels;
            line.quality->published = items[at].published;
            Status read = features
                              ? readMediaOf(line, *features, TagFeatures::For::Prediction, problems, context)
                              : Status();
            read = read.ok() ? onLine(std::move(line)) : read;
            if (!read.ok()) {
                return read;
            }
        }
    }
    return {};
}

Result<FrozenDataSet> freezeQuality(storage::Library& library, const TagFeatures* features,
                                    const TrainOptions& options, std::vector<IngestProblem>& problems,
                                    const JobContext& context) {
    auto items = labelledItems(library, options.task, options.period, context);
    if (!items.ok()) {
        return items.error();
    }
    if (items->empty()) {
        return nothingLabelled(options.task);
    }
    std::vector<LabelledItem> heldOut;
    holdOut(*items, heldOut, options);
    if (options.task == ModelTask::Quality) { // Each side has its own reference (S1.2).
        for (std::vector<LabelledItem>* side : {&*items, &heldOut}) {
            if (const Status labelled = relabel(library, *side, context); !labelled.ok()) {
                return labelled.error();
            }
        }
    }
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    for (const bool out : {false, true}) {
        const Status read = readLabelled(
            library, features, out ? heldOut : *items, problems,
            [&](TrainingLine line) {
                line.heldOut = out;
                return (*writer)->add(line);
            },
            context);
        if (!read.ok()) {
            return read.error();
        }
    }
    return (*writer)->finish();
}

Result<std::vector<TrainingLine>> readQualityFile(storage::Library& library, const TagFeatures* features,
                                                  ModelTask task, const QString& path,
                                                  std::vector<IngestProblem>& problems,
                                                  const JobContext& context) {
    const auto rules = QualityLabels(library, SystemClock()).rules();
    if (!rules.ok()) {
        return rules.error();
    }
    std::vector<TrainingLine> lines;
    std::vector<ConsumedItem> consumed;
    Status readMedia;
    const Status read = readDataFile(
        library, path, problems,
        [&](const DataFileItem& item) {
            TrainingLine line = qualityLineOf(*item.content, features, context);
            line.quality->labels = labelsIn(*item.content);
            if (task == ModelTask::Quality && line.quality->labels.empty() && item.content->consumption) {
                consumed.push_back({ContentId{qint64(lines.size()) + 1}, *item.content->consumption});
            }
            if (features) {
                readMedia = readMediaOf(line, *features, TagFeatures::For::Prediction, problems, context);
            }
            lines.push_back(std::move(line));
            return readMedia.ok();
        },
        context);
    if (!read.ok() || !readMedia.ok()) {
        return read.ok() ? readMedia.error() : read.error();
    }
    for (const domain::QualityLabel& label : labelsAmong(consumed, *rules, {})) {
        lines[std::size_t(label.content.value - 1)].quality->labels[label.task] =
            label.value == domain::QualityLabel::Value::Positive;
    }
    std::erase_if(lines, [](const TrainingLine& line) { return line.quality->labels.empty(); });
    if (lines.empty()) {
        return Error::invalid(
            Text::tr("No item of %1 has a field “labels” or figures of consumption that suffice "
                     "for a label.")
                .arg(path));
    }
    return lines;
}

Result<FrozenDataSet> freezeQualityFile(storage::Library& library, const TagFeatures* features,
                                        ModelTask task, const QString& path,
                                        std::vector<IngestProblem>& problems, const JobContext& context) {
    const auto lines = readQualityFile(library, features, task, path, problems, context);
    if (!lines.ok()) {
        return lines.error();
    }
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    for (const TrainingLine& line : *lines) {
        if (const Status added = (*writer)->add(line); !added.ok()) {
            return added.error();
        }
    }
    return (*writer)->finish();
}

Result<TrainingResult> trainQualityModel(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                         const JobContext& context, const TrainRun::OnRound& onRound) {
    const TagFeatures features(job.cacheFolder, nullptr);
    const auto options = optionsOf(job, lines.size());
    if (!options.ok()) {
        return options.error();
    }
    const ml::QualitySchema schema =
        options->startFrom ? options->startFrom->schema() : qualitySchemaOf(lines, tasksOf(lines));
    if (schema.tasks.empty()) {
        return Error::invalid(
            Text::tr("No task has both positive and negative labels, so there is nothing to "
                     "learn yet."));
    }
    if (!options->taskWeights.empty() && options->taskWeights.size() != schema.tasks.size()) {
        return Error::invalid(Text::tr("task_weights wants one number a task; the tasks are %1.")
                                  .arg(QString::fromStdString(joined(schema.tasks))));
    }
    const auto learned = examplesOf(lines, schema, &features, false);
    const auto trained = ml::trainQuality(schema, learned, *options, context, relay(onRound));
    if (!trained.ok()) {
        return trained.error();
    }
    if (const Status saved = trained->save(job.outputFolder, manifestExtras(job)); !saved.ok()) {
        return saved.error();
    }
    removeCheckpoint(options->checkpoint);
    const auto heldOut = examplesOf(lines, schema, &features, true);
    TrainingResult result;
    result.examples = qint64(learned.size());
    result.metrics =
        toJson(heldOut.empty() ? trained->heldOut : ml::evaluateQuality(*trained->model, heldOut));
    result.metrics[QStringLiteral("published_until")] = toIso(latestOf(lines));
    return result;
}

std::vector<ml::TaskFigures> evaluateQualityLines(const ml::QualityModel& model,
                                                  const std::vector<TrainingLine>& lines,
                                                  const TagFeatures* features) {
    std::vector<ml::QualityExample> examples;
    for (const TrainingLine& line : lines) {
        examples.push_back(qualityExampleOf(line, model.schema(), features));
    }
    return ml::evaluateQuality(model, examples);
}

QJsonObject toJson(const std::vector<ml::TaskFigures>& figures) {
    QJsonObject tasks;
    double accuracy = 0, f1 = 0, defined = 0;
    qint64 examples = 0;
    for (const ml::TaskFigures& task : figures) {
        tasks[QString::fromStdString(task.task)] =
            QJsonObject{{QStringLiteral("auc"), toJson(task.auc)},
                        {QStringLiteral("accuracy"), toJson(task.accuracy)},
                        {QStringLiteral("macro_f1"), toJson(task.macroF1)},
                        {QStringLiteral("examples"), qint64(task.examples)}};
        examples = std::max(examples, qint64(task.examples));
        if (!std::isnan(task.accuracy)) {
            accuracy += task.accuracy;
            f1 += task.macroF1;
            ++defined;
        }
    }
    return {{QStringLiteral("examples"), examples},
            {QStringLiteral("accuracy"), toJson(defined > 0 ? accuracy / defined : ml::undefined)},
            {QStringLiteral("macro_f1"), toJson(defined > 0 ? f1 / defined : ml::undefined)},
            {QStringLiteral("tasks"), tasks}};
}

} // namespace moderato::usecases
