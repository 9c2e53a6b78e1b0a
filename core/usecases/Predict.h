#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Prediction.h"
#include "core/usecases/ModelService.h"

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

class TagFeatures;

/// Turns content into predictions with the versions in service and keeps them with the version (old ones stay
/// for comparison).
class Predict {
public:
    /// `features` null: tags of videos are left to whoever has a decoder.
    Predict(storage::Library& library, ModelService& models, const Clock& clock,
            const TagFeatures* features = nullptr)
        : library_(library)
        , models_(models)
        , clock_(clock)
        , features_(features) {}

    /// Predicts every item that has no prediction of the versions in service, in batches; continues where it
    /// was stopped. → predicted items. NotFound where no model is in service.
    Result<qint64> predictPending(const JobContext& context);

    /// The same with one version, in service or not: for comparing. → predicted items
    Result<qint64> predictWith(const ModelService::LoadedCategoryModel& loaded, const JobContext& context);
    Result<qint64> predictWith(const ModelService::LoadedTopicModel& loaded, const JobContext& context);
    /// Videos and pictures only; decodes those that have not been read yet. An item whose media cannot be
    /// read is predicted from what is left, or has no tags.
    Result<qint64> predictWith(const ModelService::LoadedTagModel& loaded, const JobContext& context);

    Result<qint64> predictWith(const ModelService::LoadedQualityModel& loaded, const JobContext& context);

    /// What in the item's text spoke for a category, by the version in service. Some milliseconds; any
    /// thread.
    Result<std::vector<domain::TextEvidence>> explain(domain::ContentId id, const QString& category);

private:
    storage::Library& library_;
    ModelService& models_;
    const Clock& clock_;
    const TagFeatures* features_;
};

} // namespace moderato::usecases
