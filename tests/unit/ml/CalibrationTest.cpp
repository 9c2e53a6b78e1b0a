#include "core/ml/private/Calibration.h"
#include "core/base/Random.h"
#include "core/ml/private/TrainingSet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace moderato::ml {
namespace {

TEST(Calibration, FindsTheSigmoidThatPairsWereDrawnFrom) {
    Random random(11);
    std::vector<std::pair<double, double>> pairs;
    for (int i = 0; i < 20'000; ++i) {
        const double value = random.uniform() * 6 - 3;
        pairs.emplace_back(value, random.uniform() < 1 / (1 + std::exp(-(1.5 * value - 0.7))));
    }
    const Sigmoid fitted = fitSigmoid(pairs);
    EXPECT_NEAR(fitted.slope, 1.5, 0.1);
    EXPECT_NEAR(fitted.offset, -0.7, 0.1);
}

TEST(Calibration, FindsTheSlopeThatPairsWereDrawnFrom) {
    Random random(12);
    for (const double slope : {0.1, 0.5, 3.0}) {
        std::vector<std::pair<double, double>> pairs;
        for (int i = 0; i < 20'000; ++i) {
            const double value = random.uniform() * 6 - 3;
            pairs.emplace_back(value, random.uniform() < Sigmoid{slope, 0}(value));
        }
        EXPECT_NEAR(fitSlope(pairs), slope, 0.1 * slope + 0.02);
    }
}

TEST(Calibration, WithoutEvidenceItChangesNothing) {
    EXPECT_EQ(fitSlope({}), 1);
    EXPECT_EQ(fitSigmoid({}).slope, 1);
    const std::vector<std::pair<double, double>> falling{{-2, 1}, {-1, 1}, {1, 0}, {2, 0}};
    EXPECT_EQ(fitSigmoid(falling).slope, 1);
    EXPECT_EQ(fitSigmoid(falling).offset, 0);
    EXPECT_EQ(fitSlope(falling), 1);
}

TEST(TrainingSet, SplitsAreDisjointAndDependOnTheSeed) {
    const Split split = splitExamples(100, 0.1, 3);
    EXPECT_EQ(split.heldOut.size(), 10u);
    std::set<int> all(split.training.begin(), split.training.end());
    all.insert(split.heldOut.begin(), split.heldOut.end());
    EXPECT_EQ(all.size(), 100u);
    EXPECT_EQ(splitExamples(100, 0.1, 3).heldOut, split.heldOut);
    EXPECT_NE(splitExamples(100, 0.1, 4).heldOut, split.heldOut);
    EXPECT_TRUE(splitExamples(19, 0.5, 3).heldOut.empty());
}

TEST(TrainingSet, StopsWhenTheScoreStopsRising) {
    EarlyStop stop(2);
    EXPECT_FALSE(stop.add({.number = 1, .heldOutScore = 0.5}));
    EXPECT_FALSE(stop.add({.number = 2, .heldOutScore = 0.6}));
    EXPECT_FALSE(stop.add({.number = 3, .heldOutScore = 0.6}));
    EXPECT_TRUE(stop.add({.number = 4, .heldOutScore = 0.55}));
    EXPECT_EQ(stop.best(), 2);
}

} // namespace
} // namespace moderato::ml
