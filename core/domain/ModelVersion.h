#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace moderato::domain {

/// What a model predicts, and from what. Each task has one version in service at a time.
enum class ModelTask {
    Category,
    Topics,     ///< From the text (S0).
    Tags,       ///< The topics of videos and pictures, from text, frames and sound (S2).
    Quality,    ///< How people will take to it, a task a kind of reaction (S1).
    LowQuality, ///< Low quality in advance, a task a mark (S1.13).
};
QString toCode(ModelTask task); ///< "category", "topics", "tags", "quality", "low_quality".

std::optional<ModelTask> modelTaskFromCode(QStringView code);
/// Whether its models say something of quality, in advance or not, task by task (S1).
constexpr bool isQuality(ModelTask task) {
    return task == ModelTask::Quality || task == ModelTask::LowQuality;
}

struct ModelVersion {
    enum class State { Candidate, InService, Retired };

    ModelVersionId id;
    ModelTask task = ModelTask::Category;
    QString name;   ///< Unique, "category-3".
    QString folder; ///< Absolute path of the model's files.
    State state = State::Candidate;
    QByteArray dataSetHash; ///< SHA-256 of the frozen training data.
    qint64 seed = 0;
    qint64 examples = 0;
    QJsonObject metrics;   ///< "accuracy", "macro_f1", "precision": {"1": …} on the held-out part.
    ModelVersionId parent; ///< What it was trained on from; not valid: from scratch or shipped.
    Timestamp createdAt;

    bool operator==(const ModelVersion&) const = default;
};

} // namespace moderato::domain
