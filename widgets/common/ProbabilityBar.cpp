#include "widgets/common/ProbabilityBar.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <cmath>
#include <limits>

namespace moderato::widgets {

namespace {

int numberWidth(const QFont& font) {
    return QFontMetrics(font).horizontalAdvance(Format::percent(1.0)) + halfGrid;
}

} // namespace

void paintBar(QPainter& painter, const QRectF& rect, double value, Voice voice, const QColor& labelColor,
              const QPalette& palette) {
    const Tokens& t = tokens(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const double round = std::min(3.0, track.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(track, round, round);
    if (std::isfinite(value) && value > 0) {
        QRectF part = track;
        part.setWidth(std::max(2.0, track.width() * std::min(1.0, value)));
        if (voice == Voice::Decided) {
            painter.setBrush(labelColor.isValid() ? labelColor : t.accent);
        } else {
            painter.setBrush(t.prediction);
            painter.setPen(QPen(t.textMuted, 1, voice == Voice::Given ? Qt::DashLine : Qt::SolidLine));
        }
        painter.drawRoundedRect(part, round, round);
    }
    painter.restore();
}

ProbabilityBar::ProbabilityBar(QWidget* parent)
    : QWidget(parent)
    , value_(std::numeric_limits<double>::quiet_NaN()) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProbabilityBar::setValue(double value, Voice voice, const QColor& labelColor) {
    value_ = value;
    voice_ = voice;
    color_ = labelColor;
    setAccessibleName(Format::percent(value));
    update();
}

void ProbabilityBar::setNumberShown(bool shown) {
    number_ = shown;
    update();
}

QSize ProbabilityBar::sizeHint() const {
    return {scaled(96), QFontMetrics(font()).height()};
}

void ProbabilityBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int number = number_ ? numberWidth(font()) : 0;
    const int thick = scaled(8);
    paintBar(painter, QRectF(0, (height() - thick) / 2, width() - number, thick), value_, voice_, color_,
             palette());
    if (number_) {
        painter.setFont(font());
        painter.setPen(tokens(palette()).text);
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, Format::percent(value_));
    }
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QVariant value = index.data(Qt::DisplayRole);
    item.text.clear();
    item.icon = {};
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);
    if (!value.isValid()) {
        return;
    }
    const QRect area = option.rect.adjusted(grid, 0, -grid, 0);
    const int number = numberWidth(option.font);
    const int thick = scaled(8);
    const auto voice = Voice(index.data(VoiceRole).toInt());
    paintBar(*painter,
             QRectF(area.left(), area.center().y() - thick / 2.0, std::max(0, area.width() - number), thick),
             value.toDouble(), voice, index.data(Qt::DecorationRole).value<QColor>(), option.palette);
    painter->setPen(tokens(option.palette).text);
    painter->setFont(option.font);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, Format::percent(value.toDouble()));
}

} // namespace moderato::widgets
