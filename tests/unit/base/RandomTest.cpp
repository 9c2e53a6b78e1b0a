#include "core/base/Random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

using namespace moderato;

namespace {

TEST(Random, TheSameSeedGivesTheSameSequence) {
    Random a(7), b(7), c(8);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const auto value = a.next();
        EXPECT_EQ(value, b.next());
        differs |= value != c.next();
    }
    EXPECT_TRUE(differs);
}

TEST(Random, BelowIsUniform) {
    Random random(1);
    std::array<int, 7> counts{};
    constexpr int draws = 70'000;
    for (int i = 0; i < draws; ++i) {
        ++counts[random.below(7)];
    }
    double chi2 = 0;
    for (const int count : counts) {
        chi2 += (count - draws / 7.0) * (count - draws / 7.0) / (draws / 7.0);
    }
    EXPECT_LT(chi2, 22.5); // 6 degrees of freedom, p = .001
}

TEST(Random, ShuffleKeepsTheElements) {
    std::array<int, 50> values{};
    std::iota(values.begin(), values.end(), 0);
    const auto sorted = values;
    Random(3).shuffle(std::span<int>(values));
    EXPECT_NE(values, sorted);
    std::sort(values.begin(), values.end());
    EXPECT_EQ(values, sorted);
}

} // namespace
