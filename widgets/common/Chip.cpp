#include "widgets/common/Chip.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace moderato::widgets {

namespace {

constexpr int side = 8;
constexpr int gap = 5;

QFont chipFont(const ChipData& chip) {
    return textFont(TextSize::Small, chip.voice == Voice::Decided ? QFont::DemiBold : QFont::Normal);
}

QString scoreText(const ChipData& chip) {
    return chip.score < 0 ? QString() : Format::percent(chip.score);
}

} // namespace

QSize chipSize(const ChipData& chip) {
    const QFontMetrics metrics(chipFont(chip));
    int width = 2 * side + metrics.horizontalAdvance(chip.text);
    if (!chip.letter.isEmpty()) {
        width += metrics.horizontalAdvance(chip.letter) + gap;
    }
    if (const QString score = scoreText(chip); !score.isEmpty()) {
        width += metrics.horizontalAdvance(score) + gap;
    }
    return {width + 2, metrics.height() + 4};
}

void paintChip(QPainter& painter, const QRect& rect, const ChipData& chip, const QPalette& palette,
               bool enabled) {
    const Tokens& t = tokens(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ink = t.text;
    QColor faint = t.textMuted;
    if (chip.voice == Voice::Decided) {
        const QColor fill = chip.color.isValid() ? chip.color : t.accent;
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        ink = faint = readableOn(fill);
    } else {
        painter.setPen(QPen(t.lineStrong, 1, chip.voice == Voice::Given ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(Qt::NoBrush);
        ink = chip.voice == Voice::Predicted ? t.textMuted : t.text;
    }
    painter.drawRoundedRect(body, radius - 1, radius - 1);

    const QFont font = chipFont(chip);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    QRect text = rect.adjusted(side, 0, -side, 0);
    if (!enabled) {
        ink = faint = t.textFaint;
    }
    if (!chip.letter.isEmpty()) {
        painter.setPen(faint);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, chip.letter);
        text.setLeft(text.left() + metrics.horizontalAdvance(chip.letter) + gap);
    }
    if (const QString score = scoreText(chip); !score.isEmpty()) {
        painter.setPen(faint);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, score);
        text.setRight(text.right() - metrics.horizontalAdvance(score) - gap);
    }
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(chip.text, Qt::ElideRight, text.width() + 2));
    painter.restore();
}

Chip::Chip(const ChipData& data, QWidget* parent)
    : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setData(data);
}

void Chip::setData(const ChipData& data) {
    data_ = data;
    setText(data.text);
    const QString who = data.voice == Voice::Decided     ? tr("%1, decided").arg(data.text)
                        : data.voice == Voice::Predicted ? tr("%1, predicted").arg(data.text)
                                                         : tr("%1, given by the source").arg(data.text);
    setAccessibleName(who);
    setToolTip(who);
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable) {
    removable_ = removable;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    QSize size = chipSize(data_);
    if (removable_) {
        size.rwidth() += scaled(14);
    }
    return size;
}

QRect Chip::crossRect() const {
    const int size = scaled(12);
    return {width() - size - 5, (height() - size) / 2, size, size};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (removable_) {
        ChipData whole = data_;
        whole.text.clear();
        whole.letter.clear();
        whole.score = -1;
        paintChip(painter, rect(), whole, palette(), isEnabled());
        ChipData text = data_;
        painter.setFont(chipFont(data_));
        const QColor ink = data_.voice == Voice::Decided && data_.color.isValid() ? readableOn(data_.color)
                           : data_.voice == Voice::Decided                        ? tokens(palette()).onAccent
                                                                                  : tokens(palette()).text;
        painter.setPen(ink);
        painter.drawText(rect().adjusted(side, 0, -scaled(14) - halfGrid, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, text.text);
        painter.drawPixmap(crossRect(),
                           iconPixmap(QStringLiteral("x"), ink, crossRect().width(), devicePixelRatioF()));
    } else {
        paintChip(painter, rect(), data_, palette(), isEnabled());
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius - 1, radius - 1);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (removable_ && crossRect().adjusted(-5, -5, 5, 5).contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace moderato::widgets
