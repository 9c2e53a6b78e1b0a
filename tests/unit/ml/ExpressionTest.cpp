#include "core/ml/Cpu.h"
#include "core/ml/expressions/ExpressionTrainer.h"
#include "core/ml/expressions/LandmarkModel.h"

#include "core/base/File.h"
#include "core/base/Random.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <map>

namespace moderato::ml {
namespace {

const QString resources = QStringLiteral(MODERATO_SOURCE_DIR "/resources/");
const QStringList codes{"M001", "M002", "M003", "M004", "M005"};
constexpr qint64 largestModel = 512 * 1024;

/// Faces of noise with a bright bar above where the feature is shown.
std::vector<ExpressionExample> bars(int count) {
    Random random(3);
    std::vector<ExpressionExample> examples;
    for (int i = 0; i < count; ++i) {
        ExpressionExample example;
        const bool shown = i % 2 == 0;
        for (int y = 0; y < alignedFaceSize; ++y) {
            for (int x = 0; x < alignedFaceSize; ++x) {
                const bool bright = shown && y > 20 && y < 32;
                example.face.pixels.push_back(std::uint8_t(random.below(100) + (bright ? 150 : 0)));
            }
        }
        example.features = {shown ? Shown::Yes : Shown::No, i % 3 == 0 ? Shown::Unclear : Shown::No};
        examples.push_back(std::move(example));
    }
    return examples;
}

ExpressionTrainingOptions quick() {
    ExpressionTrainingOptions options;
    options.code = "M001";
    options.features = {"brows_raised", "brows_pressed_down"};
    options.part = {8, 4, 64, 40};
    options.rounds = 60;
    options.batch = 8;
    options.rate = 5e-3;
    return options;
}

AlignedFace grey() {
    return {std::vector<std::uint8_t>(std::size_t(alignedFaceSize) * std::size_t(alignedFaceSize), 128)};
}

TEST(Expressions, AFewFacesAreLearnedByHeart) {
    const auto examples = bars(8);
    const auto model = trainExpressions(examples, {}, quick());
    ASSERT_TRUE(model.ok()) << model.error().message.toStdString();
    const auto figures = evaluateExpressions(**model, examples, {});
    ASSERT_TRUE(figures.ok());
    EXPECT_EQ((*figures)[0].f1, 1);
    EXPECT_EQ((*figures)[0].shown, 4u);
    EXPECT_TRUE(std::isnan((*figures)[1].f1)) << "never shown: there is nothing to measure";
    EXPECT_LT((*figures)[1].examples, 8u) << "what is unclear does not count";
}

TEST(Expressions, TheSameSeedGivesTheSameBits) {
    setThreads(1);
    auto options = quick();
    options.rounds = 2;
    const auto examples = bars(8);
    const auto ask = [&] {
        return (**trainExpressions(examples, {}, options)).predict(std::span(&examples[0].face, 1));
    };
    EXPECT_EQ(*ask(), *ask());
}

TEST(Expressions, AModelComesBackFromItsFolderWithItsThresholds) {
    auto options = quick();
    options.rounds = 1;
    const auto examples = bars(4);
    const auto made = trainExpressions(examples, {}, options);
    const auto changed = (*made)->withThresholds(std::vector<float>{0.25f, 0.75f});
    ASSERT_TRUE(changed.ok());
    const QTemporaryDir folder;
    ASSERT_TRUE((*changed)->save(folder.filePath("M001"), {}).ok());
    const auto loaded = ExpressionModel::load(folder.filePath("M001"));
    ASSERT_TRUE(loaded.ok()) << loaded.error().detail.toStdString();
    EXPECT_EQ((*loaded)->code(), "M001");
    EXPECT_EQ((*loaded)->features(), options.features);
    EXPECT_EQ((*loaded)->part(), options.part);
    EXPECT_EQ((*loaded)->thresholds(), (*changed)->thresholds());
    EXPECT_EQ(*(*loaded)->predict(std::span(&examples[0].face, 1)),
              *(*made)->predict(std::span(&examples[0].face, 1)));
}

TEST(Expressions, ExamplesCanBeDrawnAnewEachRound) {
    auto options = quick();
    options.rounds = 3;
    const auto examples = bars(4);
    std::vector<int> asked(examples.size());
    const auto draw = [&](std::size_t i) {
        ++asked[i];
        return DrawnExpression{examples[i].face, i == 0 ? examples[1].face : AlignedFace{},
                               examples[i].features};
    };
    ASSERT_TRUE(trainExpressions(examples.size(), draw, options).ok());
    EXPECT_EQ(asked, std::vector<int>(examples.size(), 3));
    const auto tooSmall = [&](std::size_t i) {
        return DrawnExpression{{{1, 2, 3}}, {}, examples[i].features};
    };
    EXPECT_FALSE(trainExpressions(examples.size(), tooSmall, options).ok());
    EXPECT_FALSE(trainExpressions(0, draw, options).ok());
}

TEST(Expressions, APartCanBeSeenCoarsely) {
    auto options = quick();
    options.rounds = 1;
    options.part = {8, 4, 64, 40, 2};
    const auto examples = bars(2);
    const auto model = trainExpressions(examples, {}, options);
    ASSERT_TRUE(model.ok());
    const QTemporaryDir folder;
    ASSERT_TRUE((*model)->save(folder.filePath("M001"), {}).ok());
    const auto loaded = ExpressionModel::load(folder.filePath("M001"));
    ASSERT_TRUE(loaded.ok()) << loaded.error().detail.toStdString();
    EXPECT_EQ((*loaded)->part(), options.part);
    // Two pixels changed places within a square that is seen as one.
    AlignedFace swapped = examples[0].face;
    const std::size_t at = std::size_t(options.part.top) * alignedFaceSize + std::size_t(options.part.left);
    std::swap(swapped.pixels[at], swapped.pixels[at + 1]);
    EXPECT_EQ(*(*loaded)->predict(std::span(&swapped, 1)),
              *(*loaded)->predict(std::span(&examples[0].face, 1)));
    options.part.step = 3;
    EXPECT_FALSE(trainExpressions(examples, {}, options).ok()) << "64 is no multiple of 3";
}

TEST(Expressions, ThresholdsAreNumbersFromNoughtToOneForEachFeature) {
    auto options = quick();
    options.rounds = 1;
    const auto model = trainExpressions(bars(2), {}, options);
    EXPECT_FALSE((*model)->withThresholds(std::vector<float>{0.5f}).ok());
    EXPECT_FALSE((*model)->withThresholds(std::vector<float>{0.5f, 1.5f}).ok());
    EXPECT_FALSE((*model)->withThresholds(std::vector<float>{0.5f, NAN}).ok());
}

TEST(Expressions, PicturesOfAnotherSizeAreRefused) {
    const auto model = ExpressionModel::load(resources + "models/expressions/M001");
    ASSERT_TRUE(model.ok()) << model.error().message.toStdString();
    const AlignedFace small{{1, 2, 3}};
    EXPECT_FALSE((*model)->predict(std::span(&small, 1)).ok());
    EXPECT_FALSE((*model)->neutral(std::span(&small, 1)).ok());
    EXPECT_FALSE((*model)->neutral({}).ok());
    const AlignedFace face = grey();
    EXPECT_FALSE((*model)->predict(std::span(&face, 1), NeutralFace{{1, 2}}).ok());
    EXPECT_TRUE((*model)->predict({})->empty());
}

TEST(Expressions, ExamplesMustFitTogether) {
    auto examples = bars(2);
    EXPECT_FALSE(trainExpressions({}, {}, quick()).ok());
    examples[1].features.pop_back();
    EXPECT_FALSE(trainExpressions(examples, {}, quick()).ok());
    examples = bars(2);
    examples[0].neutral = 0;
    EXPECT_FALSE(trainExpressions(examples, {}, quick()).ok());
    auto options = quick();
    options.part.left = alignedFaceSize - 10;
    EXPECT_FALSE(trainExpressions(bars(2), {}, options).ok());
}

TEST(ShippedExpressions, EveryFeatureOfTheSetsHasItsModel) {
    const auto sets = QJsonDocument::fromJson(*readFile(resources + "expressions/sets.json")).object();
    std::map<QString, std::vector<std::string>> expected;
    for (const QJsonValue& value : sets["features"].toArray()) {
        const QJsonObject feature = value.toObject();
        expected[feature["model"].toString()].push_back(feature["code"].toString().toStdString());
    }
    ASSERT_EQ(expected.size(), std::size_t(codes.size()));
    for (const QString& code : codes) {
        const QString folder = resources + "models/expressions/" + code;
        const auto model = ExpressionModel::load(folder);
        ASSERT_TRUE(model.ok()) << qPrintable(code) << model.error().message.toStdString();
        EXPECT_EQ((*model)->features(), expected[code]);
        EXPECT_EQ((*model)->manifest().licence, "MIT");
        EXPECT_LE(QFileInfo(folder + "/weights.safetensors").size(), largestModel);
        const AlignedFace face = grey();
        const auto rows = (*model)->predict(std::span(&face, 1));
        ASSERT_TRUE(rows.ok());
        for (const float probability : rows->front()) {
            EXPECT_TRUE(probability >= 0 && probability <= 1);
        }
    }
}

TEST(ShippedExpressions, ANeutralFaceMakesADifference) {
    const auto model = ExpressionModel::load(resources + "models/expressions/M003");
    ASSERT_TRUE(model.ok());
    const auto faces = bars(2);
    const auto resting = (*model)->neutral(std::span(&faces[1].face, 1));
    ASSERT_TRUE(resting.ok());
    EXPECT_NE(*(*model)->predict(std::span(&faces[0].face, 1)),
              *(*model)->predict(std::span(&faces[0].face, 1), *resting));
}

TEST(Landmarks, TheShippedModelSeesNoFaceInAnEvenPicture) {
    const auto model = LandmarkModel::load(resources + "models/expressions/landmarks");
    ASSERT_TRUE(model.ok()) << model.error().message.toStdString();
    const std::vector<std::uint8_t> even(std::size_t(landmarkPatchSize) * std::size_t(landmarkPatchSize), 90);
    const auto found = (*model)->find(even);
    ASSERT_TRUE(found.ok());
    EXPECT_LT(found->presence, 0.5f);
    EXPECT_FALSE((*model)->find(std::span(even).first(10)).ok());
    EXPECT_LE(QFileInfo(resources + "models/expressions/landmarks/weights.safetensors").size(), largestModel);
}

TEST(Landmarks, AreLearned) {
    LandmarkTrainingOptions options;
    options.rounds = 150;
    options.batch = 4;
    options.rate = 5e-3;
    const auto draw = [](std::size_t i) {
        LandmarkExample example;
        example.patch.assign(std::size_t(landmarkPatchSize) * std::size_t(landmarkPatchSize), 50);
        const int x = i % 2 == 0 ? 16 : 48;
        for (int y = 28; y < 36; ++y) {
            std::fill_n(example.patch.begin() + y * landmarkPatchSize + x - 4, 8, std::uint8_t(220));
        }
        example.points.fill({float(x), 32});
        return example;
    };
    const auto model = trainLandmarks(4, draw, options);
    ASSERT_TRUE(model.ok()) << model.error().message.toStdString();
    EXPECT_NEAR((*model)->find(draw(0).patch)->points[0].x, 16, 4);
    EXPECT_NEAR((*model)->find(draw(1).patch)->points[0].x, 48, 4);
    EXPECT_FALSE(trainLandmarks(0, draw, options).ok());
}

TEST(Landmarks, AForeignFolderIsRefused) {
    EXPECT_FALSE(LandmarkModel::load(resources + "models/expressions/M001").ok());
    EXPECT_FALSE(ExpressionModel::load(resources + "models/expressions/landmarks").ok());
    EXPECT_FALSE(ExpressionModel::load("/nowhere").ok());
}

} // namespace
} // namespace moderato::ml
