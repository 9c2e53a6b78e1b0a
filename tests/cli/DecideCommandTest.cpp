#include "tests/cli/Program.h"

namespace moderato::cli {

class DecideCommandTest : public ProgramTest {
protected:
    DecideCommandTest() { ask({QStringLiteral("import"), articles()}); }

    QJsonObject item(const QString& externalId) {
        for (const QJsonValue& value : ask({QStringLiteral("search")})[QStringLiteral("items")].toArray()) {
            if (value.toObject()[QStringLiteral("external_id")] == externalId) {
                return value.toObject();
            }
        }
        return {};
    }
    QString decided(const QString& id) { return item(id)[QStringLiteral("decided_category")].toString(); }
    QString state(const QString& id) { return item(id)[QStringLiteral("state")].toString(); }
    qint64 open() { return ask({QStringLiteral("queue")})[QStringLiteral("open")].toInteger(); }
};

TEST_F(DecideCommandTest, CorrectUndoAndRedo) {
    const QJsonObject decision =
        ask({QStringLiteral("decide"), QStringLiteral("a1"), QStringLiteral("correct"),
             QStringLiteral("--category"), QStringLiteral("politics"), QStringLiteral("--topics"),
             QStringLiteral("#noodles|table manners"), QStringLiteral("--person"), QStringLiteral("ann")});
    EXPECT_EQ(decision[QStringLiteral("action")], QStringLiteral("correct"));
    EXPECT_EQ(decision[QStringLiteral("topics")],
              (QJsonArray{QStringLiteral("noodles"), QStringLiteral("table manners")}));
    EXPECT_EQ(decided(QStringLiteral("a1")), QStringLiteral("politics"));
    EXPECT_EQ(open(), 5);
    EXPECT_EQ(
        ask({QStringLiteral("search"), QStringLiteral("manners")})[QStringLiteral("items")].toArray().size(),
        1);

    ask({QStringLiteral("decide"), QStringLiteral("undo"), QStringLiteral("--person"),
         QStringLiteral("ann")});
    EXPECT_EQ(decided(QStringLiteral("a1")), QString());
    EXPECT_EQ(open(), 6);
    EXPECT_EQ(
        ask({QStringLiteral("search"), QStringLiteral("manners")})[QStringLiteral("items")].toArray().size(),
        0);

    ask({QStringLiteral("decide"), QStringLiteral("redo"), QStringLiteral("--person"),
         QStringLiteral("ann")});
    EXPECT_EQ(decided(QStringLiteral("a1")), QStringLiteral("politics"));

    const QJsonObject chain = ask({QStringLiteral("verify")});
    EXPECT_EQ(chain[QStringLiteral("decisions")], 3);
    EXPECT_TRUE(chain[QStringLiteral("ok")].toBool());
    EXPECT_TRUE(chain[QStringLiteral("first_broken")].isNull());
}

TEST_F(DecideCommandTest, DisallowDropsForGoodUntilItIsUndone) {
    EXPECT_NE(run({QStringLiteral("decide"), QStringLiteral("a2"), QStringLiteral("disallow")}).status, 0);
    EXPECT_NE(run({QStringLiteral("decide"), QStringLiteral("a2"), QStringLiteral("disallow"),
                   QStringLiteral("--reason"), QStringLiteral("boring")})
                  .status,
              0);
    EXPECT_EQ(state(QStringLiteral("a2")), QStringLiteral("active"));
    ask({QStringLiteral("decide"), QStringLiteral("a2"), QStringLiteral("disallow"),
         QStringLiteral("--reason"), QStringLiteral("rumour")});
    EXPECT_EQ(state(QStringLiteral("a2")), QStringLiteral("dropped"));
    ask({QStringLiteral("decide"), QStringLiteral("a2"), QStringLiteral("undo")});
    EXPECT_EQ(state(QStringLiteral("a2")), QStringLiteral("active"));
}

TEST_F(DecideCommandTest, NonsenseIsRefusedAndLeavesNoTrace) {
    const QList<QStringList> nonsense{{QStringLiteral("a1"), QStringLiteral("correct")},
                                      {QStringLiteral("a1"), QStringLiteral("correct"),
                                       QStringLiteral("--category"), QStringLiteral("nope")},
                                      {QStringLiteral("a1"), QStringLiteral("dance")},
                                      {QStringLiteral("a1"), QStringLiteral("topics")},
                                      {QStringLiteral("nobody"), QStringLiteral("confirm")},
                                      {QStringLiteral("4711"), QStringLiteral("confirm")},
                                      {QStringLiteral("undo")},
                                      {QStringLiteral("redo")}};
    for (const QStringList& words : nonsense) {
        const Answer answer =
            run(QStringList{QStringLiteral("decide")} + words + QStringList{QStringLiteral("--json")});
        EXPECT_NE(answer.status, 0) << words.join(u' ').toStdString();
        EXPECT_EQ(answer.out, "") << words.join(u' ').toStdString();
        EXPECT_EQ(answer.err.count('\n'), 1) << answer.err.constData();
    }
    EXPECT_EQ(ask({QStringLiteral("verify")})[QStringLiteral("decisions")], 0);
}

TEST_F(DecideCommandTest, ACategoryMayBeNamedInEitherLanguage) {
    ask({QStringLiteral("decide"), QStringLiteral("a3"), QStringLiteral("correct"),
         QStringLiteral("--category"), QStringLiteral("美食")});
    EXPECT_EQ(decided(QStringLiteral("a3")), QStringLiteral("food"));
}

TEST_F(DecideCommandTest, SkipAndEscalateMoveTheItemInTheQueue) {
    ask({QStringLiteral("decide"), QStringLiteral("a1"), QStringLiteral("skip")});
    ask({QStringLiteral("decide"), QStringLiteral("a2"), QStringLiteral("escalate"), QStringLiteral("--note"),
         QStringLiteral("ask Bo")});
    const QJsonObject queue =
        ask({QStringLiteral("queue"), QStringLiteral("--state"), QStringLiteral("escalated")});
    EXPECT_EQ(queue[QStringLiteral("open")], 4);
    EXPECT_EQ(queue[QStringLiteral("skipped")], 1);
    EXPECT_EQ(queue[QStringLiteral("escalated")], 1);
    EXPECT_EQ(queue[QStringLiteral("items")].toArray().size(), 1);
}

} // namespace moderato::cli
