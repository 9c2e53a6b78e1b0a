#include "core/storage/TopicLibraryRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace moderato::storage {

using namespace domain;

namespace {

using Kind = TopicLibraryRepository::Change::Kind;
constexpr std::array kinds = {std::pair{Kind::Add, "add"}, std::pair{Kind::Rename, "rename"},
                              std::pair{Kind::Merge, "merge"}, std::pair{Kind::Retire, "retire"},
                              std::pair{Kind::Restore, "restore"}};

QString toCode(Kind kind) {
    for (const auto& [known, code] : kinds) {
        if (known == kind) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

Kind kindFromCode(const QString& code) {
    for (const auto& [known, name] : kinds) {
        if (code == QLatin1String(name)) {
            return known;
        }
    }
    return Kind::Add;
}

/// Where a topic may stand that a merge moves. `notAfter`: what tells a row that was written anew since.
struct Place {
    const char* code;
    const char* table;
    const char* owner;
    const char* notAfter;
};
constexpr std::array places = {Place{"given", "content_given_topics", "content_id", "given_at"},
                               Place{"decided", "content_decided_topics", "content_id", "decided_at"},
                               Place{"training", "training_record_topics", "record_id", "0"},
                               Place{"answer", "topic_answer_topics", "answer_id", "0"},
                               Place{"segment", "topic_segments", "answer_id", "0"},
                               Place{"gold", "gold_topics", "content_id", "0"}};

template <class T> Status statusOf(const Result<T>& result) {
    return result ? Status() : Status(result.error());
}

QString shownName(const QString& name) {
    QString shown = name.simplified();
    while (shown.startsWith(u'#') || shown.startsWith(QChar(0xff03))) {
        shown = shown.mid(1).trimmed();
    }
    return shown;
}

/// The key of a topic that has none of its own any more; `topicKey` never makes one like it.
QString keyOfMerged(TopicId id) {
    return QStringLiteral("\n%1").arg(id.value);
}

Error nameIsTaken(const QString& name) {
    return Error::invalid(
        QCoreApplication::translate(
            "Storage", "There is a topic “%1” already (or it is a synonym of one). Merge the two, or choose "
                       "another name.")
            .arg(name));
}

} // namespace

Result<std::vector<TopicLibraryRepository::Entry>> TopicLibraryRepository::entries() {
    std::vector<Entry> entries;
    QHash<TopicId, std::size_t> places;
    Query topics = connection_.query(
        QStringLiteral("SELECT id, name, use_count, created_at, last_used_at, retired_at FROM topics "
                       "WHERE merged_into IS NULL ORDER BY id"));
    while (topics.next()) {
        Topic topic;
        topic.id = topics.id<TopicId>(0);
        topic.name = topics.text(1);
        topic.useCount = topics.integer(2);
        topic.createdAt = topics.time(3);
        topic.lastUsedAt = topics.optionalTime(4);
        topic.retiredAt = topics.optionalTime(5);
        places.insert(topic.id, entries.size());
        entries.push_back({std::move(topic), {}, {}});
    }
    Query synonyms =
        connection_.query(QStringLiteral("SELECT topic_id, name FROM topic_synonyms ORDER BY name"));
    while (synonyms.next()) {
        if (const auto at = places.constFind(synonyms.id<TopicId>(0)); at != places.constEnd()) {
            entries[*at].topic.synonyms << synonyms.text(1);
        }
    }
    Query trends = connection_.query(
        QStringLiteral("SELECT coalesce(t.merged_into, t.id), l.listed_at, l.weight FROM topic_trends AS l "
                       "JOIN topics AS t ON t.id = l.topic_id ORDER BY l.listed_at"));
    while (trends.next()) {
        if (const auto at = places.constFind(trends.id<TopicId>(0)); at != places.constEnd()) {
            entries[*at].trendingAt = trends.time(1);
            entries[*at].weight = trends.optionalReal(2);
        }
    }
    for (const Query* query : {&topics, &synonyms, &trends}) {
        if (!query->ok()) {
            return query->error();
        }
    }
    return entries;
}

Result<TopicLibraryRepository::Revision> TopicLibraryRepository::revision() {
    Query query = connection_.query(QStringLiteral(
        "SELECT coalesce((SELECT max(id) FROM topics), 0), coalesce((SELECT max(id) FROM topic_changes), 0), "
        "(SELECT count(*) FROM topic_changes WHERE undone_at IS NOT NULL), "
        "(SELECT count(*) FROM topic_synonyms), (SELECT count(*) FROM topic_trends)"));
    if (!query.next()) {
        return query.error();
    }
    return Revision{query.integer(0), query.integer(1), query.integer(2), query.integer(3), query.integer(4)};
}

Result<qint64> TopicLibraryRepository::log(const Change& change, const QString& synonymMade,
                                           const QString& synonymUsed) {
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO topic_changes (made_at, person, kind, topic_id, other_id, name_before, "
                       "name_after, synonym_made, synonym_used) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(change.at, change.person, toCode(change.kind), change.topic, change.other, change.before,
                change.after, synonymMade, synonymUsed);
    const Status status = insert.run();
    return status ? Result<qint64>(insert.lastInsertId()) : Result<qint64>(status.error());
}

Result<TopicId> TopicLibraryRepository::add(const QString& name, const QString& person, Timestamp now) {
    TopicRepository topics(connection_);
    const auto known = topics.byName(name);
    if (!known) {
        return known.error();
    }
    if (*known) {
        return (*known)->retiredAt ? Error::invalid(QCoreApplication::translate(
                                                        "Storage", "“%1” is retired. Bring it back instead.")
                                                        .arg((*known)->name))
                                   : nameIsTaken(name);
    }
    const auto id = topics.findOrCreate(name, now);
    if (!id) {
        return id;
    }
    const auto logged = log({0, now, person, Kind::Add, *id, {}, {}, shownName(name)});
    return logged ? id : Result<TopicId>(logged.error());
}

Status TopicLibraryRepository::rename(TopicId id, const QString& name, const QString& person, Timestamp now) {
    TopicRepository topics(connection_);
    const auto topic = topics.find(id);
    const auto taken = topics.byName(name);
    if (!topic || !taken) {
        return topic ? taken.error() : topic.error();
    }
    const QString key = topicKey(name);
    if (key.isEmpty()) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "A topic needs a name. Type at least one letter."));
    }
    if (*taken && (*taken)->id != id) {
        return nameIsTaken(name);
    }
    const QString oldKey = topicKey(topic->name);
    const bool isSynonym = *taken && key != oldKey;
    Status status =
        isSynonym ? connection_.run(QStringLiteral("DELETE FROM topic_synonyms WHERE synonym_key = ?"), key)
                  : Status();
    if (status) {
        status = connection_.run(QStringLiteral("UPDATE topics SET name = ?, topic_key = ? WHERE id = ?"),
                                 shownName(name), key, id);
    }
    if (status && key != oldKey) {
        status = connection_.run(
            QStringLiteral("INSERT INTO topic_synonyms (synonym_key, topic_id, name) VALUES (?, ?, ?)"),
            oldKey, id, topic->name);
    }
    if (!status) {
        return status;
    }
    return statusOf(log({0, now, person, Kind::Rename, id, {}, topic->name, shownName(name)},
                        key != oldKey ? oldKey : QString(), isSynonym ? key : QString()));
}

