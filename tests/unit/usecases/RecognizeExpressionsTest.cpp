#include "core/usecases/RecognizeExpressions.h"

#include "core/media/DecoderProcess.h"
#include "core/usecases/ResourceFolder.h"
#include "tests/unit/features/RealData.h"
#include "tests/unit/media/Clips.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <map>

namespace moderato::usecases {
namespace {

const QString resources = QStringLiteral(MODERATO_SOURCE_DIR "/resources");

/// Recognizers that count how often they are asked.
struct Counted {
    std::map<QString, int> asked;

    ExpressionRecognizer recognizer(const QString& code, const QStringList& features,
                                    const std::vector<float>& answer) {
        return {code, features, std::vector<float>(answer.size(), 0.5f),
                [this, code, answer](const ml::AlignedFace&) -> Result<std::vector<float>> {
                    ++asked[code];
                    return answer;
                }};
    }
    std::vector<ExpressionRecognizer> all() {
        return {recognizer("M001", {"brows_raised", "brows_pressed_down"}, {0.9f, 0.1f}),
                recognizer("M002", {"eyes_wide_open"}, {0.5f}), recognizer("M003", {"lips_pressed"}, {0.2f})};
    }
};

std::optional<FaceInFrame> always(const QImage&) {
    FaceInFrame face;
    face.confidence = 0.8f;
    return face;
}

std::optional<FaceInFrame> never(const QImage&) {
    return {};
}

TEST(RecognizeExpressions, RunsOnlyTheModelsWhoseFeaturesAreAskedFor) {
    Counted counted;
    RecognizeExpressions recognize(always, counted.all());
    ASSERT_TRUE(recognize.choose({"eyes_wide_open", "brows_pressed_down"}).ok());
    const ExpressionFrame frame = recognize.look({}, {});
    recognize.look({}, {});
    EXPECT_EQ(counted.asked, (std::map<QString, int>{{"M001", 2}, {"M002", 2}}));
    EXPECT_EQ(recognize.summary().models, (QStringList{"M001", "M002"}));
    EXPECT_EQ(frame.readings, (std::vector<ExpressionReading>{{"brows_pressed_down", 0.1f, false},
                                                              {"eyes_wide_open", 0.5f, true}}));
}

TEST(RecognizeExpressions, RunsAllWhereNothingIsNamed) {
    Counted counted;
    RecognizeExpressions recognize(always, counted.all());
    ASSERT_TRUE(recognize.choose({}).ok());
    EXPECT_EQ(recognize.look({}, {}).readings.size(), 4u);
    EXPECT_EQ(counted.asked.size(), 3u);
}

TEST(RecognizeExpressions, CountsFramesWithoutAFaceAndAsksNoModelThere) {
    Counted counted;
    int number = 0;
    RecognizeExpressions recognize(
        [&number](const QImage& frame) { return number++ % 4 == 0 ? always(frame) : never(frame); },
        counted.all());
    ASSERT_TRUE(recognize.choose({"brows_raised"}).ok());
    for (int i = 0; i < 8; ++i) {
        EXPECT_EQ(recognize.look({}, {}).hasFace, i % 4 == 0);
    }
    const ExpressionSummary& summary = recognize.summary();
    EXPECT_EQ(summary.frames, 8);
    EXPECT_DOUBLE_EQ(summary.withoutFaceShare(), 0.75);
    EXPECT_NEAR(summary.confidence, 0.8, 1e-6);
    EXPECT_DOUBLE_EQ(summary.shownShare(summary.features[0]), 1);
    EXPECT_EQ(counted.asked["M001"], 2);
}

TEST(RecognizeExpressions, AFeatureWithoutModelIsNamed) {
    Counted counted;
    RecognizeExpressions recognize(always, counted.all());
    const Status chosen = recognize.choose({"ears_moved"});
    ASSERT_FALSE(chosen.ok());
    EXPECT_TRUE(chosen.error().message.contains("ears_moved"));
}

TEST(RecognizeExpressions, TheShippedModelsAreThere) {
    const auto recognizers = expressionRecognizers(resources);
    ASSERT_TRUE(recognizers.ok()) << recognizers.error().message.toStdString();
    EXPECT_EQ(recognizers->size(), 5u);
    EXPECT_FALSE(expressionRecognizers("/nowhere").ok());
}

TEST(RecognizeExpressions, AClipWithoutFaceIsGoneThroughFrameByFrame) {
    auto reader = FaceReader::open(resources);
    ASSERT_TRUE(reader.ok()) << reader.error().message.toStdString();
    RecognizeExpressions recognize([&reader](const QImage& frame) { return reader->next(frame); },
                                   *expressionRecognizers(resources));
    media::DecoderProcess decoder(media::DecoderOptions{.program = MODERATO_DECODER});
    std::vector<qint64> numbers;
    const auto summary = recognize.clip(
        test::clip("counted.mp4"), {}, decoder,
        [&numbers](const ExpressionFrame& frame) { numbers.push_back(frame.time.number); }, {});
    ASSERT_TRUE(summary.ok()) << summary.error().message.toStdString();
    ASSERT_EQ(numbers.size(), 50u);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        EXPECT_EQ(numbers[i], qint64(i));
    }
    EXPECT_GT(summary->withoutFaceShare(), 0.9);
    RecognizeExpressions::Options options;
    options.every = std::chrono::milliseconds(500);
    EXPECT_EQ(recognize.clip(test::clip("counted.mp4"), options, decoder, [](const auto&) {}, {})->frames, 4);
    EXPECT_FALSE(recognize.clip("/nowhere.mp4", options, decoder, [](const auto&) {}, {}).ok());
}

TEST(FaceReader, FramesOfAnySizeAreNoReasonToFail) {
    auto reader = FaceReader::open(resources);
    ASSERT_TRUE(reader.ok());
    EXPECT_FALSE(reader->next({}));
    for (const QSize size : {QSize(1, 1), QSize(1, 900), QSize(900, 2), QSize(64, 64)}) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::gray);
        EXPECT_FALSE(reader->next(image));
        reader->readBox(features::FaceFrame(image), QRectF(-50, -50, 1000, 1000));
    }
}

