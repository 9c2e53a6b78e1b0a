#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/ModelService.h"

#include <functional>
#include <optional>

namespace moderato::usecases {

class TagFeatures;

/// Predicts the items of a file with the versions in service and stores nothing. Blocks.
class PredictFile {
public:
    /// `features` null: videos are predicted by their text alone, by the model for text.
    PredictFile(storage::Library& library, ModelService& models, const TagFeatures* features = nullptr)
        : library_(library)
        , models_(models)
        , features_(features) {}

    struct Answer {
        QString externalId;
        qint64 number = 0; ///< 1 is the first item of the file.
        QString title;
        std::optional<CategoryOpinion> category; ///< Nothing: no model is in service.
        std::optional<TopicOpinion>
            topics; ///< Of videos and pictures by the tag model, where one is in service.
        std::optional<QualityOpinion> quality, lowQuality;
    };
    using OnAnswer = std::function<void(const Answer&)>;
    /// In the file's order. NotFound where no model at all is in service.
    Status operator()(const QString& path, std::vector<IngestProblem>& problems, const OnAnswer& onAnswer,
                      const JobContext& context);

private:
    storage::Library& library_;
    ModelService& models_;
    const TagFeatures* features_;
};

} // namespace moderato::usecases
