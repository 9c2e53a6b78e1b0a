#include "core/storage/PredictionRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <algorithm>

namespace moderato::storage {

using namespace domain;

namespace {

QString tableOf(ModelTask task) {
    switch (task) {
    case ModelTask::Category:
        return QStringLiteral("category_predictions");
    case ModelTask::Topics:
    case ModelTask::Tags:
        return QStringLiteral("topic_predictions");
    case ModelTask::Quality:
    case ModelTask::LowQuality:
        return QStringLiteral("quality_predictions");
    }
    return {};
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

Status PredictionRepository::save(const QualityPrediction& prediction) {
    Transaction transaction(connection_);
    if (Status status = begin(ModelTask::Quality, prediction.content, prediction.version, prediction.at);
        !status) {
        return status;
    }
    Query score = connection_.query(QStringLiteral(
        "INSERT INTO quality_scores (content_id, version_id, task, probability) VALUES (?, ?, ?, ?)"));
    for (const TaskScore& each : prediction.scores) {
        score.bind(prediction.content, prediction.version, each.task, within(each.probability, 0, 1));
        if (Status status = score.run(); !status) {
            return status;
        }
    }
    Query evidence = connection_.query(
        QStringLiteral("INSERT INTO quality_evidence (content_id, version_id, kind, starts_at, length, "
                       "weight) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    for (const TextEvidence& each : prediction.sentences) {
        const bool title = each.field == TextEvidence::Field::Title;
        evidence.bind(prediction.content, prediction.version,
                      title ? QStringLiteral("title") : QStringLiteral("body"), each.begin, each.length,
                      within(each.weight, 0, 1));
        if (Status status = evidence.run(); !status) {
            return status;
        }
    }
    for (const PictureEvidence& each : prediction.pictures) {
        evidence.bind(prediction.content, prediction.version, QStringLiteral("picture"), each.picture, 0,
                      within(each.weight, 0, 1));
        if (Status status = evidence.run(); !status) {
            return status;
        }
    }
    return transaction.commit();
}

Result<std::optional<QualityPrediction>> PredictionRepository::quality(ContentId content,
                                                                       ModelVersionId version) {
    const Result<std::optional<Timestamp>> at = madeAt(ModelTask::Quality, content, version);
    if (!at) {
        return at.error();
    }
    if (!*at) {
        return std::optional<QualityPrediction>();
    }
    QualityPrediction prediction{content, version, {}, {}, {}, **at};
    Query scores = connection_.query(QStringLiteral(
        "SELECT task, probability FROM quality_scores WHERE content_id = ? AND version_id = ? ORDER BY task"));
    scores.bind(content, version);
    while (scores.next()) {
        prediction.scores.push_back({scores.text(0), scores.real(1)});
    }
    Query evidence =
        connection_.query(QStringLiteral("SELECT kind, starts_at, length, weight FROM quality_evidence WHERE "
                                         "content_id = ? AND version_id = ? ORDER BY weight DESC, starts_at"));
    evidence.bind(content, version);
    while (evidence.next()) {
        const QString kind = evidence.text(0);
        if (kind == QLatin1String("picture")) {
            prediction.pictures.push_back({int(evidence.integer(1)), evidence.real(3)});
        } else {
            const bool title = kind == QLatin1String("title");
            prediction.sentences.push_back(
                {title ? TextEvidence::Field::Title : TextEvidence::Field::Body, int(evidence.integer(1)),
                 int(evidence.integer(2)), evidence.real(3)});
        }
    }
    if (!scores.ok() || !evidence.ok()) {
        return scores.ok() ? evidence.error() : scores.error();
    }
    return std::optional(std::move(prediction));
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

Result<PredictionRepository::Changes> PredictionRepository::qualityChanges(ModelVersionId before,
                                                                           ModelVersionId after, int limit) {
    const QString from = QStringLiteral(
        "FROM quality_scores AS a CROSS JOIN quality_scores AS b ON b.content_id = a.content_id AND b.task = "
        "a.task AND b.version_id = ? AND (b.probability > 0.5) <> (a.probability > 0.5) "
        "WHERE a.version_id = ? ");
    Changes changes;
    {
        Query total =
            connection_.query(QStringLiteral("SELECT count(DISTINCT a.content_id) ") + from);
        total.bind(after, before);
        if (!total.next()) {
            return total.error();
        }
        changes.total = total.integer(0);
    }
    Query rows = connection_.query(
        QStringLiteral("SELECT a.content_id, c.title, min(a.task), a.probability > 0.5, "
                       "s.decided_category FROM (SELECT a.content_id, a.task, a.probability ") +
        from +
        QStringLiteral(") AS a JOIN content AS c ON c.id = a.content_id JOIN standings AS s ON s.content_id = "
                       "a.content_id GROUP BY a.content_id ORDER BY a.content_id LIMIT ?"));
    rows.bind(after, before, limit);
    while (rows.next()) {
        const QString task = rows.text(2);
        const bool wasPositive = rows.integer(3) != 0;
        changes.rows.push_back({rows.id<ContentId>(0), rows.text(1),
                                task + (wasPositive ? QStringLiteral(" +") : QStringLiteral(" \u2212")),
                                task + (wasPositive ? QStringLiteral(" \u2212") : QStringLiteral(" +")),
                                rows.text(4)});
    }
    return rows.ok() ? Result<Changes>(std::move(changes)) : Result<Changes>(rows.error());
}

Result<PredictionRepository::Changes> PredictionRepository::changes(ModelTask task, ModelVersionId before,
                                                                    ModelVersionId after, int limit) {
    if (task == ModelTask::Quality || task == ModelTask::LowQuality) {
        return qualityChanges(before, after, limit);
    }
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
