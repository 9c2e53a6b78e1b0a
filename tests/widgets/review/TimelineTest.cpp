#include "tests/widgets/review/StandInMedia.h"

#include "widgets/player/ContactSheet.h"
#include "widgets/player/Timeline.h"
#include "widgets/player/TimelineScale.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

bool isRed(QRgb p) {
    return qRed(p) > 140 && qGreen(p) < 90 && qBlue(p) < 140;
}

int redPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += isRed(image.pixel(x, y)) ? 1 : 0;
        }
    }
    return count;
}

PlayerState playing(double position, double duration = 10) {
    PlayerState state;
    state.path = "clip.mp4";
    state.duration = duration;
    state.position = state.target = position;
    return state;
}

TEST(TimelineScale, ZoomKeepsWhatIsUnderThePointer) {
    TimelineScale scale;
    scale.setDuration(1200);
    scale.setWidth(800);
    EXPECT_TRUE(scale.isFit());
    const double x = scale.x(900);
    scale.zoom(0.1, 900);
    EXPECT_NEAR(scale.x(900), x, 1e-6);
    EXPECT_NEAR(scale.length(), 120, 1e-9);
    EXPECT_NEAR(scale.seconds(scale.x(905)), 905, 1e-9);
    scale.zoom(1000, 900);
    EXPECT_TRUE(scale.isFit());
    EXPECT_EQ(scale.from(), 0);
}

TEST(TimelineScale, NeverLeavesTheVideo) {
    TimelineScale scale;
    scale.setWidth(500);
    scale.setDuration(2);
    scale.zoom(0.25, 2);
    EXPECT_DOUBLE_EQ(scale.to(), 2);
    scale.pan(100);
    EXPECT_DOUBLE_EQ(scale.to(), 2);
    scale.pan(-100);
    EXPECT_DOUBLE_EQ(scale.from(), 0);
    EXPECT_TRUE(scale.follow(1.9));
    EXPECT_LE(scale.from(), 1.9);
    EXPECT_GE(scale.to(), 1.9);
    EXPECT_FALSE(scale.follow(1.9));
    scale.zoom(1e-9, 1);
    EXPECT_GT(scale.length(), 0.05) << "not closer than some frames";
    scale.setDuration(0);
    EXPECT_EQ(scale.seconds(100), 0);
}

TEST(TimelineScale, LabelsStandApart) {
    TimelineScale scale;
    scale.setWidth(700);
    for (const double duration : {0.5, 2.0, 60.0, 1200.0, 36000.0}) {
        scale.setDuration(duration);
        EXPECT_GE(scale.tickStep(70) * scale.pixelsPerSecond(), 70) << duration;
    }
}

TEST(TimelineData, IsOnThePlayersClock) {
    const auto data = timelineData(StandInMedia::timelineView(), {});
    EXPECT_DOUBLE_EQ(data->filmstrip.front().seconds, 0);
    EXPECT_DOUBLE_EQ(data->shots.at(1), 2.5);
    EXPECT_EQ(data->silence.front(), std::pair(4.0, 5.0));
    EXPECT_DOUBLE_EQ(data->near(3.6)->seconds, 4);
    EXPECT_DOUBLE_EQ(*data->shotFrom(0, 1), 2.5);
    EXPECT_DOUBLE_EQ(*data->shotFrom(6, -1), 2.5) << "standing on a shot, back is the one before";
    EXPECT_FALSE(data->shotFrom(7, 1).has_value());
    EXPECT_FALSE(data->shotFrom(0, -1).has_value());
    EXPECT_EQ(TimelineData().near(1), nullptr);
}

