#include "widgets/player/private/TimelineLanes.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::Timeline)
};

constexpr double tallest = 2.4; ///< A picture wider than this many heights is cropped to it.

QString tickText(double seconds, double step) {
    const QString code = Format::timecode(Milliseconds(std::llround(seconds * 1000)));
    return step >= 1 ? code.section(QLatin1Char('.'), 0, 0) : code.chopped(2); // "00:12" or "00:12.4"
}

} // namespace

TimelineLayout TimelineLayout::normal() {
    return {scaled(20), scaled(44), scaled(10), scaled(30)};
}

TimelineLayout TimelineLayout::compact() {
    return {scaled(20), scaled(28), scaled(8), scaled(18)};
}

void TimelineLanes::setData(TimelineDataPtr data) {
    data_ = std::move(data);
    tiles_.clear();
    invalidate();
}

bool TimelineLanes::setLookedAt(std::vector<LookedAtPart> parts) {
    if (parts_ == parts) {
        return false;
    }
    parts_ = std::move(parts);
    invalidate();
    return true;
}

void TimelineLanes::setRevealed(bool revealed) {
    if (revealed_ != revealed) {
        revealed_ = revealed;
        tiles_.clear();
        if (data_ && data_->isVeiled) {
            invalidate();
        }
    }
}

void TimelineLanes::setLook(const Look& look) {
    if (look_.layout.film != look.layout.film || look_.pixelRatio != look.pixelRatio) {
        tiles_.clear();
    }
    look_ = look;
    invalidate();
}

const QPixmap& TimelineLanes::picture(const TimelineScale& scale) {
    if (!picture_.isNull() && from_ == scale.from() && length_ == scale.length()) {
        return picture_;
    }
    ++paintings_;
    from_ = scale.from();
    length_ = scale.length();
    const QSize size(std::max(1, look_.width), std::max(1, look_.layout.height()));
    picture_ = QPixmap(size * look_.pixelRatio);
    picture_.setDevicePixelRatio(look_.pixelRatio);
    picture_.fill(tokens(look_.palette).surface);
    QPainter painter(&picture_);
    const Tokens& colors = tokens(look_.palette);
    painter.fillRect(0, look_.layout.filmTop(), size.width(), look_.layout.film, colors.raised);
    if (scale.duration() > 0) {
        paintRuler(painter, scale);
        if (data_) {
            paintFilm(painter, scale);
            paintMarks(painter, scale);
            paintSound(painter, scale);
        }
        paintLookedAtParts(painter, scale);
    }
    return picture_;
}

void TimelineLanes::paintRuler(QPainter& painter, const TimelineScale& scale) const {
    const Tokens& colors = tokens(look_.palette);
    painter.setFont(textFont(TextSize::Small));
    const double step = scale.tickStep(scaled(72));
    const double minor = step / 5;
    const int bottom = look_.layout.ruler;
    for (qint64 i = qint64(std::floor(scale.from() / minor)); double(i) * minor <= scale.to(); ++i) {
        const double x = scale.x(double(i) * minor);
        const bool isMajor = i % 5 == 0;
        painter.setPen(isMajor ? colors.lineStrong : colors.line);
        painter.drawLine(QPointF(x, bottom - (isMajor ? scaled(6) : scaled(3))), QPointF(x, bottom - 1));
        if (isMajor) {
            const QString text = tickText(double(i) * minor, step);
            const int width = painter.fontMetrics().horizontalAdvance(text);
            const double left = std::clamp(x + 3, 0.0, std::max(0.0, double(look_.width - width)));
            if (x + 3 + width <= look_.width) { // a label that is cut says nothing
                painter.setPen(colors.textMuted);
                painter.drawText(QRectF(left, 0, width + 1, bottom - scaled(4)),
                                 Qt::AlignLeft | Qt::AlignVCenter, text);
            }
        }
    }
}

const QPixmap& TimelineLanes::tile(const TimelinePicture& picture) {
    auto found = tiles_.find(&picture);
    if (found == tiles_.end()) {
        const QImage& image = picture.shown(revealed_);
        const int height = std::max(1, int(std::lround(look_.layout.film * look_.pixelRatio)));
        QPixmap small = QPixmap::fromImage(image.scaledToHeight(height, Qt::SmoothTransformation));
        small.setDevicePixelRatio(look_.pixelRatio);
        found = tiles_.insert(&picture, small);
    }
    return *found;
}

