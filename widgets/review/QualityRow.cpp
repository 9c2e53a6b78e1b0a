#include "widgets/review/QualityRow.h"

#include "widgets/common/Format.h"
#include "widgets/common/ProbabilityBar.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"

#include <QPainter>

#include <algorithm>

namespace moderato::widgets {

using domain::QualityLabel;

QualityRow::QualityRow(QualityTask task, bool besidePredictions, QWidget* parent)
    : QWidget(parent)
    , task_(std::move(task))
    , name_(ReviewWords::qualityTask(task_.task))
    , besidePredictions_(besidePredictions) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(sentences());
    setAccessibleName(sentences().replace(QLatin1Char('\n'), QLatin1String("; ")));
}

QString QualityRow::originName(QualityLabel::Origin origin) {
    switch (origin) {
    case QualityLabel::Origin::Consumption:
        return tr("from consumption figures");
    case QualityLabel::Origin::Expert:
        return tr("by an expert");
    case QualityLabel::Origin::Similar:
        return tr("passed on from similar content");
    }
    return {};
}

/// All that is known of it, a line each.
QString QualityRow::sentences() const {
    QStringList lines;
    const auto add = [&](const QualityLabel& label, bool counts) {
        const QString word = label.value == QualityLabel::Value::Positive ? tr("above") : tr("below");
        const QString reference = label.reference ? Format::score(*label.reference, 1) : Format::none();
        const QString text =
            tr("%1: degree %2 of 100, reference %3, %4; label %5")
                .arg(name_, Format::score(label.degree, 1), reference, word, originName(label.origin));
        lines << (counts ? text : tr("%1 (does not count)").arg(text));
    };
    if (task_.label) {
        add(*task_.label, true);
    }
    for (const QualityLabel& label : task_.others) {
        add(label, false);
    }
    if (task_.probability) {
        const QString chance = Format::percent(*task_.probability);
        const QString sure = Format::percent(task_.confidence());
        lines << (task_.isPredictedPositive()
                      ? tr("%1: predicted positive, probability of positive %2, %3 sure")
                            .arg(name_, chance, sure)
                      : tr("%1: predicted negative, probability of positive %2, %3 sure")
                            .arg(name_, chance, sure));
    }
    if (task_.differs()) {
        lines << tr("Label and prediction differ.");
    }
    return lines.join(QLatin1Char('\n'));
}

QSize QualityRow::sizeHint() const {
    const int line = QFontMetrics(textFont()).height() + halfGrid;
    const bool both = task_.label && task_.probability;
    return {scaled(220), both ? line + QFontMetrics(textFont(TextSize::Small)).height() + halfGrid : line};
}

QSize QualityRow::minimumSizeHint() const {
    return sizeHint();
}

bool QualityRow::isWide() const {
    return width() >= scaled(330);
}

QString QualityRow::predictedWord(bool positive, double confidence) const {
    if (!isWide()) {
        return positive ? tr("positive") : tr("negative");
    }
    return positive ? tr("positive, %1 sure").arg(Format::percent(confidence))
                    : tr("negative, %1 sure").arg(Format::percent(confidence));
}

/// The same in every row, so that the bars begin and end alike.
int QualityRow::wordsWidth() const {
    const QFontMetrics metrics(textFont(TextSize::Small, QFont::DemiBold));
    QStringList words{tr("above"), tr("below")};
    if (besidePredictions_) {
        words << predictedWord(true, 1) << predictedWord(false, 1);
    }
    int width = 0;
    for (const QString& word : words) {
        width = std::max(width, metrics.horizontalAdvance(word));
    }
    return width + grid + halfGrid;
}

QualityRow::Line QualityRow::labelLine() const {
    const QualityLabel& label = *task_.label;
    Line line{.name = name_, .number = Format::score(label.degree, 1), .word = {}};
    line.word = label.value == QualityLabel::Value::Positive ? tr("above") : tr("below");
    line.value = label.degree / 100;
    line.mark = label.reference ? std::clamp(*label.reference / 100, 0.0, 1.0) : -1;
    line.predicted = label.origin != QualityLabel::Origin::Expert;
    return line;
}

QualityRow::Line QualityRow::predictionLine() const {
    const QString name = !task_.label      ? name_
                         : task_.differs() ? tr("≠ predicted", "sign: differs from the label")
                                           : tr("predicted");
    Line line{.name = name, .number = Format::percent(*task_.probability), .word = {}};
    line.word = predictedWord(task_.isPredictedPositive(), task_.confidence());
    line.value = *task_.probability;
    line.mark = 0.5;
    line.predicted = true;
    line.strong = task_.differs();
    line.muted = task_.label.has_value();
    return line;
}

void QualityRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect rest = rect();
    if (task_.label) {
        QRect first = rest;
        if (task_.probability) {
            first.setHeight(QFontMetrics(textFont()).height() + halfGrid);
        }
        paintLine(painter, first, labelLine());
        rest.setTop(first.bottom() + 1);
    }
    if (task_.probability) {
        paintLine(painter, rest, predictionLine());
    }
}

void QualityRow::paintLine(QPainter& painter, const QRect& place, const Line& line) const {
    const Tokens& colors = tokens(palette());
    const QFontMetrics body(textFont());
    const QFont own = textFont(line.muted ? TextSize::Small : TextSize::Body,
                               line.strong ? QFont::DemiBold : QFont::Normal);
    const int names = std::min(place.width() * 28 / 100, scaled(96));
    const int number = body.horizontalAdvance(QStringLiteral("100.0")) + halfGrid;
    const int words = std::min(wordsWidth(), place.width() / 2);
    painter.setFont(own);
    painter.setPen(line.muted && !line.strong ? colors.textMuted : colors.text);
    painter.drawText(QRect(place.left(), place.top(), names, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(own).elidedText(line.name, Qt::ElideRight, names));
    painter.drawText(QRect(place.right() + 1 - words - number, place.top(), number, place.height()),
                     Qt::AlignRight | Qt::AlignVCenter, line.number);
    const int thick = line.muted ? scaled(6) : scaled(8);
    const QRectF bar(place.left() + names + grid, place.top() + (place.height() - thick) / 2,
                     std::max(0, place.width() - names - number - words - 2 * grid), thick);
    paintBar(painter, bar, line.value, line.predicted ? Voice::Predicted : Voice::Decided, {}, palette());
    if (line.mark >= 0 && bar.width() > 0) {
        const double x = bar.left() + bar.width() * line.mark;
        painter.setPen(QPen(line.muted ? colors.textMuted : colors.text, line.muted ? 1 : 2));
        painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
    }
    painter.setFont(textFont(TextSize::Small, line.strong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(line.strong ? colors.text : colors.textMuted);
    painter.drawText(QRect(place.right() + 1 - words + grid, place.top(), words - grid, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, line.word);
}

} // namespace moderato::widgets
