#pragma once

#include "core/domain/ExpressionSeries.h"

#include <QWidget>

namespace moderato::widgets {

/// One signal of ready-made aggregates along an item's time, from the lowest value (or 0) to the highest;
/// paler where fewer readers stand behind it. GUI thread.
class SeriesCurve : public QWidget {
    Q_OBJECT
public:
    explicit SeriesCurve(domain::ExpressionSeries::Curve curve, QWidget* parent = nullptr);

    /// Where the time axis ends, in µs.
    void setEnd(qint64 us);
    static qint64 endOf(const domain::ExpressionSeries::Curve& curve);
    /// "0 … 0.62, n = 38–41"
    QString figures() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< Tells a point's value, interval and n.

private:
    double xOf(qint64 us) const;
    double yOf(double value) const;

    domain::ExpressionSeries::Curve curve_;
    qint64 endUs_ = 1;
    double low_ = 0, high_ = 0;
    qint64 fewest_ = 0, most_ = 0;
};

} // namespace moderato::widgets
