#pragma once

#include "widgets/common/TableModel.h"

#include <QKeySequence>

namespace moderato::widgets {

class ActionTable;

struct KeyRow {
    QString id;
    QString text;
    QString group;
    QString keys;
    bool changed = false; ///< Not the default keys.
};

/// Every action and its keys, as they are now.
class KeyModel : public TableModel<KeyRow> {
    Q_OBJECT
public:
    explicit KeyModel(ActionTable& actions, QObject* parent = nullptr);

    /// Reads the table again; the rows keep their places.
    void read();

protected:
    QVariant cell(const KeyRow& row, int column, int role) const override;

private:
    ActionTable& actions_;
};

} // namespace moderato::widgets
