#include "widgets/player/ContactSheet.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr int gap = grid;

QString timeOf(const TimelinePicture& picture) {
    const Milliseconds time(std::llround(picture.seconds * 1000));
    return Format::timecode(time);
}

} // namespace

ContactSheet::ContactSheet(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Contact sheet"));
    setProperty("ground", "surface"); // also under the scroll bar
    setAttribute(Qt::WA_StyledBackground);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    hide();
}

void ContactSheet::setData(TimelineDataPtr data) {
    data_ = std::move(data);
    current_ = 0;
    lay();
}

void ContactSheet::setRevealed(bool revealed) {
    revealed_ = revealed;
    viewport()->update();
}

void ContactSheet::open(double seconds) {
    show();
    raise();
    lay();
    const TimelinePicture* nearest = data_ ? data_->near(seconds) : nullptr;
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const Cell& other) {
        return !other.isCover && other.picture == nearest;
    });
    setCurrent(cell == cells_.end() ? 0 : int(cell - cells_.begin()));
    setFocus(Qt::OtherFocusReason);
}

void ContactSheet::lay() {
    cells_.clear();
    headings_.clear();
    if (!data_ || data_->filmstrip.empty()) {
        verticalScrollBar()->setRange(0, 0);
        viewport()->update();
        return;
    }
    const QFontMetrics small(textFont(TextSize::Small));
    const int room = viewport()->width() - 2 * gap;
    columns_ = std::max(1, (room + gap) / (scaled(150) + gap));
    const int width = (room - (columns_ - 1) * gap) / columns_;
    const QSize shape = data_->filmstrip.front().clear.size();
    const int pictureHeight =
        std::clamp(width * shape.height() / std::max(1, shape.width()), width / 3, width * 4 / 3);
    const int height = pictureHeight + small.height() + halfGrid;
    int y = gap;
    const auto section = [&](const QString& heading, const std::vector<TimelinePicture>& pictures,
                             bool areCovers) {
        if (pictures.empty()) {
            return;
        }
        headings_.push_back({heading, y});
        y += small.height() + halfGrid;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const int column = int(i) % columns_, row = int(i) / columns_;
            cells_.push_back({&pictures[i], areCovers,
                              QRect(gap + column * (width + gap), y + row * (height + gap), width, height)});
        }
        y += (int(pictures.size()) + columns_ - 1) / columns_ * (height + gap) + halfGrid;
    };
    section(tr("Cover candidates"), data_->covers, true);
    section(tr("Pictures"), data_->filmstrip, false);
    verticalScrollBar()->setRange(0, std::max(0, y - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(height / 2);
    current_ = std::clamp(current_, 0, std::max(0, count() - 1));
    viewport()->update();
}

void ContactSheet::setCurrent(int index) {
    if (cells_.empty()) {
        return;
    }
    current_ = std::clamp(index, 0, count() - 1);
    const QRect& rect = cells_[std::size_t(current_)].rect;
    QScrollBar* bar = verticalScrollBar();
    if (rect.top() - gap < bar->value()) {
        bar->setValue(rect.top() - gap - scaled(20));
    } else if (rect.bottom() + gap > bar->value() + viewport()->height()) {
        bar->setValue(rect.bottom() + gap - viewport()->height());
    }
    setAccessibleDescription(timeOf(*cells_[std::size_t(current_)].picture));
    viewport()->update();
}

void ContactSheet::choose(int index) {
    if (index >= 0 && index < count()) {
        current_ = index;
        Q_EMIT chosen(cells_[std::size_t(index)].picture->seconds);
    }
}

/// By what is seen: to the cell above or below, also from one section to the other.
void ContactSheet::moveBy(int columns, int rows) {
    if (cells_.empty()) {
        return;
    }
    int target = current_ + columns;
    if (rows != 0) {
        const QPoint from = cells_[std::size_t(current_)].rect.center();
        int best = current_;
        qint64 distance = -1;
        for (int i = 0; i < count(); ++i) {
            const QPoint to = cells_[std::size_t(i)].rect.center();
            if ((to.y() - from.y()) * rows <= 0) {
                continue;
            }
            const qint64 away = qint64(std::abs(to.y() - from.y())) * 100 + std::abs(to.x() - from.x());
            if (distance < 0 || away < distance) {
                distance = away;
                best = i;
            }
        }
        target = best;
    }
    setCurrent(target);
}

void ContactSheet::paintEvent(QPaintEvent* event) {
    const Tokens& colors = tokens(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colors.surface);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setFont(textFont(TextSize::Small));
    if (cells_.empty()) {
        painter.setPen(colors.textMuted);
        painter.drawText(viewport()->rect().adjusted(2 * grid, 0, -2 * grid, 0),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         tr("There are no pictures of this video yet; they come with its analysis."));
        return;
    }
    painter.translate(0, -verticalScrollBar()->value());
    const QRect seen = event->rect().translated(0, verticalScrollBar()->value());
    painter.setPen(colors.textMuted);
    for (const Heading& heading : headings_) {
        painter.drawText(QPoint(gap, heading.top + painter.fontMetrics().ascent()), heading.text);
    }
    for (int i = 0; i < count(); ++i) {
        const Cell& cell = cells_[std::size_t(i)];
        if (cell.rect.adjusted(-gap, -gap, gap, gap).intersects(seen)) {
            paintCell(painter, cell, i == current_);
        }
    }
}

void ContactSheet::paintCell(QPainter& painter, const Cell& cell, bool isCurrent) const {
    const Tokens& colors = tokens(palette());
    const int line = painter.fontMetrics().height() + halfGrid;
    const QRect frame = cell.rect.adjusted(0, 0, 0, -line);
    const QImage& image = cell.picture->shown(revealed_);
    painter.fillRect(frame, colors.raised);
    QRect place(QPoint(), image.size().scaled(frame.size(), Qt::KeepAspectRatio));
    place.moveCenter(frame.center());
    painter.drawImage(place, image);
    if (isCurrent) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(QRectF(frame).adjusted(-2, -2, 2, 2), 3, 3);
    }
    painter.setPen(isCurrent ? colors.text : colors.textMuted);
    painter.drawText(QRect(frame.left(), frame.bottom() + 1, frame.width(), line),
                     Qt::AlignHCenter | Qt::AlignVCenter, timeOf(*cell.picture));
}

