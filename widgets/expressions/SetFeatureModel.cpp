#include "widgets/expressions/SetFeatureModel.h"

#include "widgets/common/Preferences.h"
#include "widgets/expressions/FeatureNames.h"

namespace moderato::widgets {

using domain::ExpressionSet;

SetFeatureModel::SetFeatureModel(QObject* parent)
    : TableModel({{tr("Part of the face")},
                  {tr("Feature")},
                  {tr("Code")},
                  {tr("Should appear")},
                  {tr("Should not")}},
                 parent) {
    std::vector<SetFeatureRow> rows;
    for (const domain::ExpressionFeature& feature : FeatureNames::table()) {
        rows.push_back({feature, rows.empty() || rows.back().feature.model != feature.model, false, false});
    }
    setRows(std::move(rows));
}

void SetFeatureModel::setSet(const ExpressionSet& set) {
    category_ = set.category;
    for (int i = 0; i < rowCount(); ++i) {
        SetFeatureRow changed = row(i);
        changed.positive = set.positive.contains(changed.feature.code);
        changed.negative = set.negative.contains(changed.feature.code);
        replaceRow(i, changed);
    }
}

ExpressionSet SetFeatureModel::set() const {
    ExpressionSet set{category_, {}, {}};
    for (const SetFeatureRow& row : rows()) {
        if (row.positive || row.negative) {
            (row.positive ? set.positive : set.negative) << row.feature.code;
        }
    }
    return set;
}

Qt::ItemFlags SetFeatureModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool isBox = index.column() == Positive || index.column() == Negative;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (isBox ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool SetFeatureModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const bool isBox = index.column() == Positive || index.column() == Negative;
    if (role != Qt::CheckStateRole || !isBox || !has(index.row())) {
        return false;
    }
    const ExpressionSet before = set();
    const bool on = value.toInt() == Qt::Checked;
    SetFeatureRow changed = row(index.row());
    changed.positive = index.column() == Positive ? on : changed.positive && !on;
    changed.negative = index.column() == Negative ? on : changed.negative && !on;
    replaceRow(index.row(), changed);
    Q_EMIT edited(before);
    return true;
}

QVariant SetFeatureModel::cell(const SetFeatureRow& row, int column, int role) const {
    const QString name = row.feature.name(languageCode());
    if (column == Positive || column == Negative) {
        const bool on = column == Positive ? row.positive : row.negative;
        switch (role) {
        case Qt::CheckStateRole:
            return int(on ? Qt::Checked : Qt::Unchecked);
        case Qt::AccessibleTextRole:
            return column == Positive ? tr("%1 should appear").arg(name)
                                      : tr("%1 should not appear").arg(name);
        case SortRole:
            return on;
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        return tr("%1: %2, recognised by model %3")
            .arg(row.feature.code, row.feature.part(languageCode()), row.feature.model);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Part:
        return row.isFirstOfPart ? FeatureNames::part(row.feature) : QString();
    case Feature:
        return name;
    default:
        return row.feature.code;
    }
}

} // namespace moderato::widgets
