#include "widgets/review/QualityRow.h"

#include "widgets/common/Format.h"
#include "widgets/common/ProbabilityBar.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {

QualityRow::QualityRow(const domain::QualityLabel& label, QWidget* parent)
    : QWidget(parent)
    , label_(label)
    , name_(ReviewWords::qualityTask(label.task))
    , word_(label.value == domain::QualityLabel::Value::Positive ? tr("above") : tr("below")) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QString reference = label.reference ? Format::score(*label.reference, 0) : Format::none();
    setToolTip(
        tr("%1: degree %2 of 100, reference %3").arg(name_, Format::score(label.degree, 1), reference));
    setAccessibleName(QStringLiteral("%1, %2").arg(toolTip(), word_));
}

QSize QualityRow::sizeHint() const {
    return {scaled(220), QFontMetrics(textFont()).height() + halfGrid};
}

void QualityRow::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics body(textFont()), small(textFont(TextSize::Small));
    const int names = std::min(width() * 32 / 100, scaled(110));
    const int number = body.horizontalAdvance(QStringLiteral("100.0")) + halfGrid;
    const int words =
        std::max(small.horizontalAdvance(tr("above")), small.horizontalAdvance(tr("below"))) + grid;
    painter.setFont(textFont());
    painter.setPen(colors.text);
    painter.drawText(QRect(0, 0, names, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     body.elidedText(name_, Qt::ElideRight, names));
    const int thick = scaled(8);
    const QRectF bar(names + grid, (height() - thick) / 2,
                     std::max(0, width() - names - number - words - 2 * grid), thick);
    const Voice voice =
        label_.origin == domain::QualityLabel::Origin::Expert ? Voice::Decided : Voice::Predicted;
    paintBar(painter, bar, label_.degree / 100, voice, {}, palette());
    if (label_.reference) {
        const double x = bar.left() + bar.width() * std::clamp(*label_.reference / 100, 0.0, 1.0);
        painter.setPen(QPen(colors.text, 2));
        painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
    }
    painter.setFont(textFont());
    painter.setPen(colors.text);
    painter.drawText(QRect(width() - words - number, 0, number, height()), Qt::AlignRight | Qt::AlignVCenter,
                     Format::score(label_.degree, 1));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(colors.textMuted);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, word_);
}

} // namespace moderato::widgets
