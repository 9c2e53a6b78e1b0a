#include "core/storage/DuplicateRepository.h"

#include "core/storage/Connection.h"

#include <QHash>

#include <algorithm>

namespace moderato::storage {

using domain::ContentId;

namespace {

const QString selectMembers = QStringLiteral(
    "SELECT m.content_id, m.leader_id, m.medium, m.similarity, m.distance, EXISTS (SELECT 1 FROM "
    "duplicate_exceptions AS e WHERE e.content_id = m.content_id), c.title, c.kind, c.state, "
    "s.decided_category, s.category FROM duplicate_members AS m JOIN content AS c ON c.id = m.content_id "
    "JOIN standings AS s ON s.content_id = m.content_id ");

DuplicateRepository::Member memberFrom(const Query& query) {
    DuplicateRepository::Member member;
    member.content = query.id<ContentId>(0);
    member.leader = query.id<ContentId>(1);
    member.medium = query.text(2);
    member.similarity = query.real(3);
    member.distance = int(query.integer(4));
    member.isException = query.boolean(5);
    member.title = query.text(6);
    member.kind = domain::contentKindFromCode(query.text(7)).value_or(domain::ContentKind::Article);
    member.state =
        domain::recommendationStateFromCode(query.text(8)).value_or(domain::RecommendationState::Active);
    member.decidedCategory = query.text(9);
    member.category = query.text(10);
    return member;
}

Result<std::vector<ContentId>> ids(Query& query) {
    std::vector<ContentId> found;
    while (query.next()) {
        found.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(found))
                      : Result<std::vector<ContentId>>(query.error());
}

} // namespace

Status DuplicateRepository::saveSketch(ContentId content, const Sketch& sketch) {
    return connection_.run(
        QStringLiteral("INSERT INTO text_sketches (content_id, shingles, sketch) VALUES (?, ?, ?) "
                       "ON CONFLICT (content_id) DO UPDATE SET shingles = excluded.shingles, "
                       "sketch = excluded.sketch"),
        content, sketch.shingles, Blob{sketch.bytes});
}

Result<std::optional<DuplicateRepository::Sketch>> DuplicateRepository::sketch(ContentId content) {
    Query query =
        connection_.query(QStringLiteral("SELECT shingles, sketch FROM text_sketches WHERE content_id = ?"));
    query.bind(content);
    if (query.next()) {
        return std::optional(Sketch{int(query.integer(0)), query.blob(1)});
    }
    return query.ok() ? Result<std::optional<Sketch>>(std::nullopt)
                      : Result<std::optional<Sketch>>(query.error());
}

Status DuplicateRepository::addBands(ContentId content, const std::vector<std::uint64_t>& bands) {
    for (const std::uint64_t band : bands) {
        if (const Status added =
                connection_.run(QStringLiteral("INSERT INTO text_bands (band, content_id) VALUES (?, ?) "
                                               "ON CONFLICT DO NOTHING"),
                                qint64(band), content);
            !added) {
            return added;
        }
    }
    return {};
}

Status DuplicateRepository::removeBands(ContentId content, const std::vector<std::uint64_t>& bands) {
    for (const std::uint64_t band : bands) {
        if (const Status removed =
                connection_.run(QStringLiteral("DELETE FROM text_bands WHERE band = ? AND content_id = ?"),
                                qint64(band), content);
            !removed) {
            return removed;
        }
    }
    return {};
}

Result<std::vector<ContentId>> DuplicateRepository::sharingBands(const std::vector<std::uint64_t>& bands,
                                                                 int limit) {
    QHash<ContentId, int> shared;
    for (const std::uint64_t band : bands) {
        Query query = connection_.query(
            QStringLiteral("SELECT content_id FROM text_bands WHERE band = ? ORDER BY content_id LIMIT ?"));
        query.bind(qint64(band), limit);
        while (query.next()) {
            ++shared[query.id<ContentId>(0)];
        }
        if (!query.ok()) {
            return query.error();
        }
    }
    std::vector<ContentId> found(shared.keyBegin(), shared.keyEnd());
    std::sort(found.begin(), found.end(), [&](ContentId a, ContentId b) {
        const int left = shared.value(a);
        const int right = shared.value(b);
        return left != right ? left > right : a < b;
    });
    found.resize(std::min(found.size(), std::size_t(limit)));
    return found;
}

Result<std::vector<ContentId>> DuplicateRepository::pending(ContentId after, int limit) {
    // "+": by id from `after` on, and not through all that is done at each call.
    Query query = connection_.query(
        QStringLiteral("SELECT j.content_id FROM analysis_jobs AS j WHERE j.content_id > ? AND +j.state = "
                       "'done' AND NOT EXISTS (SELECT 1 FROM duplicate_members AS m WHERE m.content_id = "
                       "j.content_id) ORDER BY j.content_id LIMIT ?"));
    query.bind(after.value, limit);
    return ids(query);
}

Status DuplicateRepository::place(const Member& member) {
    return connection_.run(
        QStringLiteral("INSERT INTO duplicate_members (content_id, leader_id, medium, similarity, distance) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (content_id) DO UPDATE SET leader_id = "
                       "excluded.leader_id, medium = excluded.medium, similarity = excluded.similarity, "
                       "distance = excluded.distance"),
        member.content, member.leader, member.medium, member.similarity, member.distance);
}

Status DuplicateRepository::forget(ContentId content) {
    return connection_.run(QStringLiteral("DELETE FROM duplicate_members WHERE content_id = ?"), content);
}

Result<std::optional<DuplicateRepository::Member>> DuplicateRepository::find(ContentId content) {
    Query query = connection_.query(selectMembers + QStringLiteral("WHERE m.content_id = ?"));
    query.bind(content);
    if (query.next()) {
        return std::optional(memberFrom(query));
    }
    return query.ok() ? Result<std::optional<Member>>(std::nullopt)
                      : Result<std::optional<Member>>(query.error());
}

Result<std::vector<DuplicateRepository::Member>> DuplicateRepository::group(ContentId leader, int limit) {
    Query query =
        connection_.query(selectMembers + QStringLiteral("WHERE m.leader_id = ? ORDER BY m.content_id <> "
                                                         "m.leader_id, m.content_id LIMIT ?"));
    query.bind(leader, limit);
    std::vector<Member> members;
    while (query.next()) {
        members.push_back(memberFrom(query));
    }
    return query.ok() ? Result<std::vector<Member>>(std::move(members))
                      : Result<std::vector<Member>>(query.error());
}

Result<qint64> DuplicateRepository::groupCount() {
    Query query = connection_.query(QStringLiteral(
        "SELECT count(DISTINCT leader_id) FROM duplicate_members WHERE leader_id <> content_id"));
    if (query.next()) {
        return query.integer(0);
    }
    return query.ok() ? Result<qint64>(0) : Result<qint64>(query.error());
}

Result<std::vector<ContentId>> DuplicateRepository::groups(ContentId after, int limit) {
    Query query = connection_.query(
        QStringLiteral("SELECT DISTINCT leader_id FROM duplicate_members WHERE leader_id > ? AND leader_id "
                       "<> content_id ORDER BY leader_id LIMIT ?"));
    query.bind(after.value, limit);
    return ids(query);
}

Result<std::vector<DuplicateRepository::LeaderHash>>
DuplicateRepository::leaderHashes(const QString& medium) {
    const bool isVideo = medium == QLatin1String("video");
    Query query = connection_.query(
        QStringLiteral(
            "SELECT m.content_id, f.sha256, h.quality, h.pdq, %3 FROM duplicate_members AS m "
            "JOIN item_files AS i ON i.content_id = m.content_id AND %1 "
            "JOIN media_files AS f ON f.id = i.file_id LEFT JOIN %2 AS h ON h.file_id = f.id "
            "WHERE m.leader_id = m.content_id AND m.medium = ? ORDER BY m.content_id, i.position, %4")
            .arg(isVideo ? QStringLiteral("i.position = 0") : QStringLiteral("i.position > 0"),
                 isVideo ? QStringLiteral("frame_hashes") : QStringLiteral("picture_hashes"),
                 isVideo ? QStringLiteral("h.bare_quality, h.bare_pdq, h.seconds")
                         : QStringLiteral("h.quality, h.pdq, 0.0"),
                 isVideo ? QStringLiteral("h.position") : QStringLiteral("h.file_id")));
    query.bind(medium);
    std::vector<LeaderHash> hashes;
    while (query.next()) {
        hashes.push_back({query.id<ContentId>(0), query.bytes(1), int(query.integer(2)), query.blob(3),
                          int(query.integer(4)), query.blob(5), query.real(6)});
    }
    return query.ok() ? Result<std::vector<LeaderHash>>(std::move(hashes))
                      : Result<std::vector<LeaderHash>>(query.error());
}

Status DuplicateRepository::setException(ContentId content, bool isException, Timestamp now) {
    return isException
               ? connection_.run(QStringLiteral("INSERT INTO duplicate_exceptions (content_id, made_at) "
                                                "VALUES (?, ?) ON CONFLICT DO NOTHING"),
                                 content, now)
               : connection_.run(QStringLiteral("DELETE FROM duplicate_exceptions WHERE content_id = ?"),
                                 content);
}

} // namespace moderato::storage
