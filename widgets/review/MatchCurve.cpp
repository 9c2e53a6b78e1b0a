#include "widgets/review/MatchCurve.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QHelpEvent>
#include <QMap>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr int curveHeight = 48, labelHeight = 16;
constexpr double palest = 0.35;

} // namespace

MatchCurve::MatchCurve(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MatchCurve::setCurves(const std::vector<domain::ExpressionCurve>& curves,
                           const domain::ExpressionSet& set) {
    QMap<qint64, Point> byTime;
    for (const domain::ExpressionCurve& curve : curves) {
        const int side =
            int(set.positive.contains(curve.feature)) - int(set.negative.contains(curve.feature));
        for (const auto& point : curve.points) {
            Point& sum = byTime[point.startUs];
            sum.startUs = point.startUs;
            sum.score += side * point.share;
            sum.readers = std::max(sum.readers, point.readers);
        }
    }
    points_.assign(byTime.begin(), byTime.end());
    reach_ = 1;
    most_ = 1;
    stepUs_ = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        reach_ = std::max(reach_, std::abs(points_[i].score));
        most_ = std::max(most_, points_[i].readers);
        const qint64 step = i > 0 ? points_[i].startUs - points_[i - 1].startUs : 0;
        stepUs_ = step > 0 && (stepUs_ == 0 || step < stepUs_) ? step : stepUs_;
    }
    stepUs_ = std::max<qint64>(stepUs_, 1);
    endUs_ = points_.empty() ? 1 : points_.back().startUs + stepUs_;
    update();
}

void MatchCurve::setEnd(qint64 us) {
    endUs_ = std::max(endUs_, us);
    update();
}

QSize MatchCurve::sizeHint() const {
    return {scaled(220), scaled(curveHeight + labelHeight)};
}

QRect MatchCurve::area() const {
    return {0, 0, width(), height() - scaled(labelHeight)};
}

double MatchCurve::xOf(qint64 us) const {
    return double(width()) * double(us) / double(endUs_);
}

void MatchCurve::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setFont(textFont());
    const QRect place = area();
    const double middle = place.center().y() + 0.5, half = place.height() / 2.0 - 1;
    for (const Point& point : points_) {
        const double high = half * std::abs(point.score) / reach_;
        QColor color = point.score < 0 ? colors.danger : colors.accent;
        color.setAlphaF(float(palest + (1 - palest) * point.readers / most_));
        const double left = xOf(point.startUs), right = xOf(point.startUs + stepUs_);
        painter.fillRect(QRectF(left, point.score < 0 ? middle : middle - high,
                                std::max(1.0, right - left - 1), std::max(1.0, high)),
                         color);
    }
    painter.setPen(QPen(colors.textMuted, 1));
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
    const QRect labels(0, place.bottom() + 1, width(), height() - place.height());
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignBottom, Format::duration(0));
    painter.drawText(labels, Qt::AlignRight | Qt::AlignBottom, Format::duration(double(endUs_) / 1e6));
}

bool MatchCurve::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const qint64 us = qint64(double(endUs_) * help->pos().x() / std::max(1, width()));
    const auto at = std::find_if(points_.begin(), points_.end(), [&](const Point& point) {
        return us >= point.startUs && us < point.startUs + stepUs_;
    });
    if (at == points_.end()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(),
                           tr("%1: match score %2, n = %3")
                               .arg(Format::duration(double(at->startUs) / 1e6), Format::score(at->score, 1),
                                    Format::number(at->readers)),
                           this);
    }
    return true;
}

} // namespace moderato::widgets
