#include "core/storage/ExpressionSeriesRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <algorithm>

namespace moderato::storage {

using domain::ContentId;
using domain::ExpressionSeries;

Status ExpressionSeriesRepository::save(ContentId content, const ExpressionSeries& series) {
    Transaction transaction(connection_);
    if (const auto removed = remove(content, series.name); !removed) {
        return removed.error();
    }
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO expression_series (content_id, name, imported_at) VALUES (?, ?, ?)"));
    insert.bind(content, series.name, series.importedAt);
    if (Status status = insert.run(); !status) {
        return status;
    }
    const qint64 id = insert.lastInsertId();
    Query value = connection_.query(
        QStringLiteral("INSERT INTO expression_series_values (series_id, signal, time_us, value, readers, "
                       "deviation, low, high, baseline) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const ExpressionSeries::Curve& curve : series.curves) {
        for (const ExpressionSeries::Point& point : curve.points) {
            value.bind(id, curve.signalName, point.timeUs, point.value, point.readers, point.deviation,
                       point.low, point.high, point.baseline);
            if (Status status = value.run(); !status) {
                return status;
            }
        }
    }
    return transaction.commit();
}

Result<std::vector<ExpressionSeries>> ExpressionSeriesRepository::of(ContentId content, int mostPoints) {
    Query query = connection_.query(QStringLiteral(
        "SELECT id, name, imported_at FROM expression_series WHERE content_id = ? ORDER BY name"));
    query.bind(content);
    std::vector<std::pair<qint64, ExpressionSeries>> found;
    while (query.next()) {
        found.emplace_back(query.integer(0), ExpressionSeries{query.text(1), query.time(2), {}});
    }
    if (!query.ok()) {
        return query.error();
    }
    std::vector<ExpressionSeries> all;
    for (auto& [id, series] : found) {
        if (const Status added = addCurves(id, mostPoints, series); !added) {
            return added.error();
        }
        all.push_back(std::move(series));
    }
    return all;
}

Status ExpressionSeriesRepository::addCurves(qint64 id, int mostPoints, ExpressionSeries& series) {
    Query extent = connection_.query(
        QStringLiteral("SELECT signal, count(*), max(time_us) - min(time_us) FROM expression_series_values "
                       "WHERE series_id = ? GROUP BY signal ORDER BY signal"));
    extent.bind(id);
    std::vector<qint64> bins; ///< µs; 1: every point stands for itself.
    while (extent.next()) {
        const bool isLong = extent.integer(1) > mostPoints;
        bins.push_back(isLong ? std::max<qint64>(1, extent.integer(2) / mostPoints + 1) : 1);
        series.curves.push_back({extent.text(0), {}});
    }
    if (!extent.ok()) {
        return extent.error();
    }
    Query points = connection_.query(QStringLiteral(
        "SELECT min(time_us), iif(count(*) = 1, max(value), sum(value * readers) / sum(readers)), "
        "min(readers), iif(count(*) = 1, max(deviation), NULL), avg(low), avg(high), avg(baseline) "
        "FROM expression_series_values WHERE series_id = ? AND signal = ? GROUP BY time_us / ? ORDER BY 1"));
    for (std::size_t i = 0; i < bins.size(); ++i) {
        points.bind(id, series.curves[i].signalName, bins[i]);
        while (points.next()) {
            series.curves[i].points.push_back({points.integer(0), points.real(1), points.integer(2),
                                               points.optionalReal(3), points.optionalReal(4),
                                               points.optionalReal(5), points.optionalReal(6)});
        }
        if (!points.ok()) {
            return points.error();
        }
    }
    return {};
}

Result<bool> ExpressionSeriesRepository::remove(ContentId content, const QString& name) {
    Query query =
        connection_.query(QStringLiteral("DELETE FROM expression_series WHERE content_id = ? AND name = ?"));
    query.bind(content, name);
    const Status removed = query.run();
    return removed ? Result(query.rowsChanged() > 0) : Result<bool>(removed.error());
}

} // namespace moderato::storage
