#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QString>

#include <functional>

namespace moderato::interchange {

/// How one item was consumed in one window, as it stands in a file.
struct ConsumptionLine {
    QString externalId;
    domain::ConsumptionFigures figures;
    qint64 line = 0; ///< 1 is the first.
    QString problem; ///< Why it cannot be used; then the rest is empty.
};

/// Reads figures of consumption (S1.1) out of JSONL, or of CSV where the first line is no JSON: external_id
/// (or id), window ("7d") or window.from and window.to, impressions, views, clicks, dwell_ms, likes,
/// dislikes, comments, shares; with "consumption." before them or in an object of that name, as an export
/// writes them, or without. Streaming. Fails where the file or its header cannot be read, and when cancelled.
Status readConsumption(const QString& path, const std::function<void(const ConsumptionLine&)>& sink,
                       const JobContext& context);

} // namespace moderato::interchange
