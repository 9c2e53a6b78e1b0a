#include "core/usecases/FaceWatch.h"

#include "core/usecases/ClipFeed.h"
#include "core/usecases/ResourceFolder.h"
#include "tests/unit/features/RealData.h"
#include "tests/unit/media/Clips.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace moderato::usecases {
namespace {

using namespace std::chrono_literals;

FaceWatch::Options atOnce() {
    FaceWatch::Options options;
    options.every = 0ms;
    return options;
}

QImage frame(int level) {
    QImage image(16, 16, QImage::Format_Grayscale8);
    image.fill(level);
    return image;
}

/// A face where the picture is bright; the first feature shows in the very bright ones, the second never.
std::optional<FaceInFrame> brightFace(const QImage& image) {
    FaceInFrame face;
    face.confidence = float(image.constScanLine(0)[0]) / 255;
    face.aligned.pixels = {image.constScanLine(0)[0]};
    return face.confidence > 0.3f ? std::optional(face) : std::nullopt;
}

struct Models {
    std::atomic<int> made = 0, resting = 0, asked = 0, others = 0;

    FaceWatch::MakeModels make() {
        return [this](std::span<const ml::AlignedFace> faces) -> Result<std::vector<ExpressionRecognizer>> {
            ++made;
            resting = int(faces.size());
            return std::vector<ExpressionRecognizer>{
                {"M001",
                 {"brows_raised", "brows_pressed_down"},
                 {0.5f, 0.5f},
                 [this](const ml::AlignedFace& face) -> Result<std::vector<float>> {
                     ++asked;
                     return std::vector{face.pixels[0] > 200 ? 1.f : 0.f, 0.f};
                 }},
                {"M003", {"lips_pressed"}, {0.5f}, [this](const auto&) -> Result<std::vector<float>> {
                     ++others;
                     return std::vector{1.f};
                 }}};
        };
    }
};

/// Offers a frame and waits until it was looked at.
void show(FaceWatch& watch, int level, std::optional<std::chrono::microseconds> at = {}) {
    const qint64 before = watch.state().frames;
    watch.offer(frame(level), at);
    while (watch.state().frames == before) {
        std::this_thread::yield();
    }
}

TEST(FaceWatch, CountsWhatTheFaceShowsAlongTheItem) {
    Models models;
    FaceWatch watch(brightFace, models.make(), atOnce());
    watch.begin({"brows_raised", "brows_pressed_down"});
    for (int i = 0; i < 8; ++i) {
        show(watch, i < 4 ? 250 : 180, std::chrono::milliseconds(400 * i));
    }
    show(watch, 0);   // nobody
    show(watch, 100); // somebody, unsure
    const auto done = watch.finish();
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->frames, 10);
    EXPECT_EQ(done->usable, 8);
    EXPECT_EQ(done->withoutFace, 1);
    EXPECT_EQ(done->unsure, 1);
    EXPECT_NEAR(done->confidence, (250 + 180) / 2.0 / 255, 1e-4);
    EXPECT_FALSE(done->withResting);
    EXPECT_EQ(done->models, QStringList{"M001"});
    EXPECT_EQ(models.others, 0) << "a model that no feature needs was asked";
    EXPECT_EQ(done->present(), QStringList{"brows_raised"});
    ASSERT_EQ(done->features.size(), 2u);
    EXPECT_EQ(done->features[0].track,
              (std::vector<FeatureBin>{{3, 3}, {2, 1}, {3, 0}})); // 0 0.4 0.8 | 1.2 1.6 | 2.0 2.4 2.8
    EXPECT_TRUE(done->features[1].told);
    EXPECT_FALSE(done->features[1].present);
}

TEST(FaceWatch, WhatIsDroppedIsGone) {
    Models models;
    FaceWatch watch(brightFace, models.make(), atOnce());
    watch.begin({"brows_raised"});
    show(watch, 250);
    watch.drop();
    watch.offer(frame(250)); // nothing runs
    watch.begin({"brows_raised"});
    show(watch, 180);
    const auto done = watch.finish();
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->frames, 1);
    EXPECT_EQ(done->features[0].with, 0);
}

TEST(FaceWatch, AFrameThatIsLookedAtWhileItIsDroppedDoesNotCount) {
    Models models;
    std::promise<void> seen, goOn;
    FaceWatch watch(
        [&](const QImage& image) {
            seen.set_value();
            goOn.get_future().wait();
            return brightFace(image);
        },
        models.make(), atOnce());
    watch.begin({"brows_raised"});
    watch.offer(frame(250));
    seen.get_future().wait();
    watch.drop();
    watch.begin({"brows_raised"});
    goOn.set_value();
    const auto done = watch.finish();
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->frames, 0);
}

