#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/QualityLabel.h"

#include <optional>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// Quality labels that do not come from consumption (S1.3): those that people give, and those passed on from
/// similar content. Each keeps its origin, and stands beside the others of its item.
class GivenLabels {
public:
    GivenLabels(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    /// An expert's label; nothing takes it back. InvalidInput for a task that does not exist.
    Status give(domain::ContentId content, const QString& task, std::optional<bool> positive);

    /// Brings the labels that were passed on up to date: within a group of near duplicates, an item without a
    /// label of a task gets that of the member most like the group's first, the expert's before
    /// consumption's, where giver and taker are both at least this similar to it. Blocks. → labels that stand
    /// now
    Result<qint64> passOn(double similarity, const JobContext& context);

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
