#include "widgets/player/Timeline.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/player/private/TimelineLanes.h"
#include "widgets/player/private/TimelinePreview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr int headHalf = 6; ///< Half of the play head's width at its top.

} // namespace

Timeline::Timeline(QWidget* parent)
    : QWidget(parent)
    , lanes_(std::make_unique<TimelineLanes>())
    , noticeRow_(new QWidget(this))
    , notice_(new QLabel)
    , noticeButton_(new QPushButton) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Position in the video"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRole(notice_, "small");
    noticeButton_->setProperty("emphasis", "link");
    noticeButton_->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(noticeRow_);
    row->setContentsMargins(grid, 0, grid, 0);
    row->setSpacing(grid);
    row->addWidget(notice_);
    row->addWidget(noticeButton_);
    row->addStretch(1);
    noticeRow_->setCursor(Qt::ArrowCursor);
    noticeRow_->hide();
    connect(noticeButton_, &QPushButton::clicked, this, [this] {
        if (noticeAction_) {
            noticeAction_->trigger();
        }
    });
    onScale(this, [this] { relay(); });
}

Timeline::~Timeline() = default;

void Timeline::setState(const PlayerState& state) {
    const PlayerState before = std::exchange(state_, state);
    if (before.duration != state.duration) {
        scale_.setDuration(state.duration);
        lanes_->invalidate();
        update();
    }
    if (before.markIn != state.markIn || before.markOut != state.markOut || before.exact != state.exact ||
        before.target != state.target) {
        update();
    }
    if (before.position != state.position) {
        if (drag_ == Drag::None && scale_.follow(state.position)) {
            update();
        }
        moveHead(before.position, state.position);
    }
    if (std::floor(before.position) != std::floor(state.position)) {
        setAccessibleDescription(Format::timecode(Milliseconds(std::llround(state.position * 1000))));
    }
}

/// Only the two strips where the play head was and is.
void Timeline::moveHead(double before, double after) {
    for (const double seconds : {before, after}) {
        update(QRectF(scale_.x(seconds) - 2 * headHalf - 1, 0, 4 * headHalf + 2, height()).toAlignedRect());
    }
}

void Timeline::setFrameTimes(FrameTimesPtr times) {
    times_ = std::move(times);
}

void Timeline::setData(TimelineDataPtr data) {
    if (data_ == data) {
        return;
    }
    data_ = std::move(data);
    lanes_->setData(data_);
    hidePreview();
    placeNotice();
    update();
}

void Timeline::setLookedAt(std::vector<LookedAtPart> parts) {
    if (lanes_->setLookedAt(std::move(parts))) {
        update();
    }
}

const std::vector<LookedAtPart>& Timeline::lookedAt() const {
    return lanes_->lookedAt();
}

void Timeline::setNotice(const QString& text, QAction* action) {
    notice_->setText(text);
    noticeAction_ = action;
    noticeButton_->setVisible(action != nullptr);
    if (action) {
        noticeButton_->setText(action->text());
    }
    placeNotice();
}

QString Timeline::notice() const {
    return data_ ? QString() : notice_->text();
}

void Timeline::placeNotice() {
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    noticeRow_->setGeometry(0, layout.filmTop(), width(), layout.film);
    noticeRow_->setVisible(!data_ && !notice_->text().isEmpty());
}

void Timeline::setRevealed(bool revealed) {
    if (revealed_ != revealed) {
        revealed_ = revealed;
        lanes_->setRevealed(revealed);
        if (preview_ && preview_->isVisible()) {
            showPreview();
        }
        update();
    }
}

void Timeline::setCompact(bool compact) {
    if (compact_ != compact) {
        compact_ = compact;
        relay();
    }
}

void Timeline::relay() {
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    scale_.setWidth(width());
    lanes_->setLook({layout, width(), palette(), devicePixelRatioF()});
    placeNotice();
    updateGeometry();
    update();
}

