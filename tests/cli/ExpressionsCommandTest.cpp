#include "tests/cli/Program.h"

namespace moderato::cli {

/// Five readers look at a "fun" item; `against` of them as they should not.
static QByteArray sessions(int against) {
    QByteArray lines;
    for (int i = 0; i < 5; ++i) {
        const QJsonArray features =
            i < against ? QJsonArray{QStringLiteral("brows_pressed_down"), QStringLiteral("eyes_wide_open"),
                                     QStringLiteral("lip_corners_down")}
                        : QJsonArray{QStringLiteral("eyes_wide_open"), QStringLiteral("cheeks_raised")};
        const QJsonObject line{
            {QStringLiteral("item"), QStringLiteral("f1")},
            {QStringLiteral("reader"), QStringLiteral("r%1").arg(i)},
            {QStringLiteral("category"), QStringLiteral("fun")},
            {QStringLiteral("features"), features},
            {QStringLiteral("started_at"), QStringLiteral("2026-05-01T10:0%1:00Z").arg(i)}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

class ExpressionsCommandTest : public ProgramTest {
protected:
    ExpressionsCommandTest() {
        ask({QStringLiteral("import"),
             write(QStringLiteral("fun.jsonl"), R"({"id":"f1","title":"A cat on skates","category":"fun"})"
                                                "\n")});
    }
    QJsonObject item() {
        return ask({QStringLiteral("search")})[QStringLiteral("items")].toArray().first().toObject();
    }
    QJsonObject importSessions(int against) {
        return ask({QStringLiteral("expressions"), QStringLiteral("import"),
                    write(QStringLiteral("sessions.jsonl"), sessions(against))});
    }
};

TEST_F(ExpressionsCommandTest, MostReadersAgainstItSuspendsTheItemUntilAVerdict) {
    const QJsonObject report = importSessions(3);
    EXPECT_EQ(report[QStringLiteral("imported")], 5);
    EXPECT_EQ(report[QStringLiteral("flagged")], 1);
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("suspended"));
    const QJsonObject first =
        ask({QStringLiteral("queue")})[QStringLiteral("items")].toArray().first().toObject();
    EXPECT_EQ(first[QStringLiteral("reason")], QStringLiteral("flagged"));

    ask({QStringLiteral("decide"), QStringLiteral("f1"), QStringLiteral("confirm"),
         QStringLiteral("--category"), QStringLiteral("fun")});
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("active"));
    ask({QStringLiteral("decide"), QStringLiteral("f1"), QStringLiteral("undo")});
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("suspended"));
}

TEST_F(ExpressionsCommandTest, FewReadersAgainstItChangeNothing) {
    EXPECT_EQ(importSessions(2)[QStringLiteral("flagged")], 0);
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("active"));
    EXPECT_EQ(importSessions(2)[QStringLiteral("imported")], 0) << "the same sessions again";
}

TEST_F(ExpressionsCommandTest, AReaderIsForgottenAndTheChainHolds) {
    importSessions(3);
    ask({QStringLiteral("decide"), QStringLiteral("f1"), QStringLiteral("confirm"),
         QStringLiteral("--category"), QStringLiteral("fun")});
    EXPECT_EQ(ask({QStringLiteral("expressions"), QStringLiteral("forget"),
                   QStringLiteral("r1")})[QStringLiteral("deleted")],
              1);
    EXPECT_TRUE(ask({QStringLiteral("verify")})[QStringLiteral("ok")].toBool());
}

TEST_F(ExpressionsCommandTest, UnknownItemsAreReportedByLine) {
    const QString file = write(QStringLiteral("bad.jsonl"),
                               "{\"item\":\"gone\",\"reader\":\"r\",\"features\":[\"eyes_wide_open\"]}\n");
    const QJsonArray errors =
        ask({QStringLiteral("expressions"), QStringLiteral("import"), file})[QStringLiteral("errors")]
            .toArray();
    ASSERT_EQ(errors.size(), 1);
    EXPECT_EQ(errors[0].toObject()[QStringLiteral("line")], 1);
}

