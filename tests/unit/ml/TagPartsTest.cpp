#include "core/ml/private/MediaNetworks.h"
#include "core/ml/private/ResidualNetwork.h"
#include "core/ml/private/TagFilter.h"
#include "core/ml/private/TagLosses.h"
#include "core/ml/private/TagNetwork.h"
#include "core/ml/tags/TagTrainer.h"
#include "core/ml/tags/TitleTags.h"

#include <gtest/gtest.h>

#include <cmath>

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

TEST(TagParts, ShiftInTimeOnAKnownTensor) {
    // Two items of three frames, eight channels, one pixel; value = 100 · item + 10 · frame + channel.
    at::Tensor maps = at::empty({6, 8, 1, 1});
    for (int row = 0; row < 6; ++row) {
        for (int channel = 0; channel < 8; ++channel) {
            maps.data_ptr<float>()[row * 8 + channel] = float(100 * (row / 3) + 10 * (row % 3) + channel);
        }
    }
    const at::Tensor shifted = shiftInTime(maps, 3).contiguous();
    for (int row = 0; row < 6; ++row) {
        const int frame = row % 3, item = 100 * (row / 3);
        const float* const values = shifted.data_ptr<float>() + row * 8;
        EXPECT_EQ(values[0], frame == 0 ? 0 : float(item + 10 * (frame - 1)));
        EXPECT_EQ(values[1], frame == 2 ? 0 : float(item + 10 * (frame + 1) + 1));
        for (int channel = 2; channel < 8; ++channel) {
            EXPECT_EQ(values[channel], float(item + 10 * frame + channel));
        }
    }
}

TEST(TagParts, GateWeightsSumToOneAndMaskedOnesAreZero) {
    Parameters parameters;
    Random source(3);
    Gate::addParameters(parameters, 8, source);
    const at::NoGradGuard noGradients;
    parameters.add("gate.out", random({4}, 5), false);
    const at::Tensor modalities = random({7, modalityCount, 8}, 4);
    at::Tensor present = at::ones({7, modalityCount}, at::kBool);
    for (int row = 0; row < 7; ++row) { // Every set of modalities but none.
        for (int m = 0; m < modalityCount; ++m) {
            present.data_ptr<bool>()[row * modalityCount + m] = ((row + 1) >> m & 1) != 0;
        }
    }
    const Gate::Result result = Gate{}(parameters, modalities, present);
    const at::Tensor weights = result.weights.contiguous();
    bool differ = false;
    for (int row = 0; row < 7; ++row) {
        double sum = 0;
        for (int m = 0; m < modalityCount; ++m) {
            const float weight = weights.data_ptr<float>()[row * modalityCount + m];
            sum += double(weight);
            if (!present.data_ptr<bool>()[row * modalityCount + m]) {
                EXPECT_EQ(weight, 0.0f);
            } else {
                EXPECT_GT(weight, 0.0f);
                differ = differ || (row == 6 && std::abs(weight - 1.0f / 3) > 0.01f);
            }
        }
        EXPECT_NEAR(sum, 1, 1e-6);
    }
    EXPECT_TRUE(differ);
    EXPECT_TRUE(at::isfinite(result.vector).all().item<bool>());
    const at::Tensor mean = Gate{ModalityFusion::Mean}(parameters, modalities, present).weights;
    EXPECT_NEAR(mean[6][0].item<double>(), 1.0 / 3, 1e-6);
    EXPECT_EQ(mean[0][1].item<double>(), 0.0);
}

/// d value / d input, by differences of the double that `of` gives.
template <class Function> void expectGradient(at::Tensor input, Function of) {
    input.requires_grad_(true);
    of(input).backward();
    const at::Tensor gradient = input.grad().contiguous();
    ASSERT_TRUE(at::isfinite(gradient).all().template item<bool>());
    const at::NoGradGuard noGradients;
    constexpr double step = 1e-5;
    for (std::int64_t i = 0; i < input.numel(); ++i) {
        double* const value = input.template data_ptr<double>() + i;
        const double before = *value;
        *value = before + step;
        const double above = of(input).template item<double>();
        *value = before - step;
        const double below = of(input).template item<double>();
        *value = before;
        EXPECT_NEAR(gradient.template data_ptr<double>()[i], (above - below) / (2 * step), 1e-5) << i;
    }
}