Status TopicLibraryRepository::merge(TopicId id, TopicId into, const QString& person, Timestamp now) {
    if (id == into) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "A topic cannot be merged with itself. Choose another."));
    }
    TopicRepository topics(connection_);
    const auto from = topics.find(id);
    const auto to = topics.find(into);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    if (from->id != id || to->id != into) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "This topic is merged already. Choose another."));
    }
    if (to->retiredAt) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "“%1” is retired. Bring it back first.").arg(to->name));
    }
    const auto change = log({0, now, person, Kind::Merge, id, into, from->name, to->name});
    if (!change) {
        return change.error();
    }
    for (const Place& place : places) {
        const QString table = QLatin1String(place.table), owner = QLatin1String(place.owner);
        Status status =
            connection_.run(QStringLiteral("INSERT INTO topic_moves (change_id, place, owner_id, position) "
                                           "SELECT ?, ?, %2, position FROM %1 WHERE topic_id = ?")
                                .arg(table, owner),
                            *change, QString::fromLatin1(place.code), id);
        status =
            status ? connection_.run(
                         QStringLiteral("UPDATE %1 SET topic_id = ? WHERE topic_id = ?").arg(table), into, id)
                   : status;
        if (!status) {
            return status;
        }
    }
    const auto run = [&](const char* sql, const auto&... values) {
        return connection_.run(QString::fromLatin1(sql), values...);
    };
    Status status = run("INSERT INTO topic_moved_synonyms (change_id, synonym_key) "
                        "SELECT ?, synonym_key FROM topic_synonyms WHERE topic_id = ?",
                        *change, id);
    status = status ? run("UPDATE topic_synonyms SET topic_id = ? WHERE topic_id = ?", into, id) : status;
    status = status ? run("UPDATE topics SET topic_key = ?, merged_into = ?, "
                          "retired_at = coalesce(retired_at, ?) WHERE id = ?",
                          keyOfMerged(id), into, now, id)
                    : status;
    // Those merged into it before follow, so that one step leads to the topic that holds.
    status = status ? run("UPDATE topics SET merged_into = ? WHERE merged_into = ?", into, id) : status;
    status = status ? run("INSERT INTO topic_synonyms (synonym_key, topic_id, name) VALUES (?, ?, ?)",
                          topicKey(from->name), into, from->name)
                    : status;
    status = status ? run("INSERT OR IGNORE INTO topic_favourites (person, topic_id) "
                          "SELECT person, ? FROM topic_favourites WHERE topic_id = ?",
                          into, id)
                    : status;
    status = status ? recount(id) : status;
    return status ? recount(into) : status;
}

