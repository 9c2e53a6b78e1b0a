#include "widgets/common/TableModel.h"
#include "widgets/common/IssueList.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

struct Row {
    QString name;
    int size = 0;
};

class Model : public TableModel<Row> {
public:
    Model()
        : TableModel({{"Name"}, {"Size", Qt::AlignRight | Qt::AlignVCenter}}) {}

protected:
    QVariant cell(const Row& row, int column, int role) const override {
        if (role == Qt::DisplayRole) {
            return column == 0 ? row.name : QStringLiteral("%1 KB").arg(row.size);
        }
        return role == SortRole && column == 1 ? QVariant(row.size) : QVariant();
    }
};

TEST(TableModelTest, KeepsTheContractOfItemModels) {
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{"a", 1}, {"b", 2}});
    model.appendRows({{"c", 3}});
    model.appendRows({});
    model.replaceRow(1, {"B", 20});
    model.removeRow(0);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(0, 0).data().toString(), "B");
    EXPECT_EQ(model.index(0, 1).data(SortRole).toInt(), 20);
    EXPECT_EQ(model.index(0, 0).data(SortRole).toString(), "B") << "falls back to what is shown";
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "Size");
    EXPECT_FALSE(model.headerData(9, Qt::Horizontal, Qt::DisplayRole).isValid());
    EXPECT_FALSE(model.data(model.index(5, 5), Qt::DisplayRole).isValid());
    model.setRows({});
}

TEST(IssueListTest, CountsRepeats) {
    const auto merged = mergeIssues({{"a.jsonl, line 1", "no title", 1, "a"},
                                     {"b", "empty", 1, "b"},
                                     {"a.jsonl, line 9", "no title", 2, "a"}});
    ASSERT_EQ(merged.size(), 2U);
    EXPECT_EQ(merged[0].count, 3);
    EXPECT_EQ(merged[0].where, "a.jsonl, line 1");
    IssueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(merged);
    EXPECT_EQ(model.index(0, 2).data().toString(), "3");
}

} // namespace
} // namespace moderato::widgets
