#include "widgets/review/ExpressionsPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/MatchScale.h"
#include "widgets/review/ReviewWords.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace moderato::widgets {
namespace {

QString signedScore(double value) {
    return value > 0 ? QLatin1Char('+') + Format::score(value, 1)
                     : Format::score(value, 1).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

ExpressionsPanel::ExpressionsPanel(QWidget* parent)
    : Panel(QStringLiteral("review.expressions"), tr("Expressions"), {}, parent)
    , scale_(new MatchScale)
    , figures_(new QLabel)
    , positive_(new QLabel)
    , negative_(new QLabel) {
    auto* sides = new QHBoxLayout;
    sides->setSpacing(2 * grid);
    for (QLabel* label : {positive_, negative_}) {
        setRole(label, "small");
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        sides->addWidget(label, 1);
    }
    setRole(figures_, "muted");
    figures_->setWordWrap(true);
    body()->addWidget(scale_);
    body()->addWidget(figures_);
    body()->addLayout(sides);
}

void ExpressionsPanel::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* import) {
    setSummary({});
    setModelLine({});
    const auto& aggregate = item.expressions;
    if (!aggregate || aggregate->readers == 0) {
        showEmpty(item.expressionSet ? tr("No reader results yet (n = 0).")
                                     : tr("No expression set for its category."),
                  item.expressionSet ? import : nullptr);
        return;
    }
    const double reach = std::max({3.0, std::abs(aggregate->low), std::abs(aggregate->high)});
    scale_->setScore(aggregate->mean, aggregate->low, aggregate->high, reach);
    scale_->setAccessibleName(tr("Match score %1").arg(signedScore(aggregate->mean)));
    setSummary(signedScore(aggregate->mean));
    figures_->setText(tr("mean %1, n = %2, 95 % interval %3 … %4; below the threshold: %5")
                          .arg(signedScore(aggregate->mean), Format::number(aggregate->readers),
                               signedScore(aggregate->low), signedScore(aggregate->high),
                               Format::number(aggregate->below)));
    QStringList positive, negative;
    for (const auto& share : aggregate->features) {
        const QString line = QStringLiteral("%1  %2").arg(
            Format::percent(double(share.count) / aggregate->readers), ReviewWords::feature(share.feature));
        (share.positive ? positive : negative) << line;
    }
    const QString category =
        item.expressionSet ? taxonomy.name(item.expressionSet->category) : tr("the category");
    const auto column = [](const QString& heading, const QStringList& lines) {
        return heading + QLatin1Char('\n') +
               (lines.isEmpty() ? Format::none() : lines.join(QLatin1Char('\n')));
    };
    positive_->setText(column(tr("goes with %1").arg(category), positive));
    negative_->setText(column(tr("goes against %1").arg(category), negative));
    showBody();
}

} // namespace moderato::widgets
