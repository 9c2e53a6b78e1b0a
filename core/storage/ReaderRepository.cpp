#include "core/storage/ReaderRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns =
    QStringLiteral("id, content_id, reader, category, match_result, started_at, source, face_share");

ReaderSession sessionFrom(const Query& query) {
    ReaderSession session{query.id<ReaderSessionId>(0),
                          query.id<ContentId>(1),
                          query.text(2),
                          query.text(3),
                          {},
                          int(query.integer(4)),
                          query.time(5),
                          query.text(6),
                          {}};
    if (!query.isNull(7)) {
        session.faceShare = query.real(7);
    }
    return session;
}

Result<std::vector<ReaderSession>> withFeatures(Connection& connection, Query query) {
    std::vector<ReaderSession> sessions;
    while (query.next()) {
        sessions.push_back(sessionFrom(query));
    }
    if (!query.ok()) {
        return query.error();
    }
    Query features = connection.query(
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

Result<std::vector<ContentId>> idsFrom(Query query) {
    std::vector<ContentId> items;
    while (query.next()) {
        items.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(items))
                      : Result<std::vector<ContentId>>(query.error());
}

QString sideOf(bool positive) {
    return positive ? QStringLiteral("positive") : QStringLiteral("negative");
}

} // namespace

Result<ReaderSessionId> ReaderRepository::add(const ReaderSession& session) {
    Transaction transaction(connection_);
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO reader_sessions (content_id, reader, category, match_result, started_at, "
                       "source, face_share) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(session.content, session.reader, session.category, session.matchResult, session.startedAt,
                session.source, session.faceShare);
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
    for (const QString& feature : session.untold) {
        if (const Status status = connection_.run(
                QStringLiteral("INSERT INTO reader_session_untold (session_id, feature) VALUES (?, ?)"), id,
                feature);
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
        QStringLiteral("SELECT %1 FROM reader_sessions WHERE content_id = ? ORDER BY id").arg(columns));
    query.bind(content);
    return withFeatures(connection_, std::move(query));
}

Result<std::vector<ReaderSession>> ReaderRepository::sessions(ContentId content, const QString& reader) {
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM reader_sessions WHERE content_id = ? AND reader = ? ORDER BY id")
            .arg(columns));
    query.bind(content, reader);
    return withFeatures(connection_, std::move(query));
}

Status ReaderRepository::eachResult(const std::function<void(const ReaderSession&)>& take) {
    Query query = connection_.query(
        QStringLiteral("SELECT %1 FROM reader_sessions ORDER BY content_id, id").arg(columns));
    while (query.next()) {
        take(sessionFrom(query));
    }
    return query.ok() ? Status() : query.error();
}

Result<std::vector<ContentId>> ReaderRepository::itemsWithReaders() {
    return idsFrom(connection_.query(
        QStringLiteral("SELECT DISTINCT content_id FROM reader_sessions ORDER BY content_id")));
}

Result<std::vector<ContentId>> ReaderRepository::itemsOf(const QString& reader) {
    Query query = connection_.query(QStringLiteral(
        "SELECT DISTINCT content_id FROM reader_sessions WHERE reader = ? ORDER BY content_id"));
    query.bind(reader);
    return idsFrom(std::move(query));
}

Result<QStringList> ReaderRepository::peopleAtWork() {
    Query query = connection_.query(
        QStringLiteral("SELECT person FROM decisions UNION SELECT person FROM training_records "
                       "UNION SELECT person FROM topic_answers UNION SELECT person FROM topic_changes "
                       "UNION SELECT person FROM topic_favourites UNION SELECT person FROM gold_items "
                       "UNION SELECT person FROM expression_set_changes"));
    QStringList people;
    while (query.next()) {
        people << query.text(0);
    }
    return query.ok() ? Result(people) : Result<QStringList>(query.error());
}

Result<std::vector<ContentId>> ReaderRepository::unseenBy(const QString& reader, int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT id FROM content AS c WHERE state = 'active' AND NOT EXISTS (SELECT 1 FROM reader_sessions "
        "WHERE content_id = c.id AND reader = ?) ORDER BY id DESC LIMIT ?"));
    query.bind(reader, limit);
    return idsFrom(std::move(query));
}

Result<std::vector<ReaderRepository::Shown>> ReaderRepository::shownOnConfirmed() {
    Query sessions = connection_.query(QStringLiteral(
        "SELECT decided_category, count(*) FROM reader_sessions AS r JOIN standings AS s "
        "ON s.content_id = r.content_id WHERE decided_category <> '' GROUP BY decided_category "
        "ORDER BY decided_category"));
    std::vector<Shown> shown;
    while (sessions.next()) {
        shown.push_back({sessions.text(0), sessions.integer(1), {}, {}});
    }
    if (!sessions.ok()) {
        return sessions.error();
    }
    const auto countInto = [&](const QString& table, QMap<QString, qint64> Shown::*counts) -> Status {
        Query features = connection_.query(
            QStringLiteral(
                "SELECT feature, count(DISTINCT session_id) FROM %1 AS f JOIN reader_sessions AS r "
                "ON r.id = f.session_id JOIN standings AS s ON s.content_id = r.content_id "
                "WHERE decided_category = ? GROUP BY feature")
                .arg(table));
        for (Shown& category : shown) {
            features.bind(category.category);
            while (features.next()) {
                (category.*counts)[features.text(0)] = features.integer(1);
            }
            if (!features.ok()) {
                return features.error();
            }
        }
        return {};
    };
    for (const Status& status : {countInto(QStringLiteral("reader_session_features"), &Shown::features),
                                 countInto(QStringLiteral("reader_session_untold"), &Shown::untold)}) {
        if (!status) {
            return status.error();
        }
    }
    return shown;
}

