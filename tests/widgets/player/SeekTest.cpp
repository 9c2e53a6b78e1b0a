// Stills that bridge a seek, and steps from memory: whatever is painted carries the number that is said.
#include "StandIns.h"

#include "widgets/player/private/SeekPlan.h"

using namespace moderato;
using namespace moderato::test;
using namespace moderato::widgets;

namespace {

class SeekTest : public PlayerViewTest {
protected:
    void SetUp() override {
        PlayerViewTest::SetUp();
        if (!IsSkipped()) {
            view.setServices(standInServices());
            open(timedClip(QStringLiteral("b_frames.mp4")));
        }
    }
    /// Waits until that many steps back from here come from memory.
    bool isFilled(int steps) {
        return QTest::qWaitFor(
            [&] {
                const qint64 here = view.state().frame;
                bool atOnce = true;
                for (int step = 1; step <= steps; ++step) {
                    view.stepFrame(-1);
                    atOnce = atOnce && view.state().frame == here - step;
                }
                view.seekToFrame(here);
                return reaches(here) && atOnce;
            },
            waitMs);
    }
};

} // namespace

TEST_F(SeekTest, EveryPaintCarriesTheNumberThatIsSaid) {
    int paints = 0, wrong = 0;
    QObject::connect(&view, &MpvView::framePainted, &view, [&] {
        ++paints;
        const int shown = shownNumber();
        if (view.state().frame >= 0 && shown != view.state().frame) {
            ++wrong;
            ADD_FAILURE() << "painted " << shown << ", said " << view.state().frame
                          << (view.state().exact ? " (exact)" : "");
        }
    });
    unsigned random = 7;
    for (int i = 0; i < 40; ++i) {
        random = random * 1103515245U + 12345U;
        const qint64 target = (random >> 16) % 100;
        view.seekToFrame(target);
        QTest::qWait(i % 4 * 10);
        if (i % 5 == 0) {
            ASSERT_TRUE(reaches(target));
            view.stepFrame(-1);
            view.stepFrame(-1);
            ASSERT_TRUE(reaches(std::max<qint64>(0, target - 2)));
        }
        if (i % 7 == 0) {
            ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().exact; }, waitMs));
            const qint64 here = view.state().frame;
            for (int step = 0; step < 3; ++step) {
                view.stepFrame(1);
                QTest::qWait(i % 3 * 10);
            }
            ASSERT_TRUE(reaches(std::min<qint64>(here + 3, view.state().frames - 1)));
        }
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().exact; }, waitMs));
    EXPECT_GT(paints, 20);
    EXPECT_EQ(wrong, 0);
}

TEST_F(SeekTest, WhileAHandleIsDraggedTheLatestWishWins) {
    for (int frame = 1; frame <= 90; ++frame) {
        view.seekToFrame(frame);
    }
    ASSERT_TRUE(reaches(90));
    EXPECT_EQ(shownNumber(), 90);
}

TEST_F(SeekTest, APreviewIsShownAtOnceAndTheExactPictureAfterIt) {
    QImage preview(64, 48, QImage::Format_RGB32);
    preview.fill(Qt::green);
    view.setPreviews({{0.0, preview}, {2.0, preview}});
    view.seek(2.4);
    EXPECT_FALSE(view.state().exact);
    EXPECT_EQ(view.state().frame, 50) << "of the preview, which is what is shown";
    EXPECT_NEAR(view.state().target, 2.4, 1e-9);
    EXPECT_EQ(picture().pixelColor(100, 100), QColor(Qt::green));
    ASSERT_TRUE(reaches(60));
    EXPECT_EQ(shownNumber(), 60);
}

TEST_F(SeekTest, AStepBackComesFromMemory) {
    view.seekToFrame(70);
    ASSERT_TRUE(reaches(70));
    ASSERT_TRUE(isFilled(7));
    for (qint64 frame = 69; frame > 62; --frame) {
        view.stepFrame(-1);
        EXPECT_EQ(view.state().frame, frame) << "at once";
        EXPECT_TRUE(view.state().exact);
        EXPECT_EQ(shownNumber(), frame);
    }
    view.stepFrame(1);
    EXPECT_EQ(view.state().frame, 64);
    view.setPaused(false); // from that very frame on
    ASSERT_TRUE(QTest::qWaitFor([&] { return !view.state().paused && view.state().frame != 64; }, waitMs));
    EXPECT_GT(view.state().frame, 64);
    EXPECT_LT(view.state().frame, 75);
}

TEST(SeekPlan, BeginsAtTheFramesOwnKeyFrame) {
    const FrameTimes times{{1, 1000}, {0, 40, 80, 120, 122, 160}, {1, 0, 1, 0, 0, 0}};
    EXPECT_NEAR(seekOrder(times, 3).time - seekOrder(times, 3).leadIn, 0.080, 0.001);
    EXPECT_NEAR(seekOrder(times, 2).leadIn, 0, 1e-9);
    EXPECT_GE(seekOrder(times, 2).time, 0.080);
    // Two frames 2 ms apart: mpv's tolerance of 5 ms must fall between them.
    EXPECT_GT(seekOrder(times, 4).time - seekTolerance, 0.120);
    EXPECT_LT(seekOrder(times, 4).time - seekTolerance, 0.122);
    EXPECT_GT(seekOrder(times, 3, 2).leadIn, seekOrder(times, 3, 1).leadIn);
}
