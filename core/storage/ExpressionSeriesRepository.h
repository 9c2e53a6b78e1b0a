#pragma once

#include "core/base/Result.h"
#include "core/domain/ExpressionSeries.h"
#include "core/domain/Ids.h"

namespace moderato::storage {

class Connection;

/// Ready-made aggregates of readers' expressions, by item and name.
class ExpressionSeriesRepository {
public:
    explicit ExpressionSeriesRepository(Connection& connection)
        : connection_(connection) {}

    /// Takes the place of the one of this name.
    Status save(domain::ContentId content, const domain::ExpressionSeries& series);
    /// Of an item, by name. A curve of more than `mostPoints` has its neighbours put together: their mean by
    /// readers, the fewest of their readers, no deviation.
    Result<std::vector<domain::ExpressionSeries>> of(domain::ContentId content, int mostPoints = 600);
    /// → whether there was one
    Result<bool> remove(domain::ContentId content, const QString& name);

private:
    Status addCurves(qint64 id, int mostPoints, domain::ExpressionSeries& series);

    Connection& connection_;
};

} // namespace moderato::storage
