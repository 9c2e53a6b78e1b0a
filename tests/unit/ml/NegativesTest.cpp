#include "core/ml/topics/Negatives.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace moderato::ml {
namespace {

TEST(Negatives, OverlapOfTheDocumentIsFiveEighths) {
    // "Travel in place B" and "Travel in place B of country A" (S0.8), five and eight characters in Chinese.
    EXPECT_DOUBLE_EQ(characterOverlap("在B地旅游", "在A国的B地旅游"), 5.0 / 8);
    EXPECT_DOUBLE_EQ(wordOverlap("place-b travel", "country-a place-b travel"), 4.0 / 6);
    EXPECT_DOUBLE_EQ(wordOverlap("Travel", "travel"), 1);
    EXPECT_DOUBLE_EQ(characterOverlap("", ""), 0);
}

/// S0.7 as a person would write it down: K of the candidates, a share p at random, the rest the hardest.
std::vector<int> naiveHardest(std::vector<int> candidates, const std::vector<float>& relevancy, int count) {
    std::vector<int> result;
    for (int i = 0; i < count; ++i) {
        int hardest = -1;
        for (const int candidate : candidates) {
            if (hardest < 0 || relevancy[std::size_t(candidate)] > relevancy[std::size_t(hardest)]) {
                hardest = candidate;
            }
        }
        std::erase(candidates, hardest);
        result.push_back(hardest);
    }
    return result;
}

TEST(Negatives, ThreeOfTenAreOneAtRandomAndTheTwoHardest) {
    std::vector<int> candidates(10);
    std::vector<float> relevancy;
    Random numbers(3);
    for (int i = 0; i < 10; ++i) {
        candidates[std::size_t(i)] = i;
        relevancy.push_back(float(numbers.uniform()));
    }
    std::set<int> drawn;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        const std::vector<int> used = sampleNegatives(candidates, relevancy, {}, 0, random);
        ASSERT_EQ(used.size(), 3u);
        drawn.insert(used[0]);
        std::vector<int> left = candidates;
        std::erase(left, used[0]);
        EXPECT_EQ((std::vector<int>{used[1], used[2]}), naiveHardest(left, relevancy, 2));
    }
    EXPECT_EQ(drawn.size(), 10u) << "every candidate is drawn at some time";
}

TEST(Negatives, FewerCandidatesThanWantedAreAllUsed) {
    Random random(1);
    const std::vector<float> relevancy{0.1f, 0.9f};
    std::vector<int> used = sampleNegatives(std::vector<int>{0, 1}, relevancy, {}, 0, random);
    std::sort(used.begin(), used.end());
    EXPECT_EQ(used, (std::vector<int>{0, 1}));
    EXPECT_TRUE(sampleNegatives({}, relevancy, {}, 0, random).empty());
    EXPECT_EQ(sampleNegatives(std::vector<int>{0, 1}, relevancy, {.used = 1, .randomShare = 0}, 0, random),
              std::vector<int>{1});
}

TEST(Negatives, SemiHardOnesAreBelowThePositive) {
    Random random(1);
    const std::vector<int> candidates{0, 1, 2, 3, 4};
    const std::vector<float> relevancy{0.9f, 0.2f, 0.6f, 0.5f, 0.8f};
    NegativeOptions options{.used = 2, .randomShare = 0, .choice = NegativeOptions::Choice::SemiHard};
    EXPECT_EQ(sampleNegatives(candidates, relevancy, options, 0.7f, random), (std::vector<int>{2, 3}));
    options.used = 4; // Where they do not suffice, the least hard of the others.
    EXPECT_EQ(sampleNegatives(candidates, relevancy, options, 0.7f, random), (std::vector<int>{2, 3, 1, 4}));
}

TEST(MarginLoss, IsWhatANaiveLoopComputes) {
    Random random(5);
    for (int trial = 0; trial < 100; ++trial) {
        const float positive = float(random.uniform()), threshold = 0.3f;
        std::vector<float> negatives;
        for (int i = 0; i < 3; ++i) {
            negatives.push_back(float(random.uniform()));
        }
        double loss = 0;
        int satisfied = 0;
        for (const float negative : negatives) {
            if (positive - negative >= threshold) {
                ++satisfied;
            } else {
                loss += double(threshold - (positive - negative));
            }
        }
        const MarginLoss result = marginLoss(positive, negatives, threshold);
        EXPECT_NEAR(result.loss, loss, 1e-6);
        EXPECT_EQ(result.satisfied, satisfied);
        EXPECT_EQ(result.positiveGradient, -float(3 - satisfied));
        for (std::size_t i = 0; i < negatives.size(); ++i) {
            EXPECT_EQ(result.negativeGradient[i], positive - negatives[i] >= threshold ? 0.0f : 1.0f);
        }
    }
}

} // namespace
} // namespace moderato::ml
