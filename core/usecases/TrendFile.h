#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::usecases {

/// One name of a list of trends.
struct Trend {
    QString name; ///< Without "#".
    std::optional<Timestamp> at;
    std::optional<double> weight;
    qint64 line = 0;

    bool operator==(const Trend&) const = default;
};

struct TrendFile {
    std::vector<Trend> trends;
    QStringList problems; ///< A sentence each; the first hundred.
};

/// Reads plain lines, CSV or JSONL, as the first line that is not empty looks. Dates: ISO 8601, or a day. Io
/// where it cannot be opened; InvalidInput where no line of it is a name.
Result<TrendFile> readTrendFile(const QString& path);

} // namespace moderato::usecases
