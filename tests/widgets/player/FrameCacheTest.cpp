#include "widgets/player/private/FrameCache.h"

#include <gtest/gtest.h>

using namespace moderato::widgets;

namespace {

QImage image() {
    return QImage(10, 10, QImage::Format_RGB32); // 400 bytes
}

} // namespace

TEST(FrameCache, KeepsWhatIsNearAndNeverMoreThanItMay) {
    FrameCache cache(4000);
    for (int n = 0; n < 30; ++n) {
        cache.add(n, image(), 12);
        EXPECT_LE(cache.used(), 4000);
    }
    EXPECT_TRUE(cache.has(12));
    EXPECT_TRUE(cache.has(10));
    EXPECT_FALSE(cache.has(0));
    EXPECT_FALSE(cache.has(29));
    cache.clear();
    EXPECT_EQ(cache.used(), 0);
}

TEST(FrameCache, KnowsTheRunThatEndsWithAFrame) {
    FrameCache cache(100000);
    for (const int n : {3, 5, 6, 7, 9}) {
        cache.add(n, image(), 7);
    }
    EXPECT_EQ(cache.runStart(7), 5);
    EXPECT_EQ(cache.runStart(3), 3);
    EXPECT_EQ(cache.runStart(8), 9) << "it is not there itself";
    cache.add(0, image(), 0);
    cache.add(1, image(), 0);
    EXPECT_EQ(cache.runStart(1), 0);
}
