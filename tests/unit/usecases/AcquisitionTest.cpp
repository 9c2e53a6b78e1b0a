#include "core/usecases/Acquisition.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace moderato::usecases {
namespace {

TEST(Acquisition, EntropyIsHighestInTheMiddle) {
    EXPECT_DOUBLE_EQ(binaryEntropy(0.5), 1);
    EXPECT_DOUBLE_EQ(binaryEntropy(0), 0);
    EXPECT_DOUBLE_EQ(binaryEntropy(1), 0);
    EXPECT_NEAR(binaryEntropy(0.25), 0.8113, 5e-5);
    EXPECT_NEAR(normalizedEntropy(std::array{0.25f, 0.25f, 0.25f, 0.25f}), 1, 1e-6);
    EXPECT_NEAR(normalizedEntropy(std::array{1.0f, 0.0f}), 0, 1e-6);
    EXPECT_DOUBLE_EQ(normalizedEntropy({}), 0);
}

TEST(Acquisition, MarginIsOneWhereTheBestTwoTie) {
    EXPECT_NEAR(marginUncertainty(std::array{0.4f, 0.4f, 0.2f}), 1, 1e-6);
    EXPECT_NEAR(marginUncertainty(std::array{0.1f, 0.9f}), 0.2, 1e-6);
}

/// Unit vectors at these angles, in degrees.
std::vector<float> circle(std::initializer_list<double> degrees) {
    std::vector<float> values;
    for (const double degree : degrees) {
        values.push_back(float(std::cos(degree * M_PI / 180)));
        values.push_back(float(std::sin(degree * M_PI / 180)));
    }
    return values;
}

TEST(Acquisition, KCentreGoesFarFromWhatIsLabelledAndChosen) {
    const auto candidates = circle({5, 10, 90, 95, 180});
    const auto centres = circle({0});
    const auto picks = farthestFirst({candidates, 2}, {centres, 2}, {}, 3);
    ASSERT_EQ(picks.size(), 3u);
    EXPECT_EQ(picks[0].row, 4u); // opposite
    EXPECT_NEAR(picks[0].distance, 2, 1e-5);
    EXPECT_EQ(picks[1].row, 2u); // 90°: as far from 0° as from 180°; 95° is nearer to 180°
    EXPECT_EQ(picks[2].row, 1u); // 10° from what is labelled; 95° is 5° from 90°
}

TEST(Acquisition, WeightsDecideBetweenWhatIsAlikeFar) {
    const auto candidates = circle({90, 270, 45});
    const auto centres = circle({0});
    const std::array weights{0.1, 0.9, 0.0};
    const auto picks = farthestFirst({candidates, 2}, {centres, 2}, weights, 2);
    ASSERT_EQ(picks.size(), 2u);
    EXPECT_EQ(picks[0].row, 1u);
    EXPECT_NEAR(picks[0].gain, 0.9, 1e-5);
    EXPECT_EQ(picks[1].row, 0u);
}

TEST(Acquisition, WithoutCentresTheMiddleComesFirst) {
    const auto candidates = circle({0, 40, 80});
    const auto picks = farthestFirst({candidates, 2}, {{}, 2}, {}, 10);
    ASSERT_EQ(picks.size(), 3u);
    EXPECT_EQ(picks[0].row, 1u);
    EXPECT_TRUE(farthestFirst({{}, 2}, {{}, 2}, {}, 3).empty());
}

} // namespace
} // namespace moderato::usecases
