#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/ml/quality/QualityItem.h"
#include "core/usecases/Ingest.h"

#include <QStringList>

#include <vector>

namespace moderato::usecases {

/// Any table as examples for the task networks (S1.9): some of its columns are tasks, the others say what a
/// row is.
struct QualityTable {
    ml::QualitySchema schema;
    std::vector<ml::QualityExample> examples;
    std::vector<IngestProblem> problems; ///< Rows that cannot be used, the first hundred.
    qint64 unusable = 0;                 ///< All of them.
};

/// Columns with text or at most `fewValues` different numbers are categorical, the rest numeric. Task columns
/// hold 0, 1 or nothing. InvalidInput names a task that is no column.
inline constexpr int fewValues = 64;
Result<QualityTable> readTrainingTable(const QString& path, const QStringList& tasks,
                                       const JobContext& context);

/// A table with the columns of another one, in any order; other columns are passed over. A number that is
/// none counts as not known.
Result<QualityTable> readTable(const QString& path, const ml::QualitySchema& schema,
                               const JobContext& context);

} // namespace moderato::usecases