Status TopicLibraryRepository::recount(TopicId id) {
    return connection_.run(
        QStringLiteral("UPDATE topics SET use_count = (SELECT count(*) FROM ("
                       "SELECT content_id FROM content_given_topics WHERE topic_id = topics.id UNION "
                       "SELECT content_id FROM content_decided_topics WHERE topic_id = topics.id)), "
                       "last_used_at = (SELECT max(used) FROM ("
                       "SELECT max(given_at) AS used FROM content_given_topics WHERE topic_id = topics.id "
                       "UNION ALL SELECT max(decided_at) FROM content_decided_topics WHERE topic_id = "
                       "topics.id)) WHERE id = ?"),
        id);
}

Status TopicLibraryRepository::setRetired(TopicId id, std::optional<Timestamp> at) {
    return connection_.run(QStringLiteral("UPDATE topics SET retired_at = ? WHERE id = ?"), at, id);
}

Status TopicLibraryRepository::retire(TopicId id, const QString& person, Timestamp now) {
    const auto topic = TopicRepository(connection_).find(id);
    if (!topic) {
        return topic.error();
    }
    if (topic->retiredAt) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "“%1” is retired already.").arg(topic->name));
    }
    const Status status = setRetired(id, now);
    return status ? statusOf(log({0, now, person, Kind::Retire, id, {}, topic->name, topic->name})) : status;
}

Status TopicLibraryRepository::restore(TopicId id, const QString& person, Timestamp now) {
    const auto topic = TopicRepository(connection_).find(id);
    if (!topic) {
        return topic.error();
    }
    if (!topic->retiredAt) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "“%1” is not retired.").arg(topic->name));
    }
    const Status status = setRetired(id, {});
    return status ? statusOf(log({0, now, person, Kind::Restore, id, {}, topic->name, topic->name})) : status;
}

Result<std::optional<TopicLibraryRepository::Change>> TopicLibraryRepository::lastChange() {
    Query query = connection_.query(
        QStringLiteral("SELECT id, made_at, person, kind, topic_id, other_id, name_before, name_after FROM "
                       "topic_changes WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"));
    if (!query.next()) {
        return query.ok() ? Result<std::optional<Change>>(std::nullopt)
                          : Result<std::optional<Change>>(query.error());
    }
    return std::optional(Change{query.integer(0), query.time(1), query.text(2), kindFromCode(query.text(3)),
                                query.id<TopicId>(4), query.id<TopicId>(5), query.text(6), query.text(7)});
}

