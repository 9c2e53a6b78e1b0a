#include "widgets/verify/UpdateCard.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

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
    , verdict_(new QLabel)
    , summary_(new QLabel)
    , tasks_(new TaskComparisonModel(this))
    , table_(new QTableView) {
    setProperty("card", true);
    verdict_->setObjectName(QStringLiteral("verify.outcome"));
    auto* heading = new QLabel(tr("Last update"));
    setRole(heading, "head");
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
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, verdict_, summary_, table_}) {
        column->addWidget(widget);
    }
    onScale(this, [this] { fitHeight(*table_, rowsAtMost); });
    hide();
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
