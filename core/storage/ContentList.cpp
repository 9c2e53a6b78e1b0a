#include "core/storage/ContentList.h"

#include "core/storage/Connection.h"
#include "core/storage/SearchText.h"
#include "core/storage/TopicRepository.h"

namespace moderato::storage {

using namespace domain;

namespace {

/// The pieces of a list's statement. Tables: s = standings, c = content, f = the full-text index.
struct Statement {
    QString from;
    QStringList where;
    QVariantList values;
    bool empty = false; ///< Nothing can match.

    void require(const QString& condition, const QVariantList& bound = {}) {
        where << condition;
        values << bound;
    }
    QString conditions() const {
        return where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
    }
};

QString inOtherOrder(ContentSort sort) {
    return sort == ContentSort::Title
               ? QStringLiteral("content AS c CROSS JOIN standings AS s ON s.content_id = c.id")
               : QStringLiteral("standings AS s CROSS JOIN content AS c ON c.id = s.content_id");
}

/// The tables in the order in which the list is read, so that the first rows come without sorting: by number
/// for the newest and the oldest, by the title's or the certainty's index else. CROSS JOIN keeps SQLite to
/// that order.
Statement filtered(const ContentFilter& filter, ContentSort sort, Connection& connection) {
    Statement statement;
    statement.from = inOtherOrder(sort);
    if (!filter.text.trimmed().isEmpty()) {
        const QString match = searchText::query(filter.text);
        statement.empty = match.isEmpty();
        if (sort == ContentSort::Newest || sort == ContentSort::Oldest) {
            statement.from =
                QStringLiteral("content_search AS f CROSS JOIN standings AS s ON s.content_id = f.rowid "
                               "CROSS JOIN content AS c ON c.id = f.rowid");
            statement.require(QStringLiteral("f.content_search MATCH ?"), {match});
        } else {
            statement.require(
                QStringLiteral("c.id IN (SELECT rowid FROM content_search WHERE content_search MATCH ?)"),
                {match});
        }
    }
    if (!filter.category.isEmpty()) {
        statement.require(QStringLiteral("s.category = ?"), {filter.category});
    }
    if (filter.decided) {
        statement.require(QStringLiteral("s.decided = ?"), {int(*filter.decided)});
    }
    if (filter.kind) {
        statement.require(QStringLiteral("c.kind = ?"), {toCode(*filter.kind)});
    }
    if (filter.state) {
        statement.require(QStringLiteral("c.state = ?"), {toCode(*filter.state)});
    }
    if (!filter.language.isEmpty()) {
        statement.require(QStringLiteral("c.language = ?"), {filter.language});
    }
    if (!filter.topic.isEmpty()) {
        const Result<std::optional<Topic>> topic = TopicRepository(connection).byName(filter.topic);
        const qint64 id = topic && *topic ? (*topic)->id.value : 0;
        statement.empty |= id == 0;
        statement.require(
            QStringLiteral("c.id IN (SELECT content_id FROM content_given_topics WHERE topic_id = ? UNION "
                           "SELECT content_id FROM content_decided_topics WHERE topic_id = ?)"),
            {id, id});
    }
    return statement;
}

QString orderOf(ContentSort sort, bool byText) {
    const QString number = byText ? QStringLiteral("f.rowid") : QStringLiteral("s.content_id");
    switch (sort) {
    case ContentSort::Newest:
        return number + QStringLiteral(" DESC");
    case ContentSort::Oldest:
        return number;
    case ContentSort::Title:
        return QStringLiteral("c.title COLLATE NOCASE, c.id");
    case ContentSort::LeastCertain:
        return QStringLiteral("coalesce(s.probability, 2.0), s.content_id");
    }
    return number;
}

void startAfter(Statement& statement, ContentSort sort, bool byText, const ContentKey& key) {
    const QString number = byText ? QStringLiteral("f.rowid") : QStringLiteral("s.content_id");
    switch (sort) {
    case ContentSort::Newest:
        statement.require(number + QStringLiteral(" < ?"), {key.content.value});
        break;
    case ContentSort::Oldest:
        statement.require(number + QStringLiteral(" > ?"), {key.content.value});
        break;
    case ContentSort::Title:
        statement.require(QStringLiteral("(c.title COLLATE NOCASE, c.id) > (?, ?)"),
                          {key.sortValue.toString(), key.content.value});
        break;
    case ContentSort::LeastCertain:
        statement.require(QStringLiteral("(coalesce(s.probability, 2.0), s.content_id) > (?, ?)"),
                          {key.sortValue.toDouble(), key.content.value});
        break;
    }
}

ContentRow rowFrom(const Query& query) {
    ContentRow row;
    row.content = query.id<ContentId>(0);
    row.kind = contentKindFromCode(query.text(1)).value_or(ContentKind::Article);
    row.title = query.text(2);
    row.externalId = query.text(3);
    row.givenCategory = query.text(4);
    row.predictedCategory = query.text(5);
    row.decidedCategory = query.text(6);
    row.probability = query.real(7);
    row.language = query.text(8);
    row.state = recommendationStateFromCode(query.text(9)).value_or(RecommendationState::Active);
    row.importedAt = query.time(10);
    row.mediaProblem = query.text(11);
    return row;
}

ContentKey keyOf(const ContentRow& row, ContentSort sort) {
    switch (sort) {
    case ContentSort::Title:
        return {row.title.isNull() ? QStringLiteral("") : row.title, row.content};
    case ContentSort::LeastCertain:
        return {row.predictedCategory.isEmpty() ? 2.0 : row.probability, row.content};
    case ContentSort::Newest:
    case ContentSort::Oldest:
        break;
    }
    return {{}, row.content};
}

} // namespace

Result<ContentPage> ContentList::page(const ContentFilter& filter, ContentSort sort,
                                      const std::optional<ContentKey>& after, int limit) {
    Statement statement = filtered(filter, sort, connection_);
    if (statement.empty) {
        return ContentPage{};
    }
    const bool byText = statement.from.startsWith(QLatin1String("content_search"));
    if (after) {
        startAfter(statement, sort, byText, *after);
    }
    Query query =
        connection_.query(QStringLiteral("SELECT c.id, c.kind, c.title, c.external_id, s.given_category, "
                                         "s.predicted_category, s.decided_category, "
                                         "coalesce(s.probability, 0.0), c.language, c.state, c.imported_at, "
                                         "c.media_problem FROM %1%2 ORDER BY %3 LIMIT ?")
                              .arg(statement.from, statement.conditions(), orderOf(sort, byText)));
    for (const QVariant& value : statement.values) {
        query.bind(value);
    }
    query.bind(limit + 1);
    ContentPage page;
    while (query.next()) {
        if (int(page.rows.size()) == limit) {
            page.next = keyOf(page.rows.back(), sort);
            break;
        }
        page.rows.push_back(rowFrom(query));
    }
    return query.ok() ? Result<ContentPage>(std::move(page)) : Result<ContentPage>(query.error());
}

Result<qint64> ContentList::count(const ContentFilter& filter, qint64 limit) {
    const Statement statement = filtered(filter, ContentSort::Newest, connection_);
    if (statement.empty) {
        return qint64(0);
    }
    Query query = connection_.query(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1%2 LIMIT ?)")
                                        .arg(statement.from, statement.conditions()));
    for (const QVariant& value : statement.values) {
        query.bind(value);
    }
    query.bind(limit);
    return query.next() ? Result<qint64>(query.integer(0)) : Result<qint64>(query.error());
}

} // namespace moderato::storage
