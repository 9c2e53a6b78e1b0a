#include "core/storage/TopicAnswerRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/TopicRepository.h"

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns =
    QStringLiteral("SELECT a.id, a.content_id, a.person, a.answered_at, a.decision_id, a.blind, a.version, "
                   "a.reason, a.ms_on_screen FROM topic_answers AS a ");
const QString holds =
    QStringLiteral("NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.undoes = a.decision_id) ");
/// The newest of its person on its item that is not undone.
const QString counts =
    holds +
    QStringLiteral("AND NOT EXISTS (SELECT 1 FROM topic_answers AS l WHERE l.content_id = a.content_id "
                   "AND l.person = a.person AND l.id > a.id AND NOT EXISTS ("
                   "SELECT 1 FROM decisions AS u WHERE u.undoes = l.decision_id)) ");

Result<std::vector<ContentId>> idsOf(Query& query) {
    std::vector<ContentId> ids;
    while (query.next()) {
        ids.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(ids))
                      : Result<std::vector<ContentId>>(query.error());
}

} // namespace

Status TopicAnswerRepository::addTopics(const QString& sql, qint64 owner, const QStringList& topics,
                                        Timestamp at) {
    int position = 0;
    for (const QString& name : topics) {
        const auto topic = TopicRepository(connection_).findOrCreate(name, at);
        if (!topic) {
            return topic.error();
        }
        if (Status status = connection_.run(sql, owner, ++position, *topic); !status) {
            return status;
        }
    }
    return {};
}

Result<TopicAnswerId> TopicAnswerRepository::add(const TopicAnswer& answer) {
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO topic_answers (content_id, person, answered_at, decision_id, blind, "
                       "version, reason, ms_on_screen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(answer.content, answer.person, answer.at, answer.decision, answer.blind, answer.version,
                answer.reason, answer.msOnScreen);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    const TopicAnswerId id{insert.lastInsertId()};
    if (const Status status =
            addTopics(QStringLiteral(
                          "INSERT INTO topic_answer_topics (answer_id, position, topic_id) VALUES (?, ?, ?)"),
                      id.value, answer.topics, answer.at);
        !status) {
        return status.error();
    }
    int position = 0;
    for (const TopicSegment& segment : answer.segments) {
        const auto topic = TopicRepository(connection_).findOrCreate(segment.topic, answer.at);
        if (!topic) {
            return topic.error();
        }
        const Status status = connection_.run(
            QStringLiteral("INSERT INTO topic_segments (answer_id, position, topic_id, from_pts, to_pts, "
                           "time_base_num, time_base_den, start_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            id, ++position, *topic, segment.fromPts, segment.toPts, segment.timeBaseNum, segment.timeBaseDen,
            segment.startSeconds);
        if (!status) {
            return status.error();
        }
    }
    return id;
}

Result<std::vector<TopicAnswer>> TopicAnswerRepository::read(Query& query) {
    std::vector<TopicAnswer> answers;
    while (query.next()) {
        TopicAnswer answer;
        answer.id = query.id<TopicAnswerId>(0);
        answer.content = query.id<ContentId>(1);
        answer.person = query.text(2);
        answer.at = query.time(3);
        answer.decision = query.id<DecisionId>(4);
        answer.blind = query.boolean(5);
        answer.version = query.text(6);
        answer.reason = query.text(7);
        answer.msOnScreen = query.integer(8);
        answers.push_back(std::move(answer));
    }
    if (!query.ok()) {
        return query.error();
    }
    Query topics = connection_.query(
        QStringLiteral("SELECT n.name FROM topic_answer_topics AS x JOIN topics AS n ON n.id = x.topic_id "
                       "WHERE x.answer_id = ? ORDER BY x.position"));
    Query segments = connection_.query(
        QStringLiteral("SELECT n.name, s.from_pts, s.to_pts, s.time_base_num, s.time_base_den, "
                       "s.start_seconds FROM topic_segments AS s JOIN topics AS n ON n.id = s.topic_id "
                       "WHERE s.answer_id = ? ORDER BY s.position"));
    for (TopicAnswer& answer : answers) {
        topics.bind(answer.id);
        while (topics.next()) {
            if (!answer.topics.contains(topics.text(0))) { // two that were merged
                answer.topics << topics.text(0);
            }
        }
        segments.bind(answer.id);
        while (segments.next()) {
            answer.segments.push_back({segments.text(0), segments.integer(1), segments.integer(2),
                                       int(segments.integer(3)), int(segments.integer(4)), segments.real(5)});
        }
        if (!topics.ok() || !segments.ok()) {
            return topics.ok() ? segments.error() : topics.error();
        }
    }
    return answers;
}

Result<std::vector<TopicAnswer>> TopicAnswerRepository::of(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE a.content_id = ? AND ") + counts +
                                    QStringLiteral("ORDER BY a.person"));
    query.bind(content);
    return read(query);
}

