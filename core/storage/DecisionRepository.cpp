#include "core/storage/DecisionRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns = QStringLiteral("SELECT d.id, d.record, d.previous_hash, d.hash FROM decisions AS d ");
const QString notUndone =
    QStringLiteral("d.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.undoes = d.id) ");

/// What can be stored and comes back the same: no halves of pairs, no NUL.
QString storable(const QString& text) {
    return QString::fromUtf8(text.toUtf8()).remove(QChar(0));
}

Decision decisionFrom(const QByteArray& record, const QByteArray& previousHash, const QByteArray& hash) {
    const QJsonObject json = QJsonDocument::fromJson(record).object();
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    Decision decision;
    decision.id = DecisionId{json.value(QLatin1String("id")).toInteger()};
    decision.content = ContentId{json.value(QLatin1String("content")).toInteger()};
    decision.kind = decisionKindFromCode(text("kind")).value_or(Decision::Kind::Skip);
    decision.person = text("person");
    decision.at = fromUnixMs(json.value(QLatin1String("at")).toInteger());
    decision.category = text("category");
    if (const QJsonValue topics = json.value(QLatin1String("topics")); topics.isArray()) {
        decision.topics.emplace();
        for (const QJsonValue& topic : topics.toArray()) {
            *decision.topics << topic.toString();
        }
    }
    decision.reason = text("reason");
    decision.note = text("note");
    decision.queueReason = text("queue_reason");
    decision.categoryVersionSeen = text("category_version_seen");
    decision.topicsVersionSeen = text("topics_version_seen");
    decision.categoryPredicted = text("category_predicted");
    decision.msOnScreen = json.value(QLatin1String("ms_on_screen")).toInteger();
    decision.undoes = DecisionId{json.value(QLatin1String("undoes")).toInteger()};
    decision.previousHash = previousHash;
    decision.hash = hash;
    return decision;
}

Result<std::vector<Decision>> read(Query& query) {
    std::vector<Decision> decisions;
    while (query.next()) {
        decisions.push_back(decisionFrom(query.bytes(1), query.bytes(2), query.bytes(3)));
    }
    return query.ok() ? Result<std::vector<Decision>>(std::move(decisions))
                      : Result<std::vector<Decision>>(query.error());
}

Result<std::optional<Decision>> readOne(Query& query) {
    Result<std::vector<Decision>> found = read(query);
    if (!found) {
        return found.error();
    }
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

void makeStorable(Decision& decision) {
    for (QString* text :
         {&decision.person, &decision.category, &decision.reason, &decision.note, &decision.queueReason,
          &decision.categoryVersionSeen, &decision.topicsVersionSeen, &decision.categoryPredicted}) {
        *text = storable(*text);
    }
    if (decision.topics) {
        for (QString& topic : *decision.topics) {
            topic = storable(topic);
        }
    }
}

} // namespace

Status DecisionRepository::checkUndo(const Decision& undo) {
    if (undo.kind != Decision::Kind::Undo) {
        return undo.undoes.isValid()
                   ? Status(Error::invalid(QCoreApplication::translate(
                         "Storage", "Only an undo can name a decision that it takes back.")))
                   : Status();
    }
    Query query =
        connection_.query(columns + QStringLiteral("WHERE d.id = ? AND d.content_id = ? AND ") + notUndone);
    query.bind(undo.undoes, undo.content);
    if (query.next()) {
        return {};
    }
    return query.ok() ? Status(Error::invalid(QCoreApplication::translate(
                            "Storage", "There is no such decision on this item, or it was taken back "
                                       "already. Nothing was changed.")))
                      : query.status();
}

