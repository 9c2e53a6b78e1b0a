#include "core/media/Probe.h"

#include "Clips.h"
#include "TimedClips.h"

#include <gmock/gmock.h>

namespace moderato::media {

using test::clip;
using testing::HasSubstr;

TEST(Probe, TellsWhatAVideoHolds) {
    const auto info = probe(clip("counted.mp4"));
    ASSERT_TRUE(info.ok()) << qPrintable(info.error().message);
    EXPECT_EQ(info->kind, MediaKind::Video);
    ASSERT_TRUE(info->video());
    EXPECT_EQ(info->video()->codec, "h264");
    EXPECT_EQ(info->video()->size, QSize(64, 48));
    EXPECT_EQ(info->video()->frameRate, (Rational{25, 1}));
    EXPECT_EQ(info->video()->variableFrameRate, false);
    EXPECT_EQ(info->frameCount, 50);
    EXPECT_TRUE(info->frameCountIsExact);
    EXPECT_NEAR(double(info->duration.count()), 2e6, 5e4);
    ASSERT_TRUE(info->audio());
    EXPECT_EQ(info->audio()->channels, 2);
    EXPECT_EQ(info->audio()->sampleRate, 48000);
    EXPECT_TRUE(info->problems.isEmpty()) << qPrintable(info->problems.join(' '));
}

TEST(Probe, TellsShapes) {
    const auto rotated = probe(clip("rotated.mp4"));
    ASSERT_TRUE(rotated.ok());
    EXPECT_EQ(rotated->video()->rotation % 180, 90);
    EXPECT_EQ(rotated->displaySize(), QSize(180, 320));
    const auto wide = probe(clip("wide_pixels.mp4"));
    ASSERT_TRUE(wide.ok());
    EXPECT_EQ(wide->displaySize(), QSize(320, 120));
    const auto varying = probe(clip("varying.mp4"));
    ASSERT_TRUE(varying.ok());
    EXPECT_EQ(varying->video()->variableFrameRate, true);
}

TEST(Probe, TellsSoundAndPictures) {
    const auto tone = probe(clip("tone.wav"));
    ASSERT_TRUE(tone.ok());
    EXPECT_EQ(tone->kind, MediaKind::Audio);
    EXPECT_EQ(tone->audio()->sampleRate, 16000);
    const auto picture = probe(clip("picture.jpg"));
    ASSERT_TRUE(picture.ok());
    EXPECT_EQ(picture->kind, MediaKind::Picture);
    EXPECT_EQ(picture->displaySize(), QSize(200, 100));
}

TEST(Probe, GoesByContentAndNotByName) {
    EXPECT_EQ(probe(clip("renamed.jpg"))->kind, MediaKind::Video);
    EXPECT_EQ(probe(clip("renamed.mp4"))->kind, MediaKind::Picture);
}

TEST(Probe, SaysThatAFileEndsEarly) {
    const auto info = probe(clip("cut_index_first.mp4"));
    ASSERT_TRUE(info.ok()) << qPrintable(info.error().message);
    EXPECT_THAT(info->problems.join(' ').toStdString(), HasSubstr("ends early"));
}

TEST(Probe, NamesWhatIsOdd) {
    const auto oddities = [](const QString& path) {
        const auto info = probe(test::openFile(path));
        return info ? info->oddities.join(' ').toStdString() : info.error().message.toStdString();
    };
    using test::timedClip;
    EXPECT_EQ(oddities(timedClip("constant.mp4")), "");
    EXPECT_THAT(oddities(timedClip("rotated.mp4")), HasSubstr("rotated by"));
    EXPECT_THAT(oddities(timedClip("wide_pixels.mp4")), HasSubstr("not square (4:3)"));
    EXPECT_THAT(oddities(timedClip("variable.mp4")), HasSubstr("rate varies"));
    EXPECT_THAT(oddities(timedClip("variable.mkv")), HasSubstr("rate varies"));
    EXPECT_THAT(oddities(timedClip("interlaced.mp4")), HasSubstr("interlaced"));
    EXPECT_THAT(oddities(timedClip("edit_list.mp4")), HasSubstr("edit list"));
    EXPECT_THAT(oddities(timedClip("delayed_start.mp4")), HasSubstr("begin late (at 1.520 s)"));
    EXPECT_THAT(oddities(timedClip("b_frames.avi")), HasSubstr("no sound"));
}

TEST(Probe, TellsAConstantRateFromAllPackets) {
    for (const char* name : {"clip.mkv", "vp9.webm", "clip.ts", "clip.flv"}) {
        const auto info = probe(test::openFile(test::timedClip(name)));
        ASSERT_TRUE(info.ok() && info->video()) << name;
        EXPECT_EQ(info->video()->variableFrameRate, false) << name;
    }
}

TEST(Probe, TellsStreams) {
    const auto info = probe(test::openFile(test::timedClip("b_frames.mp4")));
    ASSERT_TRUE(info.ok() && info->video() && info->audio());
    EXPECT_TRUE(info->video()->hasBFrames);
    EXPECT_EQ(info->video()->pixelFormat, "yuv420p");
    EXPECT_EQ(info->video()->bitDepth, 8);
    EXPECT_EQ(info->video()->timeBase, (Rational{1, 12800}));
    EXPECT_EQ(info->video()->startSeconds, 0);
    EXPECT_EQ(info->video()->variableFrameRate, false);
    EXPECT_EQ(info->audio()->channelLayout, "mono");
}

struct Broken {
    const char* file;
    const char* sentence;
};

class BrokenFile : public testing::TestWithParam<Broken> {};

TEST_P(BrokenFile, IsASentence) {
    const auto info = probe(clip(GetParam().file));
    ASSERT_FALSE(info.ok());
    EXPECT_THAT(info.error().message.toStdString(), HasSubstr(GetParam().sentence));
    RecordProperty("sentence", info.error().message.toStdString());
    printf("%s: %s\n", GetParam().file, qPrintable(info.error().message));
}

INSTANTIATE_TEST_SUITE_P(
    Probe, BrokenFile,
    testing::Values(Broken{"truncated.mp4", "ends before its index"},
                    Broken{"cut.mp4", "ends before its index"}, Broken{"empty.mp4", "is empty"},
                    Broken{"random.mp4", "not a media file"}, Broken{"zeros.mp4", "nothing but zeros"},
                    Broken{"script.mp4", "looks like a script"},
                    Broken{"archive.mp4", "looks like a ZIP archive"},
                    Broken{"page.mp4", "looks like a web page"}, Broken{"playlist.m3u8", "playlist"},
                    Broken{"playlist.mp4", "playlist"}, Broken{"concat.mp4", "playlist"},
                    Broken{"manifest.mpd", "playlist"}, Broken{"drawing.svg", "XML or SVG"},
                    Broken{"bomb.png", "60000 × 60000"}, Broken{"nowhere.mp4", "not there"},
                    Broken{".", "is no file"}));

} // namespace moderato::media