Status ReaderRepository::addTrack(ReaderSessionId session, const std::vector<ExpressionStretch>& track) {
    Transaction transaction(connection_);
    for (const ExpressionStretch& stretch : track) {
        if (Status status = connection_.run(QStringLiteral("INSERT INTO reader_session_tracks (session_id, "
                                                           "feature, start_us, share) VALUES (?, ?, ?, ?)"),
                                            session, stretch.feature, stretch.startUs, stretch.share);
            !status) {
            return status;
        }
    }
    return transaction.commit();
}

Result<std::vector<ExpressionCurve>> ReaderRepository::curves(ContentId content) {
    Query query = connection_.query(QStringLiteral(
        "SELECT feature, start_us, avg(share), count(DISTINCT reader) FROM reader_session_tracks "
        "JOIN reader_sessions ON id = session_id WHERE content_id = ? GROUP BY feature, start_us "
        "ORDER BY feature, start_us"));
    query.bind(content);
    std::vector<ExpressionCurve> curves;
    while (query.next()) {
        if (curves.empty() || curves.back().feature != query.text(0)) {
            curves.push_back({query.text(0), {}});
        }
        curves.back().points.push_back({query.integer(1), query.real(2), int(query.integer(3))});
    }
    return query.ok() ? Result<std::vector<ExpressionCurve>>(std::move(curves))
                      : Result<std::vector<ExpressionCurve>>(query.error());
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
                    set.category, sideOf(positive), ++position, feature);
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

Status ReaderRepository::addChange(const ExpressionSetChange& change) {
    return connection_.run(
        QStringLiteral("INSERT INTO expression_set_changes (made_at, person, category, side, feature, kind, "
                       "readers, share) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        change.at, change.person, change.category, sideOf(change.positive), change.feature,
        toCode(change.kind), change.readers, change.share);
}

Result<std::vector<ExpressionSetChange>> ReaderRepository::changes(const QString& category) {
    Query query = connection_.query(QStringLiteral(
        "SELECT made_at, person, category, side, feature, kind, readers, share FROM expression_set_changes "
        "WHERE ? = '' OR category = ? ORDER BY id DESC"));
    query.bind(category, category);
    using Kind = ExpressionSetChange::Kind;
    std::vector<ExpressionSetChange> changes;
    while (query.next()) {
        ExpressionSetChange change{query.time(0),
                                   query.text(1),
                                   query.text(2),
                                   query.text(3) == sideOf(true),
                                   query.text(4),
                                   Kind::Add,
                                   {},
                                   {}};
        for (const Kind kind : {Kind::Add, Kind::Remove, Kind::Refuse}) {
            change.kind = toCode(kind) == query.text(5) ? kind : change.kind;
        }
        if (!query.isNull(6)) {
            change.readers = int(query.integer(6));
            change.share = query.real(7);
        }
        changes.push_back(std::move(change));
    }
    return query.ok() ? Result<std::vector<ExpressionSetChange>>(std::move(changes))
                      : Result<std::vector<ExpressionSetChange>>(query.error());
}

Status ReaderRepository::saveEvidence(const std::vector<std::pair<ContentId, ExpressionEvidence>>& evidence) {
    Transaction transaction(connection_);
    if (Status status = connection_.run(QStringLiteral("DELETE FROM expression_evidence")); !status) {
        return status;
    }
    for (const auto& [content, found] : evidence) {
        if (Status status = connection_.run(
                QStringLiteral("INSERT INTO expression_evidence (content_id, category, log_ratio, readers, "
                               "finding, readers_to_go) VALUES (?, ?, ?, ?, ?, ?)"),
                content, found.category, found.logRatio, found.readers, toCode(found.finding),
                found.readersToGo);
            !status) {
            return status;
        }
    }
    return transaction.commit();
}

Result<std::optional<ExpressionEvidence>> ReaderRepository::evidence(ContentId content) {
    Query query =
        connection_.query(QStringLiteral("SELECT category, log_ratio, readers, finding, readers_to_go "
                                         "FROM expression_evidence WHERE content_id = ?"));
    query.bind(content);
    std::optional<ExpressionEvidence> found;
    if (query.next()) {
        found = ExpressionEvidence{
            query.text(0), query.real(1), int(query.integer(2)),
            expressionFindingFromCode(query.text(3)).value_or(ExpressionFinding::NotEnough),
            int(query.integer(4))};
    }
    return query.ok() ? Result<std::optional<ExpressionEvidence>>(std::move(found))
                      : Result<std::optional<ExpressionEvidence>>(query.error());
}

} // namespace moderato::storage
