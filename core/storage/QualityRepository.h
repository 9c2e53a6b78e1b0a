#pragma once

#include "core/base/Result.h"
#include "core/domain/QualityLabel.h"

#include <vector>

namespace moderato::storage {

class Connection;

/// Quality labels (S1.2, S1.3) and low-quality marks (S1.13): two types that share nothing.
class QualityRepository {
public:
    explicit QualityRepository(Connection& connection)
        : connection_(connection) {}

    /// Replaces the label of the same item, task and origin.
    Status save(const domain::QualityLabel& label);
    Result<std::vector<domain::QualityLabel>> labels(domain::ContentId content);

    Status mark(const domain::LowQualityMark& mark);
    /// Takes back the marks that a decision made (undo).
    Status unmark(domain::DecisionId decision);
    Result<std::vector<domain::LowQualityMark>> marks(domain::ContentId content);

private:
    Connection& connection_;
};

} // namespace moderato::storage
