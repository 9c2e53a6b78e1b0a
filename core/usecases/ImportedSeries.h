#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ExpressionSeries.h"
#include "core/domain/Ids.h"
#include "core/usecases/Ingest.h"

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// Ready-made aggregates: what another program put together of many readers in front of an item. Shown with
/// their n beside the item's own readers and never mixed with them: its readers are not in the library, so
/// no match score counts them and `forget-reader` has nothing of theirs to delete.
class ImportedSeries {
public:
    ImportedSeries(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    struct File {
        QString path; ///< CSV: time,signal,value,n[,sd,lo,hi,baseline].
        domain::ContentId item;
        bool acceptAnyway = false; ///< Take it although it goes on after the item's end.
    };
    struct Report {
        QString name; ///< Of the file; a series of this name was replaced.
        qint64 values = 0;
        int curves = 0;
        qint64 fewestReaders = 0, mostReaders = 0;
        std::chrono::microseconds end{0}; ///< The latest time.
        bool isAccepted = false;          ///< False: `reason` speaks against it, nothing was stored.
        QString reason;
        std::vector<IngestProblem> problems;
    };
    /// Stores all of it or nothing. InvalidInput where the file cannot be read or holds more than a million
    /// values. Blocks; run it as a job.
    Result<Report> import(const File& file, const JobContext& context);
    Result<std::vector<domain::ExpressionSeries>> of(domain::ContentId item) const;
    /// NotFound: the item has none of that name.
    Status remove(domain::ContentId item, const QString& name);

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
