#include "core/usecases/TrainRun.h"

#include "core/storage/Library.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/QualityDataSet.h"
#include "core/usecases/TagDataSet.h"
#include "core/usecases/TrainingJob.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <map>

namespace moderato::usecases {

using domain::ModelTask;
using domain::ModelVersion;
using TrainingRuns = storage::TrainingRepository;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainRun)
};

/// Folders of runs that were killed; those of today may be running.
void removeAbandoned(const QString& modelsFolder) {
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    const QFileInfoList folders =
        QDir(modelsFolder).entryInfoList({QStringLiteral("unfinished-*")}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo& folder : folders) {
        if (folder.lastModified() < yesterday) {
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

/// How many labels each task has; items labelled twice count once.
Result<DataSetSummary> summaryOfLabels(storage::Library& library, ModelTask task, Timestamp since) {
    const auto items = labelledItems(library, task, {}, JobContext());
    if (!items.ok()) {
        return items.error();
    }
    DataSetSummary summary;
    summary.task = task;
    summary.records = qint64(items->size());
    std::map<QString, qint64> counts;
    for (const LabelledItem& item : *items) {
        summary.sinceInService += item.published > since ? 1 : 0;
        for (const auto& label : item.labels) {
            // A mark that is not there is no example of it.
            counts[label.first] += task == ModelTask::Quality || label.second ? 1 : 0;
        }
    }
    summary.perLabel.assign(counts.begin(), counts.end());
    std::stable_sort(summary.perLabel.begin(), summary.perLabel.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return summary;
}

/// Registers what was trained under the next free name, and gives its folder that name.
Result<ModelVersion> registerVersion(storage::Library& library, ModelVersion version,
                                     const QString& trainedIn) {
    return library.writeAndWait([&](storage::Connection& connection) -> Result<ModelVersion> {
        storage::ModelRepository models(connection);
        const auto name = models.nextName(version.task);
        if (!name.ok()) {
            return name.error();
        }
        version.name = *name;
        version.folder = library.modelsFolder() + QLatin1Char('/') + *name;
        QDir(version.folder).removeRecursively(); // Of a run that ended before it was registered.
        if (!QDir().rename(trainedIn, version.folder)) {
            return Error::io(Text::tr("The new model cannot be kept in %1; check the rights.")
                                 .arg(library.modelsFolder()));
        }
        return models.add(version);
    });
}

} // namespace

struct TrainRun::Prepared {
    TrainingJob job;
    FrozenDataSet data;
    std::optional<ModelVersion> parent;
    std::vector<IngestProblem> problems;
    qint64 run = 0;
};

Result<DataSetSummary> TrainRun::summary(ModelTask task) const {
    const auto serving = models_.inService(task);
    if (!serving.ok()) {
        return serving.error();
    }
    if (isQuality(task)) {
        return summaryOfLabels(library_, task, *serving ? (*serving)->createdAt : Timestamp());
    }
    auto found =
        TrainingRuns(library_.reader()).summary(task, *serving ? (*serving)->createdAt : Timestamp());
    if (!found.ok()) {
        return found.error();
    }
    return DataSetSummary{task, found->records, found->corrections, found->since, std::move(found->perLabel)};
}

Result<TrainRun::Prepared> TrainRun::prepare(const TrainOptions& options, const JobContext& context) {
    context.report(0, 0, Text::tr("Gathering the data set"));
    removeAbandoned(library_.modelsFolder());
    Prepared prepared;
    if (const Status fit = checkSettings(options.task, options.settings); !fit.ok()) {
        return fit.error();
    }
    if (options.task == ModelTask::Tags && !features_) {
        return Error{Error::Kind::Unsupported, Text::tr("Media cannot be read here."), {}};
    }
    const bool decisions = options.dataFile.isEmpty(), tags = options.task == ModelTask::Tags;
    auto data = isQuality(options.task) && decisions
                    ? freezeQuality(library_, features_, options, prepared.problems, context)
                : isQuality(options.task) ? freezeQualityFile(library_, features_, options.task,
                                                              options.dataFile, prepared.problems, context)
                : tags && decisions       ? freezeTagDecisions(library_, *features_, options.heldOutShare,
                                                               options.tagsFromTitles, prepared.problems, context)
                : tags ? freezeTagFile(library_, *features_, options.dataFile, options.tagsFromTitles,
                                       prepared.problems, context)
                : decisions
                    ? freezeDecisions(library_, options.task, options.heldOutShare, context)
                    : freezeFile(library_, options.task, options.dataFile, prepared.problems, context);
    if (!data.ok()) {
        return data.error();
    }
    prepared.data = std::move(*data);
    TrainingJob& job = prepared.job;
    if (decisions && !options.fromScratch && options.imageFolder.isEmpty() && options.settings.isEmpty()) {
        auto serving = models_.inService(options.task);
        if (!serving.ok()) {
            return serving.error();
        }
        prepared.parent = std::move(*serving);
        job.startFrom = prepared.parent ? models_.folder(*prepared.parent) : QString();
    }
    const auto name = storage::ModelRepository(library_.reader()).nextName(options.task);
    if (!name.ok()) {
        return name.error();
    }
    job.task = options.task;
    job.name = *name;
    job.dataFile = prepared.data.path;
    job.dataSetSha256 = QString::fromLatin1(prepared.data.sha256);
    job.outputFolder =
        library_.modelsFolder() + QStringLiteral("/unfinished-") + QUuid::createUuid().toString(QUuid::Id128);
    job.cacheFolder = library_.cacheFolder();
    job.imageFolder = options.imageFolder;
    job.settings = options.settings;
    job.created = toIso(clock_.now());
    job.seed = options.seed;
    job.threads = options.threads;

    TrainingRuns::Run run;
    run.task = options.task;
    run.dataSetHash = prepared.data.sha256;
    run.examples = prepared.data.examples;
    run.seed = qint64(options.seed);
    run.startedAt = clock_.now();
    const auto begun = library_.writeAndWait(
        [&run](storage::Connection& connection) { return TrainingRuns(connection).beginRun(run); });
    if (!begun.ok()) {
        return begun.error();
    }
    prepared.run = *begun;
    return prepared;
}

Result<TrainOutcome> TrainRun::conclude(const TrainOptions& options, Prepared prepared,
                                        Result<TrainingResult> trained) {
    const auto end = [&](TrainingRuns::Run::State state, domain::ModelVersionId version,
                         const QString& problem) {
        return library_.writeAndWait([&, now = clock_.now()](storage::Connection& connection) {
            return TrainingRuns(connection).endRun(prepared.run, state, version, problem, now);
        });
    };
    const auto fail = [&](const Error& error) -> Error {
        QDir(prepared.job.outputFolder).removeRecursively();
        const auto state =
            error.isCancelled() ? TrainingRuns::Run::State::Cancelled : TrainingRuns::Run::State::Failed;
        const Status ended = end(state, {}, error.isCancelled() ? QString() : error.message);
        return ended.ok() ? error : ended.error();
    };
    if (!trained.ok()) {
        return fail(trained.error());
    }
    ModelVersion version;
    version.task = options.task;
    version.dataSetHash = prepared.data.sha256;
    version.seed = qint64(options.seed);
    version.examples = trained->examples;
    version.metrics = trained->metrics;
    version.parent = prepared.parent ? prepared.parent->id : domain::ModelVersionId();
    version.createdAt = clock_.now();
    auto registered = registerVersion(library_, version, prepared.job.outputFolder);
    if (!registered.ok()) {
        return fail(registered.error());
    }
    if (const Status ended = end(TrainingRuns::Run::State::Finished, registered->id, {}); !ended.ok()) {
        return ended.error();
    }
    if (options.promote) {
        if (const Status promoted = models_.promote(registered->name); !promoted.ok()) {
            return promoted.error();
        }
        registered = models_.find(registered->name);
        if (!registered.ok()) {
            return registered.error();
        }
    }
    return TrainOutcome{*registered, trained->examples, trained->seconds, trained->metrics,
                        std::move(prepared.problems)};
}

Result<TrainOutcome> TrainRun::train(const TrainOptions& options, const JobContext& context,
                                     const OnRound& onRound) {
    auto prepared = prepare(options, context);
    if (!prepared.ok()) {
        return prepared.error();
    }
    auto trained = runTraining(prepared->job, context, onRound);
    return conclude(options, std::move(*prepared), std::move(trained));
}

Result<TrainOutcome> TrainRun::trainInProcess(const QString& program, const TrainOptions& options,
                                              const JobContext& context, const OnRound& onRound) {
    auto prepared = prepare(options, context);
    if (!prepared.ok()) {
        return prepared.error();
    }
    auto trained = runTrainingInProcess(program, prepared->job, context, onRound);
    return conclude(options, std::move(*prepared), std::move(trained));
}

} // namespace moderato::usecases
