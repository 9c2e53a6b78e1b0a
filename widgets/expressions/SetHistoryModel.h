#pragma once

#include "core/domain/ReaderSession.h"
#include "widgets/common/TableModel.h"

namespace moderato::widgets {

/// What became of one category's set: when, who, what, on what evidence; the newest first.
class SetHistoryModel : public TableModel<domain::ExpressionSetChange> {
    Q_OBJECT
public:
    enum Column { When, Who, What, Evidence };

    explicit SetHistoryModel(QObject* parent = nullptr);

protected:
    QVariant cell(const domain::ExpressionSetChange& row, int column, int role) const override;
};

/// `set` with a change taken back: what was added is gone, what was removed is there again (and not on the
/// other side). A refusal changed nothing.
domain::ExpressionSet takenBack(domain::ExpressionSet set, const domain::ExpressionSetChange& change);

} // namespace moderato::widgets
