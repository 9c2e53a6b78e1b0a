#include "core/storage/TopicRepository.h"

#include "core/storage/Connection.h"

#include <QCoreApplication>
#include <QSet>

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns =
    QStringLiteral("t.id, t.name, t.use_count, t.created_at, t.last_used_at, t.retired_at");

/// The end of the range of keys that begin with a prefix.
QString afterPrefix(const QString& prefix) {
    const char32_t last = 0x10ffff;
    return prefix + QString::fromUcs4(&last, 1);
}

} // namespace

QString topicKey(const QString& name) {
    QString key = name.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
    while (key.startsWith(u'#')) {
        key = key.mid(1).trimmed();
    }
    return key;
}

Result<TopicId> TopicRepository::findOrCreate(const QString& name, Timestamp now) {
    const QString key = topicKey(name);
    if (key.isEmpty()) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "A topic needs a name. Type at least one letter."));
    }
    {
        Query known = connection_.query(
            QStringLiteral("SELECT id FROM topics WHERE topic_key = ? UNION ALL "
                           "SELECT topic_id FROM topic_synonyms WHERE synonym_key = ? LIMIT 1"));
        known.bind(key, key);
        if (known.next()) {
            return known.id<TopicId>(0);
        }
        if (!known.ok()) {
            return known.error();
        }
    }
    QString shown = name.simplified();
    while (shown.startsWith(u'#') || shown.startsWith(QChar(0xff03))) {
        shown = shown.mid(1).trimmed();
    }
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO topics (name, topic_key, created_at) VALUES (?, ?, ?)"));
    insert.bind(shown, key, now);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    return TopicId{insert.lastInsertId()};
}

Result<std::vector<Topic>> TopicRepository::read(Query& query) {
    std::vector<Topic> topics;
    while (query.next()) {
        Topic topic;
        topic.id = query.id<TopicId>(0);
        topic.name = query.text(1);
        topic.useCount = query.integer(2);
        topic.createdAt = query.time(3);
        topic.lastUsedAt = query.optionalTime(4);
        topic.retiredAt = query.optionalTime(5);
        topics.push_back(std::move(topic));
    }
    if (!query.ok()) {
        return query.error();
    }
    Query synonyms =
        connection_.query(QStringLiteral("SELECT name FROM topic_synonyms WHERE topic_id = ? ORDER BY name"));
    for (Topic& topic : topics) {
        synonyms.bind(topic.id);
        while (synonyms.next()) {
            topic.synonyms << synonyms.text(0);
        }
        if (!synonyms.ok()) {
            return synonyms.error();
        }
    }
    return topics;
}

Result<std::optional<Topic>> TopicRepository::byName(const QString& nameOrSynonym) {
    const QString key = topicKey(nameOrSynonym);
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM topics AS t WHERE t.topic_key = ? "
                       "OR t.id = (SELECT topic_id FROM topic_synonyms WHERE synonym_key = ?)")
            .arg(columns));
    query.bind(key, key);
    const Result<std::vector<Topic>> found = read(query);
    if (!found) {
        return found.error();
    }
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<Topic> TopicRepository::find(TopicId id) {
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM topics AS t "
                       "WHERE t.id = (SELECT coalesce(merged_into, id) FROM topics WHERE id = ?)")
            .arg(columns));
    query.bind(id.value);
    const Result<std::vector<Topic>> found = read(query);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return Error::notFound(
            QCoreApplication::translate("Storage", "There is no such topic any more. Choose another."));
    }
    return found->front();
}

Result<std::vector<Topic>> TopicRepository::all() {
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM topics AS t WHERE t.retired_at IS NULL ORDER BY t.id").arg(columns));
    return read(query);
}

Status TopicRepository::addSynonym(TopicId id, const QString& synonym) {
    const QString key = topicKey(synonym);
    const Result<std::optional<Topic>> taken = byName(synonym);
    if (!taken) {
        return taken.error();
    }
    if (key.isEmpty() || (*taken && (*taken)->id != id)) {
        return Error::invalid(
            QCoreApplication::translate("Storage",
                                        "“%1” is another topic already, or empty. Choose another spelling.")
                .arg(synonym));
    }
    if (*taken) {
        return {};
    }
    return connection_.run(
        QStringLiteral("INSERT INTO topic_synonyms (synonym_key, topic_id, name) VALUES (?, ?, ?)"), key, id,
        synonym.simplified());
}

Status TopicRepository::retire(TopicId id, Timestamp at) {
    return connection_.run(QStringLiteral("UPDATE topics SET retired_at = ? WHERE id = ?"), at, id);
}

