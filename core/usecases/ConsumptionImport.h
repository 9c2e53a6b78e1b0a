#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/Ingest.h"

#include <QString>

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// What came of a file of figures.
struct ConsumptionReport {
    qint64 imported = 0;                 ///< Figures of an item and a window, new or in place of older ones.
    qint64 unusable = 0;                 ///< Lines that could not be used.
    std::vector<IngestProblem> problems; ///< The first hundred of them.
};

/// Takes figures of consumption in for content that the library has, by external id (S1.1). Labels are not
/// made of them here (`QualityLabels`). A bad line is reported and the rest goes on; a cancelled import keeps
/// what was taken in so far. Blocks.
Result<ConsumptionReport> importConsumption(storage::Library& library, const QString& path,
                                            const JobContext& context);

} // namespace moderato::usecases
