#pragma once

#include "core/interchange/ExpressionFile.h"

namespace moderato::interchange {

/// What many readers' faces showed at one time, as another program put it together. Never without its n.
struct SeriesValue {
    std::chrono::microseconds time{0};
    QString signalName;
    double value = 0;
    qint64 n = 0; ///< How many readers; 1 or more.
    std::optional<double> sd, low, high, baseline;
    qint64 line = 0;

    bool operator==(const SeriesValue&) const = default;
};

struct SeriesSummary {
    qint64 values = 0;
    qint64 problems = 0;
    bool stopped = false;
};

/// Reads CSV `time,signal,value,n[,sd,lo,hi,baseline]`, times in seconds, streaming; a row without its n is a
/// problem with its number. The sink's false ends the reading. Fails as `readExpressions` does. Thread-safe.
Result<SeriesSummary> readExpressionSeries(const QString& path,
                                           const std::function<bool(const SeriesValue&)>& onValue,
                                           const ProblemSink& onProblem, const JobContext& context);

} // namespace moderato::interchange
