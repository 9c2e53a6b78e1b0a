#include "Reading.h"

#include <gmock/gmock.h>

namespace moderato::interchange {

using test::Reading;
using testing::HasSubstr;

TEST(Csv, ReadsQuotesListsAndDottedNames) {
    Reading reading;
    reading.readFile("good.csv", test::dataFile("records/good.csv"));
    ASSERT_EQ(reading.items.size(), 2u);
    EXPECT_TRUE(reading.problems.empty());
    const domain::Content& one = reading.items[0];
    EXPECT_EQ(one.title, "Quoted, with \"quotes\"");
    EXPECT_EQ(one.body, "Two\nlines");
    EXPECT_EQ(one.givenTopics, (QStringList{"cats", "dogs"}));
    EXPECT_EQ(one.author.level, 2);
    EXPECT_EQ(one.consumption->likes, 17);
    EXPECT_TRUE(one.consumption->from);
    EXPECT_EQ(one.unknownFields["note"].toString(), "kept");
    EXPECT_EQ(reading.items[1].title, "Second");
}

TEST(Csv, OtherSeparatorsAndLineEnds) {
    Reading reading;
    reading.readFile("a.csv", "\xEF\xBB\xBFTitle;Body\r\n\"a;b\";c\r\nshort\r\n");
    ASSERT_EQ(reading.items.size(), 2u);
    EXPECT_EQ(reading.items[0].title, "a;b");
    EXPECT_EQ(reading.items[1].title, "short");
    reading.readFile("b.csv", "title\tbody\na\tb");
    ASSERT_EQ(reading.items.size(), 1u);
    EXPECT_EQ(reading.items[0].body, "b");
}

TEST(Csv, ProblemsHaveTheLineWhereTheRecordBegins) {
    Reading reading;
    reading.readFile("a.csv", "title,body,author.level,consumption.likes\n"
                              "\"multi\nline\",b,1,2\n" // 2–3
                              "x,y,high,2\n"            // 4
                              "x,y,1,2,3\n"             // 5
                              "\"quoted\"tail,y\n"      // 6
                              "bad \xff,y\n"            // 7
                              ",,1,\n"                  // 8
                              "good,y\n"                // 9
                              "\"never closed,y\n"      // 10
                              "after,y\n");             // 11
    for (const auto& problem : reading.problems) {
        printf("%lld: %s\n", problem.line, qPrintable(problem.reason));
    }
    EXPECT_THAT(reading.problemAt(4).toStdString(), HasSubstr("“author.level” must be a whole number"));
    EXPECT_THAT(reading.problemAt(5).toStdString(), HasSubstr("5 cells"));
    EXPECT_THAT(reading.problemAt(6).toStdString(), HasSubstr("closing quote"));
    EXPECT_THAT(reading.problemAt(7).toStdString(), HasSubstr("UTF-8"));
    EXPECT_THAT(reading.problemAt(8).toStdString(), HasSubstr("no title"));
    EXPECT_THAT(reading.problemAt(10).toStdString(), HasSubstr("never closed"));
    ASSERT_EQ(reading.items.size(), 3u);
    EXPECT_EQ(reading.items.back().title, "after");
}

TEST(Csv, Headers) {
    Reading reading;
    reading.readFile("a.csv", "a;b;c\n1;2;3\n");
    EXPECT_THAT(reading.problemAt(1).toStdString(), HasSubstr("none of the columns title, body and media"));
    reading.readFile("b.csv", "title,title\n1,2\n");
    EXPECT_THAT(reading.problemAt(1).toStdString(), HasSubstr("twice"));
    reading.readFile("c.csv", "");
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("empty"));
}

TEST(Csv, ALongRecordIsPassedOver) {
    Reading reading;
    reading.options.maxLineBytes = 1 << 20;
    reading.readFile("a.csv", "title\n" + QByteArray(3 << 20, 'x') + "\nafter\n");
    EXPECT_THAT(reading.problemAt(2).toStdString(), HasSubstr("longer than 1 MB"));
    ASSERT_EQ(reading.items.size(), 1u);
}

} // namespace moderato::interchange
