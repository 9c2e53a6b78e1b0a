#include "widgets/review/SeriesCurve.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace moderato::widgets {

using domain::ExpressionSeries;

namespace {

constexpr int curveHeight = 24;
constexpr double palest = 0.35;
constexpr double microseconds = 1e6;

} // namespace

SeriesCurve::SeriesCurve(ExpressionSeries::Curve curve, QWidget* parent)
    : QWidget(parent)
    , curve_(std::move(curve)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fewest_ = curve_.points.empty() ? 0 : curve_.points.front().readers;
    for (const ExpressionSeries::Point& point : curve_.points) {
        low_ = std::min(low_, point.value);
        high_ = std::max(high_, point.value);
        fewest_ = std::min(fewest_, point.readers);
        most_ = std::max(most_, point.readers);
    }
    endUs_ = std::max<qint64>(1, endOf(curve_));
}

qint64 SeriesCurve::endOf(const ExpressionSeries::Curve& curve) {
    return curve.points.empty() ? 0 : curve.points.back().timeUs;
}

void SeriesCurve::setEnd(qint64 us) {
    endUs_ = std::max<qint64>({1, us, endOf(curve_)});
    update();
}

QString SeriesCurve::figures() const {
    const QString readers = fewest_ == most_
                                ? Format::number(most_)
                                : QStringLiteral("%1–%2").arg(Format::number(fewest_), Format::number(most_));
    return tr("%1 … %2, n = %3").arg(Format::score(low_), Format::score(high_), readers);
}

QSize SeriesCurve::sizeHint() const {
    return {scaled(140), scaled(curveHeight)};
}

QSize SeriesCurve::minimumSizeHint() const {
    return {scaled(60), scaled(curveHeight)};
}

double SeriesCurve::xOf(qint64 us) const {
    return 1 + (width() - 2.0) * double(us) / double(endUs_);
}

double SeriesCurve::yOf(double value) const {
    const double span = high_ > low_ ? high_ - low_ : 1;
    return height() - 2 - (height() - 4.0) * (value - low_) / span;
}

void SeriesCurve::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(QPointF(0, yOf(0)), QPointF(width(), yOf(0)));
    for (std::size_t i = 0; i < curve_.points.size(); ++i) {
        const ExpressionSeries::Point& point = curve_.points[i];
        QColor color = colors.text;
        color.setAlphaF(float(palest + (1 - palest) * double(point.readers) / double(most_)));
        painter.setPen(QPen(color, 1.4));
        const QPointF here(xOf(point.timeUs), yOf(point.value));
        if (i == 0) {
            painter.drawPoint(here);
        } else {
            const ExpressionSeries::Point& before = curve_.points[i - 1];
            painter.drawLine(QPointF(xOf(before.timeUs), yOf(before.value)), here);
        }
    }
}

bool SeriesCurve::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || curve_.points.empty()) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto nearest =
        std::min_element(curve_.points.begin(), curve_.points.end(), [&](const auto& a, const auto& b) {
            return std::abs(xOf(a.timeUs) - help->pos().x()) < std::abs(xOf(b.timeUs) - help->pos().x());
        });
    QString text = tr("%1: %2, n = %3")
                       .arg(Format::duration(double(nearest->timeUs) / microseconds),
                            Format::score(nearest->value), Format::number(nearest->readers));
    if (nearest->low && nearest->high) {
        text += QLatin1Char('\n') +
                tr("interval %1 … %2").arg(Format::score(*nearest->low), Format::score(*nearest->high));
    }
    if (nearest->baseline) {
        text += QLatin1Char('\n') + tr("base line %1").arg(Format::score(*nearest->baseline));
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace moderato::widgets