TEST(TagParts, GradientsThroughGateAndLossesAreThoseOfDifferences) {
    Parameters single, parameters;
    Random source(3);
    Gate::addParameters(single, 4, source);
    for (const char* name : {"gate.hidden.weight", "gate.hidden.bias", "gate.bias"}) {
        parameters.add(name, single[name].detach().to(at::kDouble), false);
    }
    parameters.add("gate.out", random({2}, 6).to(at::kDouble), false);
    at::Tensor present = at::ones({3, modalityCount}, at::kBool);
    present.data_ptr<bool>()[1] = false;
    present.data_ptr<bool>()[3 + 2] = false;
    present.data_ptr<bool>()[3 + 0] = false;
    const at::Tensor tags = random({5, 4}, 7).to(at::kDouble);
    at::Tensor leftOut = at::zeros({3, 5}, at::kBool);
    leftOut.data_ptr<bool>()[4] = true;
    const std::vector<Triplet> triplets{{0, 0, 1}, {1, 2, 3}, {2, 4, 0}};
    for (const TagDistance distance : {TagDistance::Cosine, TagDistance::Euclidean}) {
        TagNetwork network;
        network.shape.distance = distance;
        const auto distances = [&](const at::Tensor& modalities) {
            return network.distances(Gate{}(parameters, modalities, present).vector, tags);
        };
        expectGradient(random({3, modalityCount, 4}, 8).to(at::kDouble), [&](const at::Tensor& modalities) {
            return softmaxTagLoss(distances(modalities), {{0}, {1, 2}, {3}}, leftOut, at::ones({3}), 0.5);
        });
        expectGradient(random({3, modalityCount, 4}, 9).to(at::kDouble), [&](const at::Tensor& modalities) {
            return tripletLosses(distances(modalities), triplets, 0.4).sum();
        });
    }
}

TEST(TagParts, TripletLossIsTheDocuments) {
    const at::Tensor distances = at::tensor({0.2f, 0.5f, 0.9f}).reshape({1, 3});
    const at::Tensor losses = tripletLosses(distances, {{0, 0, 1}, {0, 0, 2}, {0, 2, 0}}, 0.4);
    EXPECT_NEAR(losses[0].item<double>(), 0.1, 1e-6); // 0.2 − 0.5 + 0.4
    EXPECT_EQ(losses[1].item<double>(), 0);           // 0.2 − 0.9 + 0.4 < 0
    EXPECT_NEAR(losses[2].item<double>(), 1.1, 1e-6);
}

TEST(TagParts, SoftmaxLossIsThatOfANaiveLoop) {
    const at::Tensor distances = random({2, 4}, 11);
    at::Tensor leftOut = at::zeros({2, 4}, at::kBool);
    leftOut.data_ptr<bool>()[3] = true;
    const double loss = softmaxTagLoss(distances, {{0, 1}, {2}}, leftOut, at::ones({2}), 0.2).item<double>();
    const auto share = [&](int row, int column) {
        double all = 0;
        for (int c = 0; c < 4; ++c) {
            if (!(row == 0 && c == 3)) {
                all += std::exp(-double(distances[row][c].item<float>()) / 0.2);
            }
        }
        return std::exp(-double(distances[row][column].item<float>()) / 0.2) / all;
    };
    const double expected =
        (-(std::log(share(0, 0)) + std::log(share(0, 1))) / 2 - std::log(share(1, 2))) / 2;
    EXPECT_NEAR(loss, expected, 1e-5);
}

