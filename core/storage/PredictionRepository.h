#pragma once

#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/domain/Prediction.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// Predictions are kept with the version that made them; those of older versions stay for comparison.
class PredictionRepository {
public:
    explicit PredictionRepository(Connection& connection)
        : connection_(connection) {}

    /// Replaces what this version said of this item before. Use one write for some thousand of them.
    Status save(const domain::CategoryPrediction& prediction);
    Status save(const domain::TopicPrediction& prediction);
    Status save(const domain::QualityPrediction& prediction);

    Result<std::optional<domain::CategoryPrediction>> category(domain::ContentId content,
                                                               domain::ModelVersionId version);
    Result<std::optional<domain::TopicPrediction>> topics(domain::ContentId content,
                                                          domain::ModelVersionId version);
    /// Of a version for quality or low quality.
    Result<std::optional<domain::QualityPrediction>> quality(domain::ContentId content,
                                                             domain::ModelVersionId version);
    /// Of the version in service.
    Result<std::optional<domain::CategoryPrediction>> categoryInService(domain::ContentId content);
    Result<std::optional<domain::TopicPrediction>> topicsInService(domain::ContentId content);

    /// Items above `after` that this version has not predicted, rising; for Tags videos and pictures only.
    Result<std::vector<domain::ContentId>> pending(domain::ModelTask task, domain::ModelVersionId version,
                                                   domain::ContentId after, int limit);
    Result<qint64> predicted(domain::ModelTask task, domain::ModelVersionId version);

    struct Change {
        domain::ContentId content;
        QString title, before, after,
            decided; ///< Category codes (or the names of the first topics); decided may be empty.
    };
    struct Changes {
        qint64 total = 0;
        std::vector<Change> rows; ///< The first ones.
    };
    /// Items whose likeliest category (first topic) differs between two versions; for quality those where a task
    /// changed sides, `before` and `after` naming the first such task with a plus or a minus.
    Result<Changes> changes(domain::ModelTask task, domain::ModelVersionId before,
                            domain::ModelVersionId after, int limit);

private:
    Status begin(domain::ModelTask task, domain::ContentId content, domain::ModelVersionId version,
                 Timestamp at);
    Result<std::optional<Timestamp>> madeAt(domain::ModelTask task, domain::ContentId content,
                                            domain::ModelVersionId version);
    Result<domain::ModelVersionId> versionInService(domain::ModelTask task);
    Result<Changes> qualityChanges(domain::ModelVersionId before, domain::ModelVersionId after, int limit);

    Connection& connection_;
};

} // namespace moderato::storage
