#include "widgets/verify/FindingCard.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace moderato::widgets {
namespace {

constexpr int historyRows = 6, taskRows = 14;

QString detectorName(const QString& code) {
    return code == QLatin1String("adwin")          ? QStringLiteral("ADWIN")
           : code == QLatin1String("page-hinkley") ? QStringLiteral("Page–Hinkley")
                                                   : code;
}

} // namespace

FindingCard::FindingCard(QWidget* parent)
    : QFrame(parent)
    , accuracy_(new QLabel)
    , verdict_(new QLabel)
    , summary_(new QLabel)
    , tasks_(new TaskFindingModel(this))
    , taskTable_(new QTableView)
    , decay_(new DecayModel(this))
    , decayTable_(new QTableView)
    , drifts_(new QLabel)
    , historyName_(new QLabel(tr("Verifications")))
    , history_(new VerificationModel(this))
    , historyTable_(new QTableView) {
    setProperty("card", true);
    accuracy_->setObjectName(QStringLiteral("verify.accuracy"));
    verdict_->setObjectName(QStringLiteral("verify.verdict"));
    summary_->setObjectName(QStringLiteral("verify.summary"));
    drifts_->setObjectName(QStringLiteral("verify.drifts"));
    historyTable_->setObjectName(QStringLiteral("verify.history"));
    auto* heading = new QLabel(tr("What it found"));
    setRole(heading, "head");
    setRole(accuracy_, "title");
    setRole(verdict_, "strong");
    setRole(summary_, "muted");
    setRole(historyName_, "strong");
    for (QLabel* label : {summary_, drifts_, verdict_}) {
        label->setWordWrap(true);
    }
    taskTable_->setModel(tasks_);
    taskTable_->setAccessibleName(tr("Figures by task"));
    decayTable_->setModel(decay_);
    decayTable_->setAccessibleName(tr("Accuracy by age"));
    historyTable_->setModel(history_);
    historyTable_->setAccessibleName(tr("Verifications"));
    prepareSmallTable(*taskTable_);
    prepareSmallTable(*decayTable_);
    prepareSmallTable(*historyTable_, true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(heading);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(12);
    figures->addWidget(accuracy_);
    figures->addWidget(verdict_, 1);
    column->addLayout(figures);
    for (QWidget* widget : std::initializer_list<QWidget*>{summary_, taskTable_, decayTable_, drifts_,
                                                           historyName_, historyTable_}) {
        column->addWidget(widget);
    }
    column->addStretch(1);
    connect(historyTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (history_->has(index.row())) {
                    show(history_->row(index.row()));
                }
            });
    onScale(this, [this] { fit(); });
    showNothing({});
}

void FindingCard::setHistory(std::vector<domain::QualityVerification> history,
                             QHash<domain::ModelVersionId, QString> versions, domain::ModelTask task) {
    if (history.empty()) {
        showNothing(tr("Not verified yet. Verify holds the version in service against the labels of items "
                       "that came after it."));
        return;
    }
    tasks_->setTask(task);
    history_->setVersionNames(std::move(versions));
    history_->setRows(std::move(history));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{accuracy_, verdict_, historyName_, historyTable_}) {
        widget->show();
    }
    historyTable_->setCurrentIndex(history_->index(0, 0));
    show(history_->row(0));
}

void FindingCard::showNothing(const QString& text) {
    history_->setRows({});
    tasks_->setRows({});
    decay_->setRows({});
    for (QWidget* widget : std::initializer_list<QWidget*>{accuracy_, verdict_, taskTable_, decayTable_,
                                                           drifts_, historyName_, historyTable_}) {
        widget->hide();
    }
    summary_->setText(text);
}

void FindingCard::show(const domain::QualityVerification& found) {
    accuracy_->setText(std::isfinite(found.accuracy()) ? Format::percent(found.accuracy()) : Format::none());
    const QString required = Format::percent(found.required);
    verdict_->setText(found.items == 0  ? tr("No labelled item to hold it against.")
                      : found.isBelow() ? tr("▼ below the required %1: update it").arg(required)
                                        : tr("✓ at least the required %1").arg(required));
    setRole(verdict_, found.isBelow() ? "danger" : "strong");
    summary_->setText(tr("%1: %2 of %n item(s) coincide, published %3 to %4.", nullptr, int(found.items))
                          .arg(history_->versionName(found.version), Format::number(found.coinciding),
                               Format::dateTime(found.from), Format::dateTime(found.to)));
    tasks_->setRows(found.tasks);
    taskTable_->setVisible(!found.tasks.empty());
    decay_->setRows(found.decay);
    decayTable_->setVisible(!found.decay.empty());
    showDrifts(found);
    fit();
}

void FindingCard::showDrifts(const domain::QualityVerification& found) {
    QStringList lines;
    for (const domain::QualityVerification::Drift& drift : found.drifts) {
        lines << tr("⚠ %1: predictions became worse, %2, after %n label(s)", nullptr, int(drift.label))
                     .arg(detectorName(drift.detector), Format::dateTime(drift.published));
    }
    drifts_->setText(lines.join(QLatin1Char('\n')));
    drifts_->setVisible(!lines.isEmpty());
}

void FindingCard::fit() {
    fitHeight(*taskTable_, taskRows);
    fitHeight(*decayTable_, taskRows);
    fitHeight(*historyTable_, historyRows);
}

} // namespace moderato::widgets
