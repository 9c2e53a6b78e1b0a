#include "core/ml/Metrics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace moderato::ml {
namespace {

TEST(Metrics, AccuracyIsTheShareOfRightAnswers) {
    const std::vector<int> truth{0, 1, 2, 1}, predicted{0, 1, 1, 1};
    EXPECT_DOUBLE_EQ(accuracy(truth, predicted), 0.75);
    EXPECT_TRUE(std::isnan(accuracy({}, {})));
}

TEST(Metrics, MacroF1LeavesOutClassesThatDoNotOccur) {
    const std::vector<int> truth{0, 1, 2, 1}, predicted{0, 1, 1, 1};
    // Class 0: 1. Class 1: 2 right, 1 wrong, 0 missed: 4/5. Class 2: missed: 0. Class 3 is not there.
    const std::vector<double> scores = f1PerClass(truth, predicted, 4);
    EXPECT_DOUBLE_EQ(scores[0], 1);
    EXPECT_DOUBLE_EQ(scores[1], 0.8);
    EXPECT_DOUBLE_EQ(scores[2], 0);
    EXPECT_TRUE(std::isnan(scores[3]));
    EXPECT_DOUBLE_EQ(macroF1(truth, predicted, 4), 0.6);
}

TEST(Metrics, ConfusionHasTruthInRows) {
    const std::vector<int> truth{0, 1, 1, -1}, predicted{1, 1, 0, 0};
    EXPECT_EQ(confusionMatrix(truth, predicted, 2), (std::vector<std::size_t>{0, 1, 1, 1}));
}

TEST(Metrics, PrecisionAndRecallAtK) {
    const std::vector<std::vector<int>> truth{{1, 2}, {3}}, ranked{{1, 5, 2}, {4, 3, 6}};
    EXPECT_DOUBLE_EQ(precisionAt(1, truth, ranked), 0.5);
    EXPECT_DOUBLE_EQ(precisionAt(3, truth, ranked), 0.5);
    EXPECT_DOUBLE_EQ(recallAt(1, truth, ranked), 1.0 / 3);
    EXPECT_DOUBLE_EQ(recallAt(3, truth, ranked), 1);
    // Fewer predictions than k: those there are count.
    EXPECT_DOUBLE_EQ(precisionAt(5, truth, ranked), 0.5);
    EXPECT_TRUE(std::isnan(precisionAt(1, {}, {})));
}

TEST(Metrics, CalibrationErrorComparesConfidenceWithSuccess) {
    const std::vector<float> confidence{0.9f, 0.9f, 0.2f, 0.2f};
    const bool right[]{true, false, false, false};
    // Bin of .9: |.5 − .9| for half of the examples; bin of .2: |0 − .2| for the other half.
    EXPECT_NEAR(expectedCalibrationError(confidence, right, 10), 0.5 * 0.4 + 0.5 * 0.2, 1e-6);
    EXPECT_TRUE(std::isnan(expectedCalibrationError({}, {}, 10)));
}

TEST(Metrics, SingleLabelFiguresComeFromProbabilities) {
    const std::vector<int> truth{0, 2, -1};
    const std::vector<float> rows{0.7f, 0.2f, 0.1f, 0.5f, 0.1f, 0.4f, 0.2f, 0.6f, 0.2f};
    const Metrics metrics = singleLabelMetrics(truth, rows, 3);
    EXPECT_EQ(metrics.examples, 3u);
    EXPECT_DOUBLE_EQ(metrics.accuracy, 1.0 / 3);
    EXPECT_DOUBLE_EQ(metrics.recall.at1, 1.0 / 3);
    EXPECT_DOUBLE_EQ(metrics.recall.at3, 2.0 / 3);
    EXPECT_NEAR(metrics.calibrationError, (0.3 + 0.5 + 0.6) / 3, 1e-6);
}

TEST(Metrics, MultiLabelLeavesOutTextsWithoutTopics) {
    const Metrics metrics = multiLabelMetrics(std::vector<std::vector<int>>{{1}, {}, {2}},
                                              std::vector<std::vector<int>>{{1, 2}, {1}, {1, 2}});
    EXPECT_EQ(metrics.examples, 2u);
    EXPECT_DOUBLE_EQ(metrics.accuracy, 0.5);
    EXPECT_DOUBLE_EQ(metrics.precision.at3, 0.5);
    EXPECT_TRUE(std::isnan(metrics.macroF1));
}

} // namespace
} // namespace moderato::ml
