// What a pointer and keys do on a timeline.
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/player/Timeline.h"
#include "widgets/player/private/TimelineLanes.h"
#include "widgets/player/private/TimelinePreview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr double snapPixels = 10;
constexpr double edgePixels = 5;
constexpr double dragPixels = 3; ///< Less is a click.
constexpr double wheelZoom = 1.25;

} // namespace

/// The edge of the marked segment under the pointer.
Timeline::Drag Timeline::edgeAt(QPointF at) const {
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    if (at.y() < layout.filmTop()) {
        return Drag::None;
    }
    const auto isNear = [&](const std::optional<FrameMark>& mark) {
        return mark && std::abs(scale_.x(mark->seconds) - at.x()) <= edgePixels;
    };
    return isNear(state_.markOut) ? Drag::Out : isNear(state_.markIn) ? Drag::In : Drag::None;
}

/// Where the pointer asks to go: with Shift to the beginning of a shot that is near.
double Timeline::wished(const QMouseEvent& event) const {
    const double seconds = scale_.seconds(event.position().x());
    if (!(event.modifiers() & Qt::ShiftModifier) || !data_) {
        return seconds;
    }
    double best = seconds, distance = snapPixels;
    for (const double shot : data_->shots) {
        const double pixels = std::abs(scale_.x(shot) - event.position().x());
        if (pixels < distance) {
            distance = pixels;
            best = shot;
        }
    }
    return best;
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || state_.duration <= 0) {
        return;
    }
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    pressedAt_ = event->position();
    pressedFrom_ = scale_.from();
    moved_ = false;
    drag_ = edgeAt(pressedAt_);
    if (drag_ == Drag::None) {
        const bool onRuler = pressedAt_.y() < layout.filmTop();
        drag_ = onRuler && !scale_.isFit() ? Drag::Pan : Drag::Scrub;
    }
    if (drag_ == Drag::Scrub) {
        Q_EMIT seekRequested(wished(*event));
    }
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    hover_ = event->position().x();
    moved_ = moved_ || std::abs(hover_ - pressedAt_.x()) >= dragPixels;
    if (drag_ == Drag::Pan && moved_) {
        hidePreview();
        const double wantedFrom = pressedFrom_ - (hover_ - pressedAt_.x()) / scale_.pixelsPerSecond();
        scale_.pan(wantedFrom - scale_.from());
    } else {
        if (drag_ == Drag::Scrub || (drag_ != Drag::None && drag_ != Drag::Pan && moved_)) {
            Q_EMIT seekRequested(wished(*event));
        }
        showPreview();
    }
    if (drag_ == Drag::None) {
        showCursor(event->position());
    }
    update();
}

void Timeline::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(drag_, Drag::None);
    if (drag == Drag::Pan && !moved_) {
        Q_EMIT seekRequested(wished(*event));
    } else if ((drag == Drag::In || drag == Drag::Out) && moved_) {
        const double seconds = wished(*event);
        Q_EMIT seekRequested(seconds);
        Q_EMIT markRequested(drag == Drag::In, seconds);
    }
    showCursor(event->position());
}

void Timeline::showCursor(QPointF at) {
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    if (edgeAt(at) != Drag::None) {
        setCursor(Qt::SizeHorCursor);
    } else if (at.y() < layout.filmTop() && !scale_.isFit()) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(Qt::PointingHandCursor);
    }
}

void Timeline::leaveEvent(QEvent*) {
    hover_ = -1;
    hidePreview();
    update();
}

void Timeline::hideEvent(QHideEvent*) {
    hover_ = -1;
    drag_ = Drag::None;
    hidePreview();
}

void Timeline::wheelEvent(QWheelEvent* event) {
    const double turns = (event->angleDelta().y() + event->angleDelta().x()) / 120.0;
    if (state_.duration <= 0 || turns == 0) {
        event->ignore();
        return;
    }
    if (event->modifiers() & Qt::ControlModifier) {
        scale_.zoom(std::pow(wheelZoom, -turns), scale_.seconds(event->position().x()));
    } else if (!scale_.isFit()) {
        scale_.pan(-turns * scale_.length() / 8);
    } else {
        event->ignore();
        return;
    }
    hover_ = event->position().x();
    showPreview();
    update();
    event->accept();
}

void Timeline::keyPressEvent(QKeyEvent* event) {
    const double here = state_.target;
    const auto ask = [this](double seconds) {
        Q_EMIT seekRequested(std::clamp(seconds, 0.0, state_.duration));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        ask(here - 1);
        break;
    case Qt::Key_Right:
        ask(here + 1);
        break;
    case Qt::Key_PageUp:
        ask(here - 10);
        break;
    case Qt::Key_PageDown:
        ask(here + 10);
        break;
    case Qt::Key_Home:
        ask(0);
        break;
    case Qt::Key_End:
        ask(state_.duration);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Timeline::showPreview() {
    if (hover_ < 0 || state_.duration <= 0 || !parentWidget()) {
        return;
    }
    if (!preview_) {
        preview_ = new TimelinePreview(parentWidget());
    }
    const double seconds = scale_.seconds(hover_);
    const Milliseconds time(std::llround(seconds * 1000));
    const qint64 frame = times_ ? times_->numberAt(times_->start() + seconds) : -1;
    const TimelinePicture* picture = data_ ? data_->near(seconds) : nullptr;
    preview_->showAt(mapToParent(QPoint(int(hover_), 0)), picture ? picture->shown(revealed_) : QImage(),
                     frame >= 0 ? Format::timecode(time, frame) : Format::timecode(time));
}

void Timeline::hidePreview() {
    if (preview_) {
        preview_->hide();
    }
}

} // namespace moderato::widgets
