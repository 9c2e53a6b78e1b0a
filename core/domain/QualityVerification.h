#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace moderato::domain {

/// What holding a model's predictions against the labels of content that came later found (S1.12).
struct QualityVerification {
    static constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

    struct Task {
        QString task;
        qint64 examples = 0;
        double accuracy = undefined, auc = undefined;

        bool operator==(const Task&) const = default;
    };
    /// Items published within so many days after what the version had learned from, and not within fewer.
    struct Age {
        int days = 0; ///< 5, 7, 10.
        qint64 items = 0;
        double accuracy = undefined; ///< Share of them that coincide.

        bool operator==(const Age&) const = default;
    };
    /// Where a detector says that predictions became worse.
    struct Drift {
        QString detector; ///< "adwin", "page-hinkley".
        qint64 label = 0; ///< After so many labels in the order of publishing.
        Timestamp published;

        bool operator==(const Drift&) const = default;
    };

    qint64 id = 0;
    ModelVersionId version;
    Timestamp at;
    Timestamp from, to; ///< When the items were published.
    qint64 items = 0;
    qint64 coinciding = 0; ///< Items of which more than the wanted share of labels was predicted.
    double required = 0;   ///< Accuracy below which an update is due.
    std::vector<Task> tasks;
    std::vector<Age> decay;
    std::vector<Drift> drifts;

    double accuracy() const { return items > 0 ? double(coinciding) / double(items) : undefined; }
    bool isBelow() const { return items > 0 && accuracy() < required; }

    bool operator==(const QualityVerification&) const = default;
};

} // namespace moderato::domain
