#pragma once

#include "core/usecases/TagLibrary.h"
#include "widgets/common/TableModel.h"

namespace moderato::widgets {

/// The tag library as a table: name, items, synonyms, last used, trend, state.
class TagModel : public TableModel<usecases::TagRow> {
public:
    enum Column { Name, Items, Synonyms, LastUsed, Trend, State };

    explicit TagModel(QObject* parent = nullptr);

protected:
    QVariant cell(const usecases::TagRow& row, int column, int role) const override;
};

} // namespace moderato::widgets
