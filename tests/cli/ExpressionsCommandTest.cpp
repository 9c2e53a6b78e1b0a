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
    EXPECT_EQ(ask({QStringLiteral("forget-reader"), QStringLiteral("r1")})[QStringLiteral("deleted")], 1);
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

TEST_F(ExpressionsCommandTest, ReadyMadeAggregatesAreImportedListedAndRemoved) {
    const QString file =
        write(QStringLiteral("series.csv"), "time,signal,value,n\n0,smile,0.25,12\n1,smile,0.5,11\n");
    const QStringList item{QStringLiteral("--item"), QStringLiteral("f1")};
    const QStringList series{QStringLiteral("expressions"), QStringLiteral("series")};
    const QStringList import{QStringLiteral("expressions"), QStringLiteral("import"), file};
    const QJsonObject report =
        ask(import + item + QStringList{QStringLiteral("--format"), QStringLiteral("series")});
    EXPECT_EQ(report[QStringLiteral("values")], 2);
    EXPECT_EQ(report[QStringLiteral("n_least")], 11);
    EXPECT_EQ(ask(import + item)[QStringLiteral("signals")], 1) << "recognised by its header";
    const QJsonArray items =
        ask(series + QStringList{QStringLiteral("list")} + item)[QStringLiteral("items")].toArray();
    ASSERT_EQ(items.size(), 1);
    const QJsonArray points = items[0]
                                  .toObject()[QStringLiteral("signals")]
                                  .toArray()[0]
                                  .toObject()[QStringLiteral("points")]
                                  .toArray();
    ASSERT_EQ(points.size(), 2);
    EXPECT_EQ(points[1].toObject()[QStringLiteral("n")], 11);
    EXPECT_EQ(ask({QStringLiteral("expressions"), QStringLiteral("aggregate")})[QStringLiteral("total")], 0)
        << "they are no readers";
    EXPECT_NE(run(import + item + QStringList{QStringLiteral("--reader"), QStringLiteral("r1")}).status, 0);
    const QStringList remove =
        series + QStringList{QStringLiteral("remove"), QStringLiteral("series.csv")} + item;
    ask(remove);
    EXPECT_NE(run(remove).status, 0) << "gone already";
    EXPECT_NE(run(series).status, 0) << "of which item?";
}

TEST_F(ExpressionsCommandTest, ARuleOfOnesOwnIsKeptAndTakenBack) {
    const QStringList mapping{QStringLiteral("expressions"), QStringLiteral("mapping")};
    const auto ruleOf = [&]() -> QString {
        for (const QJsonValue& value : ask(mapping)[QStringLiteral("items")].toArray()) {
            const QJsonObject row = value.toObject();
            if (row[QStringLiteral("format")] == QStringLiteral("pyfeat") &&
                row[QStringLiteral("feature")] == QStringLiteral("nose_wrinkled")) {
                return row[QStringLiteral("rule")].toString();
            }
        }
        return {};
    };
    const QStringList set = mapping + QStringList{QStringLiteral("set"), QStringLiteral("pyfeat"),
                                                  QStringLiteral("nose_wrinkled")};
    const QString shipped = ruleOf();
    ask(set + QStringList{QStringLiteral("max(AU09, AU10) >= 0.6")});
    EXPECT_EQ(ruleOf(), QStringLiteral("max(AU09, AU10) >= 0.6"));
    EXPECT_NE(run(set + QStringList{QStringLiteral("AU777 >= 1")}).status, 0);
    ask(set + QStringList{QStringLiteral("shipped")});
    EXPECT_EQ(ruleOf(), shipped);
}

TEST_F(ExpressionsCommandTest, ProposalsFollowTheLimitsThatAreGiven) {
    importSessions(2); // Three of five show raised cheeks.
    ask({QStringLiteral("decide"), QStringLiteral("f1"), QStringLiteral("confirm"),
         QStringLiteral("--category"), QStringLiteral("fun")});
    const QStringList propose{QStringLiteral("expressions"), QStringLiteral("sets"),
                              QStringLiteral("propose")};
    const auto count = [&](const QStringList& more) {
        return ask(propose + more)[QStringLiteral("items")].toArray().size();
    };
    EXPECT_EQ(count({}), 0) << "ten readers at least";
    const QStringList five{QStringLiteral("--readers"), QStringLiteral("5")};
    const auto all = count(five);
    EXPECT_GT(all, 0) << "what nobody showed";
    EXPECT_EQ(count(five + QStringList{QStringLiteral("--below"), QStringLiteral("0")}), 0);
    EXPECT_NE(run(propose + QStringList{QStringLiteral("--above"), QStringLiteral("many")}).status, 0);
}

TEST_F(ExpressionsCommandTest, OneNameForgetsAReader) {
    EXPECT_NE(run({QStringLiteral("expressions"), QStringLiteral("forget"), QStringLiteral("r0")}).status, 0);
}

TEST_F(ExpressionsCommandTest, AReaderIsForgottenWithAllThatCameOfIt) {
    importSessions(3);
    EXPECT_EQ(ask({QStringLiteral("forget-reader"), QStringLiteral("r0")})[QStringLiteral("deleted")], 1);
    EXPECT_EQ(item()[QStringLiteral("state")], QStringLiteral("active"))
        << "four readers are fewer than the rule wants";
}

} // namespace moderato::cli
