#pragma once

#include "core/base/Clock.h"
#include "core/domain/ModelVersion.h"
#include "core/ml/quality/QualityTrainer.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/QualityItems.h"
#include "core/usecases/TrainRun.h"
#include "core/usecases/TrainingJob.h"

namespace moderato::usecases {

/// The labelled items of the library of a period, in the order of publishing (S1.2, S1.3, S1.13). Quality:
/// from consumption, with the reference of these items alone, before which expert's labels count, and behind
/// which those passed on. Low quality: what a person decided; each mark that is known is a task. → ids with
/// their labels
struct LabelledItem {
    domain::ContentId content;
    Timestamp published;
    QByteArray fingerprint;
    std::map<QString, bool> labels;
};
Result<std::vector<LabelledItem>> labelledItems(storage::Library& library, domain::ModelTask task,
                                                const PublishingPeriod& period, const JobContext& context);
/// The quality labels of these items among themselves; what has none is left out.
Status relabel(storage::Library& library, std::vector<LabelledItem>& items, const JobContext& context);

/// Reads content, attributes and media of labelled items, in their order.
Status readLabelled(storage::Library& library, const TagFeatures* features,
                    const std::vector<LabelledItem>& items, std::vector<IngestProblem>& problems,
                    const std::function<Status(TrainingLine)>& onLine, const JobContext& context);

/// Freezes what the library knows of a task by its options' period and held-out part. Each side's labels have
/// its own reference. InvalidInput where nothing is labelled.
Result<FrozenDataSet> freezeQuality(storage::Library& library, const TagFeatures* features,
                                    const TrainOptions& options, std::vector<IngestProblem>& problems,
                                    const JobContext& context);
/// The items of a file, labelled by their field "labels" (a task's name with true, false, 1 or 0), else by
/// their consumption among the file's items.
Result<std::vector<TrainingLine>> readQualityFile(storage::Library& library, const TagFeatures* features,
                                                  domain::ModelTask task, const QString& path,
                                                  std::vector<IngestProblem>& problems,
                                                  const JobContext& context);
Result<FrozenDataSet> freezeQualityFile(storage::Library& library, const TagFeatures* features,
                                        domain::ModelTask task, const QString& path,
                                        std::vector<IngestProblem>& problems, const JobContext& context);

/// Trains a quality model on the lines and saves it; runs where no library is open. A run that was
/// interrupted is taken up by the next with the same data and options. Blocks.
Result<TrainingResult> trainQualityModel(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                         const JobContext& context, const TrainRun::OnRound& onRound);
std::vector<ml::TaskFigures> evaluateQualityLines(const ml::QualityModel& model,
                                                  const std::vector<TrainingLine>& lines,
                                                  const TagFeatures* features);
/// {examples, accuracy (mean over the tasks), macro_f1, tasks{NAME{auc, accuracy, f1, examples}}}; null: not
/// defined.
QJsonObject toJson(const std::vector<ml::TaskFigures>& figures);

} // namespace moderato::usecases
