#include "widgets/player/private/TimelinePreview.h"

#include "widgets/common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {

TimelinePreview::TimelinePreview(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void TimelinePreview::showAt(QPoint at, const QImage& picture, const QString& text) {
    picture_ = picture;
    text_ = text;
    const QFontMetrics small(textFont(TextSize::Small));
    const QSize bound(scaled(176), scaled(128));
    const QSize shown = picture.isNull() ? QSize() : picture.size().scaled(bound, Qt::KeepAspectRatio);
    const int width = std::max(shown.width(), small.horizontalAdvance(text)) + 2 * halfGrid;
    const int height = std::max(0, shown.height()) + small.height() + 2 * halfGrid;
    resize(width, height);
    const QWidget* room = parentWidget();
    move(std::clamp(at.x() - width / 2, 0, std::max(0, room->width() - width)),
         std::max(0, at.y() - height - halfGrid));
    show();
    raise();
    update();
}

void TimelinePreview::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(colors.lineStrong);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), halfGrid, halfGrid);
    painter.setFont(textFont(TextSize::Small));
    const int line = painter.fontMetrics().height();
    if (!picture_.isNull()) {
        const QSize room(width() - 2 * halfGrid, height() - 2 * halfGrid - line);
        const QSize size = picture_.size().scaled(room, Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint((width() - size.width()) / 2, halfGrid), size), picture_);
    }
    painter.setPen(colors.text);
    painter.drawText(QRect(0, height() - halfGrid - line, width(), line), Qt::AlignCenter, text_);
}

} // namespace moderato::widgets
