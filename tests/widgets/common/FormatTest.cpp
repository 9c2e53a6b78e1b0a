#include "widgets/common/Format.h"

#include <gtest/gtest.h>

#include <limits>

namespace moderato::widgets {
namespace {

using namespace std::chrono_literals;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

QString plain(QString text) {
    return text.replace(QChar(0x00a0), QLatin1Char(' '));
}

TEST(FormatTest, Percent) {
    EXPECT_EQ(plain(Format::percent(0.874)), "87 %");
    EXPECT_EQ(plain(Format::percent(0)), "0 %");
    EXPECT_EQ(plain(Format::percent(1)), "100 %");
    EXPECT_EQ(plain(Format::percent(0.997)), "99 %") << "only what is certain says 100";
}

TEST(FormatTest, UndefinedIsADash) {
    EXPECT_EQ(Format::percent(nan), "–");
    EXPECT_EQ(Format::score(nan), "–");
    EXPECT_EQ(Format::duration(nan), "–");
    EXPECT_EQ(Format::timeLeft(nan), "");
}

TEST(FormatTest, Numbers) {
    EXPECT_EQ(Format::score(0.8743), "0.87");
    EXPECT_EQ(Format::place(12, 340), "12 of 340");
    EXPECT_EQ(Format::place(0, 100000), "0 of 100,000");
}

TEST(FormatTest, Ago) {
    const Timestamp now = fromUnixMs(1'795'000'000'000);
    EXPECT_EQ(Format::ago(now, now), "just now");
    EXPECT_EQ(Format::ago(now + 5s, now), "just now") << "a clock that was set back";
    EXPECT_EQ(Format::ago(now - 3min, now), "3 min ago");
    EXPECT_EQ(Format::ago(now - 150min, now), "2 h ago");
    EXPECT_TRUE(Format::ago(now - 72h, now).startsWith("3 day"));
    EXPECT_TRUE(Format::ago(now - 24h * 400, now).contains("2025"));
}

TEST(FormatTest, Timecodes) {
    EXPECT_EQ(Format::timecode(12480ms), "00:12.480");
    EXPECT_EQ(Format::timecode(12480ms, 374), "00:12.480 · frame 374");
    EXPECT_EQ(Format::timecode(3'612'480ms), "1:00:12.480");
    EXPECT_EQ(Format::timecode(-5ms), "00:00.000");
}

TEST(FormatTest, Durations) {
    EXPECT_EQ(Format::duration(45), "45 s");
    EXPECT_EQ(Format::duration(59.6), "1 min");
    EXPECT_EQ(Format::duration(200), "3 min 20 s");
    EXPECT_EQ(Format::duration(7500), "2 h 5 min");
}

} // namespace
} // namespace moderato::widgets
