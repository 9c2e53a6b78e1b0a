#pragma once

#include "core/usecases/TrainRun.h"
#include "widgets/common/TableModel.h"
#include "widgets/common/Taxonomy.h"

namespace moderato::widgets {

/// Items whose predicted class differs between two versions, with what a person decided.
class ChangeModel : public TableModel<usecases::VersionComparison::Change> {
    Q_OBJECT
public:
    ChangeModel(TaxonomyPtr taxonomy, QObject* parent = nullptr);

protected:
    QVariant cell(const usecases::VersionComparison::Change& row, int column, int role) const override;

private:
    TaxonomyPtr taxonomy_;
};

} // namespace moderato::widgets
