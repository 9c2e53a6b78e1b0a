// A picture with care is never painted clear before a person lifts it: not one paint.
#include "StandIns.h"

using namespace moderato;
using namespace moderato::test;
using namespace moderato::widgets;

namespace {

const CareEffect blurred{.blur = true, .grey = false, .dim = 0, .mute = true};

/// The steepest step between two neighbours in a line through the painted number, 0…255.
int sharpest(const QImage& image) {
    int most = 0;
    const int y = image.height() / 8;
    for (int x = 1; x + 2 < image.width(); ++x) {
        most = std::max(most, std::abs(qGray(image.pixel(x + 1, y)) - qGray(image.pixel(x - 1, y))));
    }
    return most;
}

class CareTest : public PlayerViewTest {
protected:
    void SetUp() override {
        PlayerViewTest::SetUp();
        if (IsSkipped()) {
            return;
        }
        view.setServices(standInServices());
        QObject::connect(&view, &MpvView::framePainted, &view, [this] {
            ++paints;
            const int sharp = view.grabPicture().isNull() ? 0 : sharpest(whole());
            clearest = std::max(clearest, sharp);
        });
    }
    /// All of the view, for there may be no size yet.
    QImage whole() {
        const QImage screen = view.grabPicture();
        const QSize fits = QSize(320, 240).scaled(screen.size(), Qt::KeepAspectRatio);
        return screen.copy(
            QRect(QPoint((screen.width() - fits.width()) / 2 + 4, (screen.height() - fits.height()) / 2),
                  QSize(fits.width() - 8, fits.height())));
    }

    int paints = 0;
    int clearest = 0; ///< Of everything that was painted.
};

constexpr int softAtMost = 45; ///< A clear number has steps of 200 and more.

} // namespace

TEST_F(CareTest, NoPaintIsClear) {
    open(timedClip(QStringLiteral("b_frames.mp4")), blurred);
    for (const qint64 frame : {50, 3, 99, 40}) {
        view.seekToFrame(frame);
        QTest::qWait(15);
        ASSERT_TRUE(reaches(frame));
    }
    for (int i = 0; i < 5; ++i) {
        view.stepFrame(-1);
        QTest::qWait(5);
    }
    ASSERT_TRUE(reaches(35));
    view.resize(640, 480);
    view.repaint();
    QTest::qWait(50);
    view.preload(timedClip(QStringLiteral("constant.mp4")), blurred);
    view.setPaused(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().frame > 45; }, waitMs));
    open(timedClip(QStringLiteral("constant.mp4")), blurred); // the preloaded one
    open(timedClip(QStringLiteral("clip.mkv")), blurred);     // one that is not
    EXPECT_GT(paints, 10);
    EXPECT_LT(clearest, softAtMost);
}

TEST_F(CareTest, IsLiftedWhileRevealedAndNotForTheNextFile) {
    open(timedClip(QStringLiteral("b_frames.mp4")), blurred);
    EXPECT_LT(clearest, softAtMost);
    view.setRevealed(true);
    EXPECT_EQ(shownNumber(), 0);
    view.seekToFrame(40);
    ASSERT_TRUE(reaches(40));
    EXPECT_EQ(shownNumber(), 40);
    EXPECT_GT(sharpest(whole()), 150);
    view.setRevealed(false);
    EXPECT_LT(sharpest(whole()), softAtMost);
    view.setRevealed(true);
    clearest = 0;
    open(timedClip(QStringLiteral("constant.mp4")), blurred);
    EXPECT_FALSE(view.state().revealed);
    QTest::qWait(50);
    EXPECT_LT(sharpest(whole()), softAtMost);
}

TEST_F(CareTest, GreyAndDimChangeColourAndLight) {
    open(timedClip(QStringLiteral("constant.mp4")), {.blur = false, .grey = true, .dim = 0.5, .mute = false});
    const QImage image = picture();
    int brightest = 0, colour = 0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 4; x + 4 < image.width(); x += 3) {
            const QColor c = image.pixelColor(x, y);
            brightest = std::max({brightest, c.red(), c.green(), c.blue()});
            colour = std::max({colour, std::abs(c.red() - c.green()), std::abs(c.green() - c.blue())});
        }
    }
    EXPECT_LE(colour, 2);
    EXPECT_LE(brightest, 130);
    EXPECT_GE(brightest, 100);
    view.setCare({});
    EXPECT_EQ(shownNumber(), 0);
}

TEST_F(CareTest, ACarefulFileIsMuteFromItsFirstSampleOn) {
    std::vector<bool> heard;
    QObject::connect(&view, &MpvView::stateChanged, &view, [&] { heard.push_back(!view.state().muted); });
    view.open(timedClip(QStringLiteral("constant.mp4")), false, false, blurred);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().frame > 3; }, waitMs));
    EXPECT_EQ(std::count(heard.begin(), heard.end(), true), 0);
    EXPECT_TRUE(view.state().hasSound);
    view.preload(timedClip(QStringLiteral("b_frames.mp4")), blurred);
    QTest::qWait(300);
    view.open(timedClip(QStringLiteral("b_frames.mp4")), false, false, blurred);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().frame > 3; }, waitMs));
    EXPECT_EQ(std::count(heard.begin(), heard.end(), true), 0);
    view.setMuted(false); // a person's own wish
    EXPECT_TRUE(QTest::qWaitFor([&] { return !view.state().muted; }, waitMs));
}
