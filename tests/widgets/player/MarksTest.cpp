#include "StandIns.h"

using namespace moderato;
using namespace moderato::test;
using namespace moderato::widgets;

namespace {

class MarksTest : public PlayerViewTest {
protected:
    void SetUp() override {
        PlayerViewTest::SetUp();
        if (!IsSkipped()) {
            view.setServices(standInServices());
            open(timedClip(QStringLiteral("constant.mp4")));
        }
    }
    void mark(qint64 from, qint64 to) {
        view.seekToFrame(from);
        ASSERT_TRUE(reaches(from));
        view.setMark(MpvView::Mark::In);
        view.seekToFrame(to);
        ASSERT_TRUE(reaches(to));
        view.setMark(MpvView::Mark::Out);
    }
};

} // namespace

TEST_F(MarksTest, AMarkIsTheFrameOnTheScreen) {
    mark(20, 30);
    ASSERT_TRUE(view.state().markIn && view.state().markOut);
    EXPECT_EQ(view.state().markIn->frame, 20);
    EXPECT_EQ(view.state().markIn->pts, view.frameTimes()->pts[20]);
    EXPECT_EQ(view.state().markOut->frame, 30);
    view.seekToMark(MpvView::Mark::In);
    EXPECT_TRUE(reaches(20));
    view.seekToFrame(40);
    ASSERT_TRUE(reaches(40));
    view.setMark(MpvView::Mark::In); // after the end: a segment has its beginning first
    EXPECT_FALSE(view.state().markOut);
    view.clearMarks();
    EXPECT_FALSE(view.state().markIn);
}

TEST_F(MarksTest, RepeatsTheMarkedSegmentAndNothingElse) {
    mark(20, 30);
    view.setLoop(true);
    view.seekToFrame(25);
    ASSERT_TRUE(reaches(25));
    int turns = 0, outside = 0;
    qint64 before = 25, highest = 0;
    QObject::connect(&view, &MpvView::stateChanged, &view, [&] {
        const qint64 frame = view.state().frame;
        outside += frame < 20 || frame > 30;
        turns += frame < before;
        highest = std::max(highest, frame);
        before = frame;
    });
    view.setPaused(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return turns >= 3; }, waitMs));
    EXPECT_EQ(outside, 0);
    EXPECT_GE(highest, 29);
    view.setLoop(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.state().frame > 40; }, waitMs)) << "goes on behind it";
}

TEST_F(MarksTest, WithoutMarksTheFileIsRepeated) {
    view.setLoop(true);
    view.setSpeed(4);
    view.seekToFrame(90);
    ASSERT_TRUE(reaches(90));
    view.setPaused(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.state().frame < 50; }, waitMs));
    EXPECT_FALSE(view.state().ended);
}
