#include "core/interchange/ConsumptionReader.h"
#include "core/interchange/TableReader.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace moderato::interchange {
namespace {

class TablesTest : public ::testing::Test {
protected:
    QString write(const QByteArray& content) {
        QFile file(folder.filePath(QStringLiteral("table.csv")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        return file.fileName();
    }
    Status readRows(const QByteArray& content) {
        columns.clear();
        rows.clear();
        return readTable(
            write(content),
            [this](const QStringList& names) {
                columns = names;
                return Status();
            },
            [this](const TableRow& row) { rows.push_back(row); }, JobContext());
    }
    Status readFigures(const QByteArray& content) {
        lines.clear();
        return readConsumption(
            write(content), [this](const ConsumptionLine& line) { lines.push_back(line); }, JobContext());
    }

    QTemporaryDir folder;
    QStringList columns;
    std::vector<TableRow> rows;
    std::vector<ConsumptionLine> lines;
};

TEST_F(TablesTest, AnyColumnsAndSeparators) {
    ASSERT_TRUE(readRows("\xEF\xBB\xBF a ;b\n1; x y \n\"2;3\";\"say \"\"so\"\"\"\r\n").ok());
    EXPECT_EQ(columns, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (QByteArrayList{"1", "x y"}));
    EXPECT_EQ(rows[1].cells, (QByteArrayList{"2;3", "say \"so\""}));
    EXPECT_EQ(rows[1].line, 3);
}

TEST_F(TablesTest, ABrokenRowIsASentenceAndTheRestGoesOn) {
    ASSERT_TRUE(readRows("a,b\n1\n1,2,3\n\xff,2\n\"1,2\n3,4\n").ok());
    ASSERT_EQ(rows.size(), 5u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_FALSE(rows[i].problem.isEmpty());
        EXPECT_TRUE(rows[i].cells.isEmpty());
        EXPECT_EQ(rows[i].line, qint64(i) + 2);
    }
    EXPECT_EQ(rows[4].cells, (QByteArrayList{"3", "4"}));
    EXPECT_FALSE(readRows("").ok());
    EXPECT_FALSE(readRows("a,b,a\n1,2,3\n").ok());
    EXPECT_FALSE(readRows(QByteArray("\x7f"
                                     "ELF\0\0\0\1",
                                     8))
                     .ok());
}

TEST_F(TablesTest, FiguresFromATable) {
    ASSERT_TRUE(readFigures("External_Id,window,impressions,clicks,dwell_ms\n"
                            "v1,7d,1000,50,90000\n7,,200,,\nv2,7d,many,1,1\n,7d,1,1,1\nv3,7d,,,\n")
                    .ok());
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_EQ(lines[0].externalId, QStringLiteral("v1"));
    EXPECT_EQ(lines[0].figures.window, QStringLiteral("7d"));
    EXPECT_EQ(lines[0].figures.impressions, 1000);
    EXPECT_EQ(lines[0].figures.dwellMs, 90000);
    EXPECT_FALSE(lines[0].figures.likes.has_value());
    EXPECT_EQ(lines[1].externalId, QStringLiteral("7"));
    EXPECT_FALSE(lines[1].figures.clicks.has_value());
    EXPECT_TRUE(lines[2].problem.contains(QStringLiteral("impressions")));
    EXPECT_TRUE(lines[3].problem.contains(QStringLiteral("external_id")));
    EXPECT_FALSE(lines[4].problem.isEmpty());
    EXPECT_FALSE(readFigures("window,clicks\n7d,1\n").ok());
}

TEST_F(TablesTest, FiguresFromAnExportAndFromJson) {
    ASSERT_TRUE(
        readFigures("external_id,title,consumption.window.from,consumption.window.to,consumption.likes\n"
                    "v1,What,2026-11-01,2026-11-08,12\n")
            .ok());
    ASSERT_EQ(lines.size(), 1u);
    ASSERT_TRUE(lines[0].figures.from && lines[0].figures.to) << qPrintable(lines[0].problem);
    EXPECT_EQ(lines[0].figures.likes, 12);
    const domain::ConsumptionFigures fromTable = lines[0].figures;
    ASSERT_TRUE(readFigures("{\"external_id\":\"v1\",\"consumption\":{\"window\":{\"from\":\"2026-11-01\","
                            "\"to\":\"2026-11-08\"},\"likes\":12}}\n"
                            "\n{\"id\":3,\"views\":5,\"shares\":2}\nnonsense\n{\"id\":4,\"likes\":-1}\n")
                    .ok());
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0].figures, fromTable);
    EXPECT_EQ(lines[1].externalId, QStringLiteral("3"));
    EXPECT_EQ(lines[1].figures.views, 5);
    EXPECT_EQ(lines[1].figures.shares, 2);
    EXPECT_EQ(lines[2].line, 4);
    EXPECT_FALSE(lines[2].problem.isEmpty());
    EXPECT_FALSE(lines[3].problem.isEmpty());
    EXPECT_FALSE(readConsumption(
                     folder.filePath(QStringLiteral("nowhere")), [](const auto&) {}, JobContext())
                     .ok());
}

} // namespace
} // namespace moderato::interchange