TEST(FaceWatch, TheFaceAtRestIsTheBaseLineOfWhatFollows) {
    Models models;
    FaceWatch watch(brightFace, models.make(), atOnce());
    watch.beginResting();
    for (int i = 0; i < 30; ++i) {
        show(watch, i % 2 == 0 ? 250 : 0);
    }
    EXPECT_GT(watch.state().resting, 3);
    EXPECT_LE(watch.state().resting, FaceWatch::restingWanted);
    const int resting = watch.state().resting;
    for (int item = 0; item < 2; ++item) {
        watch.begin({"brows_raised"});
        show(watch, 250);
        const auto done = watch.finish();
        ASSERT_TRUE(done.ok());
        EXPECT_TRUE(done->withResting);
        EXPECT_EQ(done->frames, 1) << "the calm page is no item";
    }
    EXPECT_EQ(models.resting, resting);
    EXPECT_EQ(models.made, 1) << "the models were made once";
}

TEST(FaceWatch, LooksNoMoreOftenThanItIsTold) {
    Models models;
    FaceWatch::Options options;
    options.every = 10s;
    FaceWatch watch(brightFace, models.make(), options);
    watch.begin({"brows_raised"});
    show(watch, 250);
    for (int i = 0; i < 20; ++i) {
        watch.offer(frame(250));
    }
    EXPECT_EQ(watch.finish()->frames, 1);
}

TEST(FaceWatch, AModelThatFailsIsSaidWhenTheItemEnds) {
    FaceWatch watch(
        brightFace,
        [](auto) -> Result<std::vector<ExpressionRecognizer>> {
            return Error{Error::Kind::Model, QStringLiteral("The models are gone."), {}};
        },
        atOnce());
    watch.begin({"brows_raised"});
    watch.offer(frame(250));
    const auto done = watch.finish();
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().message, "The models are gone.");
}

TEST(FaceWatch, EndsWithAFrameStillWaiting) {
    Models models;
    auto watch = std::make_unique<FaceWatch>(brightFace, models.make(), atOnce());
    watch->begin({"brows_raised"});
    for (int i = 0; i < 50; ++i) {
        watch->offer(frame(i));
    }
    watch.reset();
}

/// Frames of a feed, counted.
struct Played {
    std::atomic<int> frames = 0;
    std::promise<void> ended;
    std::promise<Error> failed;
    QSize size;

    FaceFeed::Events events() {
        return {.frame =
                    [this](const QImage& image) {
                        size = image.size();
                        ++frames;
                    },
                .failed = [this](const Error& error) { failed.set_value(error); },
                .ended = [this] { ended.set_value(); }};
    }
};

TEST(ClipFeed, PlaysAllFramesOnce) {
    ClipFeed feed(test::clip("counted.mp4"), {.program = MODERATO_DECODER});
    Played played;
    feed.start(played.events());
    ASSERT_EQ(played.ended.get_future().wait_for(60s), std::future_status::ready);
    EXPECT_EQ(played.frames, 50);
    EXPECT_LE(played.size.width(), 640);
    feed.stop();
}

TEST(ClipFeed, StopsAtOnceAndBeginsAnew) {
    ClipFeed feed(test::clip("counted.mp4"), {.program = MODERATO_DECODER});
    for (int round = 0; round < 2; ++round) {
        Played played;
        feed.start(played.events());
        while (played.frames < 3) {
            std::this_thread::yield();
        }
        feed.stop();
        const int then = played.frames;
        std::this_thread::sleep_for(100ms);
        EXPECT_EQ(played.frames, then) << "a frame came after it was stopped";
        EXPECT_LT(then, 50);
    }
}

TEST(ClipFeed, RewindsWhileItRunsAndAfterItsEnd) {
    ClipFeed feed(test::clip("counted.mp4"), {.program = MODERATO_DECODER});
    std::atomic<int> frames = 0, ends = 0;
    feed.start({.frame = [&](const QImage&) { ++frames; }, .failed = {}, .ended = [&] { ++ends; }});
    while (ends < 1) {
        std::this_thread::sleep_for(5ms);
    }
    feed.rewind();
    while (ends < 2) {
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(frames, 100);
}

TEST(ClipFeed, ASentenceWhereThereIsNoClip) {
    ClipFeed feed("/nowhere.mp4", {.program = MODERATO_DECODER});
    Played played;
    feed.start(played.events());
    auto failed = played.failed.get_future();
    ASSERT_EQ(failed.wait_for(60s), std::future_status::ready);
    EXPECT_FALSE(failed.get().message.isEmpty());
}

TEST(ClipFeed, ARealFaceGoesAllTheWay) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/single_face.mp4");
    auto watch = FaceWatch::open(QStringLiteral(MODERATO_SOURCE_DIR "/resources"), {});
    ASSERT_TRUE(watch.ok()) << watch.error().message.toStdString();
    ClipFeed feed(path, {.program = MODERATO_DECODER});
    std::promise<void> ended;
    (*watch)->begin({"lips_pressed", "teeth_exposed"});
    feed.start({.frame = [&](const QImage& image) { (*watch)->offer(image, 0us); },
                .failed = {},
                .ended = [&] { ended.set_value(); }});
    ASSERT_EQ(ended.get_future().wait_for(60s), std::future_status::ready);
    feed.stop();
    const auto done = (*watch)->finish();
    ASSERT_TRUE(done.ok()) << done.error().message.toStdString();
    EXPECT_GE(done->usable, 5);
    EXPECT_EQ(done->models, QStringList{"M003"});
    EXPECT_LT(done->shareWithoutFace(), 0.2);
}

} // namespace
} // namespace moderato::usecases