Status TopicLibraryRepository::undo(const Change& change, Timestamp now) {
    Status status;
    switch (change.kind) {
    case Kind::Add:
    case Kind::Restore:
        status = setRetired(change.topic, now);
        break;
    case Kind::Retire:
        status = setRetired(change.topic, {});
        break;
    case Kind::Rename:
        status = undoRename(change);
        break;
    case Kind::Merge:
        status = undoMerge(change);
        break;
    }
    return status ? connection_.run(QStringLiteral("UPDATE topic_changes SET undone_at = ? WHERE id = ?"),
                                    now, change.id)
                  : status;
}

Status TopicLibraryRepository::undoRename(const Change& change) {
    QString made, used;
    {
        Query query = connection_.query(
            QStringLiteral("SELECT synonym_made, synonym_used FROM topic_changes WHERE id = ?"));
        query.bind(change.id);
        if (!query.next()) {
            return query.status();
        }
        made = query.text(0);
        used = query.text(1);
    }
    Status status =
        connection_.run(QStringLiteral("DELETE FROM topic_synonyms WHERE synonym_key = ? AND topic_id = ?"),
                        made, change.topic);
    status = status
                 ? connection_.run(QStringLiteral("UPDATE topics SET name = ?, topic_key = ? WHERE id = ?"),
                                   change.before, topicKey(change.before), change.topic)
                 : status;
    if (status && !used.isEmpty()) {
        status = connection_.run(
            QStringLiteral("INSERT INTO topic_synonyms (synonym_key, topic_id, name) VALUES (?, ?, ?)"), used,
            change.topic, change.after);
    }
    return status;
}

Status TopicLibraryRepository::undoMerge(const Change& change) {
    const auto run = [&](const char* sql, const auto&... values) {
        return connection_.run(QString::fromLatin1(sql), values...);
    };
    Status status = run("DELETE FROM topic_synonyms WHERE synonym_key = ? AND topic_id = ?",
                        topicKey(change.before), change.other);
    status = status ? run("UPDATE topic_synonyms SET topic_id = ? WHERE topic_id = ? AND synonym_key IN "
                          "(SELECT synonym_key FROM topic_moved_synonyms WHERE change_id = ?)",
                          change.topic, change.other, change.id)
                    : status;
    // Retired before it was merged: it stays so.
    status = status ? run("UPDATE topics SET topic_key = ?, merged_into = NULL, "
                          "retired_at = CASE WHEN retired_at = ? THEN NULL ELSE retired_at END WHERE id = ?",
                          topicKey(change.before), change.at, change.topic)
                    : status;
    // Those that had been merged into it come back with it.
    status = status
                 ? run("UPDATE topics SET merged_into = ? WHERE merged_into = ? AND id IN (SELECT topic_id "
                       "FROM topic_changes WHERE other_id = ? AND undone_at IS NULL)",
                       change.topic, change.other, change.topic)
                 : status;
    for (const Place& place : places) {
        if (!status) {
            return status;
        }
        status = connection_.run(
            QStringLiteral("UPDATE %1 SET topic_id = ? WHERE topic_id = ? AND %3 <= ? AND EXISTS (SELECT 1 "
                           "FROM topic_moves AS m WHERE m.change_id = ? AND m.place = ? AND m.owner_id = "
                           "%1.%2 AND m.position = %1.position)")
                .arg(QLatin1String(place.table), QLatin1String(place.owner), QLatin1String(place.notAfter)),
            change.topic, change.other, change.at, change.id, QString::fromLatin1(place.code));
    }
    status = status ? recount(change.topic) : status;
    return status ? recount(change.other) : status;
}

Status TopicLibraryRepository::addTrend(TopicId id, const QString& list, Timestamp listedAt,
                                        std::optional<double> weight) {
    return connection_.run(QStringLiteral("INSERT OR REPLACE INTO topic_trends (topic_id, list, listed_at, "
                                          "weight) VALUES (?, ?, ?, ?)"),
                           id, list, listedAt, weight);
}

