#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/interchange/ContentWriter.h"

#include <QIODevice>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

using interchange::ExportFormat;

/// Gives out what a library holds, row by row. Blocks; run it as a job. Readers' sessions are never part of
/// it (S4.9).
class Export {
public:
    explicit Export(storage::Library& library)
        : library_(library) {}

    /// Content with what people decided and models predict; it can be imported again. → rows
    Result<qint64> content(QIODevice& device, ExportFormat format, const JobContext& context);
    /// The chain of decisions, the oldest first, with its hashes. → rows
    Result<qint64> decisions(QIODevice& device, ExportFormat format, const JobContext& context);
    /// The training records that hold, both tasks, with the text they are about. → rows
    Result<qint64> training(QIODevice& device, ExportFormat format, const JobContext& context);

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
