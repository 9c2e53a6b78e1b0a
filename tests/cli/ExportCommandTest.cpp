#include "tests/cli/Program.h"

namespace moderato::cli {

class ExportCommandTest : public ProgramTest {
protected:
    ExportCommandTest() {
        ask({QStringLiteral("import"), articles()});
        ask({QStringLiteral("decide"), QStringLiteral("a1"), QStringLiteral("confirm"),
             QStringLiteral("--category"), QStringLiteral("food"), QStringLiteral("--topics"),
             QStringLiteral("noodles|dinner"), QStringLiteral("--note"), QStringLiteral("=1+1"),
             QStringLiteral("--person"), QStringLiteral("ann")});
    }
};

TEST_F(ExportCommandTest, WhatIsExportedCanBeImportedAgain) {
    const auto lines = run({QStringLiteral("export"), QStringLiteral("content")}).lines();
    ASSERT_EQ(lines.size(), 6);
    EXPECT_EQ(lines[0][QStringLiteral("id")], QStringLiteral("a1"));
    EXPECT_EQ(lines[0][QStringLiteral("category")], QStringLiteral("food"));
    EXPECT_EQ(lines[0][QStringLiteral("topics")],
              (QJsonArray{QStringLiteral("noodles"), QStringLiteral("dinner")}));

    const QString file = path(QStringLiteral("content.jsonl"));
    const QJsonObject written =
        ask({QStringLiteral("export"), QStringLiteral("content"), QStringLiteral("--output"), file});
    EXPECT_EQ(written[QStringLiteral("rows")], 6);
    EXPECT_EQ(ask({QStringLiteral("import"), file})[QStringLiteral("skipped")], 6);
}

TEST_F(ExportCommandTest, TheLogOfDecisionsHoldsTheChain) {
    const auto rows = run({QStringLiteral("export"), QStringLiteral("decisions")}).lines();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0][QStringLiteral("person")], QStringLiteral("ann"));
    EXPECT_EQ(rows[0][QStringLiteral("hash")].toString().size(), 64);
}

TEST_F(ExportCommandTest, ACellNeverStartsAFormula) {
    const Answer csv = run({QStringLiteral("export"), QStringLiteral("decisions"), QStringLiteral("--format"),
                            QStringLiteral("csv")});
    EXPECT_EQ(csv.status, 0);
    EXPECT_TRUE(csv.out.startsWith("id,content,action,")) << csv.out.constData();
    EXPECT_TRUE(csv.out.contains("'=1+1")) << csv.out.constData();
    EXPECT_FALSE(csv.out.contains(",=1+1")) << csv.out.constData();
}

TEST_F(ExportCommandTest, TrainingRecordsOfBothTasks) {
    const auto rows = run({QStringLiteral("export"), QStringLiteral("training")}).lines();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0][QStringLiteral("category")], QStringLiteral("food"));
    EXPECT_EQ(rows[1][QStringLiteral("topics")],
              (QJsonArray{QStringLiteral("noodles"), QStringLiteral("dinner")}));
}

TEST_F(ExportCommandTest, UnknownThingsAndFormatsAreRefused) {
    EXPECT_NE(run({QStringLiteral("export"), QStringLiteral("everything")}).status, 0);
    EXPECT_NE(run({QStringLiteral("export"), QStringLiteral("content"), QStringLiteral("--format"),
                   QStringLiteral("xml")})
                  .status,
              0);
    EXPECT_NE(run({QStringLiteral("export"), QStringLiteral("content"), QStringLiteral("--output"),
                   QStringLiteral("/proc/none/x.csv")})
                  .status,
              0);
}

} // namespace moderato::cli