void ContactSheet::resizeEvent(QResizeEvent*) {
    lay();
}

void ContactSheet::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->pos() + QPoint(0, verticalScrollBar()->value());
    for (int i = 0; i < count(); ++i) {
        if (cells_[std::size_t(i)].rect.contains(at)) {
            choose(i);
            return;
        }
    }
}

bool ContactSheet::event(QEvent* event) {
    // The page's own keys (arrows, Return, Page) are the sheet's while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        static constexpr int own[] = {Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,
                                      Qt::Key_Home,   Qt::Key_End,    Qt::Key_Return,  Qt::Key_Enter,
                                      Qt::Key_Escape, Qt::Key_PageUp, Qt::Key_PageDown};
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier) {
            if (std::find(std::begin(own), std::end(own), key->key()) != std::end(own)) {
                event->accept();
                return true;
            }
        }
    }
    return QAbstractScrollArea::event(event);
}

void ContactSheet::keyPressEvent(QKeyEvent* event) {
    const int page =
        cells_.empty() ? 1 : std::max(1, viewport()->height() / (cells_.front().rect.height() + gap));
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy(-1, 0);
        break;
    case Qt::Key_Right:
        moveBy(1, 0);
        break;
    case Qt::Key_Up:
        moveBy(0, -1);
        break;
    case Qt::Key_Down:
        moveBy(0, 1);
        break;
    case Qt::Key_PageUp:
        setCurrent(current_ - page * columns_);
        break;
    case Qt::Key_PageDown:
        setCurrent(current_ + page * columns_);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(count() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(current_);
        break;
    case Qt::Key_Escape:
        Q_EMIT closed();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace moderato::widgets
