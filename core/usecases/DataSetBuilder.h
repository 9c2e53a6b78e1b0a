#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/TrainingFile.h"

#include <functional>

namespace moderato::usecases {

/// Below so many records nothing is held out: each counts more as a lesson than as a test.
constexpr qint64 fewestToHoldOut = 40;

/// Freezes what the library's decisions taught: the latest record that holds of each item. InvalidInput where
/// there is none.
Result<FrozenDataSet> freezeDecisions(storage::Library& library, domain::ModelTask task, double heldOutShare,
                                      const JobContext& context);

/// Freezes a file with the fields of an import; lines that do not say what the task wants to know, and broken
/// ones, are problems.
Result<FrozenDataSet> freezeFile(storage::Library& library, domain::ModelTask task, const QString& path,
                                 std::vector<IngestProblem>& problems, const JobContext& context);

/// Reads a data file item by item: what models read of it, and the right answers as codes and names. `onItem`
/// returns false to end.
struct DataFileItem {
    QString externalId;
    qint64 number = 0; ///< 1 is the first item.
    TrainingLine line;
    bool hasMedia = false;                    ///< A video or pictures, not an article.
    const domain::Content* content = nullptr; ///< All of it, while `onItem` runs.
    QString mediaProblem; ///< Why its media cannot be used; models of text do not miss them.
};
Status readDataFile(storage::Library& library, const QString& path, std::vector<IngestProblem>& problems,
                    const std::function<bool(DataFileItem)>& onItem, const JobContext& context);

/// The decisions' records of the library, item by item, with the share held out that `heldOutShare` says.
Status readDecisions(storage::Library& library, domain::ModelTask task, double heldOutShare,
                     const std::function<Status(const TrainingLine&)>& onLine, const JobContext& context);

/// What models read of an item, without an answer.
TrainingLine lineOf(const domain::Content& content);

/// Where data sets are kept.
QString dataSetFolder(const storage::Library& library);

} // namespace moderato::usecases
