#include "widgets/expressions/CameraLight.h"

#include "widgets/common/Theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace moderato::widgets {

namespace {

constexpr int diameter = 14;
constexpr int halo = 4; ///< Around the light while it is on.

QFont fontOf(bool on) {
    return textFont(TextSize::Head, on ? QFont::DemiBold : QFont::Normal);
}

} // namespace

CameraLight::CameraLight(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("cameraLight"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text());
    onScale(this, [this] { updateGeometry(); });
}

void CameraLight::setOn(bool on) {
    if (on_ != on) {
        on_ = on;
        setAccessibleName(text());
        updateGeometry();
        repaint(); // Not when there is time: now.
    }
}

QString CameraLight::text() const {
    return on_ ? tr("Camera on") : tr("Camera off");
}

QSize CameraLight::sizeHint() const {
    // The wider of the two, so that nothing jumps when it changes.
    const QFontMetrics metrics(fontOf(true));
    const int words =
        std::max(metrics.horizontalAdvance(tr("Camera on")), metrics.horizontalAdvance(tr("Camera off")));
    const int light = scaled(diameter + 2 * halo);
    return {light + grid + words, std::max(light, metrics.height())};
}

void CameraLight::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void CameraLight::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens(palette());
    const int outer = scaled(diameter + 2 * halo), inner = scaled(diameter);
    const QPointF middle(outer / 2.0, height() / 2.0);
    if (on_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.dangerSoft);
        painter.drawEllipse(middle, outer / 2.0, outer / 2.0);
        painter.setBrush(colors.danger);
        painter.drawEllipse(middle, inner / 2.0, inner / 2.0);
    } else {
        painter.setPen(QPen(colors.lineStrong, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, inner / 2.0, inner / 2.0);
    }
    painter.setFont(fontOf(on_));
    painter.setPen(on_ ? colors.dangerText : colors.textMuted);
    painter.drawText(QRect(outer + grid, 0, width() - outer - grid, height()),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace moderato::widgets
