#include "core/storage/ConsumptionRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using domain::ContentId;
using domain::QualityLabel;

Result<std::vector<ConsumptionRepository::Row>> ConsumptionRepository::after(qint64 after, int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT id, content_id, window_name, starts_at, ends_at, impressions, views, clicks, dwell_ms, "
        "likes, dislikes, comments, shares FROM consumption_figures WHERE id > ? ORDER BY id LIMIT ?"));
    query.bind(after, limit);
    std::vector<Row> rows;
    while (query.next()) {
        Row row;
        row.id = query.integer(0);
        row.content = query.id<ContentId>(1);
        row.figures.window = query.text(2);
        row.figures.from = query.optionalTime(3);
        row.figures.to = query.optionalTime(4);
        row.figures.impressions = query.optionalInteger(5);
        row.figures.views = query.optionalInteger(6);
        row.figures.clicks = query.optionalInteger(7);
        row.figures.dwellMs = query.optionalInteger(8);
        row.figures.likes = query.optionalInteger(9);
        row.figures.dislikes = query.optionalInteger(10);
        row.figures.comments = query.optionalInteger(11);
        row.figures.shares = query.optionalInteger(12);
        rows.push_back(std::move(row));
    }
    return query.ok() ? Result<std::vector<Row>>(std::move(rows)) : query.error();
}

Result<std::vector<QualityLabel>> ConsumptionRepository::labels() {
    Query query = connection_.query(
        QStringLiteral("SELECT content_id, task, value, degree, reference, labelled_at FROM quality_labels "
                       "WHERE origin = 'consumption'"));
    std::vector<QualityLabel> labels;
    while (query.next()) {
        QualityLabel label;
        label.content = query.id<ContentId>(0);
        label.task = query.text(1);
        label.value = query.text(2) == QLatin1String("positive") ? QualityLabel::Value::Positive
                                                                 : QualityLabel::Value::Negative;
        label.degree = query.real(3);
        label.reference = query.optionalReal(4);
        label.at = query.time(5);
        labels.push_back(std::move(label));
    }
    return query.ok() ? Result<std::vector<QualityLabel>>(std::move(labels)) : query.error();
}

Status ConsumptionRepository::removeLabel(ContentId content, const QString& task) {
    return connection_.run(
        QStringLiteral(
            "DELETE FROM quality_labels WHERE content_id = ? AND task = ? AND origin = 'consumption'"),
        content, task);
}

} // namespace moderato::storage
