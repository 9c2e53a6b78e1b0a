#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/QualityLabel.h"

#include <vector>

namespace moderato::storage {

class Connection;

/// Consumption figures of all content, for comparing items of the same window (S1.1, S1.2), and the labels
/// that came out of them.
class ConsumptionRepository {
public:
    explicit ConsumptionRepository(Connection& connection)
        : connection_(connection) {}

    struct Row {
        qint64 id = 0; ///< Rising in the order of imports.
        domain::ContentId content;
        domain::ConsumptionFigures figures;
    };
    /// Rows above `after`, by id.
    Result<std::vector<Row>> after(qint64 after, int limit);

    /// All labels whose origin is consumption.
    Result<std::vector<domain::QualityLabel>> labels();
    Status removeLabel(domain::ContentId content, const QString& task);

private:
    Connection& connection_;
};

} // namespace moderato::storage
