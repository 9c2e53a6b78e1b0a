#include "core/storage/PredictionRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <algorithm>

namespace moderato::storage {

using namespace domain;

namespace {

QString tableOf(ModelTask task) {
    return task == ModelTask::Category ? QStringLiteral("category_predictions")
                                       : QStringLiteral("topic_predictions");
}

double within(double value, double low, double high) {
    return std::clamp(value, low, high); // A probability of 1.0000001 is a rounding, not a mistake.
}

} // namespace

Status PredictionRepository::begin(ModelTask task, ContentId content, ModelVersionId version, Timestamp at) {
    // Scores and evidence of an earlier run go with their prediction.
    Status status = connection_.run(
        QStringLiteral("DELETE FROM %1 WHERE content_id = ? AND version_id = ?").arg(tableOf(task)), content,
        version);
    if (status) {
        status = connection_.run(
            QStringLiteral("INSERT INTO %1 (content_id, version_id, predicted_at) VALUES (?, ?, ?)")
                .arg(tableOf(task)),
            content, version, at);
    }
    return status;
}

Status PredictionRepository::save(const CategoryPrediction& prediction) {
    Transaction transaction(connection_);
    if (Status status = begin(ModelTask::Category, prediction.content, prediction.version, prediction.at);
        !status) {
        return status;
    }
    Query score =
        connection_.query(QStringLiteral("INSERT INTO category_scores (content_id, version_id, place, "
                                         "category_id, probability) VALUES (?, ?, ?, ?, ?)"));
    int place = 0;
    for (const CategoryScore& each : prediction.scores) {
        score.bind(prediction.content, prediction.version, ++place, each.category,
                   within(each.probability, 0, 1));
        if (Status status = score.run(); !status) {
            return status;
        }
    }
    Query span = connection_.query(
        QStringLiteral("INSERT INTO category_evidence (content_id, version_id, position, field, starts_at, "
                       "length, weight) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    int position = 0;
    for (const TextEvidence& each : prediction.evidence) {
        const bool title = each.field == TextEvidence::Field::Title;
        span.bind(prediction.content, prediction.version, ++position,
                  title ? QStringLiteral("title") : QStringLiteral("body"), each.begin, each.length,
                  within(each.weight, -1, 1));
        if (Status status = span.run(); !status) {
            return status;
        }
    }
    if (!prediction.scores.empty()) {
        const CategoryScore& best = prediction.scores.front();
        if (Status status = connection_.run(
                QStringLiteral("UPDATE standings SET predicted_category = (SELECT code FROM categories WHERE "
                               "id = ?), probability = ? "
                               "WHERE content_id = ? AND EXISTS (SELECT 1 FROM model_versions WHERE id = ? "
                               "AND state = 'in_service')"),
                best.category, within(best.probability, 0, 1), prediction.content, prediction.version);
            !status) {
            return status;
        }
    }
    return transaction.commit();
}

Status PredictionRepository::save(const TopicPrediction& prediction) {
    Transaction transaction(connection_);
    if (Status status = begin(ModelTask::Topics, prediction.content, prediction.version, prediction.at);
        !status) {
        return status;
    }
    Query score = connection_.query(QStringLiteral("INSERT INTO topic_scores (content_id, version_id, place, "
                                                   "topic_id, relevancy) VALUES (?, ?, ?, ?, ?)"));
    int place = 0;
    for (const TopicScore& each : prediction.scores) {
        score.bind(prediction.content, prediction.version, ++place, each.topic, within(each.relevancy, 0, 1));
        if (Status status = score.run(); !status) {
            return status;
        }
    }
    if (prediction.weights) {
        if (Status status = connection_.run(
                QStringLiteral("INSERT INTO modality_weights (content_id, version_id, text, frames, sound) "
                               "VALUES (?, ?, ?, ?, ?)"),
                prediction.content, prediction.version, within(prediction.weights->text, 0, 1),
                within(prediction.weights->frames, 0, 1), within(prediction.weights->sound, 0, 1));
            !status) {
            return status;
        }
    }
    return transaction.commit();
}

Result<std::optional<Timestamp>> PredictionRepository::madeAt(ModelTask task, ContentId content,
                                                              ModelVersionId version) {
    Query query = connection_.query(
        QStringLiteral("SELECT predicted_at FROM %1 WHERE content_id = ? AND version_id = ?")
            .arg(tableOf(task)));
    query.bind(content, version);
    const bool found = query.next();
    if (!query.ok()) {
        return query.error();
    }
    return found ? std::optional(query.time(0)) : std::nullopt;
}

Result<std::optional<CategoryPrediction>> PredictionRepository::category(ContentId content,
                                                                         ModelVersionId version) {
    const Result<std::optional<Timestamp>> at = madeAt(ModelTask::Category, content, version);
    if (!at) {
        return at.error();
    }
    if (!*at) {
        return std::optional<CategoryPrediction>();
    }
    CategoryPrediction prediction{content, version, {}, {}, **at};
    Query scores =
        connection_.query(QStringLiteral("SELECT category_id, probability FROM category_scores WHERE "
                                         "content_id = ? AND version_id = ? ORDER BY place"));
    scores.bind(content, version);
    while (scores.next()) {
        prediction.scores.push_back({scores.id<CategoryId>(0), scores.real(1)});
    }
    Query spans =
        connection_.query(QStringLiteral("SELECT field, starts_at, length, weight FROM category_evidence "
                                         "WHERE content_id = ? AND version_id = ? ORDER BY position"));
    spans.bind(content, version);
    while (spans.next()) {
        prediction.evidence.push_back(
            {spans.text(0) == QLatin1String("title") ? TextEvidence::Field::Title : TextEvidence::Field::Body,
             int(spans.integer(1)), int(spans.integer(2)), spans.real(3)});
    }
    if (!scores.ok() || !spans.ok()) {
        return scores.ok() ? spans.error() : scores.error();
    }
    return std::optional(std::move(prediction));
}

Result<std::optional<TopicPrediction>> PredictionRepository::topics(ContentId content,
                                                                    ModelVersionId version) {
    const Result<std::optional<Timestamp>> at = madeAt(ModelTask::Topics, content, version);
    if (!at) {
        return at.error();
    }
    if (!*at) {
        return std::optional<TopicPrediction>();
    }
    TopicPrediction prediction{content, version, {}, **at};
    Query scores = connection_.query(QStringLiteral("SELECT topic_id, relevancy FROM topic_scores WHERE "
                                                    "content_id = ? AND version_id = ? ORDER BY place"));
    scores.bind(content, version);
    while (scores.next()) {
        prediction.scores.push_back({scores.id<TopicId>(0), scores.real(1)});
    }
    if (!scores.ok()) {
        return scores.error();
    }
    Query weights = connection_.query(QStringLiteral(
        "SELECT text, frames, sound FROM modality_weights WHERE content_id = ? AND version_id = ?"));
    weights.bind(content, version);
    if (weights.next()) {
        prediction.weights = ModalityWeights{weights.real(0), weights.real(1), weights.real(2)};
    }
    return weights.ok() ? Result<std::optional<TopicPrediction>>(std::move(prediction)) : weights.error();
}

Result<ModelVersionId> PredictionRepository::versionInService(ModelTask task) {
    Query query = connection_.query(
        QStringLiteral("SELECT id FROM model_versions WHERE task = ? AND state = 'in_service'"));
    query.bind(toCode(task));
    if (query.next()) {
        return query.id<ModelVersionId>(0);
    }
    return query.ok() ? Result<ModelVersionId>(ModelVersionId()) : Result<ModelVersionId>(query.error());
}

Result<std::optional<CategoryPrediction>> PredictionRepository::categoryInService(ContentId content) {
    const Result<ModelVersionId> version = versionInService(ModelTask::Category);
    return version ? category(content, *version) : Result<std::optional<CategoryPrediction>>(version.error());
}

Result<std::optional<TopicPrediction>> PredictionRepository::topicsInService(ContentId content) {
    const Result<ModelVersionId> version = versionInService(ModelTask::Topics);
    return version ? topics(content, *version) : Result<std::optional<TopicPrediction>>(version.error());
}

Result<std::vector<ContentId>> PredictionRepository::pending(ModelTask task, ModelVersionId version,
                                                             ContentId after, int limit) {
    Query query = connection_.query(
        QStringLiteral("SELECT c.id FROM content AS c WHERE c.id > ? AND NOT EXISTS (SELECT 1 FROM %1 AS p "
                       "WHERE p.content_id = c.id AND p.version_id = ?) %2 ORDER BY c.id LIMIT ?")
            .arg(tableOf(task),
                 task == ModelTask::Tags ? QStringLiteral("AND c.kind <> 'article'") : QString()));
    query.bind(after.value, version, limit);
    std::vector<ContentId> ids;
    while (query.next()) {
        ids.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(ids))
                      : Result<std::vector<ContentId>>(query.error());
}

Result<qint64> PredictionRepository::predicted(ModelTask task, ModelVersionId version) {
    Query query =
        connection_.query(QStringLiteral("SELECT count(*) FROM %1 WHERE version_id = ?").arg(tableOf(task)));
    query.bind(version);
    return query.next() ? Result<qint64>(query.integer(0)) : Result<qint64>(query.error());
}

Result<PredictionRepository::Changes> PredictionRepository::changes(ModelTask task, ModelVersionId before,
                                                                    ModelVersionId after, int limit) {
    const bool category = task == ModelTask::Category;
    const QString from =
        QStringLiteral("FROM content AS c CROSS JOIN %1 AS a ON a.content_id = c.id AND a.version_id = ? AND "
                       "a.place = 1 "
                       "CROSS JOIN %1 AS b ON b.content_id = c.id AND b.version_id = ? AND b.place = 1 AND "
                       "b.%2 <> a.%2 ")
            .arg(category ? QStringLiteral("category_scores") : QStringLiteral("topic_scores"),
                 category ? QStringLiteral("category_id") : QStringLiteral("topic_id"));
    Changes changes;
    {
        Query total = connection_.query(QStringLiteral("SELECT count(*) ") + from);
        total.bind(before, after);
        if (!total.next()) {
            return total.error();
        }
        changes.total = total.integer(0);
    }
    const QString names = category ? QStringLiteral("(SELECT code FROM categories WHERE id = %1.category_id)")
                                   : QStringLiteral("(SELECT name FROM topics WHERE id = %1.topic_id)");
    Query rows = connection_.query(
        QStringLiteral("SELECT c.id, c.title, %1, %2, s.decided_category ")
            .arg(names.arg(QLatin1String("a")), names.arg(QLatin1String("b"))) +
        from + QStringLiteral("JOIN standings AS s ON s.content_id = c.id ORDER BY c.id LIMIT ?"));
    rows.bind(before, after, limit);
    while (rows.next()) {
        changes.rows.push_back(
            {rows.id<ContentId>(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
    }
    return rows.ok() ? Result<Changes>(std::move(changes)) : Result<Changes>(rows.error());
}

} // namespace moderato::storage
