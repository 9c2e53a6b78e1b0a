#pragma once

#include "core/base/Clock.h"
#include "core/ml/quality/QualityItem.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace moderato::usecases {

/// What a quality model reads of an item besides its texts and pictures (S1.4), and the item's labels. Names
/// are kept beside the values, so that models of other versions find theirs and miss what is not there.
struct QualityFacts {
    QStringList tags;                      ///< As they were given when it was published.
    std::map<QString, double> numbers;     ///< Attributes; one that is not known is missing.
    std::map<QString, QString> categories; ///< Attributes with a few values.
    std::vector<ml::LayoutUnit> layout;
    std::map<QString, bool> labels; ///< By task, true: positive. Empty where only predicted.
    Timestamp published;            ///< Else when it was first consumed, else when it was imported.

    bool operator==(const QualityFacts&) const = default;
};

QJsonObject toJson(const QualityFacts& facts);
QualityFacts qualityFactsFromJson(const QJsonObject& json);

} // namespace moderato::usecases