Result<QStringList> TopicLibraryRepository::trendLists() {
    Query query = connection_.query(QStringLiteral("SELECT DISTINCT list FROM topic_trends ORDER BY list"));
    QStringList lists;
    while (query.next()) {
        lists.append(query.text(0));
    }
    return query.ok() ? Result<QStringList>(std::move(lists)) : Result<QStringList>(query.error());
}

Result<domain::TrendsRemoved> TopicLibraryRepository::removeTrends(const QString& list, Timestamp now) {
    std::vector<TopicId> topics;
    {
        Query query =
            connection_.query(QStringLiteral("SELECT DISTINCT topic_id FROM topic_trends WHERE list = ?"));
        query.bind(list);
        while (query.next()) {
            topics.push_back(query.id<TopicId>(0));
        }
        if (!query.ok()) {
            return query.error();
        }
    }
    domain::TrendsRemoved done{qint64(topics.size()), 0, 0};
    Status status = connection_.run(QStringLiteral("DELETE FROM topic_trends WHERE list = ?"), list);
    // What a person did with a topic, or what holds it, is in one of these.
    QString touched;
    for (const char* column : {"content_given_topics.topic_id", "content_decided_topics.topic_id",
                               "training_record_topics.topic_id", "topic_answer_topics.topic_id",
                               "topic_segments.topic_id", "gold_topics.topic_id", "topic_synonyms.topic_id",
                               "topic_favourites.topic_id", "topic_trends.topic_id", "topic_changes.topic_id",
                               "topic_changes.other_id", "topics.merged_into"}) {
        const QStringList parts = QString::fromLatin1(column).split(QLatin1Char('.'));
        touched +=
            QStringLiteral(" AND id NOT IN (SELECT %1 FROM %2 WHERE %1 IS NOT NULL)").arg(parts[1], parts[0]);
    }
    const QString untouched = QStringLiteral("id IN (SELECT value FROM json_each(?))") + touched;
    QJsonArray ids;
    for (const TopicId id : topics) {
        ids.append(id.value);
    }
    const QString all = QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
    const auto changed = [&](const QString& sql, const auto&... values) -> qint64 {
        status = status ? connection_.run(sql, values...) : status;
        Query query = connection_.query(QStringLiteral("SELECT changes()"));
        return status && query.next() ? query.integer(0) : 0;
    };
    done.removed = changed(
        QStringLiteral("DELETE FROM topics WHERE id NOT IN (SELECT topic_id FROM topic_scores) AND ") +
            untouched,
        all);
    done.retired =
        changed(QStringLiteral("UPDATE topics SET retired_at = ? WHERE retired_at IS NULL AND ") + untouched,
                now, all);
    return status ? Result<domain::TrendsRemoved>(done) : Result<domain::TrendsRemoved>(status.error());
}

Result<std::vector<TopicId>> TopicLibraryRepository::favourites(const QString& person) {
    Query query = connection_.query(
        QStringLiteral("SELECT topic_id FROM topic_favourites WHERE person = ? ORDER BY topic_id"));
    query.bind(person);
    std::vector<TopicId> topics;
    while (query.next()) {
        topics.push_back(query.id<TopicId>(0));
    }
    return query.ok() ? Result<std::vector<TopicId>>(std::move(topics))
                      : Result<std::vector<TopicId>>(query.error());
}

Status TopicLibraryRepository::setFavourite(TopicId id, const QString& person, bool on) {
    return on ? connection_.run(
                    QStringLiteral("INSERT OR IGNORE INTO topic_favourites (person, topic_id) VALUES (?, ?)"),
                    person, id)
              : connection_.run(
                    QStringLiteral("DELETE FROM topic_favourites WHERE person = ? AND topic_id = ?"), person,
                    id);
}

Result<std::vector<ContentId>> TopicLibraryRepository::itemsOf(TopicId id) {
    Query query = connection_.query(
        QStringLiteral("SELECT content_id FROM content_given_topics WHERE topic_id = ? UNION "
                       "SELECT content_id FROM content_decided_topics WHERE topic_id = ?"));
    query.bind(id, id);
    std::vector<ContentId> items;
    while (query.next()) {
        items.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(items))
                      : Result<std::vector<ContentId>>(query.error());
}

} // namespace moderato::storage