/// Side by side without gaps: each place shows the picture that is nearest to its middle.
void TimelineLanes::paintFilm(QPainter& painter, const TimelineScale& scale) {
    if (data_->filmstrip.empty()) {
        return;
    }
    const QSize size = data_->filmstrip.front().clear.size();
    const double aspect = std::clamp(double(size.width()) / std::max(1, size.height()), 0.4, tallest);
    const double width = std::max(8.0, look_.layout.film * aspect);
    const double end = std::min(double(look_.width), scale.x(scale.duration()));
    // Counted from the video's beginning, so that the places move with the pan.
    const double origin = -scale.from() * scale.pixelsPerSecond();
    painter.save();
    painter.setClipRect(QRectF(0, look_.layout.filmTop(), end, look_.layout.film));
    for (double x = origin + std::floor(-origin / width) * width; x < end; x += width) {
        const TimelinePicture* picture = data_->near(scale.seconds(x + width / 2));
        const QPixmap& small = tile(*picture);
        const double shown = std::min(width, small.width() / small.devicePixelRatio());
        painter.drawPixmap(QRectF(x + (width - shown) / 2, look_.layout.filmTop(), shown, look_.layout.film),
                           small,
                           QRectF((small.width() - shown * small.devicePixelRatio()) / 2, 0,
                                  shown * small.devicePixelRatio(), small.height()));
    }
    painter.restore();
}

void TimelineLanes::paintLookedAtParts(QPainter& painter, const TimelineScale& scale) const {
    for (const LookedAtPart& part : parts_) {
        const double from = scale.x(part.from * scale.duration()), to = scale.x(part.to * scale.duration());
        if (to > 0 && from < look_.width) {
            paintLookedAt(painter, QRectF(from, look_.layout.filmTop(), to - from, look_.layout.film),
                          part.mark, look_.palette);
        }
    }
}

void TimelineLanes::paintMarks(QPainter& painter, const TimelineScale& scale) const {
    const Tokens& colors = tokens(look_.palette);
    const int top = look_.layout.marksTop();
    painter.setPen(colors.textMuted);
    for (const double shot : data_->shots) {
        if (const double x = scale.x(shot); x >= 0 && x <= look_.width) {
            painter.drawLine(QPointF(x, top + 1), QPointF(x, top + look_.layout.marks - 2));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accentText);
    const double half = look_.layout.marks / 2.0 - 1;
    for (const TimelinePicture& cover : data_->covers) {
        const QPointF middle(scale.x(cover.seconds), top + look_.layout.marks / 2.0);
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -half), middle + QPointF(half, 0),
                                      middle + QPointF(0, half), middle + QPointF(-half, 0)});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineLanes::paintSound(QPainter& painter, const TimelineScale& scale) const {
    const Tokens& colors = tokens(look_.palette);
    const int top = look_.layout.soundTop();
    const double middle = top + look_.layout.sound / 2.0;
    const double end = std::min(double(look_.width), scale.x(scale.duration()));
    if (!data_->hasSound) {
        const QString text = Text::tr("no sound");
        painter.setFont(textFont(TextSize::Small));
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(colors.lineStrong);
        painter.drawLine(QPointF(width + 2 * grid, middle), QPointF(end, middle));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(grid, top, width + 1, look_.layout.sound), Qt::AlignVCenter, text);
        return;
    }
    for (const auto& [from, to] : data_->silence) {
        painter.fillRect(QRectF(QPointF(scale.x(from), top), QPointF(scale.x(to), top + look_.layout.sound)),
                         colors.raised);
    }
    painter.setPen(colors.line);
    painter.drawLine(QPointF(0, middle), QPointF(end, middle));
    paintWave(painter, scale);
}

void TimelineLanes::paintWave(QPainter& painter, const TimelineScale& scale) const {
    const auto columns = qint64(data_->low.size());
    if (columns == 0 || data_->soundSeconds <= 0) {
        return;
    }
    const double middle = look_.layout.soundTop() + look_.layout.sound / 2.0;
    const double height = look_.layout.sound / 2.0 - 1;
    const auto columnAt = [&](int x) {
        const double seconds = scale.from() + x / scale.pixelsPerSecond() - data_->soundFrom;
        return qint64(std::floor(seconds / data_->soundSeconds * double(columns)));
    };
    painter.setPen(tokens(look_.palette).textMuted);
    for (int x = 0; x < look_.width; ++x) {
        const qint64 first = std::max<qint64>(0, columnAt(x));
        const qint64 last = std::min(columns - 1, std::max(columnAt(x + 1) - 1, columnAt(x)));
        float low = 0, high = 0;
        for (qint64 i = first; i <= last; ++i) {
            low = std::min(low, data_->low[std::size_t(i)]);
            high = std::max(high, data_->high[std::size_t(i)]);
        }
        if (first <= last && high > low) {
            painter.drawLine(QPointF(x, middle - std::min(1.0f, high) * height),
                             QPointF(x, middle - std::max(-1.0f, low) * height));
        }
    }
}

} // namespace moderato::widgets
