#include "widgets/train/ResultCard.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/train/ChangeModel.h"
#include "widgets/train/MetricModel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {

void prepare(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    onScale(&table, [&table] { table.verticalHeader()->setDefaultSectionSize(scaled(28)); });
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table.setTabKeyNavigation(false);
}

} // namespace

ResultCard::ResultCard(ActionTable& actions, TaxonomyPtr taxonomy, QWidget* parent)
    : QFrame(parent)
    , heading_(new QLabel(tr("Comparison"), this))
    , summary_(new QLabel(this))
    , metrics_(new MetricModel(this))
    , metricTable_(new QTableView(this))
    , changedText_(new QLabel(this))
    , changes_(new ChangeModel(std::move(taxonomy), this))
    , changeTable_(new QTableView(this)) {
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(grid);
    setRole(heading_, "head");
    head->addWidget(heading_, 1);
    head->addWidget(
        new ActionButton(actions, QStringLiteral("train.rollBack"), ActionButton::Emphasis::Normal, this));
    promote_ =
        new ActionButton(actions, QStringLiteral("train.promote"), ActionButton::Emphasis::Normal, this);
    head->addWidget(promote_);
    column->addLayout(head);
    setRole(summary_, "muted");
    summary_->setWordWrap(true);
    column->addWidget(summary_);

    metricTable_->setModel(metrics_);
    metricTable_->setAccessibleName(tr("Figures of both versions"));
    metricTable_->setSelectionMode(QAbstractItemView::NoSelection);
    metricTable_->setFocusPolicy(Qt::NoFocus);
    prepare(*metricTable_);
    metricTable_->setSelectionMode(QAbstractItemView::NoSelection);
    onScale(this, [this] { fitMetrics(); });
    column->addWidget(metricTable_);

    setRole(changedText_, "strong");
    column->addWidget(changedText_);
    changeTable_->setObjectName(QStringLiteral("changes"));
    changeTable_->setAccessibleName(tr("Items that changed sides"));
    changeTable_->setModel(changes_);
    prepare(*changeTable_);
    connect(changeTable_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT itemActivated(changes_->row(index.row()).content); });
    changeTable_->setMinimumHeight(scaled(180));
    column->addWidget(changeTable_, 1);
    showNothing(tr("Train a version to compare it with the one in service."));
}

void ResultCard::setComparison(const usecases::VersionComparison& comparison) {
    const bool paired = comparison.before.id.isValid();
    promote_->setEmphasis(ActionButton::Emphasis::Primary);
    heading_->setText(paired ? tr("%1 beside %2", "new version beside the one in service")
                                   .arg(comparison.after.name, comparison.before.name)
                             : comparison.after.name);
    summary_->setText(paired ? tr("Both on the same %n decision(s).", nullptr, int(comparison.examples))
                             : tr("No version is in service to compare it with."));
    metrics_->setRows(comparison.rows);
    fitMetrics();
    metricTable_->setVisible(!comparison.rows.empty());
    const auto more = comparison.changed - qint64(comparison.changes.size());
    QString text = tr("%n item(s) changed sides", nullptr, int(comparison.changed));
    if (more > 0) {
        text = tr("%1; the first %2 are listed").arg(text).arg(comparison.changes.size());
    }
    changedText_->setText(text);
    changedText_->setVisible(paired);
    changes_->setRows(comparison.changes);
    changeTable_->setVisible(!comparison.changes.empty());
}

void ResultCard::fitMetrics() {
    metricTable_->setFixedHeight(metricTable_->horizontalHeader()->sizeHint().height() +
                                 metrics_->rowCount() * scaled(28) + 4);
}

void ResultCard::showNothing(const QString& text) {
    promote_->setEmphasis(ActionButton::Emphasis::Normal);
    heading_->setText(tr("Comparison"));
    summary_->setText(text);
    metrics_->setRows({});
    changes_->setRows({});
    metricTable_->hide();
    changedText_->hide();
    changeTable_->hide();
}

} // namespace moderato::widgets
