#include "Samples.h"
#include "core/ml/private/TopicSets.h"
#include "core/ml/topics/TopicTrainer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

namespace moderato::ml {
namespace {

at::Tensor tensorOf(std::vector<std::vector<float>> rows) {
    at::Tensor result = at::zeros({std::int64_t(rows.size()), std::int64_t(rows[0].size())});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy(rows[i].begin(), rows[i].end(), result.data_ptr<float>() + i * rows[0].size());
    }
    return result;
}

/// The gradient that a loss states beside differences of the loss itself.
void expectGradient(const at::Tensor& relevancy, const std::function<SetLoss(const at::Tensor&)>& lossOf) {
    constexpr float step = 1e-2f;
    const SetLoss loss = lossOf(relevancy);
    for (std::int64_t i = 0; i < relevancy.numel(); ++i) {
        at::Tensor more = relevancy.clone(), less = relevancy.clone();
        more.data_ptr<float>()[i] += step;
        less.data_ptr<float>()[i] -= step;
        const double slope = (lossOf(more).loss - lossOf(less).loss) / (2 * double(step));
        EXPECT_NEAR(double(loss.gradient.data_ptr<float>()[i]), slope, 5e-3) << "at " << i;
    }
}

const ColumnsOf twoTexts{{0}, {1, 3}};

TEST(SoftmaxLoss, IsWhatOneComputesByHand) {
    const at::Tensor relevancy = tensorOf({{0, 0, 0, 0}, {0, std::log(3.0f), 0, 0}});
    const SetLoss loss = softmaxLoss(relevancy, twoTexts, std::vector<float>{1, 2}, {});
    // The first text's topic has 1 of 4; the second's have 3 and 1 of 6, half of the target each, and it
    // counts twice.
    EXPECT_NEAR(loss.loss, std::log(4.0) + 2 * (0.5 * std::log(2.0) + 0.5 * std::log(6.0)), 1e-5);
    EXPECT_NEAR(loss.gradient[0][0].item<float>(), 0.25f - 1, 1e-6f);
    EXPECT_NEAR(loss.gradient[1][1].item<float>(), 2 * (0.5f - 0.5f), 1e-6f);
    EXPECT_NEAR(loss.gradient[1][2].item<float>(), 2 * (1.0f / 6), 1e-6f);
}

TEST(SoftmaxLoss, GradientsAreThoseOfTheLoss) {
    const at::Tensor relevancy = tensorOf({{0.3f, -0.2f, 0.7f, 0.1f}, {-0.5f, 0.4f, 0.2f, 0.9f}});
    const std::vector<float> logInclusion{std::log(0.5f), std::log(0.25f), 0, std::log(0.1f)};
    for (const Softmax& options :
         {Softmax{}, Softmax{0.2, 1, {}}, Softmax{0, 4, {}}, Softmax{0.2, 2, logInclusion}}) {
        expectGradient(relevancy, [&](const at::Tensor& scores) {
            return softmaxLoss(scores, twoTexts, std::vector<float>{1, 0.5f}, options);
        });
    }
}

TEST(SoftmaxLoss, CorrectionMakesTheSumOverTheSetThatOverAllTopics) {
    // Two topics that a set has half of the time stand for four.
    const std::vector<float> half{0, std::log(0.5f), std::log(0.5f)};
    const ColumnsOf first{{0}};
    const std::vector<float> once{1};
    const SetLoss sampled = softmaxLoss(tensorOf({{1, 0, 0}}), first, once, {0, 1, half});
    const SetLoss whole = softmaxLoss(tensorOf({{1, 0, 0, 0, 0}}), first, once, {});
    EXPECT_NEAR(sampled.loss, whole.loss, 1e-6);
    // What is the text's own is always there, so its own inclusion does not matter.
    const std::vector<float> rareOwn{std::log(0.01f), std::log(0.5f), std::log(0.5f)};
    EXPECT_NEAR(softmaxLoss(tensorOf({{1, 0, 0}}), first, once, {0, 1, rareOwn}).loss, whole.loss, 1e-6);
}

TEST(TripletLoss, IsWhatOneComputesByHand) {
    const at::Tensor relevancy = tensorOf({{0.9f, 0.8f, 0.1f, 0}, {0.5f, 0.4f, 0, 0.6f}});
    const SetLoss loss = tripletSetLoss(relevancy, twoTexts, {{1}, {0, -1}}, {1, 2}, 0.3f);
    // 0.3 − (0.9 − 0.8), and twice 0.3 − (0.4 − 0.5); the third has no negative.
    EXPECT_NEAR(loss.loss, 0.2 + 2 * 0.4, 1e-6);
    EXPECT_EQ(loss.pairs, 2);
    EXPECT_EQ(loss.satisfied, 0);
    EXPECT_EQ(loss.gradient[0][0].item<float>(), -1);
    EXPECT_EQ(loss.gradient[0][1].item<float>(), 1);
    EXPECT_EQ(loss.gradient[1][0].item<float>(), 2);
    expectGradient(relevancy, [&](const at::Tensor& scores) {
        return tripletSetLoss(scores, twoTexts, {{1}, {0, -1}}, {1, 2}, 0.3f);
    });
}

TEST(TripletLoss, DistancesBeyondTheMarginHaveNone) {
    const SetLoss loss = tripletSetLoss(tensorOf({{0.9f, 0.1f}}), {{0}}, {{1}}, {1}, 0.3f);
    EXPECT_EQ(loss.loss, 0);
    EXPECT_EQ(loss.satisfied, 1);
    EXPECT_EQ(loss.gradient.abs().sum().item<float>(), 0);
}

/// Five topics; the only text has topic 0, and relevancies as given.
class Mining : public testing::Test {
protected:
    Mining()
        : data_(examples_) {
        options_.loss = TopicLoss::Triplet;
        options_.margin = 0.4f;
        options_.negatives.filter = NegativeOptions::Filter::None;
        options_.moreTopics = {"bb", "cc", "dd", "aaa"};
        data_.collectTopics(options_);
        data_.encode(options_, {});
    }

