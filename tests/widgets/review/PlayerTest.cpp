#include "widgets/common/Preferences.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace moderato::widgets;

namespace {

constexpr int waitMs = 20000;

/// Two seconds at 25 pictures a second with sound, made here so that nobody's clip is copied.
QString makeClip(const QTemporaryDir& folder, const QString& name, const QString& size) {
    const QString path = folder.filePath(name);
    QProcess tool;
    tool.start(QStringLiteral("ffmpeg"),
               {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-f"), QStringLiteral("lavfi"),
                QStringLiteral("-i"), QStringLiteral("testsrc2=s=%1:r=25:d=2").arg(size),
                QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                QStringLiteral("sine=440:d=2"), QStringLiteral("-c:v"), QStringLiteral("mpeg4"),
                QStringLiteral("-g"), QStringLiteral("25"), QStringLiteral("-c:a"), QStringLiteral("aac"),
                path});
    return tool.waitForFinished(60000) && tool.exitCode() == 0 ? path : QString();
}

class PlayerTest : public testing::Test {
protected:
    void SetUp() override {
        clip = makeClip(folder, QStringLiteral("a.mp4"), QStringLiteral("320x180"));
        if (clip.isEmpty()) {
            GTEST_SKIP() << "no ffmpeg here: there is no clip to try";
        }
        view.resize(480, 320);
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    }

    void open(const QString& path) {
        view.open(path, true, true);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return view.isPictureShown() && view.state().duration > 0 && view.state().size.isValid(); },
            waitMs));
    }
    bool reaches(double seconds, double within = 0.001) {
        return QTest::qWaitFor([&] { return std::abs(view.state().position - seconds) < within; }, waitMs);
    }

    QTemporaryDir folder;
    QString clip;
    MpvView view;
};

} // namespace

TEST_F(PlayerTest, OpensStandingOnItsFirstFrame) {
    open(clip);
    EXPECT_TRUE(view.state().paused);
    EXPECT_TRUE(view.state().muted);
    EXPECT_EQ(view.state().frame, -1)
        << "without the decoder's frame table times hold, numbers are not known";
    EXPECT_NEAR(view.state().duration, 2.0, 0.1);
    EXPECT_DOUBLE_EQ(view.state().fps, 25);
    EXPECT_EQ(view.state().size, QSize(320, 180));
    EXPECT_TRUE(view.state().hasSound);
}

TEST_F(PlayerTest, SeeksExactly) {
    open(clip);
    view.seek(1.48); // frame 37, not a key frame
    EXPECT_TRUE(reaches(1.48));
}

TEST_F(PlayerTest, WhileOneSeeksTheLatestWishWins) {
    open(clip);
    for (int i = 1; i <= 40; ++i) {
        view.seek(i * 0.04);
    }
    EXPECT_TRUE(reaches(1.6));
}

TEST_F(PlayerTest, StepsFramesBothWays) {
    open(clip);
    view.seek(1.0);
    ASSERT_TRUE(reaches(1.0));
    view.stepFrame(1);
    EXPECT_TRUE(reaches(1.04));
    view.stepFrame(-1);
    EXPECT_TRUE(reaches(1.0));
    view.stepFrame(-1);
    EXPECT_TRUE(reaches(0.96));
}

TEST_F(PlayerTest, PlaysToItsEndAndLeavesTheLastFrame) {
    open(clip);
    view.setSpeed(4);
    view.setPaused(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.state().ended; }, waitMs));
    EXPECT_GT(view.state().position, 1.9);
    EXPECT_TRUE(view.state().problem.isEmpty());
    view.setPaused(false); // once more from the start
    EXPECT_TRUE(QTest::qWaitFor([&] { return !view.state().ended && view.state().position < 1.0; }, waitMs));
}

TEST_F(PlayerTest, ThePreloadedOneIsThereAtOnce) {
    const QString other = makeClip(folder, QStringLiteral("b.mp4"), QStringLiteral("180x320"));
    open(clip);
    view.preload(other);
    QTest::qWait(1500); // time that a person takes over an item
    QSignalSpy shown(&view, &MpvView::pictureShown);
    QElapsedTimer timer;
    timer.start();
    view.open(other, true, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.count() == 1; }, waitMs));
    RecordProperty("preloaded_ms", int(timer.elapsed()));
    EXPECT_EQ(shown[0][0].toString(), other);
    EXPECT_LT(timer.elapsed(), 1000);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.state().size == QSize(180, 320); }, waitMs));
    open(clip); // and back
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.state().size == QSize(320, 180); }, waitMs));
}

TEST_F(PlayerTest, DamagedAndMissingFilesAreSentences) {
    QFile broken(folder.filePath(QStringLiteral("broken.mp4")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(5000, 'x'));
    broken.close();
    view.open(broken.fileName(), true, true);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return view.state().problem.contains(QLatin1String("broken.mp4")); }, waitMs));
    view.open(folder.filePath(QStringLiteral("gone.mp4")), true, true);
    EXPECT_TRUE(view.state().problem.contains(QLatin1String("gone.mp4")));
    open(clip); // and the next one plays
    EXPECT_TRUE(view.state().problem.isEmpty());
}

TEST_F(PlayerTest, APlaylistOpensNothing) {
    QFile list(folder.filePath(QStringLiteral("list.mp4")));
    ASSERT_TRUE(list.open(QIODevice::WriteOnly));
    list.write("#EXTM3U\n#EXTINF:1,\n" + clip.toUtf8() + "\nhttp://127.0.0.1:9/x.mp4\n");
    list.close();
    view.open(list.fileName(), true, true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !view.state().problem.isEmpty(); }, waitMs));
}

TEST(PlayerPanelTest, OpensAsTheSettingsForCareSay) {
    QSettings settings;
    preferences::muted.write(settings, true);
    preferences::autoplay.write(settings, false);
    PlayerPanel panel;
    panel.show();
    panel.open(QStringLiteral("/nowhere/x.mp4"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !panel.state().problem.isEmpty(); }, waitMs));
    EXPECT_TRUE(panel.state().paused);
}