Result<std::vector<TopicAnswer>> TopicAnswerRepository::history(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE a.content_id = ? ORDER BY a.id DESC"));
    query.bind(content);
    return read(query);
}

Result<std::vector<TopicAnswer>> TopicAnswerRepository::after(ContentId after, int limit) {
    Query query = connection_.query(
        columns +
        QStringLiteral("WHERE a.content_id IN (SELECT DISTINCT b.content_id FROM topic_answers AS b "
                       "WHERE b.content_id > ? AND NOT EXISTS (SELECT 1 FROM decisions AS u "
                       "WHERE u.undoes = b.decision_id) ORDER BY b.content_id LIMIT ?) AND ") +
        counts + QStringLiteral("ORDER BY a.content_id, a.person"));
    query.bind(after.value, limit);
    return read(query);
}

Result<std::optional<TopicAnswer>> TopicAnswerRepository::lastOf(const QString& person) {
    Query query = connection_.query(columns + QStringLiteral("WHERE a.person = ? AND ") + holds +
                                    QStringLiteral("ORDER BY a.id DESC LIMIT 1"));
    query.bind(person);
    auto answers = read(query);
    if (!answers) {
        return answers.error();
    }
    return answers->empty() ? std::nullopt : std::optional(std::move(answers->front()));
}

Result<std::vector<ContentId>> TopicAnswerRepository::answeredBy(const QString& person) {
    Query query = connection_.query(
        QStringLiteral("SELECT DISTINCT a.content_id FROM topic_answers AS a WHERE a.person = ? AND ") +
        holds + QStringLiteral("ORDER BY a.content_id"));
    query.bind(person);
    return idsOf(query);
}

Result<std::vector<ContentId>> TopicAnswerRepository::labelled() {
    Query query =
        connection_.query(QStringLiteral("SELECT a.content_id FROM topic_answers AS a WHERE ") + holds +
                          QStringLiteral("UNION SELECT content_id FROM content_decided_topics ORDER BY 1"));
    return idsOf(query);
}

Result<std::vector<TopicAnswerRepository::OpenItem>> TopicAnswerRepository::open(ModelVersionId version,
                                                                                 int limit) {
    std::vector<OpenItem> items;
    {
        // Knuth's multiplicative hash of the id: a sample of the library that does not change between calls.
        Query query = connection_.query(
            QStringLiteral(
                "SELECT c.id, c.title, c.kind FROM content AS c WHERE c.state <> 'dropped' "
                "AND NOT EXISTS (SELECT 1 FROM content_decided_topics AS d WHERE d.content_id = c.id) "
                "AND NOT EXISTS (SELECT 1 FROM topic_answers AS a WHERE a.content_id = c.id AND ") +
            holds + QStringLiteral(") ORDER BY (c.id * 2654435761) % 4294967296, c.id LIMIT ?"));
        query.bind(limit);
        while (query.next()) {
            items.push_back({query.id<ContentId>(0),
                             query.text(1),
                             contentKindFromCode(query.text(2)).value_or(ContentKind::Article),
                             {}});
        }
        if (!query.ok()) {
            return query.error();
        }
    }
    Query scores = connection_.query(
        QStringLiteral("SELECT topic_id, relevancy FROM topic_scores WHERE content_id = ? AND version_id = ? "
                       "ORDER BY place"));
    for (OpenItem& item : items) {
        scores.bind(item.content, version.value);
        while (scores.next()) {
            item.scores.push_back({scores.id<TopicId>(0), scores.real(1)});
        }
        if (!scores.ok()) {
            return scores.error();
        }
    }
    return items;
}

