#include "widgets/verify/FindingModels.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/train/TaskNames.h"

#include <QFont>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

QString share(double value) {
    return std::isfinite(value) ? Format::percent(value) : Format::none();
}

QString figure(double value) {
    return std::isfinite(value) ? Format::score(value, 3) : Format::none();
}

QFont strong() {
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

TaskFindingModel::TaskFindingModel(QObject* parent)
    : TableModel({{tr("Task")}, {tr("Examples"), right}, {tr("Accuracy"), right}, {tr("AUC"), right}},
                 parent) {}

QVariant TaskFindingModel::cell(const domain::QualityVerification::Task& row, int column, int role) const {
    if (role == Qt::ToolTipRole && column == 3) {
        return tr("How often a positive item gets a higher probability than a negative one; 0.5 is chance.");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case 0:
        return qualityLabelName(task_, row.task);
    case 1:
        return Format::number(row.examples);
    case 2:
        return share(row.accuracy);
    default:
        return figure(row.auc);
    }
}

DecayModel::DecayModel(QObject* parent)
    : TableModel({{tr("Days after")}, {tr("Items"), right}, {tr("Coincide"), right}}, parent) {}

QVariant DecayModel::cell(const domain::QualityVerification::Age& row, int column, int role) const {
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case 0:
        return tr("up to %n day(s)", nullptr, row.days);
    case 1:
        return Format::number(row.items);
    default:
        return row.items > 0 ? share(row.accuracy) : Format::none();
    }
}

VerificationModel::VerificationModel(QObject* parent)
    : TableModel({{tr("Verified")},
                  {tr("Version")},
                  {tr("Accuracy"), right},
                  {tr("Required"), right},
                  {tr("Items"), right}},
                 parent) {}

QString VerificationModel::versionName(domain::ModelVersionId id) const {
    return names_.value(id, Format::none());
}

QVariant VerificationModel::cell(const domain::QualityVerification& row, int column, int role) const {
    if (role == Qt::FontRole && column == 2 && row.isBelow()) {
        return strong();
    }
    if (role == Qt::ToolTipRole && column == 2 && row.isBelow()) {
        return tr("Below the accuracy that was required: an update is due.");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case 0:
        return Format::dateTime(row.at);
    case 1:
        return versionName(row.version);
    case 2:
        return row.isBelow() ? QStringLiteral("▼ ") + share(row.accuracy()) : share(row.accuracy());
    case 3:
        return share(row.required);
    default:
        return Format::number(row.items);
    }
}

TaskComparisonModel::TaskComparisonModel(QObject* parent)
    : TableModel({{tr("Task")},
                  {tr("Examples"), right},
                  {tr("Before"), right},
                  {tr("After"), right},
                  {tr("Gained"), right},
                  {tr("Lost"), right},
                  {tr("p"), right}},
                 parent) {}

QVariant TaskComparisonModel::cell(const usecases::TaskComparison& row, int column, int role) const {
    if (role == Qt::FontRole && (row.isWorse() || row.isBetter())) {
        return strong();
    }
    if (role == Qt::ToolTipRole) {
        return column == 4   ? tr("Labels that only the new version predicts.")
               : column == 5 ? tr("Labels that only the version before predicts.")
               : column == 6 ? tr("Probability of a difference as large by chance (McNemar's exact test).")
                             : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case 0:
        return (row.isWorse()    ? QStringLiteral("▼ ")
                : row.isBetter() ? QStringLiteral("▲ ")
                                 : QString()) +
               qualityLabelName(task_, row.task);
    case 1:
        return Format::number(row.examples);
    case 2:
        return share(row.before);
    case 3:
        return share(row.after);
    case 4:
        return Format::number(row.gained);
    case 5:
        return Format::number(row.lost);
    default:
        return figure(row.probability);
    }
}

void prepareSmallTable(QTableView& table, bool selects) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(selects ? QAbstractItemView::SingleSelection : QAbstractItemView::NoSelection);
    table.setFocusPolicy(selects ? Qt::TabFocus : Qt::NoFocus);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void fitHeight(QTableView& table, int rows) {
    table.horizontalHeader()->setMinimumSectionSize(scaled(76)); // a heading that is cut says nothing
    const int shown = std::min(table.model()->rowCount(), rows);
    table.verticalHeader()->setDefaultSectionSize(scaled(26));
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + shown * scaled(26) + 2);
}

} // namespace moderato::widgets
