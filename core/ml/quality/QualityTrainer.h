#pragma once

#include "core/base/JobContext.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/quality/QualityModel.h"

#include <functional>

namespace moderato::ml {

/// How one task fared, on the examples that have its label.
struct TaskFigures {
    std::string task;
    std::size_t examples = 0;
    double auc = undefined;
    double accuracy = undefined; ///< At a probability of one half.
    double macroF1 = undefined;  ///< Mean F1 of positive and negative, at one half.
};

struct TrainedQualityModel {
    std::shared_ptr<const QualityModel> model;
    TrainingReport report;
    std::vector<TaskFigures> heldOut; ///< By task, on the held-out part.

    Status save(const QString& folder, const ManifestExtras& extras) const {
        return model->save(folder, extras);
    }
};

/// Learns all tasks at once (S1.9, S1.10); a label that is missing teaches nothing. The same seed gives the
/// same bits with one thread. InvalidInput where no task has both positive and negative examples or the
/// examples do not fit the schema; cancelled (a checkpoint then stays, and the next call with the same data
/// and options goes on from it, to the very model that an undisturbed run makes). `onRound` is told of each
/// round, a part of the twins after the other, numbered through.
Result<TrainedQualityModel> trainQuality(const QualitySchema& schema,
                                         std::span<const QualityExample> examples,
                                         const QualityTrainingOptions& options, const JobContext& job,
                                         const std::function<void(const Round&)>& onRound = {});

std::vector<TaskFigures> evaluateQuality(const QualityModel& model, std::span<const QualityExample> examples);

} // namespace moderato::ml
