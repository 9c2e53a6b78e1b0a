#include "core/interchange/TrendLines.h"

#include "Reading.h"

namespace moderato::interchange {

namespace {

using Fault = TrendLine::Fault;

std::vector<TrendLine> linesOf(const QByteArray& text) {
    test::Reading files;
    std::vector<TrendLine> lines;
    const Status read = readTrendLines(files.write("trends", text), [&lines](const TrendLine& line) {
        lines.push_back(line);
        return true;
    });
    EXPECT_TRUE(read.ok());
    return lines;
}

} // namespace

TEST(TrendLines, TablesMayHoldSeparatorsQuotesAndLineEndsInQuotes) {
    const auto lines = linesOf("\xEF\xBB\xBF\n"
                               "Date;Topic;Heat\n"
                               "2026-11-21;\"a;b\";3\n"
                               "\n"
                               ";\"two\nlines \"\"q\"\"\";\n"
                               "x;\"open\n"
                               ";last;1\n");
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0], (TrendLine{"a;b", "2026-11-21", "3", 3, Fault::None}));
    EXPECT_EQ(lines[1], (TrendLine{"two\nlines \"q\"", "", "", 5, Fault::None}));
    EXPECT_EQ(lines[2].fault, Fault::OpenQuote);
    EXPECT_EQ(lines[2].line, 7);
    EXPECT_EQ(lines[3].name, "last") << "what follows a broken row is read";
}

TEST(TrendLines, LinesAndJsonlKeepTheirNumbers) {
    const auto plain = linesOf("\n#one, two\n" + QByteArray(70'000, 'x') + "\n\"three\n");
    ASSERT_EQ(plain.size(), 3u);
    EXPECT_EQ(plain[0], (TrendLine{"#one, two", "", "", 2, Fault::None}));
    EXPECT_EQ(plain[1].fault, Fault::TooLong);
    EXPECT_EQ(plain[2], (TrendLine{"\"three", "", "", 4, Fault::None}));
    const auto json = linesOf("{\"topic\":\"a\",\"weight\":2.5}\n[1]\n{\"x\":1}\n");
    ASSERT_EQ(json.size(), 3u);
    EXPECT_EQ(json[0], (TrendLine{"a", "", "2.5", 1, Fault::None}));
    EXPECT_EQ(json[1].fault, Fault::NoObject);
    EXPECT_EQ(json[2].fault, Fault::NoName);
}

TEST(TrendLines, StopsWhenItIsToldAndFailsWithoutAFile) {
    test::Reading files;
    int taken = 0;
    ASSERT_TRUE(readTrendLines(files.write("t", "a\nb\nc\n"), [&taken](const TrendLine&) {
                    return ++taken < 2;
                }).ok());
    EXPECT_EQ(taken, 2);
    const Status none = readTrendLines(files.folder.filePath("none"), [](const TrendLine&) { return true; });
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().kind, Error::Kind::Io);
}

} // namespace moderato::interchange
