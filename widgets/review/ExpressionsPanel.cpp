#include "widgets/review/ExpressionsPanel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/MatchCurve.h"
#include "widgets/review/MatchScale.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/SeriesView.h"

#include <QAction>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

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

/// The one file that is dragged, where it may be about a face; empty: something else, which the window takes.
QString faceFileIn(const QMimeData& data) {
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                                     QStringLiteral("json"), QStringLiteral("jsonl")};
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return endings.contains(QFileInfo(path).suffix().toLower()) ? path : QString();
}

} // namespace

ExpressionsPanel::ExpressionsPanel(QWidget* parent)
    : Panel(QStringLiteral("review.expressions"), tr("Expressions"), {}, parent)
    , scale_(new MatchScale)
    , figures_(new QLabel)
    , rules_(new QLabel)
    , curve_(new MatchCurve)
    , positive_(new QLabel)
    , negative_(new QLabel)
    , series_(new SeriesView)
    , import_(new QPushButton) {
    setAcceptDrops(true);
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
    body()->addWidget(series_);
    import_->setProperty("emphasis", "link");
    import_->setObjectName(QStringLiteral("importFace"));
    body()->addWidget(import_, 0, Qt::AlignLeft);
    connect(series_, &SeriesView::removeRequested, this, &ExpressionsPanel::seriesRemoved);
}

void ExpressionsPanel::setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* import) {
    setSummary({});
    setModelLine({});
    const usecases::ItemExpressions& found = item.expressions;
    const bool hasReaders = found.aggregate.readers > 0;
    const QString none =
        found.set ? tr("No reader results yet (n = 0).") : tr("No expression set for its category.");
    if (!hasReaders && item.series.empty()) {
        showEmpty(none, found.set ? import : nullptr);
        return;
    }
    for (QWidget* widget : {static_cast<QWidget*>(scale_), static_cast<QWidget*>(rules_),
                            static_cast<QWidget*>(positive_), static_cast<QWidget*>(negative_)}) {
        widget->setVisible(hasReaders);
    }
    if (hasReaders) {
        showReaders(item, taxonomy);
    } else {
        figures_->setText(none);
    }
    curve_->setCurves(hasReaders ? found.curves : std::vector<domain::ExpressionCurve>(),
                      found.set.value_or(domain::ExpressionSet{}));
    curve_->setVisible(!curve_->isEmpty());
    const qint64 end = std::max(curve_->isEmpty() ? 0 : curve_->end(), SeriesView::endOf(item.series));
    curve_->setEnd(end);
    series_->setSeries(item.series, end);
    import_->disconnect(this);
    import_->setVisible(import != nullptr);
    if (import) {
        import_->setText(import->text());
        connect(import_, &QPushButton::clicked, this, [import] { import->trigger(); });
    }
    showBody();
}

void ExpressionsPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!faceFileIn(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setModelLine(tr("Drop it here: a file about a reader's face in front of this item"));
    }
}

void ExpressionsPanel::dragLeaveEvent(QDragLeaveEvent*) {
    setModelLine({});
}

void ExpressionsPanel::dropEvent(QDropEvent* event) {
    setModelLine({});
    if (const QString path = faceFileIn(*event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT fileDropped(path);
    }
}

void ExpressionsPanel::showReaders(const usecases::ItemView& item, const Taxonomy& taxonomy) {
    const usecases::ItemExpressions& found = item.expressions;
    const domain::ExpressionAggregate& aggregate = found.aggregate;
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
}

} // namespace moderato::widgets
