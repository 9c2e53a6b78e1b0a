#include "core/storage/QualityVerificationRepository.h"

#include "core/storage/Connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace moderato::storage {

using domain::QualityVerification;

namespace {

const QString taskKey = QStringLiteral("task"), examplesKey = QStringLiteral("examples"),
              accuracyKey = QStringLiteral("accuracy"), aucKey = QStringLiteral("auc"),
              daysKey = QStringLiteral("days"), itemsKey = QStringLiteral("items"),
              detectorKey = QStringLiteral("detector"), labelKey = QStringLiteral("label"),
              publishedKey = QStringLiteral("published"), tasksKey = QStringLiteral("tasks"),
              decayKey = QStringLiteral("decay"), driftsKey = QStringLiteral("drifts");

QJsonValue numberOrNull(double value) {
    return std::isnan(value) ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}
double numberIn(const QJsonObject& object, const QString& key) {
    return object[key].toDouble(QualityVerification::undefined);
}

QByteArray detailsOf(const QualityVerification& verification) {
    QJsonArray tasks, decay, drifts;
    for (const auto& task : verification.tasks) {
        tasks.append(QJsonObject{{taskKey, task.task},
                                 {examplesKey, task.examples},
                                 {accuracyKey, numberOrNull(task.accuracy)},
                                 {aucKey, numberOrNull(task.auc)}});
    }
    for (const auto& age : verification.decay) {
        decay.append(QJsonObject{
            {daysKey, age.days}, {itemsKey, age.items}, {accuracyKey, numberOrNull(age.accuracy)}});
    }
    for (const auto& drift : verification.drifts) {
        drifts.append(QJsonObject{{detectorKey, drift.detector},
                                  {labelKey, drift.label},
                                  {publishedKey, toUnixMs(drift.published)}});
    }
    return QJsonDocument(QJsonObject{{tasksKey, tasks}, {decayKey, decay}, {driftsKey, drifts}})
        .toJson(QJsonDocument::Compact);
}

void readDetails(const QString& text, QualityVerification& verification) {
    const QJsonObject details = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const QJsonValue value : details[tasksKey].toArray()) {
        const QJsonObject task = value.toObject();
        verification.tasks.push_back({task[taskKey].toString(), task[examplesKey].toInteger(),
                                      numberIn(task, accuracyKey), numberIn(task, aucKey)});
    }
    for (const QJsonValue value : details[decayKey].toArray()) {
        const QJsonObject age = value.toObject();
        verification.decay.push_back(
            {age[daysKey].toInt(), age[itemsKey].toInteger(), numberIn(age, accuracyKey)});
    }
    for (const QJsonValue value : details[driftsKey].toArray()) {
        const QJsonObject drift = value.toObject();
        verification.drifts.push_back({drift[detectorKey].toString(), drift[labelKey].toInteger(),
                                       fromUnixMs(drift[publishedKey].toInteger())});
    }
}

} // namespace

Result<qint64> QualityVerificationRepository::add(const QualityVerification& verification) {
    Query insert = connection_.query(QStringLiteral(
        "INSERT INTO quality_verifications (version_id, verified_at, starts_at, ends_at, items, coinciding, "
        "required, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(verification.version, verification.at, verification.from, verification.to, verification.items,
                verification.coinciding, verification.required,
                QString::fromUtf8(detailsOf(verification)));
    const Status added = insert.run();
    return added ? Result<qint64>(insert.lastInsertId()) : Result<qint64>(added.error());
}

Result<std::vector<QualityVerification>> QualityVerificationRepository::all(domain::ModelTask task,
                                                                            int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT q.id, q.version_id, q.verified_at, q.starts_at, q.ends_at, q.items, q.coinciding, q.required, "
        "q.details FROM quality_verifications AS q JOIN model_versions AS m ON m.id = q.version_id "
        "WHERE m.task = ? ORDER BY q.id DESC LIMIT ?"));
    query.bind(toCode(task), limit);
    std::vector<QualityVerification> all;
    while (query.next()) {
        QualityVerification one;
        one.id = query.integer(0);
        one.version = query.id<domain::ModelVersionId>(1);
        one.at = query.time(2);
        one.from = query.time(3);
        one.to = query.time(4);
        one.items = query.integer(5);
        one.coinciding = query.integer(6);
        one.required = query.real(7);
        readDetails(query.text(8), one);
        all.push_back(std::move(one));
    }
    return query.ok() ? Result(std::move(all)) : query.error();
}

} // namespace moderato::storage
