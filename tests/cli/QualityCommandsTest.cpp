#include "tests/cli/Program.h"

#include <QDateTime>
#include <QJsonDocument>

namespace moderato::cli {

class QualityCommandsTest : public ProgramTest {
protected:
    QStringList words(const char* line) { return QString::fromUtf8(line).split(u' '); }

    /// Ten items a day: those about soup are liked, those about taxes are not; from `turned` on the other way
    /// round.
    QByteArray days(int from, int to, int turned = 1000) {
        QByteArray lines;
        for (int i = from * 10; i < to * 10; ++i) {
            const bool soup = i % 2 == 0, liked = soup == (i / 10 < turned);
            const QJsonObject item{
                {QStringLiteral("id"), QString::number(i)},
                {QStringLiteral("title"),
                 (soup ? QStringLiteral("Garlic soup %1") : QStringLiteral("Taxes rise %1")).arg(i)},
                {QStringLiteral("body"), QStringLiteral("One sentence. Another one.")},
                {QStringLiteral("published_at"),
                 QDateTime(QDate(2026, 1, 1).addDays(i / 10), QTime(0, 0), Qt::UTC).toString(Qt::ISODate)},
                {QStringLiteral("consumption"),
                 QJsonObject{{QStringLiteral("impressions"), 1000},
                             {QStringLiteral("likes"), (liked ? 300 : 20) + i % 7}}}};
            lines += QJsonDocument(item).toJson(QJsonDocument::Compact) + '\n';
        }
        return lines;
    }
};

TEST_F(QualityCommandsTest, FromConsumptionToAnUpdateAndBack) {
    ask({QStringLiteral("import"), write(QStringLiteral("early.jsonl"), days(0, 12))});
    const QJsonObject trained = ask(
        words("train quality --before 2026-01-13 --promote --set cross_size=0 --set bins=4 --set experts=2"));
    EXPECT_EQ(trained[QStringLiteral("version")], QStringLiteral("quality-1"));
    EXPECT_GT(trained[QStringLiteral("metrics")][QStringLiteral("tasks")][QStringLiteral("likes")]
                     [QStringLiteral("accuracy")]
                         .toDouble(),
              0.9);

    const Answer predicted = run(words("predict --json"));
    ASSERT_EQ(predicted.status, 0) << predicted.err.constData();
    const QJsonObject first = QJsonDocument::fromJson(predicted.out.split('\n').first()).object();
    EXPECT_GT(first[QStringLiteral("scores")][QStringLiteral("quality")][QStringLiteral("likes")].toDouble(),
              0.5);
    EXPECT_TRUE(first[QStringLiteral("verdict")][QStringLiteral("positive")].toBool());
    EXPECT_EQ(first[QStringLiteral("version")][QStringLiteral("quality")], QStringLiteral("quality-1"));

    ask({QStringLiteral("import"), write(QStringLiteral("late.jsonl"), days(12, 36, 12))});
    const QJsonObject verified = ask(words("verify-model quality --required 0.8 --drift adwin"));
    EXPECT_EQ(verified[QStringLiteral("items")], 240);
    EXPECT_LT(verified[QStringLiteral("accuracy")].toDouble(), 0.2);
    EXPECT_TRUE(verified[QStringLiteral("below")].toBool());
    EXPECT_EQ(verified[QStringLiteral("decay")].toArray().at(0)[QStringLiteral("days")], 5);

    const QJsonObject updated = ask(words("update quality --if-due"));
    EXPECT_EQ(updated[QStringLiteral("version")], QStringLiteral("quality-2"));
    EXPECT_TRUE(updated[QStringLiteral("promoted")].toBool());
    EXPECT_TRUE(updated[QStringLiteral("tasks")][QStringLiteral("likes")][QStringLiteral("better")].toBool());
    const QJsonObject compared = ask(words("compare quality-1 quality-2 --from 2026-02-01"));
    EXPECT_GT(
        compared[QStringLiteral("tasks")][QStringLiteral("likes")][QStringLiteral("after")].toDouble(),
        compared[QStringLiteral("tasks")][QStringLiteral("likes")][QStringLiteral("before")].toDouble());
    EXPECT_FALSE(ask(words("update quality --if-due"))[QStringLiteral("due")].toBool(true)) << "it is new";
    EXPECT_EQ(ask(words("models rollback quality"))[QStringLiteral("version")], QStringLiteral("quality-1"));
}

TEST_F(QualityCommandsTest, AFileWithLabelsTrainsAndIsScored) {
    QByteArray lines;
    for (int i = 0; i < 80; ++i) {
        lines += i % 2 == 0
                     ? "{\"title\": \"You won't believe this trick\", \"labels\": {\"clickbait\": true}}\n"
                     : "{\"title\": \"Parliament adopts the budget\", \"labels\": {\"clickbait\": 0}}\n";
    }
    const QString file = write(QStringLiteral("marks.jsonl"), lines);
    ask(words("train low_quality --network shared --set rounds=5 --data") + QStringList{file});
    const QJsonObject scored =
        ask(words("evaluate low_quality --version low_quality-1 --data") + QStringList{file});
    EXPECT_EQ(
        scored[QStringLiteral("tasks")][QStringLiteral("clickbait")][QStringLiteral("accuracy")].toDouble(),
        1);
}

TEST_F(QualityCommandsTest, WrongWordsAreAnsweredWithASentence) {
    for (const char* line : {"verify-model topics", "update nothing", "verify-model quality --from yesterday",
                             "verify-model quality --drift magic", "verify-model quality --automatic maybe",
                             "consumption label --verdict-share 1", "consumption label --verdict-share many",
                             "verify-model quality --days 0", "compare quality-1 quality-2", "update quality",
                             "train quality", "train category --from 2026-01-01",
                             "consumption expert 1 likes good", "consumption pass-on --similarity 2"}) {
        const Answer answer = run(words(line));
        EXPECT_NE(answer.status, 0) << line;
        EXPECT_FALSE(answer.err.isEmpty()) << line;
    }
}

TEST_F(QualityCommandsTest, LabelsOfPeopleAndPassedOnOnes) {
    ask({QStringLiteral("import"), articles()});
    EXPECT_EQ(ask(words("consumption expert a1 likes positive"))[QStringLiteral("label")],
              QStringLiteral("positive"));
    EXPECT_EQ(ask(words("consumption pass-on"))[QStringLiteral("labels")], 0);
    EXPECT_EQ(ask(words("consumption expert a1 likes none"))[QStringLiteral("label")],
              QStringLiteral("none"));
}

} // namespace moderato::cli
