#include "core/storage/FlagRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using namespace domain;

Result<FlagId> FlagRepository::raise(const Flag& flag) {
    if (const Status status = connection_.run(
            QStringLiteral(
                "INSERT INTO flags (content_id, rule, detail, score, raised_at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (content_id, rule) WHERE closed_by IS NULL "
                "DO UPDATE SET detail = excluded.detail, score = excluded.score, raised_at = "
                "excluded.raised_at"),
            flag.content, flag.rule, flag.detail, flag.score, flag.raisedAt);
        !status) {
        return status.error();
    }
    Query query = connection_.query(
        QStringLiteral("SELECT id FROM flags WHERE content_id = ? AND rule = ? AND closed_by IS NULL"));
    query.bind(flag.content, flag.rule);
    if (query.next()) {
        return query.id<FlagId>(0);
    }
    return query.ok() ? storageError(QStringLiteral("a raised flag is not there")) : query.error();
}

Result<qint64> FlagRepository::close(ContentId content, DecisionId verdict) {
    Query query = connection_.query(
        QStringLiteral("UPDATE flags SET closed_by = ? WHERE content_id = ? AND closed_by IS NULL"));
    query.bind(verdict, content);
    const Status status = query.run();
    return status ? Result<qint64>(query.rowsChanged()) : Result<qint64>(status.error());
}

Status FlagRepository::reopen(DecisionId verdict) {
    return connection_.run(
        QStringLiteral(
            "UPDATE flags SET closed_by = NULL WHERE closed_by = ? AND NOT EXISTS (SELECT 1 FROM flags AS o "
            "WHERE o.content_id = flags.content_id AND o.rule = flags.rule AND o.closed_by IS NULL)"),
        verdict);
}

namespace {

const QString columns = QStringLiteral("id, content_id, rule, detail, score, raised_at, closed_by");

Result<std::vector<Flag>> flagsFrom(Query query) {
    std::vector<Flag> flags;
    while (query.next()) {
        flags.push_back({query.id<FlagId>(0), query.id<ContentId>(1), query.text(2), query.text(3),
                         query.real(4), query.time(5), query.id<DecisionId>(6)});
    }
    return query.ok() ? Result<std::vector<Flag>>(std::move(flags))
                      : Result<std::vector<Flag>>(query.error());
}

} // namespace

Result<std::vector<Flag>> FlagRepository::of(ContentId content) {
    Query query = connection_.query(QStringLiteral("SELECT %1 FROM flags WHERE content_id = ? ORDER BY "
                                                   "closed_by IS NOT NULL, raised_at DESC, id DESC")
                                        .arg(columns));
    query.bind(content);
    return flagsFrom(std::move(query));
}

Result<std::vector<Flag>> FlagRepository::ofRule(const QString& rule) {
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM flags WHERE rule = ? ORDER BY content_id, id").arg(columns));
    query.bind(rule);
    return flagsFrom(std::move(query));
}

Status FlagRepository::rewrite(const Flag& flag) {
    return connection_.run(QStringLiteral("UPDATE flags SET detail = ?, score = ? WHERE id = ?"), flag.detail,
                           flag.score, flag.id);
}

Status FlagRepository::remove(FlagId id) {
    return connection_.run(QStringLiteral("DELETE FROM flags WHERE id = ?"), id);
}

} // namespace moderato::storage
