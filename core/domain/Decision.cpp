#include "core/domain/Decision.h"

#include "core/base/Hash.h"
#include "core/domain/ModelVersion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace moderato::domain {

namespace {

using Kind = Decision::Kind;
constexpr std::array kinds = {std::pair{Kind::Confirm, "confirm"},   std::pair{Kind::Correct, "correct"},
                              std::pair{Kind::Disallow, "disallow"}, std::pair{Kind::Skip, "skip"},
                              std::pair{Kind::Escalate, "escalate"}, std::pair{Kind::SetTopics, "topics"},
                              std::pair{Kind::Undo, "undo"}};

} // namespace

QString toCode(Decision::Kind kind) {
    for (const auto& [known, code] : kinds) {
        if (known == kind) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

std::optional<Decision::Kind> decisionKindFromCode(QStringView code) {
    for (const auto& [kind, name] : kinds) {
        if (code == QLatin1String(name)) {
            return kind;
        }
    }
    return {};
}

QByteArray decisionRecord(const Decision& d) {
    QJsonObject record{
        {QStringLiteral("id"), qint64(d.id.value)},
        {QStringLiteral("content"), qint64(d.content.value)},
        {QStringLiteral("kind"), toCode(d.kind)},
        {QStringLiteral("person"), d.person},
        {QStringLiteral("at"), toUnixMs(d.at)},
        {QStringLiteral("category"), d.category},
        {QStringLiteral("topics"),
         d.topics ? QJsonValue(QJsonArray::fromStringList(*d.topics)) : QJsonValue()},
        {QStringLiteral("reason"), d.reason},
        {QStringLiteral("note"), d.note},
        {QStringLiteral("queue_reason"), d.queueReason},
        {QStringLiteral("category_version_seen"), d.categoryVersionSeen},
        {QStringLiteral("topics_version_seen"), d.topicsVersionSeen},
        {QStringLiteral("category_predicted"), d.categoryPredicted},
        {QStringLiteral("ms_on_screen"), d.msOnScreen},
        {QStringLiteral("undoes"), qint64(d.undoes.value)},
    };
    return QJsonDocument(record).toJson(QJsonDocument::Compact);
}

QByteArray decisionHash(QByteArrayView previousHash, QByteArrayView record) {
    return sha256(previousHash.toByteArray() + '\n' + record.toByteArray());
}

QByteArray firstPreviousHash() {
    return QByteArray(64, '0');
}

QString toCode(ModelTask task) {
    switch (task) {
    case ModelTask::Category:
        return QStringLiteral("category");
    case ModelTask::Topics:
        return QStringLiteral("topics");
    case ModelTask::Tags:
        return QStringLiteral("tags");
    case ModelTask::Quality:
        return QStringLiteral("quality");
    case ModelTask::LowQuality:
        return QStringLiteral("low_quality");
    }
    return {};
}

std::optional<ModelTask> modelTaskFromCode(QStringView code) {
    for (const ModelTask task : {ModelTask::Category, ModelTask::Topics, ModelTask::Tags, ModelTask::Quality,
                                 ModelTask::LowQuality}) {
        if (code == toCode(task)) {
            return task;
        }
    }
    return {};
}

} // namespace moderato::domain
