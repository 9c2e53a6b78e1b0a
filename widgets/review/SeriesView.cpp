#include "widgets/review/SeriesView.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/FeatureNames.h"
#include "widgets/review/SeriesCurve.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace moderato::widgets {

using domain::ExpressionSeries;

namespace {

constexpr int shownAtFirst = 4;

} // namespace

SeriesView::SeriesView(QWidget* parent)
    : QWidget(parent)
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
}

qint64 SeriesView::endOf(const std::vector<ExpressionSeries>& series) {
    qint64 end = 0;
    for (const ExpressionSeries& one : series) {
        for (const ExpressionSeries::Curve& curve : one.curves) {
            end = std::max(end, SeriesCurve::endOf(curve));
        }
    }
    return end;
}

void SeriesView::setSeries(const std::vector<ExpressionSeries>& series, qint64 endUs) {
    delete rows_;
    rows_ = nullptr;
    setVisible(!series.empty());
    if (series.empty()) {
        return;
    }
    rows_ = new QWidget;
    auto* column = new QVBoxLayout(rows_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGrid);
    auto* hint =
        new QLabel(tr("Aggregates of readers that this library does not know; not in the match score."));
    hint->setWordWrap(true);
    setRole(hint, "small");
    column->addWidget(hint);
    for (const ExpressionSeries& one : series) {
        addFile(*column, one, endUs);
    }
    column_->addWidget(rows_);
    rows_->show();
}

void SeriesView::addFile(QVBoxLayout& column, const ExpressionSeries& series, qint64 endUs) {
    auto* head = new QHBoxLayout;
    auto* name = new QLabel(series.name);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    name->setToolTip(tr("imported %1").arg(Format::ago(series.importedAt, SystemClock().now())));
    head->addWidget(name, 1);
    auto* away = new QToolButton;
    away->setObjectName(QStringLiteral("removeSeries.%1").arg(series.name));
    away->setIcon(icon(QStringLiteral("trash-2")));
    away->setToolTip(tr("Remove these aggregates; importing the file again brings them back"));
    away->setAccessibleName(tr("Remove %1").arg(series.name));
    connect(away, &QToolButton::clicked, this, [this, name = series.name] { Q_EMIT removeRequested(name); });
    head->addWidget(away);
    column.addLayout(head);

    auto* table = new QWidget;
    auto* cells = new QGridLayout(table);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setHorizontalSpacing(grid);
    cells->setVerticalSpacing(0);
    cells->setColumnStretch(0, 1);
    std::vector<QWidget*> folded;
    for (int row = 0; row < int(series.curves.size()); ++row) {
        const ExpressionSeries::Curve& curve = series.curves[std::size_t(row)];
        auto* signal = new QLabel(FeatureNames::name(curve.signalName));
        signal->setTextFormat(Qt::PlainText);
        auto* drawn = new SeriesCurve(curve); // as wide as the readers' own curve: one time axis
        drawn->setEnd(endUs);
        drawn->setAccessibleName(QStringLiteral("%1: %2").arg(signal->text(), drawn->figures()));
        auto* figures = new QLabel(drawn->figures());
        setRole(signal, "small");
        setRole(figures, "small");
        cells->addWidget(signal, 2 * row, 0);
        cells->addWidget(figures, 2 * row, 1);
        cells->addWidget(drawn, 2 * row + 1, 0, 1, 2);
        for (QWidget* cell :
             {static_cast<QWidget*>(signal), static_cast<QWidget*>(drawn), static_cast<QWidget*>(figures)}) {
            if (row >= shownAtFirst) {
                cell->hide();
                folded.push_back(cell);
            }
        }
    }
    column.addWidget(table);
    if (!folded.empty()) {
        auto* all = new QPushButton(tr("All %n signal(s)", nullptr, int(series.curves.size())));
        all->setProperty("emphasis", "link");
        connect(all, &QPushButton::clicked, all, [all, folded] {
            for (QWidget* cell : folded) {
                cell->show();
            }
            all->hide();
        });
        column.addWidget(all, 0, Qt::AlignLeft);
    }
}

} // namespace moderato::widgets
