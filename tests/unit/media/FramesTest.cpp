#include "core/media/Frames.h"

#include "Clips.h"

#include <cmath>

namespace moderato::media {

using namespace std::chrono_literals;
using test::clip;

namespace {

/// Which frame of counted.mp4 this is: frame n is grey 16 + 4 n in video levels.
int numberOf(const QImage& image) {
    const double grey = qGray(image.pixel(image.width() / 2, image.height() / 2));
    return int(std::lround(grey * 219.0 / 255.0 / 4.0));
}

} // namespace

TEST(Frames, GivesTheFrameOnTheScreenAtATime) {
    for (const int wanted : {0, 1, 9, 10, 11, 24, 25, 38, 49}) {
        const auto begins = std::chrono::microseconds(wanted * 40000);
        const auto exact = frameAt(clip("counted.mp4"), begins, {});
        ASSERT_TRUE(exact.ok()) << qPrintable(exact.error().message);
        EXPECT_EQ(numberOf(*exact), wanted);
        const auto later = frameAt(clip("counted.mp4"), begins + 39ms, {});
        ASSERT_TRUE(later.ok());
        EXPECT_EQ(numberOf(*later), wanted) << "just before the next frame";
    }
}

TEST(Frames, BeyondTheEndIsTheLastOne) {
    const auto frame = frameAt(clip("counted.mp4"), 1h, {});
    ASSERT_TRUE(frame.ok());
    EXPECT_EQ(numberOf(*frame), 49);
    EXPECT_TRUE(frameAt(clip("counted.mp4"), std::chrono::microseconds::max(), {}).ok());
    EXPECT_EQ(numberOf(*frameAt(clip("counted.mp4"), -5s, {})), 0);
}

TEST(Frames, AreUprightWithSquarePixelsAndBounded) {
    EXPECT_EQ(frameAt(clip("rotated.mp4"), 1s, {})->size(), QSize(180, 320));
    EXPECT_EQ(frameAt(clip("wide_pixels.mp4"), 0s, {})->size(), QSize(320, 120));
    EXPECT_EQ(frameAt(clip("plain.mp4"), 0s, QSize(100, 100))->size(), QSize(100, 56));
    EXPECT_EQ(frameAt(clip("rotated.mp4"), 0s, QSize(90, 400))->size(), QSize(90, 160));
}

TEST(Frames, CoverIsNotABlackOne) {
    const auto cover = coverFrame(clip("plain.mp4"), QSize(160, 160));
    ASSERT_TRUE(cover.ok());
    EXPECT_EQ(cover->width(), 160);
    EXPECT_TRUE(coverFrame(clip("picture.png"), {}).ok());
    EXPECT_FALSE(coverFrame(clip("tone.wav"), {}).ok());
}

TEST(Frames, OfDamagedFilesAreErrorsOrFrames) {
    EXPECT_FALSE(frameAt(clip("truncated.mp4"), 0s, {}).ok());
    EXPECT_TRUE(frameAt(clip("cut_index_first.mp4"), 0s, {}).ok());
    EXPECT_TRUE(frameAt(clip("cut_index_first.mp4"), 10s, {}).ok()) << "the last one that is there";
}

TEST(Pictures, LoadByContent) {
    EXPECT_EQ(loadPicture(clip("picture.png"), {})->size(), QSize(200, 100));
    EXPECT_EQ(loadPicture(clip("picture.jpg"), QSize(50, 50))->size(), QSize(50, 25));
    EXPECT_TRUE(loadPicture(clip("renamed.mp4"), {}).ok());
    for (const char* refused : {"drawing.svg", "plain.mp4", "bomb.png", "empty.mp4", "page.mp4", "cut.png"}) {
        const auto picture = loadPicture(clip(refused), {});
        ASSERT_FALSE(picture.ok()) << refused;
        printf("%s: %s\n", refused, qPrintable(picture.error().message));
    }
}

} // namespace moderato::media
