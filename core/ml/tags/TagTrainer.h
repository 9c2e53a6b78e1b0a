#pragma once

#include "core/base/JobContext.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/tags/TagModel.h"

#include <functional>

namespace moderato::ml {

struct TrainedTagModel {
    std::shared_ptr<const TagModel> model;
    TrainingReport report;

    Status save(const QString& folder, const ManifestExtras& extras) const {
        return model->save(folder, extras);
    }
};

/// Deterministic on one thread, blocks, cancelled between two steps, `onRound` on the calling thread.
/// Examples without tags, or of which nothing can be read, are left out. InvalidInput where fewer than two
/// tags are left, or options contradict each other; Model where `imageFolder` does not fit.
Result<TrainedTagModel> trainTags(std::span<const TagExample> examples, const TagTrainingOptions& options,
                                  const JobContext& job = {},
                                  const std::function<void(const Round&)>& onRound = {});

/// All multi-label figures over `library`; tags that it does not have count as missed, items that the model
/// cannot read are left out.
Metrics evaluateTags(const TagModel& model, const TagLibrary& library, std::span<const TagExample> examples);

} // namespace moderato::ml
