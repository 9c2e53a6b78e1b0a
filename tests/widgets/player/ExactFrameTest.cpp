// What the label says and what the picture shows are the same frame, in every kind of file.
#include "StandIns.h"

#include "app/gui/PlayerDecoder.h"
#include "core/media/DecoderProcess.h"

using namespace moderato;
using namespace moderato::test;
using namespace moderato::widgets;

namespace {

constexpr int mpvFollowsMs = 300;
constexpr int paintedMs = 1000; ///< mpv names a frame a moment before it is painted.

/// Outlives the views that ask it.
media::DecoderProcess& decoder() {
    static media::DecoderProcess process{QStringLiteral(MODERATO_PROGRAM)};
    return process;
}

class ExactFrameTest : public PlayerViewTest, public testing::WithParamInterface<const char*> {
protected:
    void readTruth(const QString& clip) {
        ASSERT_FALSE(clip.isEmpty());
        times = framesByFfprobe(clip);
        first = firstNumberByFfmpeg(clip);
        ASSERT_GT(times.count(), 40);
        ASSERT_GE(first, 0);
    }
    void expectFrame(qint64 frame) {
        ASSERT_TRUE(reaches(frame)) << "stands on " << view.state().frame << ", wanted " << frame;
        EXPECT_TRUE(QTest::qWaitFor([&] { return shownNumber() == first + frame; }, paintedMs))
            << "shows " << shownNumber() << ", wanted " << first + frame;
        EXPECT_EQ(view.state().pts, times.pts[size_t(frame)]);
        EXPECT_NEAR(view.state().position, times.seconds(frame) - times.start(), 1e-9);
    }

    FrameTimes times;
    int first = 0;
};

} // namespace

TEST_P(ExactFrameTest, SeeksAndStepsShowTheFrameTheyName) {
    const QString clip = timedClip(QLatin1String(GetParam()));
    ASSERT_NO_FATAL_FAILURE(readTruth(clip));
    PlayerServices services = standInServices(first);
    services.keyFrameAt = nullptr; // nothing but mpv's own pictures here
    services.framesUpTo = nullptr;
    view.setServices(services);

    open(clip);
    expectFrame(0);
    const qint64 last = times.count() - 1;
    for (const qint64 target : {last / 2, qint64(3), last, qint64(41), qint64(40), qint64(39), qint64(1),
                                last - 2, qint64(20), qint64(0)}) {
        view.seekToFrame(target);
        expectFrame(target);
    }
    view.seek(times.seconds(33) - times.start() + 0.001); // on the screen at that time
    expectFrame(33);
    for (qint64 frame = 34; frame < 37; ++frame) {
        view.stepFrame(1);
        expectFrame(frame);
    }
    for (qint64 frame = 35; frame > 31; --frame) {
        view.stepFrame(-1);
        expectFrame(frame);
    }
}

/// As the program is put together: the decoder's picture first, mpv's when one rests.
TEST_P(ExactFrameTest, TheDecodersPicturesAndMpvsAreTheSameFrames) {
    const QString clip = timedClip(QLatin1String(GetParam()));
    ASSERT_NO_FATAL_FAILURE(readTruth(clip));
    view.setServices(playerServices(decoder(), QStringLiteral(MODERATO_PROGRAM)));
    open(clip);
    for (const qint64 target : {times.count() / 2, qint64(3), times.count() - 1, qint64(40)}) {
        view.seekToFrame(target);
        expectFrame(target);
        for (const qint64 back : {target - 1, target - 2}) {
            view.stepFrame(-1);
            expectFrame(back);
        }
        QTest::qWait(mpvFollowsMs);
        expectFrame(target - 2);
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, ExactFrameTest,
                         testing::Values("constant.mp4", "b_frames.mp4", "open_gop.mp4", "variable.mp4",
                                         "edit_list.mp4", "edit_list_open_gop.mp4", "no_edit_list.mp4",
                                         "delayed_start.mp4", "rotated.mp4", "interlaced.mp4",
                                         "wide_pixels.mp4", "fragmented.mp4", "clip.mov", "mjpeg.mov",
                                         "hevc.mp4", "clip.mkv", "cut.mkv", "variable.mkv", "vp9.webm",
                                         "vp8.webm", "b_frames.avi", "mjpeg.avi", "clip.ts", "clip.mpg",
                                         "clip.flv", "animated.gif", "clip.wmv", "negative_start.asf"),
                         [](const auto& info) {
                             QString name = QLatin1String(info.param);
                             return name.replace(QLatin1Char('.'), QLatin1Char('_')).toStdString();
                         });
