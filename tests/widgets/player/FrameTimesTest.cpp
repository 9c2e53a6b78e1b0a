#include "widgets/player/FrameTimes.h"

#include <gtest/gtest.h>

using namespace moderato::widgets;

TEST(FrameTimes, TheFrameOnTheScreenIsTheLastOneThatHasBegun) {
    const FrameTimes times{{1001, 30000}, {-2, 0, 1, 5}, {1, 0, 1, 0}};
    const double unit = 1001.0 / 30000;
    EXPECT_EQ(times.numberAt(-9), 0) << "before the beginning";
    EXPECT_EQ(times.numberAt(-2 * unit), 0);
    EXPECT_EQ(times.numberAt(-0.6 * unit), 0);
    EXPECT_EQ(times.numberAt(0), 1);
    EXPECT_EQ(times.numberAt(5 * unit - 1e-9), 3) << "what floating point lost";
    EXPECT_EQ(times.numberAt(4 * unit), 2);
    EXPECT_EQ(times.numberAt(100), 3);
    EXPECT_EQ(FrameTimes{}.numberAt(1), -1);
}

TEST(FrameTimes, KnowsStampsAndKeyFrames) {
    const FrameTimes times{{1, 1000}, {10, 50, 90, 130}, {1, 0, 1, 0}};
    EXPECT_EQ(times.numberOf(90), 2);
    EXPECT_EQ(times.numberOf(91), -1);
    EXPECT_EQ(times.keyBefore(3), 2);
    EXPECT_EQ(times.keyBefore(1), 0);
    EXPECT_DOUBLE_EQ(times.start(), 0.010);
}