TEST(TagParts, SoundStatisticsAndTheConvolutionsInput) {
    SoundFrames sound{.frames = 4, .coefficients = 1, .values = {1, 3, 1, 3}};
    const SoundNetwork statistics{SoundEncoder::Statistics, 1};
    EXPECT_EQ(statistics.prepare(sound), (std::vector<float>{2, 1, 2, 2}));
    const SoundNetwork convolution{SoundEncoder::Convolution, 1};
    const std::vector<float> repeated = convolution.prepare(sound);
    ASSERT_EQ(repeated.size(), std::size_t(SoundNetwork::steps));
    EXPECT_EQ(repeated[5], 3);
    sound.frames = 2 * SoundNetwork::steps;
    sound.values.assign(std::size_t(sound.frames), 1);
    sound.values[0] = 3;
    EXPECT_EQ(convolution.prepare(sound)[0], 2);
    EXPECT_EQ(convolution.prepare(sound)[1], 1);
}

TEST(TagParts, PicturesAreTakenEvenlyByPlace) {
    TagShape shape;
    shape.pictureSize = 16;
    shape.segments = 4;
    const auto numbered = [](int places, int variants) {
        Pictures pictures{.size = 16, .places = places, .variants = variants, .pixels = {}};
        for (int i = 0; i < places * variants; ++i) {
            pictures.pixels.insert(pictures.pixels.end(), 3 * 16 * 16, std::uint8_t(i));
        }
        return pictures;
    };
    const auto seen = [&](const Pictures& pictures, Random* source) {
        const Pictures* const one = &pictures;
        const at::Tensor batch = picturesOf(shape, std::span(&one, 1), source, false);
        std::vector<int> values;
        for (int i = 0; i < 4; ++i) {
            values.push_back(int(std::lround((batch[i][0][0][0].item<double>() * 0.25 + 0.45) * 255)));
        }
        return values;
    };
    EXPECT_EQ(seen(numbered(2, 1), nullptr), (std::vector{0, 0, 1, 1}));
    EXPECT_EQ(seen(numbered(4, 1), nullptr), (std::vector{0, 1, 2, 3}));
    EXPECT_EQ(seen(numbered(8, 1), nullptr), (std::vector{1, 3, 5, 7}));
    EXPECT_EQ(seen(numbered(4, 3), nullptr), (std::vector{0, 3, 6, 9})); // The middle ones.
    Random source(2);
    bool drawn = false;
    for (int i = 0; i < 20; ++i) {
        const auto values = seen(numbered(4, 3), &source);
        for (int place = 0; place < 4; ++place) {
            EXPECT_EQ(values[std::size_t(place)] / 3, place);
        }
        drawn = drawn || values != std::vector{0, 3, 6, 9};
    }
    EXPECT_TRUE(drawn);
}

TEST(TagParts, FilterLeavesOutWhatMayBeRight) {
    const std::vector<std::string> names{"street food", "food", "dance", "dancer", "car racing"};
    const std::vector<std::string> titles{"we try street noodles", "a day of car racing in the rain"};
    const TagFilter filter(0.5, names, titles);
    EXPECT_TRUE(filter.mayBeRight(1, {0}, 1));  // Half of the words.
    EXPECT_TRUE(filter.mayBeRight(1, {2}, 3));  // Characters.
    EXPECT_FALSE(filter.mayBeRight(1, {2}, 1)); // Nothing of it.
    EXPECT_TRUE(filter.mayBeRight(1, {2}, 4));  // Stands in the title.
    EXPECT_FALSE(filter.mayBeRight(0, {1}, 4));
    EXPECT_FALSE(TagFilter(1.1, names, titles).mayBeRight(1, {2}, 3));
    EXPECT_EQ(TitleTags(names).in(titles[1]), std::vector{4});
    EXPECT_EQ(TitleTags(names, 0.5).in(titles[0]), std::vector{0});
}

} // namespace
} // namespace moderato::ml
