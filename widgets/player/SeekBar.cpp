#include "widgets/player/SeekBar.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

Milliseconds milliseconds(double seconds) {
    return Milliseconds(std::llround(seconds * 1000));
}

} // namespace

SeekBar::SeekBar(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Position in the video"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SeekBar::setDuration(double seconds) {
    if (duration_ != seconds) {
        duration_ = seconds;
        update();
    }
}

void SeekBar::setPosition(double seconds) {
    if (position_ != seconds) {
        position_ = seconds;
        update();
    }
}

void SeekBar::setMarks(double in, double out) {
    if (markIn_ != in || markOut_ != out) {
        markIn_ = in;
        markOut_ = out;
        update();
    }
}

QSize SeekBar::sizeHint() const {
    return {scaled(320), scaled(20)};
}

QSize SeekBar::minimumSizeHint() const {
    return {scaled(80), scaled(20)};
}

QRectF SeekBar::track() const {
    const double inset = scaled(8);
    return QRectF(inset, height() / 2.0 - 2, width() - 2 * inset, 4);
}

double SeekBar::secondsAt(double x) const {
    const QRectF line = track();
    return duration_ * std::clamp((x - line.left()) / std::max(1.0, line.width()), 0.0, 1.0);
}

double SeekBar::xAt(double seconds) const {
    const QRectF line = track();
    return line.left() + line.width() * std::clamp(seconds / duration_, 0.0, 1.0);
}

void SeekBar::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF line = track();
    painter.setBrush(colors.lineStrong);
    painter.drawRoundedRect(line, 2, 2);
    if (duration_ <= 0) {
        return;
    }
    const double x = xAt(position_);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(QRectF(line.topLeft(), QPointF(x, line.bottom())), 2, 2);
    painter.setBrush(colors.text);
    for (const double mark : {markIn_, markOut_}) {
        if (mark >= 0) {
            painter.drawRect(QRectF(xAt(mark) - 1, line.top() - 5, 2, line.height() + 10));
        }
    }
    if (hover_ >= 0) {
        painter.setBrush(colors.textMuted);
        painter.drawRect(QRectF(hover_ - 0.5, line.top() - 4, 1, line.height() + 8));
    }
    painter.setBrush(colors.accent);
    painter.setPen(QPen(colors.surface, 2));
    painter.drawEllipse(QPointF(x, line.center().y()), 7, 7);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
}

void SeekBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && duration_ > 0) {
        dragging_ = true;
        Q_EMIT seekRequested(secondsAt(event->position().x()));
    }
}

void SeekBar::mouseMoveEvent(QMouseEvent* event) {
    hover_ = event->position().x();
    if (dragging_) {
        Q_EMIT seekRequested(secondsAt(hover_));
    }
    update();
}

void SeekBar::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void SeekBar::leaveEvent(QEvent*) {
    hover_ = -1;
    update();
}

bool SeekBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (duration_ > 0) {
            QToolTip::showText(help->globalPos(), Format::timecode(milliseconds(secondsAt(help->pos().x()))),
                               this);
        }
        return true;
    }
    return QWidget::event(event);
}

void SeekBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT seekRequested(std::max(0.0, position_ - 1));
        break;
    case Qt::Key_Right:
        Q_EMIT seekRequested(std::min(duration_, position_ + 1));
        break;
    case Qt::Key_PageUp:
        Q_EMIT seekRequested(std::max(0.0, position_ - 10));
        break;
    case Qt::Key_PageDown:
        Q_EMIT seekRequested(std::min(duration_, position_ + 10));
        break;
    case Qt::Key_Home:
        Q_EMIT seekRequested(0);
        break;
    case Qt::Key_End:
        Q_EMIT seekRequested(duration_);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace moderato::widgets
