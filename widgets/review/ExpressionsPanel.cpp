#include "widgets/review/ExpressionsPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/MatchCurve.h"
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

QString ruleLine(const QString& rule, const QString& words) {
    return ExpressionsPanel::tr("%1: %2").arg(rule, words);
}

QString wordsOf(domain::ExpressionFinding finding) {
    switch (finding) {
    case domain::ExpressionFinding::NotEnough:
        return ExpressionsPanel::tr("not enough readers yet");
    case domain::ExpressionFinding::Belongs:
        return ExpressionsPanel::tr("goes with its category");
    case domain::ExpressionFinding::DoesNotBelong:
        return ExpressionsPanel::tr("goes against its category");
    }
    return {};
}

QString wordsOf(const std::optional<domain::ExpressionEvidence>& evidence) {
    if (!evidence) {
        return ExpressionsPanel::tr("not asked since its readers or its category changed");
    }
    const QString finding = wordsOf(evidence->finding);
    if (evidence->finding == domain::ExpressionFinding::NotEnough) {
        return evidence->readersToGo > 0
                   ? ExpressionsPanel::tr("%1, about %n more if they go on like this", nullptr,
                                          evidence->readersToGo)
                         .arg(finding)
                   : ExpressionsPanel::tr("not enough evidence: readers do not tell right from wrong yet");
    }
    const double most = std::log(1000); // More says nothing to people.
    const double odds = std::exp(std::min(std::abs(evidence->logRatio), most));
    return ExpressionsPanel::tr("%1, %2 times as likely as not")
        .arg(finding, (std::abs(evidence->logRatio) > most ? QStringLiteral("> ") : QString()) +
                          Format::number(std::llround(odds)));
}

} // namespace

ExpressionsPanel::ExpressionsPanel(QWidget* parent)
    : Panel(QStringLiteral("review.expressions"), tr("Expressions"), {}, parent)
    , scale_(new MatchScale)
    , figures_(new QLabel)
    , rules_(new QLabel)
    , curve_(new MatchCurve)
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
    setRole(rules_, "small");
    rules_->setWordWrap(true);
    body()->addWidget(rules_);
    body()->addLayout(sides);
    body()->addWidget(curve_);
}

void ExpressionsPanel::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* import) {
    setSummary({});
    setModelLine({});
    const usecases::ItemExpressions& found = item.expressions;
    const domain::ExpressionAggregate& aggregate = found.aggregate;
    if (aggregate.readers == 0) {
        showEmpty(found.set ? tr("No reader results yet (n = 0).")
                            : tr("No expression set for its category."),
                  found.set ? import : nullptr);
        return;
    }
    double reach = std::max({3.0, std::abs(aggregate.low), std::abs(aggregate.high)});
    for (const int result : aggregate.results.keys()) {
        reach = std::max(reach, std::abs(double(result)));
    }
    scale_->setResults(aggregate.results);
    scale_->setScore(aggregate.mean, aggregate.low, aggregate.high, reach);
    scale_->setAccessibleName(tr("Match score %1").arg(signedScore(aggregate.mean)));
    setSummary(signedScore(aggregate.mean));
    figures_->setText(tr("mean %1, n = %2, 95 % interval %3 … %4; below the threshold: %5")
                          .arg(signedScore(aggregate.mean), Format::number(aggregate.readers),
                               signedScore(aggregate.low), signedScore(aggregate.high),
                               Format::number(aggregate.below)));
    rules_->setText(ruleLine(tr("Share of readers"), wordsOf(found.byDocument)) + QLatin1Char('\n') +
                    ruleLine(tr("Sequential test"), wordsOf(found.evidence)));
    QStringList positive, negative;
    for (const auto& share : aggregate.features) {
        const QString line = QStringLiteral("%1  %2").arg(
            Format::percent(double(share.count) / aggregate.readers), ReviewWords::feature(share.feature));
        (share.positive ? positive : negative) << line;
    }
    const QString category = found.set ? taxonomy.name(found.category) : tr("the category");
    const auto column = [](const QString& heading, const QStringList& lines) {
        return heading + QLatin1Char('\n') +
               (lines.isEmpty() ? Format::none() : lines.join(QLatin1Char('\n')));
    };
    positive_->setText(column(tr("goes with %1").arg(category), positive));
    negative_->setText(column(tr("goes against %1").arg(category), negative));
    curve_->setCurves(found.curves, found.set.value_or(domain::ExpressionSet{}));
    curve_->setVisible(!curve_->isEmpty());
    showBody();
}

} // namespace moderato::widgets
