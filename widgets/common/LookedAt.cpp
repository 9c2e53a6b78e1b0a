#include "widgets/common/LookedAt.h"

#include "widgets/common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {

QColor lookedAtColor(const QPalette& palette) {
    return tokens(palette).dark ? QColor(0xd98fb8) : QColor(0x94407a);
}

void paintLookedAt(QPainter& painter, const QRectF& place, const LookedAt& mark, const QPalette& palette) {
    const QColor color = lookedAtColor(palette);
    const double thick = 2 + 2 * std::clamp(mark.weight, 0.0, 1.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, thick, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(place.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
    const QFont font = textFont(TextSize::Small, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QString text = QString::number(mark.rank);
    const QRectF badge(
        place.topLeft(),
        QSizeF(metrics.horizontalAdvance(text) + 2 * halfGrid, metrics.height() + 2).boundedTo(place.size()));
    painter.fillRect(badge, color);
    painter.setFont(font);
    painter.setPen(readableOn(color));
    painter.drawText(badge, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace moderato::widgets
