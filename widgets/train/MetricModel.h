#pragma once

#include "core/usecases/TrainRun.h"
#include "widgets/common/TableModel.h"

namespace moderato::widgets {

/// A version's figures beside those of the one in service, and the difference. Undefined figures are "–".
class MetricModel : public TableModel<usecases::VersionComparison::Row> {
    Q_OBJECT
public:
    explicit MetricModel(QObject* parent = nullptr);

    /// "macro_f1" → "Macro-F1" for people.
    static QString metricName(const QString& metric);

protected:
    QVariant cell(const usecases::VersionComparison::Row& row, int column, int role) const override;
};

} // namespace moderato::widgets
