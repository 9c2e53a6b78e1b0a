#include "widgets/train/DataSetCard.h"

#include "widgets/common/Format.h"
#include "widgets/common/ProbabilityBar.h"
#include "widgets/common/Theme.h"
#include "widgets/train/TaskNames.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {
constexpr std::size_t shownLabels = 10;
} // namespace

DataSetCard::DataSetCard(TaxonomyPtr taxonomy, QWidget* parent)
    : QFrame(parent)
    , taxonomy_(std::move(taxonomy))
    , heading_(new QLabel(tr("What decisions have taught"), this))
    , empty_(new QLabel(this))
    , bars_(new QWidget(this))
    , barGrid_(new QGridLayout(bars_)) {
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(12);
    setRole(heading_, "head");
    heading_->setObjectName(QStringLiteral("dataSet.heading"));
    column->addWidget(heading_);

    auto* row = new QHBoxLayout;
    row->setSpacing(4 * grid);
    const QString names[] = {tr("records"), tr("corrections"), tr("new since the version in service")};
    for (int i = 0; i < 3; ++i) {
        auto* pair = new QVBoxLayout;
        pair->setSpacing(0);
        figures_[i] = new QLabel(Format::none(), this);
        setRole(figures_[i], "title");
        auto* name = new QLabel(names[i], this);
        setRole(name, "small");
        pair->addWidget(figures_[i]);
        pair->addWidget(name);
        row->addLayout(pair);
    }
    row->addStretch(1);
    column->addLayout(row);
    setRole(empty_, "muted");
    empty_->setWordWrap(true);
    empty_->hide();
    column->addWidget(empty_);
    barGrid_->setContentsMargins(0, 0, 0, 0);
    barGrid_->setHorizontalSpacing(12);
    barGrid_->setVerticalSpacing(halfGrid);
    barGrid_->setColumnStretch(1, 1);
    column->addWidget(bars_);
}

QString DataSetCard::nameOf(domain::ModelTask task, const QString& label) const {
    const bool isQuality = task == domain::ModelTask::Quality || task == domain::ModelTask::LowQuality;
    return isQuality ? qualityLabelName(task, label) : taxonomy_->name(label);
}

QString DataSetCard::emptyText(domain::ModelTask task) {
    switch (task) {
    case domain::ModelTask::Quality:
        return tr(
            "No labels yet. Import consumption figures; items that were shown often enough get a label a "
            "task.");
    case domain::ModelTask::LowQuality:
        return tr("No marks yet. Disallow items under Review with a reason; each becomes a mark.");
    default:
        return tr("No decisions yet. Confirm or correct items under Review; each becomes a training record.");
    }
}

void DataSetCard::setSummary(const usecases::DataSetSummary& summary) {
    records_ = summary.records;
    figures_[0]->setText(Format::number(summary.records));
    figures_[1]->setText(Format::number(summary.corrections));
    figures_[2]->setText(Format::number(summary.sinceInService));
    empty_->setVisible(summary.records == 0);
    empty_->setText(emptyText(summary.task));
    heading_->setText(summary.task == domain::ModelTask::Quality ? tr("What readers have taught")
                                                                 : tr("What decisions have taught"));

    while (QLayoutItem* item = barGrid_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    bars_->hide(); // What is made in a hidden widget is shown with it, at once.
    if (summary.perLabel.empty()) {
        return;
    }
    const qint64 most = std::max<qint64>(1, summary.perLabel.front().second);
    int line = 0;
    for (const auto& [label, count] : summary.perLabel) {
        if (std::size_t(line) == shownLabels) {
            break;
        }
        auto* name = new QLabel(nameOf(summary.task, label), bars_);
        auto* bar = new ProbabilityBar(bars_);
        bar->setNumberShown(false);
        bar->setValue(double(count) / double(most), Voice::Decided, categoryColor(label));
        auto* number = new QLabel(Format::number(count), bars_);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        barGrid_->addWidget(name, line, 0);
        barGrid_->addWidget(bar, line, 1);
        barGrid_->addWidget(number, line, 2);
        ++line;
    }
    if (summary.perLabel.size() > shownLabels) {
        auto* more = new QLabel(
            tr("and %n more label(s)", nullptr, int(summary.perLabel.size() - shownLabels)), bars_);
        setRole(more, "small");
        barGrid_->addWidget(more, line, 0, 1, 3);
    }
    bars_->show();
}

} // namespace moderato::widgets
