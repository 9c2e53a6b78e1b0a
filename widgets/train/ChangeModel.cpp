#include "widgets/train/ChangeModel.h"

#include "widgets/common/Format.h"

namespace moderato::widgets {

ChangeModel::ChangeModel(TaxonomyPtr taxonomy, QObject* parent)
    : TableModel({{tr("Item")}, {tr("In service says")}, {tr("New version says")}, {tr("Person")}}, parent)
    , taxonomy_(std::move(taxonomy)) {}

QVariant ChangeModel::cell(const usecases::VersionComparison::Change& row, int column, int role) const {
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && column == 0)) {
        return {};
    }
    switch (column) {
    case 0:
        return row.title.isEmpty() ? tr("Without a title") : row.title;
    case 1:
        return taxonomy_->name(row.before);
    case 2:
        return taxonomy_->name(row.after);
    default:
        return row.decided.isEmpty() ? Format::none() : taxonomy_->name(row.decided);
    }
}

} // namespace moderato::widgets
