#include "core/storage/ReviewQueueRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>

namespace moderato::storage {

using namespace domain;

namespace {

using Filter = ReviewQueueRepository::Filter;
using Key = ReviewQueueRepository::Key;
using Row = ReviewQueueRepository::Row;

ReviewItem::State stateFrom(const QString& code) {
    for (const auto state :
         {ReviewItem::State::Decided, ReviewItem::State::Skipped, ReviewItem::State::Escalated}) {
        if (code == toCode(state)) {
            return state;
        }
    }
    return ReviewItem::State::Open;
}

/// Conditions on r = review_items and c = content, with their values bound to the query in the same order.
QString conditionsOf(const Filter& filter) {
    QString conditions = QStringLiteral("r.state = ?");
    if (filter.reason) {
        conditions += QStringLiteral(" AND r.reason = ?");
    }
    if (filter.kind) {
        conditions += QStringLiteral(" AND c.kind = ?");
    }
    return conditions;
}

void bindFilter(Query& query, const Filter& filter) {
    query.bind(toCode(filter.state));
    if (filter.reason) {
        query.bind(toCode(*filter.reason));
    }
    if (filter.kind) {
        query.bind(toCode(*filter.kind));
    }
}

const QString afterKey =
    QStringLiteral(" AND (r.priority < ? OR (r.priority = ? AND r.content_id > ?)) AND r.priority <= ?");
const QString beforeKey =
    QStringLiteral(" AND (r.priority > ? OR (r.priority = ? AND r.content_id < ?)) AND r.priority >= ?");

void bindKey(Query& query, const Key& key) {
    query.bind(key.priority, key.priority, key.content.value, key.priority);
}

QString select(const QString& conditions, const QString& order) {
    return QStringLiteral("SELECT r.content_id, r.reason, r.priority, r.state, c.kind, c.title, "
                          "s.given_category, s.predicted_category, "
                          "s.decided_category, coalesce(s.probability, 0.0) FROM review_items AS r "
                          "CROSS JOIN content AS c ON c.id = r.content_id CROSS JOIN standings AS s ON "
                          "s.content_id = r.content_id "
                          "WHERE %1 ORDER BY %2 LIMIT ?")
        .arg(conditions, order);
}

Result<std::vector<Row>> read(Query& query) {
    std::vector<Row> rows;
    while (query.next()) {
        Row row;
        row.item.content = query.id<ContentId>(0);
        row.item.reason = reviewReasonFromCode(query.text(1)).value_or(ReviewItem::Reason::New);
        row.item.priority = query.real(2);
        row.item.state = stateFrom(query.text(3));
        row.kind = contentKindFromCode(query.text(4)).value_or(ContentKind::Article);
        row.title = query.text(5);
        row.givenCategory = query.text(6);
        row.predictedCategory = query.text(7);
        row.decidedCategory = query.text(8);
        row.probability = query.real(9);
        rows.push_back(std::move(row));
    }
    return query.ok() ? Result<std::vector<Row>>(std::move(rows)) : Result<std::vector<Row>>(query.error());
}

Result<std::optional<Row>> firstOf(Result<std::vector<Row>> rows) {
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

} // namespace

Result<std::vector<Row>> ReviewQueueRepository::page(const Filter& filter, const std::optional<Key>& after,
                                                     int limit) {
    Query query = connection_.query(select(conditionsOf(filter) + (after ? afterKey : QString()),
                                           QStringLiteral("r.priority DESC, r.content_id")));
    bindFilter(query, filter);
    if (after) {
        bindKey(query, *after);
    }
    query.bind(limit);
    return read(query);
}

Result<std::optional<Row>> ReviewQueueRepository::next(const Filter& filter,
                                                       const std::optional<Key>& after) {
    return firstOf(page(filter, after, 1));
}

Result<std::optional<Row>> ReviewQueueRepository::previous(const Filter& filter, const Key& before) {
    Query query = connection_.query(
        select(conditionsOf(filter) + beforeKey, QStringLiteral("r.priority, r.content_id DESC")));
    bindFilter(query, filter);
    bindKey(query, before);
    query.bind(1);
    return firstOf(read(query));
}

Result<std::optional<ReviewItem>> ReviewQueueRepository::find(ContentId content) {
    Query query = connection_.query(
        QStringLiteral("SELECT reason, priority, state FROM review_items WHERE content_id = ?"));
    query.bind(content);
    if (query.next()) {
        return std::optional(ReviewItem{content,
                                        reviewReasonFromCode(query.text(0)).value_or(ReviewItem::Reason::New),
                                        query.real(1), stateFrom(query.text(2))});
    }
    return query.ok() ? Result<std::optional<ReviewItem>>(std::optional<ReviewItem>())
                      : Result<std::optional<ReviewItem>>(query.error());
}

Result<ReviewQueueRepository::Counts> ReviewQueueRepository::counts() {
    Query query = connection_.query(
        QStringLiteral("SELECT state, reason, count(*) FROM review_items GROUP BY state, reason"));
    Counts counts;
    while (query.next()) {
        const qint64 number = query.integer(2);
        switch (stateFrom(query.text(0))) {
        case ReviewItem::State::Open:
            counts.open += number;
            counts.openByReason[query.text(1)] = number;
            break;
        case ReviewItem::State::Decided:
            counts.decided += number;
            break;
        case ReviewItem::State::Skipped:
            counts.skipped += number;
            break;
        case ReviewItem::State::Escalated:
            counts.escalated += number;
            break;
        }
    }
    return query.ok() ? Result<Counts>(std::move(counts)) : Result<Counts>(query.error());
}

Result<qint64> ReviewQueueRepository::position(const Filter& filter, const Key& key) {
    Query query = connection_.query(
        QStringLiteral("SELECT count(*) + 1 FROM review_items AS r %1WHERE %2")
            .arg(filter.kind ? QStringLiteral("CROSS JOIN content AS c ON c.id = r.content_id ") : QString(),
                 conditionsOf(filter) + beforeKey));
    bindFilter(query, filter);
    bindKey(query, key);
    return query.next() ? Result<qint64>(query.integer(0)) : Result<qint64>(query.error());
}

Status ReviewQueueRepository::offer(const ReviewItem& item) {
    return connection_.run(
        QStringLiteral(
            "INSERT INTO review_items (content_id, reason, priority, state) VALUES (?, ?, ?, 'open') ON "
            "CONFLICT (content_id) "
            "DO UPDATE SET reason = excluded.reason, priority = excluded.priority WHERE review_items.state = "
            "'open' "
            "AND (review_items.reason <> excluded.reason OR review_items.priority <> excluded.priority)"),
        item.content, toCode(item.reason), item.priority);
}

Status ReviewQueueRepository::offerAll(const std::vector<ReviewItem>& items) {
    Transaction transaction(connection_);
    for (const ReviewItem& item : items) {
        if (Status status = offer(item); !status) {
            return status;
        }
    }
    return transaction.commit();
}

Status ReviewQueueRepository::put(const ReviewItem& item) {
    return connection_.run(
        QStringLiteral(
            "INSERT INTO review_items (content_id, reason, priority, state) VALUES (?, ?, ?, ?) ON CONFLICT "
            "(content_id) "
            "DO UPDATE SET reason = excluded.reason, priority = excluded.priority, state = excluded.state"),
        item.content, toCode(item.reason), item.priority, toCode(item.state));
}

Status ReviewQueueRepository::setState(ContentId content, ReviewItem::State state) {
    Query query = connection_.query(QStringLiteral("UPDATE review_items SET state = ? WHERE content_id = ?"));
    query.bind(toCode(state), content);
    const Status status = query.run();
    if (status && query.rowsChanged() == 0) {
        return Error::notFound(
            QCoreApplication::translate("Storage", "Item %1 is not in the review queue.").arg(content.value));
    }
    return status;
}

Result<std::vector<ReviewQueueRepository::Candidate>> ReviewQueueRepository::candidates(ContentId after,
                                                                                        int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT s.content_id, s.given_category, s.predicted_category, coalesce(s.probability, 0.0), "
        "coalesce((SELECT x.probability FROM category_scores AS x WHERE x.content_id = s.content_id AND "
        "x.place = 2 AND x.version_id = "
        "(SELECT id FROM model_versions WHERE task = 'category' AND state = 'in_service')), 0.0), "
        "(SELECT count(*) FROM flags AS f WHERE f.content_id = s.content_id AND f.closed_by IS NULL), "
        "coalesce((SELECT max(f.score) FROM flags AS f WHERE f.content_id = s.content_id AND f.closed_by IS "
        "NULL), 0.0), "
        "r.reason, r.priority, r.state FROM standings AS s LEFT JOIN review_items AS r ON r.content_id = "
        "s.content_id "
        "WHERE s.content_id > ? AND s.decided = 0 ORDER BY s.content_id LIMIT ?"));
    query.bind(after.value, limit);
    std::vector<Candidate> candidates;
    while (query.next()) {
        Candidate candidate;
        candidate.content = query.id<ContentId>(0);
        candidate.givenCategory = query.text(1);
        candidate.predictedCategory = query.text(2);
        candidate.probability = query.real(3);
        candidate.secondProbability = query.real(4);
        candidate.openFlags = int(query.integer(5));
        candidate.flagScore = query.real(6);
        if (!query.isNull(7)) {
            candidate.entry = ReviewItem{
                candidate.content, reviewReasonFromCode(query.text(7)).value_or(ReviewItem::Reason::New),
                query.real(8), stateFrom(query.text(9))};
        }
        candidates.push_back(std::move(candidate));
    }
    return query.ok() ? Result<std::vector<Candidate>>(std::move(candidates))
                      : Result<std::vector<Candidate>>(query.error());
}

} // namespace moderato::storage
