#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/ModelService.h"

#include <functional>
#include <optional>

namespace moderato::usecases {

/// Predicts the items of a file with the versions in service and stores nothing. Blocks.
class PredictFile {
public:
    PredictFile(storage::Library& library, ModelService& models)
        : library_(library)
        , models_(models) {}

    struct Answer {
        QString externalId;
        qint64 number = 0; ///< 1 is the first item of the file.
        QString title;
        std::optional<CategoryOpinion> category; ///< Nothing: no model is in service.
        std::optional<TopicOpinion> topics;
    };
    using OnAnswer = std::function<void(const Answer&)>;
    /// In the file's order. NotFound where no model at all is in service.
    Status operator()(const QString& path, std::vector<IngestProblem>& problems, const OnAnswer& onAnswer,
                      const JobContext& context);

private:
    storage::Library& library_;
    ModelService& models_;
};

} // namespace moderato::usecases
