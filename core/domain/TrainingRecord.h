#pragma once

#include "core/base/Clock.h"
#include "core/domain/Decision.h"
#include "core/domain/ModelVersion.h"

namespace moderato::domain {

/// One lesson for a model, written by a decision: which item, what is right, who said so and what was on the
/// screen.
struct TrainingRecord {
    enum class Origin { Decision, Expert, Imported };

    TrainingRecordId id;
    ContentId content;
    ModelTask task = ModelTask::Category;
    QString category;   ///< For ModelTask::Category: the right category's code.
    QStringList topics; ///< For ModelTask::Topics: the right topics.
    Origin origin = Origin::Decision;
    QString person;
    Timestamp at;
    DecisionId decision;
    QString versionSeen;    ///< The model version whose prediction the person saw.
    QString predictedThen;  ///< What it had predicted (evidence of agreement or correction).
    DecisionId withdrawnBy; ///< Valid: an undo or a later decision on the item took it back.

    bool operator==(const TrainingRecord&) const = default;
};

} // namespace moderato::domain