/// A pointer that moves over the widget, with the left button down or not.
void moveOver(QWidget& widget, QPointF place, Qt::MouseButtons buttons) {
    QMouseEvent event(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

class TimelineTest : public testing::Test {
protected:
    TimelineTest() {
        window.setLayout(new QVBoxLayout);
        window.layout()->addWidget(&timeline);
        window.resize(840, 300);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        timeline.setState(playing(0));
    }
    ~TimelineTest() override { timeline.setParent(nullptr); }

    QPoint at(double seconds, int y) const { return {int(timeline.scale().x(seconds) + 0.5), y}; }
    void dragTo(QPointF place) { moveOver(timeline, place, Qt::LeftButton); }
    double lastSeek() const { return seeks.last().first().toDouble(); }
    int filmY() const { return timeline.height() / 3; }

    QWidget window;
    Timeline timeline;
    QSignalSpy seeks{&timeline, &Timeline::seekRequested};
};

TEST_F(TimelineTest, SeeksByClickDragAndKeysBeforeAnythingIsKnown) {
    timeline.setNotice("Not analysed yet.");
    EXPECT_EQ(timeline.notice(), "Not analysed yet.");
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, at(5, 4));
    EXPECT_NEAR(lastSeek(), 5, 0.05);
    QTest::mousePress(&timeline, Qt::LeftButton, {}, at(2, timeline.height() - 4));
    dragTo(at(8, timeline.height() - 4));
    EXPECT_TRUE(QTest::qWaitFor([&] { return seeks.count() >= 3; }));
    EXPECT_NEAR(lastSeek(), 8, 0.05);
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, at(8, timeline.height() - 4));

    timeline.setFocus();
    timeline.setState(playing(4));
    const struct {
        Qt::Key key;
        double seconds;
    } expected[] = {{Qt::Key_Left, 3},      {Qt::Key_Right, 5}, {Qt::Key_PageUp, 0},
                    {Qt::Key_PageDown, 10}, {Qt::Key_Home, 0},  {Qt::Key_End, 10}};
    for (const auto& [key, seconds] : expected) {
        QTest::keyClick(&timeline, key);
        EXPECT_DOUBLE_EQ(lastSeek(), seconds) << key;
    }
}

TEST_F(TimelineTest, APlayHeadThatMovesRepaintsNoPictures) {
    timeline.setData(timelineData(StandInMedia::timelineView(), {}));
    timeline.grab();
    const int before = timeline.lanePaintings();
    EXPECT_GT(before, 0);
    for (int i = 1; i < 50; ++i) {
        timeline.setState(playing(i / 10.0));
        timeline.grab();
    }
    EXPECT_EQ(timeline.lanePaintings(), before);
    timeline.zoom(0.5);
    timeline.grab();
    EXPECT_EQ(timeline.lanePaintings(), before + 1);
}

TEST_F(TimelineTest, ShiftSnapsToAShotThatIsNear) {
    timeline.setData(timelineData(StandInMedia::timelineView(), {}));
    QTest::mousePress(&timeline, Qt::LeftButton, Qt::ShiftModifier, at(2.53, filmY()));
    EXPECT_DOUBLE_EQ(lastSeek(), 2.5);
    QTest::mouseRelease(&timeline, Qt::LeftButton, Qt::ShiftModifier, at(2.53, filmY()));
    QTest::mousePress(&timeline, Qt::LeftButton, {}, at(2.56, filmY()));
    EXPECT_NE(lastSeek(), 2.5);
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, at(2.56, filmY()));
    timeline.seekShot(1);
    EXPECT_DOUBLE_EQ(lastSeek(), 2.5);
}

TEST_F(TimelineTest, AMarksEdgeIsDragged) {
    PlayerState state = playing(0);
    state.markIn = FrameMark{2, 50, 50};
    state.markOut = FrameMark{8, 200, 200};
    timeline.setState(state);
    QSignalSpy marks(&timeline, &Timeline::markRequested);
    QTest::mousePress(&timeline, Qt::LeftButton, {}, at(8, filmY()));
    EXPECT_EQ(seeks.count(), 0) << "taking hold of an edge is no seek";
    dragTo(at(6, filmY()));
    EXPECT_TRUE(QTest::qWaitFor([&] { return seeks.count() > 0; }));
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, at(6, filmY()));
    ASSERT_EQ(marks.count(), 1);
    EXPECT_FALSE(marks.first().at(0).toBool());
    EXPECT_NEAR(marks.first().at(1).toDouble(), 6, 0.05);
}

TEST_F(TimelineTest, TheWheelZoomsAndTheRulerPans) {
    const auto wheel = [&](int turn, Qt::KeyboardModifiers keys) {
        const QPointF place = at(5, 4);
        QWheelEvent event(place, timeline.mapToGlobal(place), {}, {0, 120 * turn}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&timeline, &event);
    };
    wheel(4, Qt::ControlModifier);
    EXPECT_FALSE(timeline.scale().isFit());
    const double from = timeline.scale().from();
    wheel(-1, {});
    EXPECT_GT(timeline.scale().from(), from);
    QTest::mousePress(&timeline, Qt::LeftButton, {}, {400, 4});
    dragTo(QPointF(500, 4));
    EXPECT_TRUE(QTest::qWaitFor([&] { return timeline.scale().from() < from + 0.5; }));
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, {500, 4});
    EXPECT_EQ(seeks.count(), 0) << "a pan is no seek";
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, {400, 4});
    EXPECT_EQ(seeks.count(), 1) << "a click on the ruler is";
    timeline.fit();
    EXPECT_TRUE(timeline.scale().isFit());
}

