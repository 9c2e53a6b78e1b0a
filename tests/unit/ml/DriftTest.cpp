#include "core/ml/Drift.h"

#include "core/base/Random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace moderato::ml {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Adds `count` values, each 1 with the probability and 0 else; gives the first that a change is told at
/// (from 1), or 0.
template <class Detector> int firstChange(Detector& detector, Random& random, double probability, int count) {
    for (int i = 1; i <= count; ++i) {
        if (detector.add(random.uniform() < probability ? 1 : 0)) {
            return i;
        }
    }
    return 0;
}

template <class Detector> int changes(Detector detector, std::uint64_t seed, double probability, int count) {
    Random random(seed);
    int found = 0;
    for (int i = 0; i < count; ++i) {
        found += detector.add(random.uniform() < probability ? 1 : 0) ? 1 : 0;
    }
    return found;
}

TEST(Adwin, StaysQuietWhileNothingChanges) {
    // The bound: delta at each look, every 32 values, over ten streams of 20,000.
    const double delta = 0.002;
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        found += changes(Adwin(delta), seed, 0.9, 20'000);
    }
    EXPECT_LE(found, delta * 10 * 20'000 / 32);
    EXPECT_EQ(changes(Adwin(delta), 1, 1, 20'000), 0);
}

TEST(Adwin, TellsAJumpSoonAndForgetsWhatWasBefore) {
    Adwin detector;
    Random random(1);
    EXPECT_EQ(firstChange(detector, random, 0.9, 5'000), 0);
    EXPECT_NEAR(detector.value(), 0.9, 0.02);
    EXPECT_EQ(detector.width(), 5'000u);
    const int told = firstChange(detector, random, 0.7, 1'000);
    EXPECT_GT(told, 0);
    EXPECT_LT(told, 400);
    firstChange(detector, random, 0.7, 5'000);
    EXPECT_NEAR(detector.value(), 0.7, 0.03);
    EXPECT_LT(detector.width(), 6'500u);
}

TEST(Adwin, TellsAnImprovementToo) {
    Adwin detector;
    Random random(2);
    firstChange(detector, random, 0.5, 3'000);
    EXPECT_GT(firstChange(detector, random, 0.8, 1'000), 0);
}

TEST(Adwin, KeepsItsMemoryLogarithmic) {
    Adwin detector;
    Random random(3);
    std::size_t most = 0;
    for (int i = 0; i < 300'000; ++i) {
        detector.add(random.uniform() < 0.9 ? 1 : 0);
        most = std::max(most, detector.buckets());
    }
    EXPECT_EQ(detector.width(), 300'000u);
    EXPECT_LE(most, 5 * 17u); // A row that has a next one holds at least 4: 4 · (2^17 − 1) > 300,000.
    EXPECT_NEAR(detector.value(), 0.9, 0.005);
}

TEST(Adwin, TheWindowsMeanIsThatOfItsValues) {
    Adwin detector;
    EXPECT_TRUE(std::isnan(detector.value()));
    for (const double value : {0.25, 0.5, 0.75, unknown, 7.0, -3.0}) { // 7 counts as 1, −3 as 0.
        EXPECT_FALSE(detector.add(value));
    }
    EXPECT_DOUBLE_EQ(detector.value(), 2.5 / 5);
    EXPECT_EQ(detector.width(), 5u);
    detector.reset();
    EXPECT_EQ(detector.width(), 0u);
    EXPECT_EQ(detector.buckets(), 0u);
}

TEST(PageHinkley, ByHand) {
    // Means 0, 0, 1/3, 1/2, 3/5: the sum of the deviations less .1 is −.1, −.2, .3667, .7667, 1.0667. The
    // fifth is the first more than 1 above the lowest.
    PageHinkley detector({.delta = 0.1, .lambda = 1, .side = PageHinkley::Side::Rising, .least = 1});
    EXPECT_TRUE(std::isnan(detector.value()));
    EXPECT_FALSE(detector.add(0));
    EXPECT_FALSE(detector.add(0));
    EXPECT_FALSE(detector.add(1));
    EXPECT_DOUBLE_EQ(detector.value(), 1 / 3.0);
    EXPECT_FALSE(detector.add(unknown));
    EXPECT_FALSE(detector.add(1));
    EXPECT_TRUE(detector.add(1));
    EXPECT_TRUE(std::isnan(detector.value()));
}

TEST(PageHinkley, StaysQuietWhileNothingChanges) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        EXPECT_EQ(changes(PageHinkley({.delta = 0.02, .lambda = 25}), seed, 0.9, 20'000), 0);
    }
}

TEST(PageHinkley, TellsAJumpOnTheSideThatIsAsked) {
    using Side = PageHinkley::Side;
    const auto told = [](Side side, double before, double after) {
        PageHinkley detector({.delta = 0.02, .lambda = 25, .side = side});
        Random random(1);
        firstChange(detector, random, before, 2'000);
        return firstChange(detector, random, after, 1'000);
    };
    for (const Side side : {Side::Falling, Side::Both}) {
        EXPECT_GT(told(side, 0.9, 0.7), 0);
        EXPECT_LT(told(side, 0.9, 0.7), 400);
    }
    EXPECT_EQ(told(Side::Rising, 0.9, 0.7), 0);
    EXPECT_EQ(told(Side::Falling, 0.7, 0.9), 0);
    EXPECT_GT(told(Side::Rising, 0.7, 0.9), 0);
}

TEST(PageHinkley, BeginsAnewAfterAChange) {
    PageHinkley detector({.delta = 0.02, .lambda = 25});
    Random random(1);
    firstChange(detector, random, 0.9, 2'000);
    ASSERT_GT(firstChange(detector, random, 0.5, 1'000), 0);
    EXPECT_TRUE(std::isnan(detector.value()));
    EXPECT_EQ(firstChange(detector, random, 0.5, 2'000), 0);
    EXPECT_NEAR(detector.value(), 0.5, 0.05);
}

} // namespace
} // namespace moderato::ml
