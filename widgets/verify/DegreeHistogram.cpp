#include "widgets/verify/DegreeHistogram.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace moderato::widgets {

using usecases::QualityTaskSummary;

DegreeHistogram::DegreeHistogram(const QString& name, const QualityTaskSummary& summary, QWidget* parent)
    : QWidget(parent)
    , name_(name)
    , summary_(summary) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("%1: %2 labels above the reference, %3 below; %4")
                          .arg(name_, Format::number(summary_.positive), Format::number(summary_.negative),
                               referenceText()));
}

QString DegreeHistogram::referenceText() const {
    const QString low = Format::score(summary_.lowestReference, 1);
    const QString high = Format::score(summary_.highestReference, 1);
    return low == high ? tr("reference %1").arg(low) : tr("references %1 to %2").arg(low, high);
}

/// Labels by level, the lowest first; empty: there are no more than above and below.
QString DegreeHistogram::levelsText() const {
    QStringList counts;
    for (const qint64 count : summary_.levels) {
        counts << Format::number(count);
    }
    return counts.isEmpty() ? QString() : tr("levels: %1").arg(counts.join(QStringLiteral(" · ")));
}

/// Where a bin begins.
QString DegreeHistogram::degreeText(int bin) const {
    const double degree = summary_.from + (summary_.to - summary_.from) * bin / QualityTaskSummary::bins;
    return QString::number(degree, 'g', 4);
}

QString DegreeHistogram::binText(int bin) const {
    return tr("%1, degree %2 to %3: %n label(s)", nullptr, int(summary_.degrees[std::size_t(bin)]))
        .arg(name_, degreeText(bin), degreeText(bin + 1));
}

QSize DegreeHistogram::sizeHint() const {
    const int line = QFontMetrics(textFont(TextSize::Small)).height();
    return {scaled(240), QFontMetrics(textFont()).height() + (summary_.levels.empty() ? 2 : 3) * line +
                             scaled(56) + 2 * halfGrid};
}

QSize DegreeHistogram::minimumSizeHint() const {
    return {scaled(170), sizeHint().height()};
}

/// Under the name and the counts, above the scale.
QRectF DegreeHistogram::plot() const {
    const int line = QFontMetrics(textFont(TextSize::Small)).height();
    const int top = QFontMetrics(textFont()).height() + (summary_.levels.empty() ? 1 : 2) * line + halfGrid;
    return {0.0, double(top), double(width()), double(std::max(0, height() - top - line - 2))};
}

void DegreeHistogram::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    const QFont small = textFont(TextSize::Small);
    const int line = QFontMetrics(small).height(), head = QFontMetrics(textFont()).height();
    painter.setFont(textFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(colors.text);
    painter.drawText(QRect(0, 0, width(), head), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name_, Qt::ElideRight, width()));
    painter.setFont(small);
    painter.setPen(colors.textMuted);
    const QString counts = tr("▲ %1 above  ▼ %2 below")
                               .arg(Format::number(summary_.positive), Format::number(summary_.negative));
    painter.drawText(QRect(0, head, width(), line), Qt::AlignLeft | Qt::AlignVCenter, counts);
    painter.drawText(QRect(0, head + line, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(levelsText(), Qt::ElideRight, width()));

    const QRectF area = plot();
    const qint64 most =
        std::max<qint64>(1, *std::max_element(summary_.degrees.begin(), summary_.degrees.end()));
    const double step = area.width() / QualityTaskSummary::bins;
    for (int i = 0; i < QualityTaskSummary::bins; ++i) {
        const double share = double(summary_.degrees[std::size_t(i)]) / double(most);
        const double tall = share > 0 ? std::max(2.0, share * area.height()) : 0;
        painter.fillRect(QRectF(area.left() + i * step + 1, area.bottom() - tall, step - 2, tall),
                         colors.prediction);
    }
    painter.setPen(colors.lineStrong);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    paintLevels(painter, area);
    paintReference(painter, area);
    painter.setPen(colors.textMuted);
    const QRect scale(0, int(area.bottom()) + 1, width(), line);
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter, degreeText(0));
    painter.drawText(scale, Qt::AlignHCenter | Qt::AlignVCenter, referenceText());
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, degreeText(QualityTaskSummary::bins));
}

double DegreeHistogram::at(double degree, const QRectF& area) const {
    return area.left() +
           area.width() * std::clamp((degree - summary_.from) / (summary_.to - summary_.from), 0.0, 1.0);
}

/// Where one level ends and the next begins, as far as it is in sight.
void DegreeHistogram::paintLevels(QPainter& painter, const QRectF& area) const {
    painter.setPen(QPen(tokens(palette()).textMuted, 1, Qt::DotLine));
    for (const double boundary : summary_.boundaries) {
        if (boundary > summary_.from && boundary < summary_.to) {
            const double x = at(boundary, area);
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
    }
}

void DegreeHistogram::paintReference(QPainter& painter, const QRectF& area) const {
    const double low = at(summary_.lowestReference, area), high = at(summary_.highestReference, area);
    const Tokens& colors = tokens(palette());
    QColor band = colors.accent;
    band.setAlphaF(0.18f);
    painter.fillRect(QRectF(low, area.top(), std::max(0.0, high - low), area.height()), band);
    painter.setPen(QPen(colors.text, 2));
    painter.drawLine(QPointF(low, area.top()), QPointF(low, area.bottom()));
    if (high - low > 1) {
        painter.drawLine(QPointF(high, area.top()), QPointF(high, area.bottom()));
    }
}

bool DegreeHistogram::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int bin = int(help->pos().x() * QualityTaskSummary::bins / std::max(1, width()));
        QToolTip::showText(help->globalPos(), binText(std::clamp(bin, 0, QualityTaskSummary::bins - 1)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace moderato::widgets
