#pragma once

#include "core/interchange/ExpressionFile.h"
#include "core/interchange/FeatureRule.h"

namespace moderato::interchange {

/// How other programs' signals become features of S4.1, as data: rows `format,feature,rule[,note]`.
struct FeatureMapping {
    struct Row {
        ExpressionFormat format = ExpressionFormat::OpenFace;
        QString feature;
        std::optional<FeatureRule> rule; ///< Nothing ("none"): this program cannot tell the feature.
        QString note;                    ///< Why so; for people.
    };
    /// Of several rows for one feature the first counts whose signals are all in the file.
    std::vector<Row> rows;

    /// Another's rows take the place of all rows for the same format and feature.
    void overrideWith(const FeatureMapping& other);
};

/// Reads such a table from CSV; lines that begin with # are remarks. Io where the file cannot be read;
/// InvalidInput with the number of the line where a row is wrong (all of them in the error's detail): an
/// unknown format, a feature that is not among `features`, a rule that is none. Thread-safe.
Result<FeatureMapping> readFeatureMapping(const QString& path, const QStringList& features);

/// Writes it as `readFeatureMapping` reads it; the file that was there stays until the new one is complete.
Status writeFeatureMapping(const QString& path, const FeatureMapping& mapping);

} // namespace moderato::interchange
