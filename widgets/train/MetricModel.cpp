#include "widgets/train/MetricModel.h"

#include "widgets/common/Format.h"

#include <cmath>

namespace moderato::widgets {

namespace {

/// "+2.1": points of a hundred.
QString difference(const usecases::VersionComparison::Row& row) {
    const double points = (row.after - row.before) * 100;
    if (!std::isfinite(points)) {
        return Format::none();
    }
    const QString size = Format::score(std::abs(points), 1);
    return points > 0.05 ? QStringLiteral("+") + size : points < -0.05 ? QStringLiteral("−") + size : size;
}

} // namespace

MetricModel::MetricModel(QObject* parent)
    : TableModel({{tr("Figure")},
                  {tr("In service"), Qt::AlignRight | Qt::AlignVCenter},
                  {tr("New version"), Qt::AlignRight | Qt::AlignVCenter},
                  {tr("Points"), Qt::AlignRight | Qt::AlignVCenter}},
                 parent) {}

QString MetricModel::metricName(const QString& metric) {
    if (metric == QLatin1String("accuracy")) {
        return tr("Accuracy");
    }
    if (metric == QLatin1String("macro_f1")) {
        return tr("Macro-F1");
    }
    if (metric.contains(QLatin1String("calibration"))) {
        return tr("Calibration error");
    }
    if (metric.startsWith(QLatin1String("precision"))) {
        return tr("Precision at %1").arg(metric.section(QLatin1Char('@'), 1));
    }
    if (metric.startsWith(QLatin1String("recall"))) {
        return tr("Recall at %1").arg(metric.section(QLatin1Char('@'), 1));
    }
    return metric;
}

QVariant MetricModel::cell(const usecases::VersionComparison::Row& row, int column, int role) const {
    if (role == Qt::DisplayRole) {
        switch (column) {
        case 0:
            return metricName(row.metric);
        case 1:
            return Format::score(row.before, 3);
        case 2:
            return Format::score(row.after, 3);
        default:
            return difference(row);
        }
    }
    if (role == SortRole && column > 0) {
        return column == 1 ? row.before : column == 2 ? row.after : row.after - row.before;
    }
    return {};
}

} // namespace moderato::widgets
