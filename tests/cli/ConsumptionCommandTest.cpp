#include "tests/cli/Program.h"

namespace moderato::cli {

class ConsumptionCommandTest : public ProgramTest {
protected:
    QStringList words(const char* line) { return QString::fromUtf8(line).split(u' '); }
    static QJsonObject task(const QJsonObject& answer, const char* name) {
        return answer[QStringLiteral("tasks")].toObject()[QLatin1String(name)].toObject();
    }
};

TEST_F(ConsumptionCommandTest, FiguresAreTakenInAndMakeLabels) {
    ask({QStringLiteral("import"), articles()});
    const QString file =
        write(QStringLiteral("figures.csv"), "external_id,window,impressions,clicks,likes,dislikes\n"
                                             "a1,7d,1000,500,100,0\n"
                                             "a2,7d,1000,100,10,50\n"
                                             "a3,7d,1000,90,10,50\n"
                                             "a4,7d,60,60,60,0\n"
                                             "nobody,7d,1000,1,1,1\n"
                                             "a5,7d,1000\n");
    const Answer imported = run(words("consumption import") + QStringList{file, QStringLiteral("--json")});
    ASSERT_EQ(imported.status, 0) << imported.err.constData();
    EXPECT_EQ(imported.json()[QStringLiteral("imported")], 4);
    EXPECT_EQ(imported.json()[QStringLiteral("unusable")], 2);
    EXPECT_TRUE(imported.err.contains("line 6: There is no item")) << imported.err.constData();
    EXPECT_TRUE(imported.err.contains("line 7: The record has 3 cells")) << imported.err.constData();

    // Clicks: degrees 50, 10 and 9 against their mean, 23; a4 was shown too rarely.
    const QJsonObject byMean = ask(words("consumption label"));
    EXPECT_EQ(byMean[QStringLiteral("reference")], QStringLiteral("mean"));
    EXPECT_EQ(task(byMean, "clicks")[QStringLiteral("positive")], 1);
    EXPECT_EQ(task(byMean, "clicks")[QStringLiteral("negative")], 2);
    EXPECT_NEAR(
        task(byMean, "clicks")[QStringLiteral("reference")].toObject()[QStringLiteral("lowest")].toDouble(),
        23, 1e-9);
    EXPECT_EQ(task(byMean, "dislikes")[QStringLiteral("positive")], 1); // The one that nobody disliked.
    EXPECT_FALSE(byMean[QStringLiteral("tasks")].toObject().contains(QStringLiteral("shares")));

    // With a4: degrees 100, 50, 10, 9; by the median, 30, two are positive.
    const QJsonObject byMedian = ask(words("consumption label --reference median --minimum-impressions 50"));
    EXPECT_GT(byMedian[QStringLiteral("changed")].toInteger(), 0);
    EXPECT_EQ(task(byMedian, "clicks")[QStringLiteral("positive")], 2);
    EXPECT_EQ(task(byMedian, "clicks")[QStringLiteral("negative")], 2);
    const QJsonArray degrees = task(byMedian, "clicks")[QStringLiteral("degrees")].toArray();
    ASSERT_EQ(degrees.size(), 10);
    EXPECT_EQ(degrees[9], 1);

    // The rules are the library's: importing again does not go back to others.
    ask(words("consumption import") + QStringList{file});
    const QJsonObject again = ask(words("consumption label"));
    EXPECT_EQ(again[QStringLiteral("reference")], QStringLiteral("median"));
    EXPECT_EQ(again[QStringLiteral("minimum_impressions")], 50);
    EXPECT_EQ(again[QStringLiteral("changed")], 0);
}

TEST_F(ConsumptionCommandTest, WhatCannotBeDoneIsASentence) {
    for (const char* line :
         {"consumption", "consumption import", "consumption label more", "consumption eat",
          "consumption label --reference mode", "consumption label --minimum-impressions -1",
          "consumption import nowhere.csv"}) {
        const Answer answer = run(words(line));
        EXPECT_NE(answer.status, 0) << line;
        EXPECT_FALSE(answer.err.isEmpty()) << line;
    }
}

} // namespace moderato::cli
