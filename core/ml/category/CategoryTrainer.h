#pragma once

#include "core/base/JobContext.h"
#include "core/ml/EncoderOptions.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/category/CategoryModel.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace moderato::ml {

struct CategoryExample {
    Text text;
    std::string label;
    float weight = 1; ///< Above 0; 2 counts like two of the same example.
};

struct CategoryTrainingOptions {
    EncoderOptions encoder{.idfPower = 0};
    int maxRounds = 8; ///< Passes; the step size falls to zero over them.
    int patience = 8;  ///< Rounds without a better held-out score before training stops.
    int batch = 128;   ///< Examples a step.
    double learningRate = 0.5;
    double featureDropout = 0.2; ///< Share of n-grams hidden from a text in a step.
    double labelSmoothing = 0.05;
    double classBalance = 0.15; ///< 0: classes as frequent as in the data; 1: every class counts the same.
    /// Share of bodies (and half as often titles, tags) hidden in a step where another field is left, so that
    /// each works alone.
    double fieldDropout = 0.3;
    std::uint64_t seed = 1;
    /// For the metrics, the calibration and when to stop. Below twenty examples nothing is held out.
    double heldOutShare = 0.1;
    bool refit = true; ///< Train once more on all examples, with the number of rounds that was found best.
    /// Continue from this model: its labels and what it knows stay, the examples are learned on top within
    /// seconds; labels it does not have are added. The encoder options are then those of the model.
    std::shared_ptr<const CategoryModel> startFrom = {};
    double anchor = 1.0; ///< With startFrom: how strongly n-grams that the model saw often are kept.
};

struct TrainedCategoryModel {
    std::shared_ptr<const CategoryModel> model;
    TrainingReport report;

    Status save(const QString& folder, const ManifestExtras& extras) const {
        return model->save(folder, extras);
    }
};

/// Trains on the examples, shuffled by the seed: the same seed, data and one thread (`setThreads(1)`) give
/// the same bits. Blocks; call it on a worker thread. Cancelled between two steps through `job`; `onRound` is
/// called on the calling thread. Fewer than two examples or labels without `startFrom` are
/// Error::Kind::InvalidInput.
Result<TrainedCategoryModel> trainCategory(std::span<const CategoryExample> examples,
                                           const CategoryTrainingOptions& options, const JobContext& job = {},
                                           const std::function<void(const Round&)>& onRound = {});

/// All single-label figures of a model on examples; labels it does not have count as wrong.
Metrics evaluateCategory(const CategoryModel& model, std::span<const CategoryExample> examples);

} // namespace moderato::ml
