#include "core/storage/TrainingRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/Transaction.h"

#include <array>

namespace moderato::storage {

using namespace domain;

namespace {

using Origin = TrainingRecord::Origin;
constexpr std::array origins = {std::pair{Origin::Decision, "decision"}, std::pair{Origin::Expert, "expert"},
                                std::pair{Origin::Imported, "imported"}};
using RunState = TrainingRepository::Run::State;
constexpr std::array runStates = {
    std::pair{RunState::Running, "running"}, std::pair{RunState::Finished, "finished"},
    std::pair{RunState::Cancelled, "cancelled"}, std::pair{RunState::Failed, "failed"}};

template <class Table, class Value> QString codeIn(const Table& table, Value value) {
    for (const auto& [known, code] : table) {
        if (known == value) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

template <class Table> auto valueIn(const Table& table, const QString& code) {
    for (const auto& [known, name] : table) {
        if (code == QLatin1String(name)) {
            return known;
        }
    }
    return table.front().first;
}

const QString columns = QStringLiteral("SELECT t.id, t.content_id, t.task, t.category, t.origin, t.person, "
                                       "t.recorded_at, t.decision_id, t.version_seen, "
                                       "t.predicted_then, t.withdrawn_by FROM training_records AS t ");
/// The latest record of its item and task that holds.
const QString latest = QStringLiteral(
    "t.task = ? AND t.withdrawn_by IS NULL AND NOT EXISTS (SELECT 1 FROM training_records AS l "
    "WHERE l.task = t.task AND l.content_id = t.content_id AND l.withdrawn_by IS NULL AND l.id > t.id) ");
/// The person disagreed with what the model had said.
const QString corrected = QStringLiteral("t.predicted_then <> '' AND CASE t.task WHEN 'category' THEN "
                                         "t.predicted_then <> t.category ELSE NOT EXISTS ("
                                         "SELECT 1 FROM training_record_topics AS x JOIN topics AS n ON n.id "
                                         "= x.topic_id WHERE x.record_id = t.id "
                                         "AND n.name = t.predicted_then) END");

/// What a decision on topics teaches is for both models of them.
QString recordsOf(ModelTask task) {
    return toCode(task == ModelTask::Tags ? ModelTask::Topics : task);
}

} // namespace

Result<TrainingRecordId> TrainingRepository::add(const TrainingRecord& record) {
    Transaction transaction(connection_);
    Query insert = connection_.query(
        QStringLiteral("INSERT INTO training_records (content_id, task, category, origin, person, "
                       "recorded_at, decision_id, version_seen, "
                       "predicted_then, withdrawn_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(record.content, toCode(record.task), record.category, codeIn(origins, record.origin),
                record.person, record.at, record.decision, record.versionSeen, record.predictedThen,
                record.withdrawnBy);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    const TrainingRecordId id{insert.lastInsertId()};
    int position = 0;
    for (const QString& name : record.topics) {
        const Result<TopicId> topic = TopicRepository(connection_).findOrCreate(name, record.at);
        if (!topic) {
            return topic.error();
        }
        if (const Status status = connection_.run(
                QStringLiteral(
                    "INSERT INTO training_record_topics (record_id, position, topic_id) VALUES (?, ?, ?)"),
                id, ++position, *topic);
            !status) {
            return status.error();
        }
    }
    if (const Status status = transaction.commit(); !status) {
        return status.error();
    }
    return id;
}

Result<qint64> TrainingRepository::withdraw(DecisionId writtenBy, DecisionId withdrawnBy) {
    Query query = connection_.query(QStringLiteral(
        "UPDATE training_records SET withdrawn_by = ? WHERE decision_id = ? AND withdrawn_by IS NULL"));
    query.bind(withdrawnBy, writtenBy);
    const Status status = query.run();
    return status ? Result<qint64>(query.rowsChanged()) : Result<qint64>(status.error());
}

Result<std::vector<TrainingRecord>> TrainingRepository::read(Query& query) {
    std::vector<TrainingRecord> records;
    while (query.next()) {
        TrainingRecord record;
        record.id = query.id<TrainingRecordId>(0);
        record.content = query.id<ContentId>(1);
        record.task = modelTaskFromCode(query.text(2)).value_or(ModelTask::Category);
        record.category = query.text(3);
        record.origin = valueIn(origins, query.text(4));
        record.person = query.text(5);
        record.at = query.time(6);
        record.decision = query.id<DecisionId>(7);
        record.versionSeen = query.text(8);
        record.predictedThen = query.text(9);
        record.withdrawnBy = query.id<DecisionId>(10);
        records.push_back(std::move(record));
    }
    if (!query.ok()) {
        return query.error();
    }
    Query topics = connection_.query(
        QStringLiteral("SELECT n.name FROM training_record_topics AS x JOIN topics AS n ON n.id = x.topic_id "
                       "WHERE x.record_id = ? ORDER BY x.position"));
    for (TrainingRecord& record : records) {
        if (record.task != ModelTask::Topics) {
            continue;
        }
        topics.bind(record.id);
        while (topics.next()) {
            if (!record.topics.contains(topics.text(0))) { // two that were merged
                record.topics << topics.text(0);
            }
        }
        if (!topics.ok()) {
            return topics.error();
        }
    }
    return records;
}

Result<std::vector<TrainingRecord>> TrainingRepository::current(ModelTask task, ContentId after, int limit) {
    Query query = connection_.query(columns + QStringLiteral("WHERE ") + latest +
                                    QStringLiteral("AND t.content_id > ? ORDER BY t.content_id LIMIT ?"));
    query.bind(recordsOf(task), after.value, limit);
    return read(query);
}

Result<std::vector<TrainingRecord>> TrainingRepository::of(ContentId content) {
    Query query = connection_.query(columns + QStringLiteral("WHERE t.content_id = ? ORDER BY t.id"));
    query.bind(content);
    return read(query);
}

Result<TrainingRepository::Summary> TrainingRepository::summary(ModelTask task, Timestamp since) {
    Summary summary;
    Query totals = connection_.query(
        QStringLiteral("SELECT count(*), coalesce(sum(%1), 0), coalesce(sum(t.recorded_at > ?), 0) "
                       "FROM training_records AS t WHERE ")
            .arg(corrected) +
        latest);
    totals.bind(since, recordsOf(task));
    if (!totals.next()) {
        return totals.error();
    }
    summary.records = totals.integer(0);
    summary.corrections = totals.integer(1);
    summary.since = totals.integer(2);
    const QString sql =
        task == ModelTask::Category
            ? QStringLiteral("SELECT t.category, count(*) AS n FROM training_records AS t WHERE %1GROUP BY "
                             "t.category ORDER BY n DESC, t.category")
            : QStringLiteral(
                  "SELECT n.name, count(*) AS n FROM training_records AS t JOIN training_record_topics AS x "
                  "ON x.record_id = t.id "
                  "JOIN topics AS n ON n.id = x.topic_id WHERE %1GROUP BY n.id ORDER BY 2 DESC, n.name");
    Query labels = connection_.query(sql.arg(latest));
    labels.bind(recordsOf(task));
    while (labels.next()) {
        summary.perLabel.emplace_back(labels.text(0), labels.integer(1));
    }
    return labels.ok() ? Result<Summary>(std::move(summary)) : Result<Summary>(labels.error());
}

Result<qint64> TrainingRepository::beginRun(const Run& run) {
    Query insert =
        connection_.query(QStringLiteral("INSERT INTO training_runs (task, state, data_set_hash, examples, "
                                         "seed, started_at, ended_at, version_id, problem) "
                                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(toCode(run.task), codeIn(runStates, run.state), run.dataSetHash, run.examples, run.seed,
                run.startedAt, run.endedAt, run.version, run.problem);
    const Status status = insert.run();
    return status ? Result<qint64>(insert.lastInsertId()) : Result<qint64>(status.error());
}

Status TrainingRepository::endRun(qint64 id, Run::State state, ModelVersionId version, const QString& problem,
                                  Timestamp at) {
    return connection_.run(
        QStringLiteral(
            "UPDATE training_runs SET state = ?, version_id = ?, problem = ?, ended_at = ? WHERE id = ?"),
        codeIn(runStates, state), version, problem, at, id);
}

Result<std::vector<TrainingRepository::Run>> TrainingRepository::runs(int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT id, task, state, data_set_hash, examples, seed, started_at, ended_at, version_id, "
        "problem FROM training_runs ORDER BY id DESC LIMIT ?"));
    query.bind(limit);
    std::vector<Run> runs;
    while (query.next()) {
        Run run;
        run.id = query.integer(0);
        run.task = modelTaskFromCode(query.text(1)).value_or(ModelTask::Category);
        run.state = valueIn(runStates, query.text(2));
        run.dataSetHash = query.bytes(3);
        run.examples = query.integer(4);
        run.seed = query.integer(5);
        run.startedAt = query.time(6);
        run.endedAt = query.optionalTime(7);
        run.version = query.id<ModelVersionId>(8);
        run.problem = query.text(9);
        runs.push_back(std::move(run));
    }
    return query.ok() ? Result<std::vector<Run>>(std::move(runs)) : Result<std::vector<Run>>(query.error());
}

} // namespace moderato::storage