Result<std::vector<TopicAnswerRepository::Use>> TopicAnswerRepository::recentTopics(const QString& person,
                                                                                    int limit) {
    Query query = connection_.query(
        QStringLiteral("SELECT x.topic_id, max(a.answered_at) AS used FROM ("
                       "SELECT id, answered_at FROM topic_answers WHERE person = ? ORDER BY id DESC LIMIT 500"
                       ") AS a JOIN topic_answer_topics AS x ON x.answer_id = a.id "
                       "GROUP BY x.topic_id ORDER BY used DESC, x.topic_id LIMIT ?"));
    query.bind(person, limit);
    std::vector<Use> uses;
    while (query.next()) {
        uses.push_back({query.id<TopicId>(0), query.time(1)});
    }
    return query.ok() ? Result<std::vector<Use>>(std::move(uses)) : Result<std::vector<Use>>(query.error());
}

Status TopicAnswerRepository::setGold(const Gold& gold) {
    if (const auto removed = removeGold(gold.content); !removed) {
        return removed.error();
    }
    const Status status = connection_.run(
        QStringLiteral("INSERT INTO gold_items (content_id, person, set_at) VALUES (?, ?, ?)"), gold.content,
        gold.person, gold.at);
    return status
               ? addTopics(QStringLiteral(
                               "INSERT INTO gold_topics (content_id, position, topic_id) VALUES (?, ?, ?)"),
                           gold.content.value, gold.topics, gold.at)
               : status;
}

Result<bool> TopicAnswerRepository::removeGold(ContentId content) {
    Query query = connection_.query(QStringLiteral("DELETE FROM gold_items WHERE content_id = ?"));
    query.bind(content);
    const Status status = query.run();
    return status ? Result<bool>(query.rowsChanged() > 0) : Result<bool>(status.error());
}

Result<std::optional<TopicAnswerRepository::Gold>> TopicAnswerRepository::gold(ContentId content) {
    Query query =
        connection_.query(QStringLiteral("SELECT person, set_at FROM gold_items WHERE content_id = ?"));
    query.bind(content);
    if (!query.next()) {
        return query.ok() ? Result<std::optional<Gold>>(std::nullopt)
                          : Result<std::optional<Gold>>(query.error());
    }
    Gold gold{content, query.text(0), query.time(1), {}};
    Query topics = connection_.query(
        QStringLiteral("SELECT n.name FROM gold_topics AS x JOIN topics AS n ON n.id = x.topic_id "
                       "WHERE x.content_id = ? ORDER BY x.position"));
    topics.bind(content);
    while (topics.next()) {
        if (!gold.topics.contains(topics.text(0))) {
            gold.topics << topics.text(0);
        }
    }
    return topics.ok() ? Result<std::optional<Gold>>(std::move(gold))
                       : Result<std::optional<Gold>>(topics.error());
}

Result<std::vector<TopicAnswerRepository::Gold>> TopicAnswerRepository::allGold() {
    std::vector<ContentId> ids;
    {
        Query query =
            connection_.query(QStringLiteral("SELECT content_id FROM gold_items ORDER BY content_id"));
        auto found = idsOf(query);
        if (!found) {
            return found.error();
        }
        ids = std::move(*found);
    }
    std::vector<Gold> all;
    for (const ContentId id : ids) {
        auto one = gold(id);
        if (!one) {
            return one.error();
        }
        all.push_back(std::move(**one));
    }
    return all;
}

} // namespace moderato::storage