TEST_F(ExpressionsCommandTest, TheDocumentsExampleIsMatched) {
    const QJsonObject answer =
        ask({QStringLiteral("expressions"), QStringLiteral("match"), QStringLiteral("fun"),
             QStringLiteral("brows_pressed_down,eyes_wide_open,lip_corners_down")});
    EXPECT_EQ(answer[QStringLiteral("result")], -1);
    EXPECT_EQ(answer[QStringLiteral("positive")], QJsonArray{QStringLiteral("eyes_wide_open")});
}

TEST_F(ExpressionsCommandTest, AggregatesCarryTheirNumberAndBothFindings) {
    importSessions(2);
    const QJsonArray items = ask({QStringLiteral("expressions"), QStringLiteral("aggregate"),
                                  QStringLiteral("--item"), QStringLiteral("f1")})[QStringLiteral("items")]
                                 .toArray();
    ASSERT_EQ(items.size(), 1);
    const QJsonObject one = items[0].toObject();
    EXPECT_EQ(one[QStringLiteral("n")], 5);
    EXPECT_EQ(one[QStringLiteral("below")], 2);
    EXPECT_EQ(one[QStringLiteral("document")], QStringLiteral("belongs"));
    EXPECT_EQ(one[QStringLiteral("sequential")].toObject()[QStringLiteral("finding")],
              QStringLiteral("not_enough"));
    EXPECT_EQ(one[QStringLiteral("results")].toObject(),
              (QJsonObject{{QStringLiteral("-1"), 2}, {QStringLiteral("2"), 3}}));
}

TEST_F(ExpressionsCommandTest, AFlagNamesTheRuleAndTheReadersReliabilityIsTold) {
    importSessions(3);
    const QJsonObject byDocument = ask({QStringLiteral("expressions"), QStringLiteral("flag"),
                                        QStringLiteral("--rule"), QStringLiteral("document")});
    EXPECT_EQ(byDocument[QStringLiteral("flagged")], 1);
    const QJsonObject sequential = ask({QStringLiteral("expressions"), QStringLiteral("flag"),
                                        QStringLiteral("--rule"), QStringLiteral("sequential")});
    EXPECT_EQ(sequential[QStringLiteral("flagged")], 0) << "five readers of one item are not enough";
    EXPECT_FALSE(sequential[QStringLiteral("reliability")].toObject()[QStringLiteral("known")].toBool());
}

TEST_F(ExpressionsCommandTest, SetsAreEditedWithAHistory) {
    ask({QStringLiteral("expressions"), QStringLiteral("sets"), QStringLiteral("edit"), QStringLiteral("fun"),
         QStringLiteral("--negative"), QStringLiteral("lip_corners_down, nose_wrinkled"),
         QStringLiteral("--person"), QStringLiteral("ann")});
    bool isThere = false;
    for (const QJsonValue& value : ask({QStringLiteral("expressions"), QStringLiteral("sets"),
                                        QStringLiteral("list")})[QStringLiteral("items")]
                                       .toArray()) {
        const QJsonObject set = value.toObject();
        isThere |= set[QStringLiteral("category")] == QStringLiteral("fun") &&
                   set[QStringLiteral("negative")].toArray() ==
                       QJsonArray{QStringLiteral("lip_corners_down"), QStringLiteral("nose_wrinkled")};
    }
    EXPECT_TRUE(isThere);
    const QJsonArray history = ask({QStringLiteral("expressions"), QStringLiteral("sets"),
                                    QStringLiteral("history")})[QStringLiteral("items")]
                                   .toArray();
    ASSERT_EQ(history.size(), 2);
    EXPECT_EQ(history[0].toObject()[QStringLiteral("person")], QStringLiteral("ann"));
}

TEST_F(ExpressionsCommandTest, AReaderIsForgottenWithAllThatCameOfIt) {
    importSessions(3);
    EXPECT_EQ(ask({QStringLiteral("forget-reader"), QStringLiteral("r0")})[QStringLiteral("deleted")], 1);
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("active"))
        << "four readers are fewer than the rule wants";
}

} // namespace moderato::cli
