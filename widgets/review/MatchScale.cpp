#include "widgets/review/MatchScale.h"

#include "widgets/common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr int axisHeight = 26, barsHeight = 26, widestBar = 10;
constexpr int edge = 18;         ///< Left for − and +.
constexpr double barShare = 0.7; ///< Of the distance of two results.

} // namespace

MatchScale::MatchScale(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MatchScale::setScore(double mean, double low, double high, double reach) {
    mean_ = mean;
    low_ = low;
    high_ = high;
    reach_ = std::max(1.0, reach);
    update();
}

void MatchScale::setResults(const QMap<int, int>& results) {
    results_ = results;
    update();
}

QSize MatchScale::sizeHint() const {
    return {scaled(220), scaled(barsHeight + axisHeight)};
}

double MatchScale::xOf(double value) const {
    const double left = scaled(edge), right = width() - scaled(edge);
    return left + (right - left) * (std::clamp(value / reach_, -1.0, 1.0) + 1) / 2;
}

void MatchScale::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont());
    painter.setPen(colors.textMuted);
    const QRect axis(0, height() - scaled(axisHeight), width(), scaled(axisHeight));
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("−"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("+"));
    const double left = xOf(-reach_), right = xOf(reach_), middle = axis.center().y() + 0.5;
    const int most = results_.isEmpty() ? 0 : *std::max_element(results_.begin(), results_.end());
    const double barWidth = std::clamp((xOf(1) - xOf(0)) * barShare, 2.0, double(scaled(widestBar)));
    for (auto it = results_.begin(); it != results_.end(); ++it) {
        const double barHeight = std::max(2.0, double(axis.top()) * it.value() / most);
        painter.fillRect(QRectF(xOf(it.key()) - barWidth / 2, axis.top() - barHeight, barWidth, barHeight),
                         it.key() < 0 ? colors.danger : colors.lineStrong);
    }
    painter.setPen(QPen(colors.lineStrong, 1));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    painter.setPen(QPen(colors.textMuted, 1));
    painter.drawLine(QPointF(xOf(0), middle - 7), QPointF(xOf(0), middle + 7));
    painter.setPen(QPen(colors.textMuted, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(xOf(low_), middle), QPointF(xOf(high_), middle));
    painter.setPen(QPen(colors.surface, 2));
    painter.setBrush(colors.text);
    painter.drawEllipse(QPointF(xOf(mean_), middle), 6, 6);
}

} // namespace moderato::widgets