Result<std::vector<Topic>> TopicRepository::complete(const QString& typed, int limit) {
    const QString key = topicKey(typed);
    if (key.isEmpty()) {
        Query query =
            connection_.query(QStringLiteral("SELECT %1 FROM topics AS t WHERE t.retired_at IS NULL "
                                             "ORDER BY t.use_count DESC, t.last_used_at DESC LIMIT ?")
                                  .arg(columns));
        query.bind(limit);
        return read(query);
    }
    Query prefixes = connection_.query(
        QStringLiteral(
            "SELECT %1 FROM topics AS t WHERE t.retired_at IS NULL AND t.id IN ("
            "SELECT id FROM topics WHERE topic_key >= ? AND topic_key < ? UNION "
            "SELECT topic_id FROM topic_synonyms WHERE synonym_key >= ? AND synonym_key < ?) "
            "ORDER BY t.topic_key = ? DESC, t.use_count DESC, t.last_used_at DESC, t.topic_key LIMIT ?")
            .arg(columns));
    prefixes.bind(key, afterPrefix(key), key, afterPrefix(key), key, limit);
    Result<std::vector<Topic>> found = read(prefixes);
    if (!found || int(found->size()) >= limit) {
        return found;
    }
    Query inside = connection_.query(
        QStringLiteral("SELECT %1 FROM topics AS t WHERE t.retired_at IS NULL AND (instr(t.topic_key, ?) > 1 "
                       "OR t.id IN ("
                       "SELECT topic_id FROM topic_synonyms WHERE instr(synonym_key, ?) > 1)) "
                       "ORDER BY t.use_count DESC, t.last_used_at DESC, t.topic_key LIMIT ?")
            .arg(columns));
    inside.bind(key, key, limit);
    Result<std::vector<Topic>> more = read(inside);
    if (!more) {
        return more;
    }
    QSet<TopicId> shown;
    for (const Topic& topic : *found) {
        shown.insert(topic.id);
    }
    for (Topic& topic : *more) {
        if (int(found->size()) < limit && !shown.contains(topic.id)) {
            found->push_back(std::move(topic));
        }
    }
    return found;
}

Result<std::vector<TopicRepository::Popular>> TopicRepository::popular(Timestamp from, Timestamp to,
                                                                       int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT t.id, t.name, count(*) AS items FROM ("
        "SELECT topic_id, content_id FROM content_given_topics WHERE given_at >= ? AND given_at < ? UNION "
        "SELECT topic_id, content_id FROM content_decided_topics WHERE decided_at >= ? AND decided_at < ?) "
        "AS g "
        "JOIN topics AS t ON t.id = g.topic_id WHERE t.retired_at IS NULL "
        "GROUP BY t.id ORDER BY items DESC, t.topic_key LIMIT ?"));
    query.bind(from, to, from, to, limit);
    std::vector<Popular> topics;
    while (query.next()) {
        topics.push_back({query.id<TopicId>(0), query.text(1), query.integer(2)});
    }
    return query.ok() ? Result<std::vector<Popular>>(std::move(topics))
                      : Result<std::vector<Popular>>(query.error());
}

Status TopicRepository::takeBack(Gift gift, ContentId content) {
    // A topic counts once an item, whoever gave it.
    const QString mine = gift == Gift::Given ? QStringLiteral("content_given_topics")
                                             : QStringLiteral("content_decided_topics");
    const QString other = gift == Gift::Given ? QStringLiteral("content_decided_topics")
                                              : QStringLiteral("content_given_topics");
    if (Status status =
            connection_.run(QStringLiteral("UPDATE topics SET use_count = use_count - 1 WHERE id IN ("
                                           "SELECT topic_id FROM %1 WHERE content_id = ?) AND id NOT IN ("
                                           "SELECT topic_id FROM %2 WHERE content_id = ?)")
                                .arg(mine, other),
                            content, content);
        !status) {
        return status;
    }
    return connection_.run(QStringLiteral("DELETE FROM %1 WHERE content_id = ?").arg(mine), content);
}

Result<QStringList> TopicRepository::give(Gift gift, ContentId content, const QStringList& topics,
                                          DecisionId decision, Timestamp at) {
    if (const Status status = takeBack(gift, content); !status) {
        return status.error();
    }
    QSet<TopicId> seen;
    int position = 0;
    for (const QString& name : topics) {
        if (topicKey(name).isEmpty()) {
            continue;
        }
        const Result<TopicId> topic = findOrCreate(name, at);
        if (!topic) {
            return topic.error();
        }
        if (seen.contains(*topic)) {
            continue;
        }
        seen.insert(*topic);
        Status status = connection_.run(
            QStringLiteral("UPDATE topics SET use_count = use_count + 1, last_used_at = "
                           "max(coalesce(last_used_at, ?), ?) WHERE id = ? "
                           "AND NOT EXISTS (SELECT 1 FROM %1 WHERE topic_id = topics.id AND content_id = ?)")
                .arg(gift == Gift::Given ? QStringLiteral("content_decided_topics")
                                         : QStringLiteral("content_given_topics")),
            at, at, *topic, content);
        if (status && gift == Gift::Given) {
            status = connection_.run(
                QStringLiteral("INSERT INTO content_given_topics (content_id, position, topic_id, given_at) "
                               "VALUES (?, ?, ?, ?)"),
                content, ++position, *topic, at);
        } else if (status) {
            status = connection_.run(
                QStringLiteral(
                    "INSERT INTO content_decided_topics (content_id, position, topic_id, decision_id, "
                    "decided_at) VALUES (?, ?, ?, ?, ?)"),
                content, ++position, *topic, decision, at);
        }
        if (!status) {
            return status.error();
        }
    }
    return of(gift, content);
}

Result<QStringList> TopicRepository::of(Gift gift, ContentId content) {
    Query query = connection_.query(QStringLiteral("SELECT t.name FROM %1 AS g JOIN topics AS t ON t.id = "
                                                   "g.topic_id WHERE g.content_id = ? ORDER BY g.position")
                                        .arg(gift == Gift::Given ? QStringLiteral("content_given_topics")
                                                                 : QStringLiteral("content_decided_topics")));
    query.bind(content);
    QStringList names;
    while (query.next()) {
        if (!names.contains(query.text(0))) { // two that were merged
            names << query.text(0);
        }
    }
    return query.ok() ? Result<QStringList>(std::move(names)) : Result<QStringList>(query.error());
}

} // namespace moderato::storage
