#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::domain {

/// What a consenting reader's face showed while an item was on the screen: features and their match result,
/// never pictures (S4.3, S4.9).
struct ReaderSession {
    ReaderSessionId id;
    ContentId content;
    QString reader;       ///< A pseudonym; deleted with the reader's data.
    QString category;     ///< Whose sets were matched.
    QStringList features; ///< Codes of S4.1 that were present.
    int matchResult = 0;  ///< +1 for each feature in the positive set, −1 in the negative (S4.4).
    Timestamp startedAt;

    bool operator==(const ReaderSession&) const = default;
};

/// What a category should evoke and should not (S4.2), as feature codes.
struct ExpressionSet {
    QString category;
    QStringList positive;
    QStringList negative;

    bool operator==(const ExpressionSet&) const = default;
};

/// Readers' results on one item put together (S4.5). Never shown without n.
struct ExpressionAggregate {
    int readers = 0; ///< n
    int below = 0;   ///< Results below the threshold.
    double mean = 0;
    double low = 0, high = 0; ///< 95 % interval of the mean.
    struct FeatureShare {
        QString feature;
        int count = 0;
        bool positive = true;
        bool operator==(const FeatureShare&) const = default;
    };
    std::vector<FeatureShare> features;

    bool operator==(const ExpressionAggregate&) const = default;
};

} // namespace moderato::domain