    std::set<int> drawn() {
        const FalseNegatives filter(options_.negatives, data_.names);
        std::set<int> result;
        Random random(1);
        for (int i = 0; i < 200; ++i) {
            const std::vector<int> indices{0};
            const auto negatives = mineTriplets(
                data_, indices,
                [&](const SparseBatch&) {
                    return tensorOf({{0.9f, 0.8f, 0.6f, 0.1f, 0.6f}});
                },
                options_, filter, random);
            result.insert(negatives[0][0]);
        }
        return result;
    }

    const std::vector<TopicExample> examples_{{{.title = "text"}, {"aa"}, 1}};
    TopicExamples data_;
    TopicTrainingOptions options_;
};

TEST_F(Mining, DrawsWhatIsFurtherThanThePositiveByTheSlack) {
    EXPECT_EQ(drawn(), (std::set<int>{2, 3, 4})) << "v = m / 2";
    options_.miningSlack = 0;
    EXPECT_EQ(drawn(), (std::set<int>{1, 2, 3, 4}));
    options_.miningSlack = 0.35f;
    EXPECT_EQ(drawn(), (std::set<int>{3}));
}

TEST_F(Mining, CanKeepToTripletsWithALoss) {
    options_.mineOnlyWithLoss = true;
    EXPECT_EQ(drawn(), (std::set<int>{2, 4}));
}

TEST_F(Mining, LeavesOutWhatMayBeRight) {
    options_.negatives.filter = NegativeOptions::Filter::CharacterOverlap;
    EXPECT_EQ(drawn(), (std::set<int>{2, 3})) << "“aaa” has the characters of “aa”";
    options_.mineOnlyWithLoss = true;
    options_.miningSlack = 0.39f;
    EXPECT_EQ(drawn(), (std::set<int>{-1}));
}

TEST(TopicSets, CostDoesNotGrowWithTheNumberOfTopics) {
    test::Samples samples(8);
    const auto examples = samples.topics(64);
    for (const int more : {0, 5000}) {
        TopicTrainingOptions options;
        options.loss = TopicLoss::SampledSoftmax;
        options.uniformNegatives = 50;
        for (int i = 0; i < more; ++i) {
            options.moreTopics.push_back("topic " + std::to_string(i));
        }
        TopicExamples data(examples);
        data.collectTopics(options);
        ASSERT_TRUE(data.encode(options, {}));
        std::vector<int> indices(16);
        std::iota(indices.begin(), indices.end(), 0);
        const TopicSets sets(data, options, indices, 16, 0);
        Random random(1);
        const TopicSet set = sets.make(indices, {}, {}, random);
        EXPECT_TRUE(std::is_sorted(set.columns.begin(), set.columns.end()));
        if (more == 0) { // As many drawn as there are: all, and nothing to correct.
            EXPECT_EQ(set.columns, data.everyTopic);
            EXPECT_TRUE(set.logInclusion.empty());
        } else {
            EXPECT_LE(set.columns.size(), 58u);
            EXPECT_EQ(set.logInclusion.size(), set.columns.size());
            EXPECT_NEAR(set.logInclusion.back(), std::log(50.0f / 5008), 1e-3f) << "only drawn uniformly";
        }
        for (std::size_t i = 0; i < 16; ++i) {
            for (std::size_t j = 0; j < set.own[i].size(); ++j) {
                EXPECT_EQ(set.columns[std::size_t(set.own[i][j])], data.topicsOf[i][j]);
            }
        }
    }
}

} // namespace
} // namespace moderato::ml
