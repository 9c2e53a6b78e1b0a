#include "widgets/expressions/FaceRuleModel.h"

#include "widgets/common/Format.h"
#include "widgets/expressions/FeatureNames.h"

#include <algorithm>

namespace moderato::widgets {

FaceRuleModel::FaceRuleModel(QObject* parent)
    : TableModel({{tr("Feature")}, {tr("When it is shown")}, {tr("In this file")}, {tr("Rule")}}, parent) {}

void FaceRuleModel::setFindings(const usecases::ExpressionFindings& findings,
                                const interchange::FeatureMapping& own) {
    std::vector<FaceRuleRow> rows;
    for (const usecases::FeatureFinding& finding : findings.features) {
        const bool isOwn = std::any_of(own.rows.begin(), own.rows.end(), [&](const auto& row) {
            return row.format == findings.layout.format && row.feature == finding.feature;
        });
        rows.push_back({finding, isOwn});
    }
    setRows(std::move(rows));
}

Qt::ItemFlags FaceRuleModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable |
           (index.column() == Rule ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool FaceRuleModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != Rule || !has(index.row())) {
        return false;
    }
    const usecases::FeatureFinding& finding = row(index.row()).finding;
    const QString rule = value.toString().trimmed();
    if (!rule.isEmpty() && rule != finding.rule) {
        Q_EMIT ruleWritten(finding.feature, rule);
    }
    return true;
}

QVariant FaceRuleModel::cell(const FaceRuleRow& row, int column, int role) const {
    const usecases::FeatureFinding& finding = row.finding;
    if (role == Qt::EditRole && column == Rule) {
        return finding.rule;
    }
    if (role == Qt::ToolTipRole) {
        return column == Feature ? finding.feature : finding.told ? finding.rule : finding.reason;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Feature:
        return FeatureNames::name(finding.feature);
    case Rule:
        return finding.told ? finding.rule : Format::none();
    case Found:
        if (!finding.told) {
            return finding.reason;
        }
        return (finding.present ? tr("shown: %1 of %2 frames") : tr("not shown: %1 of %2 frames"))
            .arg(Format::number(finding.with), Format::number(finding.usable));
    default:
        return row.isOwn ? tr("own") : tr("shipped");
    }
}

} // namespace moderato::widgets
