#pragma once

#include "core/usecases/ExpressionImport.h"
#include "core/usecases/ExpressionMapping.h"
#include "widgets/common/TableModel.h"

namespace moderato::widgets {

/// What one feature is made of in a file about a face, and what came of it.
struct FaceRuleRow {
    usecases::FeatureFinding finding;
    bool isOwn = false; ///< The library's rule, not the shipped one.
};

/// The table that makes features out of another program's signals, with what it finds in one file. Rules are
/// edited in place; nothing changes here until the file has been read again.
class FaceRuleModel : public TableModel<FaceRuleRow> {
    Q_OBJECT
public:
    enum Column { Feature, Rule, Found, Origin };

    explicit FaceRuleModel(QObject* parent = nullptr);

    void setFindings(const usecases::ExpressionFindings& findings, const interchange::FeatureMapping& own);

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A person wrote another rule.
    void ruleWritten(const QString& feature, const QString& rule);

protected:
    QVariant cell(const FaceRuleRow& row, int column, int role) const override;
};

} // namespace moderato::widgets
