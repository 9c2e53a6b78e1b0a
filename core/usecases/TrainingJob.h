#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/usecases/TrainRun.h"

#include <QJsonObject>
#include <QStringList>

namespace moderato::ml {
struct ManifestExtras;
struct Round;
} // namespace moderato::ml

namespace moderato::usecases {

/// Everything a training needs and nothing of the library: it can run in a process that does not open it.
struct TrainingJob {
    domain::ModelTask task = domain::ModelTask::Category;
    QString name;         ///< Of the new version.
    QString dataFile;     ///< A frozen data set.
    QString outputFolder; ///< Where the model's files go.
    QString startFrom;    ///< Folder of the model to continue from; empty: from scratch.
    QString created;      ///< ISO 8601.
    QString dataSetSha256;
    quint64 seed = 1;
    int threads = 1;           ///< One: bit for bit the same again.
    QString cacheFolder = {};  ///< Tags: where what was read of the media is kept.
    QString imageFolder = {};  ///< Tags: a network for pictures to start from; empty: none.
    QStringList settings = {}; ///< "name=value" (`ml::TrainingSettings`).

    bool operator==(const TrainingJob&) const = default;
};

QJsonObject toJson(const TrainingJob& job);
Result<TrainingJob> trainingJobFromJson(const QJsonObject& json);

struct TrainingResult {
    qint64 examples = 0;
    double seconds = 0;
    QJsonObject metrics; ///< On what was held out.
};

/// What is wrong with the settings of a task's training, if anything: before a data set is gathered.
Status checkSettings(domain::ModelTask task, const QStringList& settings);
/// As the trainers take them.
std::vector<std::string> settingsOf(const TrainingJob& job);
/// What the manifest says of a job's model beside its figures.
ml::ManifestExtras manifestExtras(const TrainingJob& job);
/// A trainer's rounds handed on as `TrainRound`; `onRound` may be empty.
std::function<void(const ml::Round&)> relay(const TrainRun::OnRound& onRound);
/// A trainer's round as the window and the command line hear of it.
TrainRound trainRoundOf(const ml::Round& round);

QJsonObject toJson(const TrainRound& round);
TrainRound trainRoundFromJson(const QJsonObject& json);

/// Trains and saves the model's files. Blocks.
Result<TrainingResult> runTraining(const TrainingJob& job, const JobContext& context,
                                   const TrainRun::OnRound& onRound);

/// The process behind TrainRun::trainInProcess: reads a job from standard input, answers with JSON lines
/// ("round", "progress", and at last "done" or "error"). Ends at once when standard input closes: whoever
/// asked is gone. → exit status
int runTrainWorker();
/// The same job in a process of its own. Blocks; a cancel kills the process.
Result<TrainingResult> runTrainingInProcess(const QString& program, const TrainingJob& job,
                                            const JobContext& context, const TrainRun::OnRound& onRound);

} // namespace moderato::usecases