Result<Decision> DecisionRepository::append(Decision decision) {
    makeStorable(decision);
    if (const Status status = checkUndo(decision); !status) {
        return status.error();
    }
    {
        Query chain =
            connection_.query(QStringLiteral("SELECT decisions, last_hash, EXISTS (SELECT 1 FROM content "
                                             "WHERE id = ?) FROM decision_chain WHERE id = 1"));
        chain.bind(decision.content);
        if (!chain.next()) {
            return chain.ok() ? storageError(QStringLiteral("the end of the decision chain is missing"))
                              : chain.error();
        }
        if (!chain.boolean(2)) {
            return Error::notFound(QCoreApplication::translate(
                                       "Storage", "There is no item %1 in this library. Nothing was decided.")
                                       .arg(decision.content.value));
        }
        decision.id = DecisionId{chain.integer(0) + 1};
        decision.previousHash = chain.bytes(1);
    }
    const QByteArray record = decisionRecord(decision);
    decision.hash = decisionHash(decision.previousHash, record);
    if (const Status status =
            connection_.run(QStringLiteral("INSERT INTO decisions (id, content_id, kind, person, decided_at, "
                                           "category, reason, undoes, record, "
                                           "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                            decision.id, decision.content, toCode(decision.kind), decision.person,
                            decision.at, decision.category, decision.reason, decision.undoes, record,
                            decision.previousHash, decision.hash);
        !status) {
        return status.error();
    }
    if (const Status status = refreshStanding(decision.content); !status) {
        return status.error();
    }
    return decision;
}

Status DecisionRepository::refreshStanding(ContentId content) {
    return connection_.run(
        QStringLiteral("UPDATE standings SET decided_category = coalesce((SELECT d.category FROM decisions "
                       "AS d WHERE d.content_id = ? "
                       "AND d.kind IN ('confirm', 'correct', 'disallow') AND d.category <> '' AND %1 ORDER "
                       "BY d.id DESC LIMIT 1), ''), "
                       "decided = EXISTS (SELECT 1 FROM decisions AS d WHERE d.content_id = ? "
                       "AND d.kind IN ('confirm', 'correct', 'disallow') AND %1) WHERE content_id = ?")
            .arg(notUndone),
        content, content, content);
}

Result<Decision> DecisionRepository::find(DecisionId id) {
    Query query = connection_.query(columns + QStringLiteral("WHERE d.id = ?"));
    query.bind(id);
    Result<std::optional<Decision>> found = readOne(query);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error::notFound(
            QCoreApplication::translate("Storage", "There is no decision %1 in this library.").arg(id.value));
    }
    return std::move(**found);
}

Result<std::vector<Decision>> DecisionRepository::history(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE d.content_id = ? ORDER BY d.id DESC"));
    query.bind(content);
    return read(query);
}

Result<std::optional<Decision>> DecisionRepository::effective(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE d.content_id = ? AND ") + notUndone +
                                    QStringLiteral("ORDER BY d.id DESC LIMIT 1"));
    query.bind(content);
    return readOne(query);
}

Result<std::vector<Decision>> DecisionRepository::standing(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE d.content_id = ? AND ") + notUndone +
                                    QStringLiteral("ORDER BY d.id DESC"));
    query.bind(content);
    return read(query);
}

Result<std::optional<Decision>> DecisionRepository::lastUndoable(const QString& person) {
    Query query = connection_.query(
        columns + QStringLiteral("WHERE d.person = ? AND ") + notUndone +
        QStringLiteral("AND NOT EXISTS (SELECT 1 FROM decisions AS l WHERE l.content_id = d.content_id "
                       "AND l.id > d.id AND l.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions AS u "
                       "WHERE u.undoes = l.id)) ORDER BY d.id DESC LIMIT 1"));
    query.bind(storable(person));
    return readOne(query);
}

Result<std::vector<Decision>> DecisionRepository::latestOf(const QString& person, int limit) {
    Query query =
        connection_.query(columns + QStringLiteral("WHERE d.person = ? ORDER BY d.id DESC LIMIT ?"));
    query.bind(storable(person), limit);
    return read(query);
}

Result<std::vector<Decision>> DecisionRepository::after(DecisionId id, int limit) {
    Query query = connection_.query(columns + QStringLiteral("WHERE d.id > ? ORDER BY d.id LIMIT ?"));
    query.bind(id.value, limit);
    return read(query);
}

Result<qint64> DecisionRepository::count() {
    Query query = connection_.query(QStringLiteral("SELECT count(*) FROM decisions"));
    return query.next() ? Result<qint64>(query.integer(0)) : Result<qint64>(query.error());
}

} // namespace moderato::storage
