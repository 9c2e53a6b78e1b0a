#include "core/storage/ReaderRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

namespace moderato::storage {

using namespace domain;

Result<ReaderSessionId> ReaderRepository::add(const ReaderSession& session) {
    Transaction transaction(connection_);
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO reader_sessions (content_id, reader, category, match_result, started_at) "
                       "VALUES (?, ?, ?, ?, ?)"));
    insert.bind(session.content, session.reader, session.category, session.matchResult, session.startedAt);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    const ReaderSessionId id{insert.lastInsertId()};
    int position = 0;
    for (const QString& feature : session.features) {
        if (const Status status = connection_.run(
                QStringLiteral(
                    "INSERT INTO reader_session_features (session_id, position, feature) VALUES (?, ?, ?)"),
                id, ++position, feature);
            !status) {
            return status.error();
        }
    }
    if (const Status status = transaction.commit(); !status) {
        return status.error();
    }
    return id;
}

Result<std::vector<ReaderSession>> ReaderRepository::sessions(ContentId content) {
    Query query = connection_.query(
        QStringLiteral("SELECT id, reader, category, match_result, started_at FROM reader_sessions "
                       "WHERE content_id = ? ORDER BY id"));
    query.bind(content);
    std::vector<ReaderSession> sessions;
    while (query.next()) {
        sessions.push_back({query.id<ReaderSessionId>(0),
                            content,
                            query.text(1),
                            query.text(2),
                            {},
                            int(query.integer(3)),
                            query.time(4)});
    }
    if (!query.ok()) {
        return query.error();
    }
    Query features = connection_.query(
        QStringLiteral("SELECT feature FROM reader_session_features WHERE session_id = ? ORDER BY position"));
    for (ReaderSession& session : sessions) {
        features.bind(session.id);
        while (features.next()) {
            session.features << features.text(0);
        }
        if (!features.ok()) {
            return features.error();
        }
    }
    return sessions;
}

Result<qint64> ReaderRepository::forget(const QString& reader) {
    // What is deleted is overwritten with zeros, so that it is not found in the file afterwards.
    if (const Status status = connection_.execute(QStringLiteral("PRAGMA secure_delete = ON")); !status) {
        return status.error();
    }
    Query query = connection_.query(QStringLiteral("DELETE FROM reader_sessions WHERE reader = ?"));
    query.bind(reader);
    const Status deleted = query.run();
    const Status restored = connection_.execute(QStringLiteral("PRAGMA secure_delete = OFF"));
    if (!deleted || !restored) {
        return deleted ? restored.error() : deleted.error();
    }
    return query.rowsChanged();
}

Status ReaderRepository::saveSet(const ExpressionSet& set) {
    Transaction transaction(connection_);
    if (Status status =
            connection_.run(QStringLiteral("DELETE FROM expression_sets WHERE category = ?"), set.category);
        !status) {
        return status;
    }
    for (const bool positive : {true, false}) {
        int position = 0;
        for (const QString& feature : positive ? set.positive : set.negative) {
            if (Status status = connection_.run(
                    QStringLiteral("INSERT INTO expression_sets (category, side, position, feature) VALUES "
                                   "(?, ?, ?, ?)"),
                    set.category, positive ? QStringLiteral("positive") : QStringLiteral("negative"),
                    ++position, feature);
                !status) {
                return status;
            }
        }
    }
    return transaction.commit();
}

Result<std::optional<ExpressionSet>> ReaderRepository::set(const QString& category) {
    Query query = connection_.query(QStringLiteral(
        "SELECT side, feature FROM expression_sets WHERE category = ? ORDER BY side, position"));
    query.bind(category);
    std::optional<ExpressionSet> set;
    while (query.next()) {
        if (!set) {
            set = ExpressionSet{category, {}, {}};
        }
        (query.text(0) == QLatin1String("positive") ? set->positive : set->negative) << query.text(1);
    }
    return query.ok() ? Result<std::optional<ExpressionSet>>(std::move(set))
                      : Result<std::optional<ExpressionSet>>(query.error());
}

Result<std::vector<ExpressionSet>> ReaderRepository::sets() {
    Query query = connection_.query(QStringLiteral(
        "SELECT category, side, feature FROM expression_sets ORDER BY category, side, position"));
    std::vector<ExpressionSet> sets;
    while (query.next()) {
        if (sets.empty() || sets.back().category != query.text(0)) {
            sets.push_back({query.text(0), {}, {}});
        }
        (query.text(1) == QLatin1String("positive") ? sets.back().positive : sets.back().negative)
            << query.text(2);
    }
    return query.ok() ? Result<std::vector<ExpressionSet>>(std::move(sets))
                      : Result<std::vector<ExpressionSet>>(query.error());
}

} // namespace moderato::storage
