#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/ml/quality/QualityTrainer.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/TrainingFile.h"

#include <vector>

namespace moderato::usecases {

class TagFeatures;

/// Figures of a version on examples; those without a right answer are left out. Tags need `features`: media
/// that are not in the cache are missing. Blocks.
Result<ml::Metrics> evaluateVersion(const ModelService& models, const domain::ModelVersion& version,
                                    const std::vector<TrainingLine>& lines,
                                    const TagFeatures* features = nullptr);

/// Scores model versions on files of examples with known answers (W3). Blocks; run it as a job.
class Evaluate {
public:
    Evaluate(storage::Library& library, ModelService& models, const TagFeatures* features = nullptr)
        : library_(library)
        , models_(models)
        , features_(features) {}

    struct Report {
        domain::ModelVersion version;
        ml::Metrics metrics;
        std::vector<ml::TaskFigures> tasks = {}; ///< Of quality and low quality, which have no other figures.
        std::vector<IngestProblem> problems;
    };
    /// `version` empty: the one in service. InvalidInput where the file has no answers for the task.
    Result<Report> file(domain::ModelTask task, const QString& dataFile, const QString& version,
                        const JobContext& context);

private:
    Result<Report> qualityFile(const domain::ModelVersion& version, const QString& dataFile,
                               const JobContext& context);
    Result<domain::ModelVersion> versionNamed(domain::ModelTask task, const QString& name);

    storage::Library& library_;
    ModelService& models_;
    const TagFeatures* features_;
};

} // namespace moderato::usecases
