#include "app/cli/JsonOf.h"

namespace moderato::cli {

namespace {

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString toCode(domain::ModelVersion::State state) {
    switch (state) {
    case domain::ModelVersion::State::InService:
        return QStringLiteral("in_service");
    case domain::ModelVersion::State::Retired:
        return QStringLiteral("retired");
    case domain::ModelVersion::State::Candidate:
        break;
    }
    return QStringLiteral("candidate");
}

} // namespace

QJsonObject jsonOf(const domain::Decision& decision) {
    QJsonObject object{
        {QStringLiteral("decision"), decision.id.value},
        {QStringLiteral("content"), decision.content.value},
        {QStringLiteral("action"), domain::toCode(decision.kind)},
        {QStringLiteral("person"), decision.person},
        {QStringLiteral("at"), toIso(decision.at)},
        {QStringLiteral("category"), orNull(decision.category)},
        {QStringLiteral("topics"),
         decision.topics ? QJsonValue(QJsonArray::fromStringList(*decision.topics)) : QJsonValue()},
        {QStringLiteral("reason"), orNull(decision.reason)},
        {QStringLiteral("note"), orNull(decision.note)},
        {QStringLiteral("queue_reason"), orNull(decision.queueReason)},
        {QStringLiteral("category_version_seen"), orNull(decision.categoryVersionSeen)},
        {QStringLiteral("category_predicted"), orNull(decision.categoryPredicted)},
        {QStringLiteral("undoes"),
         decision.undoes.isValid() ? QJsonValue(decision.undoes.value) : QJsonValue()},
        {QStringLiteral("hash"), QString::fromLatin1(decision.hash)}};
    return object;
}

QJsonObject jsonOf(const domain::ModelVersion& version) {
    return {{QStringLiteral("version"), version.name},
            {QStringLiteral("task"), domain::toCode(version.task)},
            {QStringLiteral("state"), toCode(version.state)},
            {QStringLiteral("examples"), version.examples},
            {QStringLiteral("seed"), version.seed},
            {QStringLiteral("data_set"), orNull(QString::fromLatin1(version.dataSetHash))},
            {QStringLiteral("created_at"), toIso(version.createdAt)},
            {QStringLiteral("folder"), version.folder},
            {QStringLiteral("metrics"), version.metrics}};
}

QJsonObject jsonOf(const usecases::LibraryRow& row) {
    return {{QStringLiteral("id"), row.content.value},
            {QStringLiteral("external_id"), orNull(row.externalId)},
            {QStringLiteral("kind"), domain::toCode(row.kind)},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("language"), orNull(row.language)},
            {QStringLiteral("state"), domain::toCode(row.state)},
            {QStringLiteral("given_category"), orNull(row.givenCategory)},
            {QStringLiteral("predicted_category"), orNull(row.predictedCategory)},
            {QStringLiteral("decided_category"), orNull(row.decidedCategory)},
            {QStringLiteral("probability"), row.probability},
            {QStringLiteral("imported_at"), toIso(row.importedAt)},
            {QStringLiteral("media_problem"), orNull(row.mediaProblem)}};
}

QJsonObject jsonOf(const usecases::QueueRow& row) {
    return {{QStringLiteral("id"), row.content.value},
            {QStringLiteral("kind"), domain::toCode(row.kind)},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("reason"), domain::toCode(row.reason)},
            {QStringLiteral("state"), domain::toCode(row.state)},
            {QStringLiteral("priority"), row.priority},
            {QStringLiteral("why"), row.why},
            {QStringLiteral("predicted_category"), orNull(row.predictedCategory)},
            {QStringLiteral("probability"), row.probability}};
}

} // namespace moderato::cli
