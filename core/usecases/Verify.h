#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

struct ChainReport {
    qint64 decisions = 0;
    bool ok = true;
    domain::DecisionId firstBroken;
    QString what; ///< What is wrong with it, for people.
};

/// Checks the chain of decisions: every hash, every link, nothing missing. Blocks.
Result<ChainReport> verify(storage::Library& library, const JobContext& context);

} // namespace moderato::usecases
