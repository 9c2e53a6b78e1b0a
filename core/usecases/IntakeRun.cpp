#include "core/usecases/IntakeRun.h"

#include "core/usecases/MatchExpressions.h"
#include "core/usecases/Predict.h"
#include "core/usecases/QualityLabels.h"
#include "core/usecases/ReviewQueue.h"

namespace moderato::usecases {

Result<IntakeReport> IntakeRun::run(const QStringList& paths, const JobContext& context) {
    auto ingest = ingest_.import(paths, context);
    if (!ingest.ok()) {
        return ingest.error();
    }
    if (const auto labelled = quality_.recompute(context); !labelled.ok()) {
        return labelled.error();
    }
    return predictAndOrder(std::move(*ingest), context);
}

Result<IntakeReport> IntakeRun::refresh(const JobContext& context) {
    return predictAndOrder({}, context);
}

Result<IntakeReport> IntakeRun::predictAndOrder(IngestReport ingest, const JobContext& context) {
    IntakeReport report;
    report.ingest = std::move(ingest);
    if (const auto predicted = predict_.predictPending(context); predicted.ok()) {
        report.predicted = *predicted;
    } else if (predicted.error().isCancelled() || predicted.error().kind == Error::Kind::Storage) {
        return predicted.error();
    } else {
        // Without a model the content can still be reviewed.
        report.predictProblem = predicted.error().message;
    }
    for (const QString& file : report.ingest.matchResultFiles) {
        const auto matched = expressions_.importFile(file, context);
        if (!matched.ok()) {
            return matched.error();
        }
        report.ingest.problems.insert(report.ingest.problems.end(), matched->problems.begin(),
                                      matched->problems.end());
    }
    const auto open = queue_.rebuild(context);
    if (!open.ok()) {
        return open.error();
    }
    report.toReview = *open;
    return report;
}

} // namespace moderato::usecases
