#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QStringList>

#include <vector>

namespace moderato::storage {
class Library;
}
namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

struct IngestProblem {
    QString file;
    qint64 line = 0; ///< 1 is the first; 0: the file as a whole.
    QString reason;  ///< What is wrong and what to do.
};

struct IngestReport {
    qint64 imported = 0;
    qint64 skipped = 0; ///< Known already, by SHA-256.
    std::vector<IngestProblem> problems;
    QStringList matchResultFiles; ///< Files of readers' match results that lay among the content:
                                  ///< MatchExpressions takes them in.
};

/// Takes content in: folders, JSONL, CSV, articles, media. A bad line or file is reported and the rest goes
/// on; a cancelled or killed import keeps what was taken in so far and can simply be started again.
class Ingest {
public:
    Ingest(storage::Library& library, media::DecoderProcess& decoder, const Clock& clock);

    /// Blocks; run it as a job. Fails only where nothing at all can be taken in (no such path, database
    /// full).
    Result<IngestReport> import(const QStringList& paths, const JobContext& context);

private:
    class Run;
    storage::Library& library_;
    media::DecoderProcess& decoder_;
    const Clock& clock_;
};

} // namespace moderato::usecases
