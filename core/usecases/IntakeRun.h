#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/Ingest.h"

namespace moderato::usecases {

class MatchExpressions;
class Predict;
class QualityLabels;
class ReviewQueue;

struct IntakeReport {
    IngestReport ingest;
    qint64 predicted = 0;
    qint64 toReview = 0;    ///< Open items in the queue now.
    QString predictProblem; ///< Why nothing was predicted, for people; empty where it was.
};

/// What import means to a person: take content in, label its quality, predict what it is, and put it into the
/// review queue.
class IntakeRun {
public:
    IntakeRun(Ingest& ingest, QualityLabels& quality, MatchExpressions& expressions, Predict& predict,
              ReviewQueue& queue)
        : ingest_(ingest)
        , quality_(quality)
        , expressions_(expressions)
        , predict_(predict)
        , queue_(queue) {}

    /// Blocks; run it as a job.
    Result<IntakeReport> run(const QStringList& paths, const JobContext& context);
    /// Without new content: after another model version went into service. Blocks; run it as a job.
    Result<IntakeReport> refresh(const JobContext& context);

private:
    Result<IntakeReport> predictAndOrder(IngestReport ingest, const JobContext& context);

    Ingest& ingest_;
    QualityLabels& quality_;
    MatchExpressions& expressions_;
    Predict& predict_;
    ReviewQueue& queue_;
};

} // namespace moderato::usecases
