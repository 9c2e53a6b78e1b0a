#include "widgets/expressions/SetHistoryModel.h"

#include "widgets/common/Format.h"
#include "widgets/expressions/FeatureNames.h"

namespace moderato::widgets {

using domain::ExpressionSetChange;
using Kind = ExpressionSetChange::Kind;

SetHistoryModel::SetHistoryModel(QObject* parent)
    : TableModel({{tr("When")}, {tr("Who")}, {tr("What")}, {tr("On what")}}, parent) {}

QVariant SetHistoryModel::cell(const ExpressionSetChange& row, int column, int role) const {
    if (role == SortRole && column == When) {
        return toUnixMs(row.at);
    }
    if (role == Qt::ToolTipRole && column == When) {
        return Format::dateTime(row.at);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case When:
        return Format::ago(row.at, SystemClock().now());
    case Who:
        return row.person;
    case What: {
        const QString feature = FeatureNames::name(row.feature);
        switch (row.kind) {
        case Kind::Add:
            return row.positive ? tr("%1 should appear").arg(feature)
                                : tr("%1 should not appear").arg(feature);
        case Kind::Remove:
            return row.positive ? tr("%1 need not appear any more").arg(feature)
                                : tr("%1 may appear again").arg(feature);
        case Kind::Refuse:
            return row.positive ? tr("Refused: %1 should appear").arg(feature)
                                : tr("Refused: %1 should not appear").arg(feature);
        }
        return {};
    }
    default:
        return row.readers ? tr("%1 of readers, n = %2")
                                 .arg(Format::percent(row.share.value_or(0)), Format::number(*row.readers))
                           : tr("by hand");
    }
}

domain::ExpressionSet takenBack(domain::ExpressionSet set, const ExpressionSetChange& change) {
    QStringList& side = change.positive ? set.positive : set.negative;
    QStringList& other = change.positive ? set.negative : set.positive;
    if (change.kind == Kind::Add) {
        side.removeAll(change.feature);
    } else if (change.kind == Kind::Remove) {
        other.removeAll(change.feature);
        if (!side.contains(change.feature)) {
            side << change.feature;
        }
    }
    return set;
}

} // namespace moderato::widgets
