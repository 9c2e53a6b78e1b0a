#include "widgets/verify/UpdateCard.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/train/CurveView.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr int rowsAtMost = 14;

} // namespace

UpdateCard::UpdateCard(QWidget* parent)
    : QFrame(parent)
    , heading_(new QLabel)
    , curve_(new CurveView)
    , verdict_(new QLabel)
    , summary_(new QLabel)
    , tasks_(new TaskComparisonModel(this))
    , table_(new QTableView) {
    setProperty("card", true);
    verdict_->setObjectName(QStringLiteral("verify.outcome"));
    setRole(heading_, "head");
    curve_->setScoreName(tr("accuracy"));
    setRole(verdict_, "strong");
    setRole(summary_, "muted");
    verdict_->setWordWrap(true);
    summary_->setWordWrap(true);
    table_->setModel(tasks_);
    table_->setAccessibleName(tr("Both versions by task"));
    prepareSmallTable(*table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading_, curve_, verdict_, summary_, table_}) {
        column->addWidget(widget);
    }
    onScale(this, [this] { fitHeight(*table_, rowsAtMost); });
    hide();
}

void UpdateCard::begin() {
    heading_->setText(tr("Update"));
    curve_->clear();
    for (QWidget* widget : std::initializer_list<QWidget*>{verdict_, summary_, table_}) {
        widget->hide();
    }
    curve_->show();
    show();
}

void UpdateCard::addRound(const usecases::TrainRound& round) {
    curve_->add(round);
}

QString UpdateCard::verdictOf(const usecases::UpdateOutcome& outcome) {
    const QString& version = outcome.trained.version.name;
    if (outcome.promoted) {
        return tr("✓ %1 was promoted: it is in service now.").arg(version);
    }
    if (outcome.seesaw) {
        return tr("⚠ %1 was not promoted: some tasks became better and others worse (a seesaw).")
            .arg(version);
    }
    const bool worse = std::any_of(outcome.tasks.begin(), outcome.tasks.end(),
                                   [](const usecases::TaskComparison& task) { return task.isWorse(); });
    return worse ? tr("✗ %1 was not promoted: a task became worse.").arg(version)
                 : tr("✗ %1 was not promoted; it stays a candidate on the Train page.").arg(version);
}

void UpdateCard::setOutcome(const usecases::UpdateOutcome& outcome, domain::ModelTask task) {
    heading_->setText(tr("Last update"));
    curve_->setVisible(curve_->rounds() > 0);
    verdict_->show();
    summary_->show();
    verdict_->setText(verdictOf(outcome));
    setRole(verdict_, outcome.promoted ? "success" : "danger");
    summary_->setText(
        tr("%1 beside %2, on the latest items, from which neither learned. Made from %n example(s).", nullptr,
           int(outcome.trained.examples))
            .arg(outcome.trained.version.name, outcome.before));
    tasks_->setTask(task);
    tasks_->setRows(outcome.tasks);
    table_->setVisible(!outcome.tasks.empty());
    fitHeight(*table_, rowsAtMost);
    show();
}

} // namespace moderato::widgets
