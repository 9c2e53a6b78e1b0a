#include "core/ml/Metrics.h"
#include "core/ml/private/Experts.h"
#include "core/ml/private/QualityLoss.h"
#include "core/ml/private/QualityNetwork.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace moderato::ml {
namespace {

at::Tensor random(at::IntArrayRef shape, std::uint64_t seed) {
    Random source(seed);
    at::Tensor result = at::empty(shape);
    for (std::int64_t i = 0; i < result.numel(); ++i) {
        result.data_ptr<float>()[i] = float(source.uniform() * 2 - 1);
    }
    return result;
}

TaskShape tinyShape(TaskSharing sharing) {
    return {.sharing = sharing, .in = 5, .tasks = 2, .experts = 3, .expertSize = 4, .towerSize = 6};
}

/// A layer, as the document writes it.
std::vector<double> layer(const Parameters& parameters, const std::string& name, const std::vector<double>& x,
                          bool rectified) {
    const at::Tensor &weight = parameters[name + ".weight"], &bias = parameters[name + ".bias"];
    std::vector<double> result;
    for (std::int64_t out = 0; out < weight.size(0); ++out) {
        double sum = bias[out].item<double>();
        for (std::size_t in = 0; in < x.size(); ++in) {
            sum += weight[out][std::int64_t(in)].item<double>() * x[in];
        }
        result.push_back(rectified ? std::max(0.0, sum) : sum);
    }
    return result;
}

class Gated : public ::testing::TestWithParam<TaskSharing> {};

TEST_P(Gated, IsTheDocumentsFormula) {
    const at::NoGradGuard noGradients;
    const TaskShape shape = tinyShape(GetParam());
    const auto network = makeTaskNetwork(shape);
    Parameters parameters;
    Random source(1);
    network->addParameters(parameters, source);
    const at::Tensor x = random({7, shape.in}, 2);
    const at::Tensor logits = network->logits(parameters, x, {});
    for (std::int64_t item = 0; item < x.size(0); ++item) {
        std::vector<double> row;
        for (std::int64_t i = 0; i < shape.in; ++i) {
            row.push_back(x[item][i].item<double>());
        }
        const std::vector<double> experts =
            layer(parameters, "experts", row, true); // f_i(x), one after another
        for (std::int64_t task = 0; task < shape.tasks; ++task) {
            const std::int64_t gate = GetParam() == TaskSharing::OneGate ? 0 : task;
            const at::Tensor& weight = parameters["gate" + std::to_string(gate) + ".weight"];
            std::vector<double> share;
            double all = 0;
            for (std::int64_t i = 0; i < shape.experts; ++i) {
                double sum = 0;
                for (std::int64_t in = 0; in < shape.in; ++in) {
                    sum += weight[i][in].item<double>() * row[std::size_t(in)];
                }
                share.push_back(std::exp(sum));
                all += share.back();
            }
            std::vector<double> mixed(std::size_t(shape.expertSize));
            for (std::size_t i = 0; i < share.size(); ++i) {
                for (std::size_t j = 0; j < mixed.size(); ++j) {
                    mixed[j] += share[i] / all * experts[i * mixed.size() + j];
                }
            }
            const std::string tower = "tower" + std::to_string(task);
            const double expected = layer(parameters, tower + ".out",
                                          layer(parameters, tower + ".hidden", mixed, true), false)[0];
            EXPECT_NEAR(logits[item][task].item<double>(), expected, 1e-5);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(S1_9, Gated, ::testing::Values(TaskSharing::MultiGate, TaskSharing::OneGate));

TEST(QualityParts, GateWeightsSumToOne) {
    Parameters parameters;
    Random source(1);
    const ExpertGate gate{"gate", 5, 3};
    gate.addParameters(parameters, source);
    const at::Tensor weights = gate.weights(parameters, random({9, 5}, 2));
    EXPECT_TRUE(at::allclose(weights.sum(1), at::ones({9})));
    EXPECT_TRUE(weights.gt(0).all().item<bool>());
}

TEST(QualityParts, ExpertsOfTwoLayersAreEachTheirOwn) {
    const at::NoGradGuard noGradients;
    Parameters parameters;
    Random source(1);
    const Experts experts{"experts", 3, 5, 4, 2};
    experts.addParameters(parameters, source);
    const at::Tensor x = random({6, 5}, 2), before = experts(parameters, x, {});
    ASSERT_EQ(before.sizes().vec(), (std::vector<std::int64_t>{6, 3, 2}));
    // What expert 1 is made of changes expert 1 and no other.
    parameters["experts.first.weight"].narrow(0, 4, 4).add_(1);
    parameters["experts.second.weight"].narrow(0, 1, 1).add_(1);
    const at::Tensor after = experts(parameters, x, {});
    for (std::int64_t i = 0; i < 3; ++i) {
        EXPECT_EQ(at::equal(before.select(1, i), after.select(1, i)), i != 1);
    }
}

TEST(QualityParts, ATasksOwnExpertsSeeNothingOfOtherTasks) {
    TaskShape shape = tinyShape(TaskSharing::Layered);
    shape.levels = 2;
    const auto network = makeTaskNetwork(shape);
    Parameters parameters;
    Random source(1);
    network->addParameters(parameters, source);
    network->logits(parameters, random({6, shape.in}, 2), {}).select(1, 0).sum().backward();
    const auto moved = [&](const std::string& name) {
        const at::Tensor gradient = parameters[name].grad();
        return gradient.defined() && gradient.abs().sum().item<double>() > 0;
    };
    EXPECT_TRUE(moved("level0.task0.weight"));
    EXPECT_TRUE(moved("level0.shared.weight"));
    EXPECT_TRUE(moved("level1.task0.weight"));
    EXPECT_FALSE(moved("level1.task1.weight"));
    EXPECT_FALSE(moved("tower1.out.weight"));
    EXPECT_TRUE(moved("level0.task1.weight")); // By way of what the first level shares.
}

/// All gradients of a loss over 8 items and 2 tasks in which the labels of `known` count.
std::vector<at::Tensor> gradientsOf(LossWeights weights, const at::Tensor& labels, const at::Tensor& known) {
    const TaskShape shape = tinyShape(TaskSharing::MultiGate);
    const auto network = makeTaskNetwork(shape);
    Parameters parameters;
    Random source(1);
    network->addParameters(parameters, source);
    const QualityLoss loss{weights, {1, 1}};
    loss.addParameters(parameters);
    loss(parameters, network->logits(parameters, random({8, shape.in}, 2), {}), labels, known)
        .total.backward();
    std::vector<at::Tensor> gradients;
    for (const at::Tensor& parameter : parameters.trained()) {
        gradients.push_back(parameter.grad().defined() ? parameter.grad() : at::zeros_like(parameter));
    }
    return gradients;
}

TEST(QualityParts, ALabelThatIsMissingChangesNoGradient) {
    at::Tensor labels = random({8, 2}, 3).gt(0).to(at::kFloat), known = at::ones({8, 2});
    known[2][1] = 0;
    known[5][0] = 0;
    at::Tensor other = labels.clone();
    other[2][1] = 1 - other[2][1].item<float>();
    other[5][0] = 1 - other[5][0].item<float>();
    for (const LossWeights weights : {LossWeights::Fixed, LossWeights::Learned}) {
        const auto first = gradientsOf(weights, labels, known), second = gradientsOf(weights, other, known);
        const auto all = gradientsOf(weights, other, at::ones({8, 2}));
        bool differs = false;
        for (std::size_t i = 0; i < first.size(); ++i) {
            EXPECT_TRUE(at::equal(first[i], second[i]));
            differs = differs || !at::equal(first[i], all[i]);
        }
        EXPECT_TRUE(differs);
    }
}

TEST(QualityParts, ATaskWithoutAnyLabelLeavesItsTowerAlone) {
    at::Tensor known = at::ones({8, 2});
    known.select(1, 1).zero_();
    const TaskShape shape = tinyShape(TaskSharing::MultiGate);
    const auto network = makeTaskNetwork(shape);
    Parameters parameters;
    Random source(1);
    network->addParameters(parameters, source);
    const auto losses = QualityLoss{LossWeights::Fixed, {1, 1}}(
        parameters, network->logits(parameters, random({8, shape.in}, 2), {}), at::ones({8, 2}), known);
    losses.total.backward();
    EXPECT_EQ(losses.byTask[1].item<double>(), 0);
    EXPECT_EQ(parameters["tower1.hidden.weight"].grad().abs().sum().item<double>(), 0);
    EXPECT_GT(parameters["tower0.hidden.weight"].grad().abs().sum().item<double>(), 0);
}

TEST(QualityParts, NumbersAreReadByTheirBins) {
    const at::NoGradGuard noGradients;
    AtomicNetwork atomic{{}, 1, 4, 2, 0};
    Parameters parameters;
    Random source(1);
    atomic.addParameters(parameters, source);
    at::Tensor figures = at::zeros({100, 1}); // Nearly all of them the same, as counts are.
    for (int i = 0; i < 20; ++i) {
        figures[i][0] = float(i + 1);
    }
    atomic.measure(parameters, figures);
    const at::Tensor none = at::empty({5, 0}, at::kLong);
    at::Tensor asked = at::zeros({5, 1});
    asked[1][0] = 7;
    asked[2][0] = 20;
    asked[3][0] = 1e9;
    asked[4][0] = std::numeric_limits<float>::quiet_NaN();
    const at::Tensor read = atomic(parameters, none, asked);
    ASSERT_EQ(read.sizes().vec(), (std::vector<std::int64_t>{5, 5}));
    const at::Tensor sums = read.narrow(1, 0, 4).sum(1);
    EXPECT_EQ(sums[0].item<double>(), 0);
    EXPECT_GT(sums[1].item<double>(), 0);
    EXPECT_GT(sums[2].item<double>(), sums[1].item<double>());
    EXPECT_EQ(read[4][4].item<double>(), 1); // Not known, and nothing else.
    EXPECT_EQ(sums[4].item<double>(), 0);
    EXPECT_TRUE(read.le(1).all().item<bool>() && read.ge(0).all().item<bool>());
}

TEST(QualityParts, EachTwoAttributesMakeACrossVector) {
    const at::NoGradGuard noGradients;
    const AtomicNetwork atomic{{3, 2}, 1, 4, 2, 3};
    Parameters parameters;
    Random source(1);
    atomic.addParameters(parameters, source);
    at::Tensor categories = at::empty({1, 2}, at::kLong);
    categories[0][0] = 1;                      // The first attribute's second value,
    categories[0][1] = atomic.firstRow(1) + 1; // the second one's second.
    const at::Tensor read = atomic(parameters, categories, at::ones({1, 1}));
    ASSERT_EQ(read.size(1), atomic.size());
    ASSERT_EQ(atomic.size(), 2 * 2 + 5 + 3 * 3);
    const at::Tensor& vectors = parameters["atomic.cross.values"];
    EXPECT_TRUE(
        at::allclose(read[0].narrow(0, 9, 3), vectors[1] * vectors[4])); // The pair of both categories.
}

TEST(QualityParts, PaddingOfALayoutIsNotRead) {
    const at::NoGradGuard noGradients;
    const StyleNetwork style{8};
    Parameters parameters;
    Random source(1);
    style.addParameters(parameters, source);
    const std::vector<LayoutUnit> brief{{LayoutUnit::Kind::Heading, 10}, {LayoutUnit::Kind::Picture, 0}};
    std::vector<LayoutUnit> swapped{brief[1], brief[0]}, lengthy(9), none;
    const std::vector<const std::vector<LayoutUnit>*> alone{&brief}, among{&lengthy, &brief, &swapped, &none};
    const StyleNetwork::Pass one = style(parameters, LayoutBatch::of(alone));
    const StyleNetwork::Pass many = style(parameters, LayoutBatch::of(among));
    EXPECT_TRUE(at::allclose(one.vector[0], many.vector[1], 1e-5, 1e-6));
    EXPECT_FALSE(at::allclose(many.vector[1], many.vector[2], 1e-5, 1e-6)); // The order matters.
    EXPECT_TRUE(at::allclose(many.attention.sum(1), at::ones({4})));
    EXPECT_EQ(many.attention[1].narrow(0, 2, 7).abs().sum().item<double>(), 0);
    EXPECT_TRUE(at::isfinite(many.vector).all().item<bool>());
}

TEST(QualityParts, SentencesAndPicturesWeighEachOther) {
    const at::NoGradGuard noGradients;
    const ImageTextNetwork network{6, 8, 16};
    Parameters parameters;
    Random source(1);
    network.addParameters(parameters, source);
    // Three items: two sentences and two pictures; one sentence alone; nothing.
    const at::Tensor words = random({6, 6}, 2), pictures = random({2, 3, 16, 16}, 3);
    const auto batch = [&](const std::vector<std::int64_t>& sentences, const std::vector<std::int64_t>& texts,
                           const std::vector<std::int64_t>& collections, std::int64_t firstWord,
                           std::int64_t count, std::int64_t seen) {
        return ImageTextBatch{words.narrow(0, firstWord, count), Grouping::of(sentences), Grouping::of(texts),
                              pictures.narrow(0, 0, seen), Grouping::of(collections)};
    };
    const auto all = network(parameters, batch({3, 1, 2}, {2, 1, 0}, {2, 0, 0}, 0, 6, 2));
    ASSERT_EQ(all.vector.sizes().vec(), (std::vector<std::int64_t>{3, network.size()}));
    EXPECT_TRUE(at::allclose(all.sentenceWeights.sum(1), at::tensor({1.0f, 1.0f, 0.0f})));
    EXPECT_TRUE(at::allclose(all.pictureWeights.sum(1), at::tensor({1.0f, 0.0f, 0.0f})));
    EXPECT_EQ(all.sentenceWeights[1][1].item<float>(), 0);                 // It has one sentence.
    EXPECT_EQ(all.vector[1].narrow(0, 8, 8).abs().sum().item<float>(), 0); // And no picture.
    EXPECT_EQ(all.vector[2].abs().sum().item<float>(), 0);
    EXPECT_TRUE(at::isfinite(all.vector).all().item<bool>());
    // An item's vector does not depend on the others of its batch.
    const auto first = network(parameters, batch({3, 1}, {2}, {2}, 0, 4, 2));
    const auto second = network(parameters, batch({2}, {1}, {0}, 4, 2, 0));
    EXPECT_TRUE(at::allclose(first.vector[0], all.vector[0], 1e-4, 1e-5));
    EXPECT_TRUE(at::allclose(second.vector[0], all.vector[1], 1e-4, 1e-5));
    // The pictures have a say in which sentence matters.
    const auto without = network(parameters, batch({3, 1}, {2}, {0}, 0, 4, 0));
    EXPECT_FALSE(at::allclose(first.sentenceWeights, without.sentenceWeights, 1e-4, 1e-5));
}

TEST(QualityParts, AMissingTextSaysNothing) {
    const at::NoGradGuard noGradients;
    const TextChannels channels{4, 3};
    Parameters parameters;
    Random source(1);
    channels.addParameters(parameters, source);
    parameters["text.body.bias"].fill_(1);
    std::array<at::Tensor, fieldCount> sums{random({2, 4}, 2), random({2, 4}, 3), random({2, 4}, 4)};
    sums[1][0].zero_();
    const at::Tensor read = channels(parameters, sums);
    EXPECT_EQ(read[0].narrow(0, 3, 3).abs().sum().item<double>(), 0);
    EXPECT_GT(read[1].narrow(0, 3, 3).abs().sum().item<double>(), 0);
}

TEST(QualityParts, HidingKeepsTheMeanAndNothingWithoutChance) {
    Random source(1);
    const at::Tensor ones = at::ones({100, 101});
    EXPECT_TRUE(at::equal(Hiding()(ones), ones));
    const at::Tensor hidden = Hiding(0.25, &source)(ones);
    EXPECT_NEAR(hidden.mean().item<double>(), 1, 0.03);
    EXPECT_NEAR(hidden.eq(0).to(at::kFloat).mean().item<double>(), 0.25, 0.02);
}

TEST(Metrics, AreaUnderTheCurveCountsPairs) {
    const std::vector<float> scores{0.1f, 0.4f, 0.4f, 0.8f, 0.9f, 0.4f};
    const std::vector<int> positive{0, 1, 0, 0, 1, 1};
    double right = 0, pairs = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (positive[i] && !positive[j]) {
                ++pairs;
                right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            }
        }
    }
    EXPECT_NEAR(areaUnderCurve(scores, positive), right / pairs, 1e-12);
    EXPECT_TRUE(std::isnan(areaUnderCurve(scores, std::vector<int>(6, 1))));
    EXPECT_TRUE(std::isnan(areaUnderCurve({}, {})));
}

} // namespace
} // namespace moderato::ml
