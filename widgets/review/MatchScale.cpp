#include "widgets/review/MatchScale.h"

#include "widgets/common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {

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

QSize MatchScale::sizeHint() const {
    return {scaled(220), scaled(26)};
}

void MatchScale::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont());
    painter.setPen(colors.textMuted);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("−"));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("+"));
    const double left = scaled(18), right = width() - scaled(18), middle = height() / 2.0;
    const auto x = [&](double value) {
        return left + (right - left) * (std::clamp(value / reach_, -1.0, 1.0) + 1) / 2;
    };
    painter.setPen(QPen(colors.lineStrong, 1));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    painter.setPen(QPen(colors.textMuted, 1));
    painter.drawLine(QPointF(x(0), middle - 7), QPointF(x(0), middle + 7));
    painter.setPen(QPen(colors.textMuted, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x(low_), middle), QPointF(x(high_), middle));
    painter.setPen(QPen(colors.surface, 2));
    painter.setBrush(colors.text);
    painter.drawEllipse(QPointF(x(mean_), middle), 6, 6);
}

} // namespace moderato::widgets
