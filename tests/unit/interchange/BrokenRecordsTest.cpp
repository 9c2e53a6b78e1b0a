#include "Reading.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>

namespace moderato::interchange {

using test::Reading;
using testing::HasSubstr;

struct BadLine {
    const char* line;
    const char* sentence;
};

class BrokenLine : public testing::TestWithParam<BadLine> {};

TEST_P(BrokenLine, IsAProblemWithItsNumberAndTheRestGoesOn) {
    Reading reading;
    reading.readFile("a.jsonl",
                     QByteArray("{\"title\":\"before\"}\n") + GetParam().line + "\n{\"title\":\"after\"}\n");
    ASSERT_EQ(reading.problems.size(), 1u) << GetParam().line;
    EXPECT_EQ(reading.problems[0].line, 2);
    EXPECT_THAT(reading.problems[0].reason.toStdString(), HasSubstr(GetParam().sentence));
    printf("%.60s → %s\n", GetParam().line, qPrintable(reading.problems[0].reason));
    EXPECT_EQ(reading.items.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(
    Jsonl, BrokenLine,
    testing::Values(BadLine{"not json at all", "not valid JSON"},
                    BadLine{"{\"title\":\"cut", "not valid JSON"},
                    BadLine{"[\"a\",\"list\"]", "not an object"},
                    BadLine{"{\"id\":\"no-content\"}", "no title, no body and no media"},
                    BadLine{"{\"title\":5}", "“title” must be a text"},
                    BadLine{"{\"title\":\"x\",\"kind\":\"poem\"}", "“kind” must be"},
                    BadLine{"{\"title\":\"x\",\"title\":\"y\"}", "“title” stands twice"},
                    BadLine{"{\"title\":\"x\",\"author\":{\"id\":1,\"\\u0069d\":2}}", "“id” stands twice"},
                    BadLine{"{\"title\":\"x\",\"topics\":\"cats\"}", "“topics” must be a list"},
                    BadLine{"{\"title\":\"x\",\"topics\":[1]}", "“topics” must be a list"},
                    BadLine{"{\"title\":\"x\",\"author\":\"me\"}", "“author” must be an object"},
                    BadLine{"{\"title\":\"x\",\"author\":{\"verticality\":1.5}}",
                            "“author.verticality” must be a number from 0 to 1"},
                    BadLine{"{\"title\":\"x\",\"consumption\":{\"likes\":-1}}",
                            "“consumption.likes” must be a whole number"},
                    BadLine{"{\"title\":\"x\",\"consumption\":{\"likes\":1.5}}",
                            "“consumption.likes” must be a whole number"},
                    BadLine{"{\"title\":\"x\",\"consumption\":{\"window\":{\"from\":\"soon\"}}}",
                            "“consumption.window.from” must be a date"},
                    BadLine{"{\"title\":\"x\",\"published_at\":\"yesterday\"}",
                            "“published_at” must be a date"},
                    BadLine{"{\"media\":\"http://127.0.0.1/x.mp4\"}", "is an address"},
                    BadLine{"{\"media\":\"data:video/mp4;base64,AA\"}", "is an address"},
                    BadLine{"{\"title\":\"bad \xff\xfe utf-8\"}", "not valid UTF-8 (from byte 15"}));

TEST(Jsonl, MissingMediaIsNotLost) {
    Reading reading;
    reading.readFile("a.jsonl", R"({"title":"remote","media":"http://127.0.0.1/x.mp4"}
{"title":"missing","media":"nowhere.mp4"}
{"title":"escape","media":"../../../../../../../../etc/passwd"}
{"media":"gone.mp4"}
)");
    ASSERT_EQ(reading.items.size(), 4u);
    EXPECT_EQ(reading.problems.size(), 4u);
    for (const auto& problem : reading.problems) {
        printf("%lld: %s\n", problem.line, qPrintable(problem.reason));
    }
    EXPECT_FALSE(reading.items[0].media);
    EXPECT_TRUE(reading.items[1].media) << "the path is kept, so that the file can be put there";
    EXPECT_FALSE(reading.items[2].media);
    EXPECT_FALSE(reading.items[2].mediaProblem.isEmpty());
}

TEST(Jsonl, StrangeTextIsCleaned) {
    Reading reading;
    reading.readFile("a.jsonl", R"({"title":"a\u0000b\u0007c \ud800 d","body":"x\u0000y"})"
                                "\n");
    ASSERT_EQ(reading.items.size(), 1u);
    EXPECT_EQ(reading.items[0].title, u"abc \uFFFD d"_qs);
    EXPECT_EQ(reading.items[0].body, "xy");
}

TEST(Jsonl, DeepNestingIsRefused) {
    Reading reading;
    reading.readFile("a.jsonl",
                     "{\"title\":\"x\",\"a\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}\n");
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_THAT(reading.problems[0].reason.toStdString(), HasSubstr("nested too deeply"));
}

TEST(Jsonl, FilesThatAreNoText) {
    Reading reading;
    reading.readFile("zip.jsonl", QByteArray("PK\3\4\0\0\0", 7));
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("binary data"));
    reading.readFile("utf16.jsonl", QByteArray("\xFF\xFE{\0}\0", 6));
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("UTF-16"));
    reading.readFile("empty.jsonl", "");
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("empty"));
}

TEST(Jsonl, TooManyProblemsAreCounted) {
    Reading reading;
    reading.readFile("a.jsonl", QByteArray("broken\n").repeated(5000));
    EXPECT_EQ(reading.problems.size(), 1001u);
    EXPECT_THAT(reading.problems.back().reason.toStdString(), HasSubstr("4000"));
    EXPECT_EQ(reading.summary.problems, 5000);
}

TEST(Jsonl, AHugeLineCostsNoMemory) {
    Reading reading;
    const QString path = reading.folder.filePath("huge.jsonl");
    {
        std::ofstream file(path.toStdString(), std::ios::binary);
        file << "{\"title\":\"";
        const std::string block(1 << 20, 'x');
        for (int i = 0; i < 200; ++i) {
            file << block;
        }
        file << "\"}\n{\"title\":\"after\"}\n";
    }
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    QElapsedTimer timer;
    timer.start();
    reading.read({path});
    const qint64 ms = timer.elapsed();
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    ASSERT_EQ(reading.items.size(), 1u);
    EXPECT_THAT(reading.problemAt(1).toStdString(), HasSubstr("longer than 16 MB"));
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 64 * 1024) << "KiB";
    RecordProperty("milliseconds", int(ms));
    printf("200 MB line: %lld ms, %ld KiB more: %s\n", ms, after.ru_maxrss - before.ru_maxrss,
           qPrintable(reading.problemAt(1)));
}

} // namespace moderato::interchange