void Timeline::zoom(double factor) {
    const bool inSight = state_.position >= scale_.from() && state_.position <= scale_.to();
    scale_.zoom(factor, inSight ? state_.position : scale_.from() + scale_.length() / 2);
    hidePreview();
    update();
}

void Timeline::fit() {
    scale_.fit();
    update();
}

void Timeline::seekShot(int direction) {
    if (data_) {
        if (const auto shot = data_->shotFrom(state_.target, direction)) {
            Q_EMIT seekRequested(*shot);
        }
    }
}

int Timeline::lanePaintings() const {
    return lanes_->paintings();
}

QSize Timeline::sizeHint() const {
    return {scaled(320), minimumSizeHint().height()};
}

QSize Timeline::minimumSizeHint() const {
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    return {scaled(80), layout.height()};
}

void Timeline::resizeEvent(QResizeEvent*) {
    relay();
}

void Timeline::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        relay();
    }
    QWidget::changeEvent(event);
}

void Timeline::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const QPixmap& picture = lanes_->picture(scale_);
    const double ratio = picture.devicePixelRatio();
    const QRectF part = event->rect();
    painter.drawPixmap(part, picture, QRectF(part.topLeft() * ratio, part.size() * ratio));
    if (state_.duration > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintSegment(painter);
        paintHover(painter);
        paintHead(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens(palette()).accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

/// What lies outside of the marks steps back; the marks are edges with a foot that can be taken hold of.
void Timeline::paintSegment(QPainter& painter) const {
    const Tokens& colors = tokens(palette());
    if (!state_.markIn && !state_.markOut) {
        return;
    }
    const TimelineLayout layout = compact_ ? TimelineLayout::compact() : TimelineLayout::normal();
    const double from = state_.markIn ? scale_.x(state_.markIn->seconds) : scale_.x(0);
    const double to = state_.markOut ? scale_.x(state_.markOut->seconds) : scale_.x(state_.duration);
    QColor shade = colors.surface;
    shade.setAlphaF(0.66f);
    const double top = layout.filmTop(), bottom = layout.height();
    painter.fillRect(QRectF(0, top, std::max(0.0, from), bottom - top), shade);
    painter.fillRect(QRectF(to, top, std::max(0.0, width() - to), bottom - top), shade);
    painter.fillRect(QRectF(QPointF(from, top - 3), QPointF(to, top)), colors.accent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    const auto edge = [&](double x, int direction) {
        painter.drawRect(QRectF(x - 1, top - 3, 2, bottom - top + 3));
        const double foot = direction * 5.0;
        painter.drawPolygon(QPolygonF{{x, bottom}, {x + foot, bottom}, {x, bottom - 8}});
    };
    if (state_.markIn) {
        edge(from, 1);
    }
    if (state_.markOut) {
        edge(to, -1);
    }
}

void Timeline::paintHead(QPainter& painter) const {
    const Tokens& colors = tokens(palette());
    if (!state_.exact) { // where it goes
        painter.setPen(QPen(colors.accentText, 1, Qt::DotLine));
        const double target = std::round(scale_.x(state_.target)) + 0.5;
        painter.drawLine(QPointF(target, 0), QPointF(target, height()));
    }
    const double x = std::round(scale_.x(state_.position)) + 0.5;
    painter.setPen(QPen(colors.surface, 3));
    painter.drawLine(QPointF(x, headHalf + 2), QPointF(x, height()));
    painter.setPen(QPen(colors.accent, 1.5));
    painter.drawLine(QPointF(x, 2), QPointF(x, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    const double left = std::clamp(x - headHalf, 0.0, std::max(0.0, double(width() - 2 * headHalf)));
    painter.drawPolygon(
        QPolygonF{{left, 0}, {left + 2 * headHalf, 0}, {x, headHalf + 4.0}}); // whole at the ends
}

void Timeline::paintHover(QPainter& painter) const {
    if (hover_ >= 0 && drag_ != Drag::Pan) {
        painter.setPen(QPen(tokens(palette()).textMuted, 1));
        const double x = std::round(hover_) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

} // namespace moderato::widgets
