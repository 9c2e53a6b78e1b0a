#pragma once

#include "core/base/Result.h"

#include <QString>

#include <functional>

namespace moderato::interchange {

/// One entry of a list of trends as it stands in the file; what it means is the use case's to say.
struct TrendLine {
    enum class Fault { None, TooLong, OpenQuote, NoObject, NoName };

    QString name, date, weight;
    qint64 line = 0; ///< 1 is the first.
    Fault fault = Fault::None;

    bool operator==(const TrendLine&) const = default;
};

/// Reads plain lines, CSV or JSONL, as the first line that is not empty looks, streaming. The sink's false
/// ends the reading. Io where the file cannot be opened, with the cause in the detail.
Status readTrendLines(const QString& path, const std::function<bool(const TrendLine&)>& sink);

} // namespace moderato::interchange
