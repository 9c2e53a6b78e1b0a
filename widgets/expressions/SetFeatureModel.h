#pragma once

#include "core/domain/ExpressionFeature.h"
#include "core/domain/ReaderSession.h"
#include "widgets/common/TableModel.h"

namespace moderato::widgets {

/// A feature and the side of a set that it is on.
struct SetFeatureRow {
    domain::ExpressionFeature feature;
    bool isFirstOfPart =
        false; ///< Says which part of the face it is; the others of the part do not repeat it.
    bool positive = false, negative = false; ///< Never both.
};

/// The features of the face against one category's set (S4.2): a box a side, and ticking one unticks the
/// other.
class SetFeatureModel : public TableModel<SetFeatureRow> {
    Q_OBJECT
public:
    enum Column { Part, Feature, Code, Positive, Negative };

    explicit SetFeatureModel(QObject* parent = nullptr);

    /// Ticks what the set says; emits nothing.
    void setSet(const domain::ExpressionSet& set);
    domain::ExpressionSet set() const;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A person ticked or unticked a box.
    void edited(const moderato::domain::ExpressionSet& before);

protected:
    QVariant cell(const SetFeatureRow& row, int column, int role) const override;

private:
    QString category_;
};

} // namespace moderato::widgets