TEST(FaceReader, SeesTheFaceOfARealClip) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/single_face.mp4");
    auto reader = FaceReader::open(resources);
    ASSERT_TRUE(reader.ok());
    media::DecoderProcess decoder(media::DecoderOptions{.program = MODERATO_DECODER});
    const auto faces = restingFaces(path, *reader, decoder, {}, 8);
    ASSERT_TRUE(faces.ok()) << faces.error().message.toStdString();
    EXPECT_GE(faces->size(), 4u);
    EXPECT_TRUE(faces->front().fits());
}

TEST(RecognizeExpressions, ARestingFaceIsTakenFromAPictureOrAClipAndComparedWith) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/single_face.mp4");
    MODERATO_NEED_DATA(noFace, "faces/pyfeat/no_face.mp4");
    auto reader = FaceReader::open(resources);
    ASSERT_TRUE(reader.ok());
    media::DecoderProcess decoder(media::DecoderOptions{.program = MODERATO_DECODER});
    const auto first = decoder.framesAt(path, {std::chrono::microseconds(0)}, QSize(640, 640), {});
    ASSERT_TRUE(first.ok());
    QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("calm.png"));
    ASSERT_TRUE(first->front().image.save(picture));
    const auto calm = restingFaces(picture, *reader, decoder, {});
    ASSERT_TRUE(calm.ok()) << calm.error().message.toStdString();
    EXPECT_EQ(calm->size(), 1u) << "a picture shows one";
    const auto fromClip = restingFaces(path, *reader, decoder, {}, 4);
    ASSERT_TRUE(fromClip.ok());
    EXPECT_EQ(fromClip->size(), 4u);
    EXPECT_EQ(restingFaces(noFace, *reader, decoder, {}).error().kind, Error::Kind::InvalidInput);

    const auto probabilities = [&](std::span<const ml::AlignedFace> resting) {
        RecognizeExpressions recognize([&reader](const QImage& frame) { return reader->next(frame); },
                                       *expressionRecognizers(resources, resting));
        RecognizeExpressions::Options options;
        options.every = std::chrono::milliseconds(500);
        std::vector<float> all;
        const auto summary = recognize.clip(path, options, decoder,
                                            [&all](const ExpressionFrame& frame) {
                                                for (const ExpressionReading& reading : frame.readings) {
                                                    all.push_back(reading.probability);
                                                }
                                            },
                                            {});
        EXPECT_TRUE(summary.ok());
        reader->forget();
        return all;
    };
    const auto without = probabilities({});
    EXPECT_EQ(without.size(), 5u * 13u) << "a face in each of five frames";
    EXPECT_EQ(probabilities({}), without);
    EXPECT_NE(probabilities(*calm), without) << "the models see what is different from it";
    EXPECT_NE(probabilities(*fromClip), probabilities(*calm));
}

} // namespace
} // namespace moderato::usecases
