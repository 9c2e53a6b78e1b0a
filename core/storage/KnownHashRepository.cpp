#include "core/storage/KnownHashRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using domain::ContentId;

Result<qint64> KnownHashRepository::begin(const QString& name, bool isVideo, Timestamp now) {
    if (const auto removed = remove(name); !removed) {
        return removed.error();
    }
    Query insert = connection_.query(QStringLiteral(
        "INSERT INTO known_hash_lists (name, form, hashes, whole, imported_at) VALUES (?, ?, 0, 0, ?)"));
    insert.bind(name, isVideo ? QStringLiteral("video") : QStringLiteral("pictures"), now);
    const Status status = insert.run();
    return status ? Result<qint64>(insert.lastInsertId()) : Result<qint64>(status.error());
}

Status KnownHashRepository::add(qint64 list, qint64 firstPosition, const std::vector<Hash>& hashes) {
    for (const Hash& hash : hashes) {
        if (const Status added = connection_.run(
                QStringLiteral("INSERT INTO known_hashes (list_id, position, pdq, quality, label) "
                               "VALUES (?, ?, ?, ?, ?)"),
                list, firstPosition++, Blob{hash.pdq}, hash.quality, hash.label);
            !added) {
            return added;
        }
    }
    return {};
}

Status KnownHashRepository::finish(qint64 list, qint64 hashes) {
    return connection_.run(QStringLiteral("UPDATE known_hash_lists SET whole = 1, hashes = ? WHERE id = ?"),
                           hashes, list);
}

Result<std::vector<KnownHashRepository::List>> KnownHashRepository::lists() {
    Query query = connection_.query(
        QStringLiteral("SELECT id, name, form, hashes, imported_at FROM known_hash_lists WHERE whole = 1 "
                       "ORDER BY name"));
    std::vector<List> lists;
    while (query.next()) {
        lists.push_back({query.integer(0), query.text(1), query.text(2) == QLatin1String("video"),
                         query.integer(3), query.time(4)});
    }
    return query.ok() ? Result<std::vector<List>>(std::move(lists))
                      : Result<std::vector<List>>(query.error());
}

Result<std::vector<KnownHashRepository::Hash>> KnownHashRepository::hashes(qint64 list) {
    Query query = connection_.query(
        QStringLiteral("SELECT pdq, quality, label FROM known_hashes WHERE list_id = ? ORDER BY position"));
    query.bind(list);
    std::vector<Hash> hashes;
    while (query.next()) {
        hashes.push_back({query.blob(0), int(query.integer(1)), query.text(2)});
    }
    return query.ok() ? Result<std::vector<Hash>>(std::move(hashes))
                      : Result<std::vector<Hash>>(query.error());
}

Result<bool> KnownHashRepository::remove(const QString& name) {
    Query query = connection_.query(QStringLiteral("DELETE FROM known_hash_lists WHERE name = ?"));
    query.bind(name);
    const Status status = query.run();
    return status ? Result<bool>(query.rowsChanged() > 0) : Result<bool>(status.error());
}

Result<bool> KnownHashRepository::saveMatch(const Match& match) {
    Query known =
        connection_.query(QStringLiteral("SELECT 1 FROM known_matches WHERE content_id = ? AND list_id = ?"));
    known.bind(match.content, match.list);
    const bool isNew = !known.next();
    if (!known.ok()) {
        return known.error();
    }
    const Status saved = connection_.run(
        QStringLiteral("INSERT INTO known_matches (content_id, list_id, label, distance, share) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (content_id, list_id) DO UPDATE SET label = "
                       "excluded.label, distance = excluded.distance, share = excluded.share"),
        match.content, match.list, match.label, match.distance, match.share);
    return saved ? Result<bool>(isNew) : Result<bool>(saved.error());
}

Result<std::vector<KnownHashRepository::NamedMatch>> KnownHashRepository::matches(ContentId content) {
    Query query = connection_.query(
        QStringLiteral("SELECT l.name, m.label, m.distance, m.share FROM known_matches AS m JOIN "
                       "known_hash_lists AS l ON l.id = m.list_id WHERE m.content_id = ? AND l.whole = 1 "
                       "ORDER BY m.share DESC, m.distance, l.name"));
    query.bind(content);
    std::vector<NamedMatch> matches;
    while (query.next()) {
        matches.push_back({query.text(0), query.text(1), int(query.integer(2)), query.real(3)});
    }
    return query.ok() ? Result<std::vector<NamedMatch>>(std::move(matches))
                      : Result<std::vector<NamedMatch>>(query.error());
}

} // namespace moderato::storage
