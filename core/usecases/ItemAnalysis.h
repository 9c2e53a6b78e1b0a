#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/storage/AnalysisRepository.h"

#include <vector>

namespace moderato::storage {
class Library;
}
namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

class TimelineCache;

/// Analyses items that were taken from the queue and marks each as done or failed in one write with its
/// results. Used by one thread at a time.
class ItemAnalysis {
public:
    ItemAnalysis(storage::Library& library, media::DecoderProcess& decoder, const TimelineCache& cache,
                 const Clock& clock)
        : library_(library)
        , decoder_(decoder)
        , cache_(cache)
        , clock_(clock) {}

    /// One item with media, or several without. Fails only where it is cancelled or the database fails; then
    /// none of them is marked.
    Status analyze(const std::vector<storage::AnalysisRepository::Job>& jobs, const JobContext& context);

private:
    struct FileResult {
        int position = 0;
        qint64 file = 0;
    };
    Status analyzeItem(domain::ContentId id, const JobContext& context);
    Status sketchTexts(const std::vector<storage::AnalysisRepository::Job>& jobs, const JobContext& context);
    /// Looks at a file, unless that was done before: by its SHA-256. → its id in the database
    Result<qint64> analyzeFile(domain::MediaFile file, QStringList& problems, const JobContext& context);

    storage::Library& library_;
    media::DecoderProcess& decoder_;
    const TimelineCache& cache_;
    const Clock& clock_;
};

} // namespace moderato::usecases
