#include "widgets/review/ScoreRow.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace moderato::widgets {

ScoreRow::ScoreRow(const QString& key, QWidget* parent)
    : QWidget(parent)
    , key_(key) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreRow::setScore(const QString& name, double probability, bool strong) {
    name_ = name;
    probability_ = probability;
    strong_ = strong;
    filled_ = true;
    setToolTip(name);
    setAccessibleName(tr("%1: %2, %3").arg(key_, name, Format::percent(probability)));
    update();
}

void ScoreRow::setNothing() {
    filled_ = false;
    setToolTip({});
    setAccessibleName({});
    update();
}

QSize ScoreRow::sizeHint() const {
    return {scaled(260), QFontMetrics(textFont()).height() + halfGrid};
}

QSize ScoreRow::minimumSizeHint() const {
    return {scaled(180), sizeHint().height()};
}

void ScoreRow::paintEvent(QPaintEvent*) {
    if (!filled_) {
        return;
    }
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = textFont(TextSize::Small);
    const int cap = scaled(18);
    const QRectF key(0.5, (height() - cap) / 2 + 0.5, cap - 1, cap - 1);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(key, 4, 4);
    painter.setPen(colors.textMuted);
    painter.setFont(small);
    painter.drawText(key, Qt::AlignCenter, key_);

    const QFont font = textFont(TextSize::Body, strong_ ? QFont::DemiBold : QFont::Normal);
    const int number = QFontMetrics(font).horizontalAdvance(Format::percent(1)) + halfGrid;
    const int left = cap + grid;
    const int names = std::max(scaled(90), (width() - left - number) * 45 / 100);
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(QRect(left, 0, names, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(name_, Qt::ElideRight, names));
    const int thick = scaled(8);
    const int barLeft = left + names + grid;
    paintBar(
        painter,
        QRectF(barLeft, (height() - thick) / 2, std::max(0, width() - number - barLeft - halfGrid), thick),
        probability_, Voice::Predicted, {}, palette());
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, Format::percent(probability_));
}

void ScoreRow::mouseReleaseEvent(QMouseEvent* event) {
    if (filled_ && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

} // namespace moderato::widgets