TEST_F(TimelineTest, NoClearPictureBeforeItIsRevealed) {
    timeline.setData(timelineData(StandInMedia::timelineView(), {.blur = true, .grey = true}));
    EXPECT_EQ(redPixels(timeline.grab().toImage()), 0);
    dragTo(at(0.2, filmY())); // with the preview
    EXPECT_EQ(redPixels(window.grab().toImage()), 0);
    timeline.setRevealed(true);
    EXPECT_GT(redPixels(timeline.grab().toImage()), 100);
    timeline.setRevealed(false);
    EXPECT_EQ(redPixels(window.grab().toImage()), 0);
}

TEST_F(TimelineTest, TheLineInTheFilmstripsPlaceOffersWhatGetsIt) {
    QAction analyse("Analyse");
    QSignalSpy triggered(&analyse, &QAction::triggered);
    timeline.setNotice("Not analysed yet.", &analyse);
    auto* button = timeline.findChild<QPushButton*>();
    ASSERT_TRUE(button->isVisible());
    button->click();
    EXPECT_EQ(triggered.count(), 1);
    timeline.setData(timelineData(StandInMedia::timelineView(), {}));
    EXPECT_FALSE(button->isVisible());
    EXPECT_EQ(timeline.notice(), "");
}

TEST_F(TimelineTest, LongAndShortVideosAndNoSoundArePainted) {
    usecases::TimelineView silent = StandInMedia::timelineView();
    silent.hasSound = false;
    silent.low.clear();
    silent.high.clear();
    timeline.setData(timelineData(silent, {}));
    for (const double duration : {0.04, 2.0, 1200.0, 90000.0}) {
        timeline.setState(playing(0, duration));
        EXPECT_FALSE(timeline.grab().isNull());
        timeline.zoom(0.001);
        EXPECT_FALSE(timeline.grab().isNull());
    }
}

class ContactSheetTest : public testing::Test {
protected:
    ContactSheetTest() {
        window.resize(700, 400);
        sheet.setGeometry(0, 0, 700, 400);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }

    QWidget window;
    ContactSheet& sheet = *new ContactSheet(&window);
    QSignalSpy chosen{&sheet, &ContactSheet::chosen};
};

TEST_F(ContactSheetTest, KeysChooseAndReturnJumps) {
    sheet.setData(timelineData(StandInMedia::timelineView(), {}));
    sheet.open(4.2);
    ASSERT_EQ(sheet.count(), 12) << "two covers and ten pictures";
    EXPECT_EQ(sheet.current(), 2 + 4) << "the picture nearest to where one is";
    QTest::keyClick(&sheet, Qt::Key_Right);
    QTest::keyClick(&sheet, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_DOUBLE_EQ(chosen.first().first().toDouble(), 5);
    QTest::keyClick(&sheet, Qt::Key_Home);
    QTest::keyClick(&sheet, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(chosen.last().first().toDouble(), 7) << "the best cover is the first";
    QTest::keyClick(&sheet, Qt::Key_Down);
    EXPECT_GE(sheet.current(), 2) << "down leads from the covers to the pictures";
    QSignalSpy closed(&sheet, &ContactSheet::closed);
    QTest::keyClick(&sheet, Qt::Key_Escape);
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(ContactSheetTest, NoClearPictureBeforeItIsRevealed) {
    sheet.setData(timelineData(StandInMedia::timelineView(), {.blur = true, .grey = true}));
    sheet.open(0);
    EXPECT_EQ(redPixels(sheet.grab().toImage()), 0);
    sheet.setRevealed(true);
    EXPECT_GT(redPixels(sheet.grab().toImage()), 100);
    sheet.setRevealed(false);
    EXPECT_EQ(redPixels(sheet.grab().toImage()), 0);
}

TEST_F(ContactSheetTest, WithoutPicturesItIsASentence) {
    sheet.setData(nullptr);
    sheet.open(0);
    EXPECT_EQ(sheet.count(), 0);
    QTest::keyClick(&sheet, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_FALSE(sheet.grab().isNull());
}

} // namespace
} // namespace moderato::widgets
