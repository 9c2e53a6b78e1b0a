#include "tests/widgets/expressions/ReaderStandIns.h"

#include "widgets/expressions/CameraFeed.h"
#include "widgets/expressions/CameraLight.h"
#include "widgets/expressions/ConsentPane.h"
#include "widgets/expressions/FeatureNames.h"
#include "widgets/expressions/ReaderContent.h"
#include "widgets/expressions/ReaderPane.h"
#include "widgets/expressions/ReaderWindow.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

namespace moderato::widgets {
namespace {

using Stage = ReaderRun::Stage;

class ReaderWindowTest : public testing::Test {
protected:
    void open() {
        window = std::make_unique<ReaderWindow>(library.services(), std::make_unique<CameraInHand>(camera),
                                                QStringLiteral("r1"), threeItems());
        window->resize(1280, 720);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(waitFor([this] { return window->isActiveWindow(); }));
        window->run().begin();
        ASSERT_TRUE(waitFor([this] { return run().stage() != Stage::Checking; }));
    }
    /// To the first item, as a person goes.
    void read() {
        open();
        find<QCheckBox>("consent")->click();
        find<QCheckBox>("restFirst")->setChecked(false);
        find<QPushButton>("startCamera")->click();
        ASSERT_TRUE(waitFor([this] { return run().isMeasuring() && camera.runs; }));
    }
    ReaderRun& run() { return window->run(); }
    /// What was just put on the page is shown with the next event.
    template <class Widget> Widget* find(const char* name) {
        Widget* visible = nullptr;
        EXPECT_TRUE(waitFor([&] {
            for (Widget* found : window->findChildren<Widget*>(QLatin1String(name))) {
                visible = found->isVisible() ? found : visible;
            }
            return visible != nullptr;
        })) << "no visible "
            << name;
        return visible;
    }
    QString allText() const {
        QString text;
        for (const QLabel* label : window->findChildren<QLabel*>()) {
            text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
        }
        return text;
    }

    ReaderLibrary library;
    Camera camera;
    std::unique_ptr<ReaderWindow> window;
};

TEST_F(ReaderWindowTest, TheConsentSaysWhatWhyHowLongAndHowToWithdraw) {
    open();
    const QString text = allText();
    for (const char* part :
         {"brows raised, lips pressed together", "no emotion is inferred", "nobody is recognised",
          "wrong heading", "“r1”", "Pictures are never kept", "Until it is deleted",
          "Esc turns the camera off", "Delete my results", "moderato forget-reader r1", "Article 5(1)(f)"}) {
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part;
    }
    EXPECT_FALSE(window->light().isOn());
}

TEST_F(ReaderWindowTest, NothingIsTickedForTheReaderAndNothingStartsBeforeTheTick) {
    open();
    EXPECT_FALSE(find<QCheckBox>("consent")->isChecked());
    auto* start = find<QPushButton>("startCamera");
    EXPECT_FALSE(start->isEnabled());
    start->click();
    QTest::keyClick(window.get(), Qt::Key_Return);
    QTest::keyClick(window.get(), Qt::Key_N);
    QTest::keyClick(window.get(), Qt::Key_Space);
    QTest::qWait(50);
    EXPECT_EQ(camera.starts, 0);
    EXPECT_FALSE(find<QCheckBox>("consent")->isChecked());
    find<QCheckBox>("consent")->click();
    EXPECT_TRUE(start->isEnabled());
    EXPECT_EQ(camera.starts, 0) << "a tick alone starts nothing";
    start->click();
    EXPECT_TRUE(waitFor([this] { return camera.runs.load(); }));
    EXPECT_TRUE(window->light().isOn());
}

TEST_F(ReaderWindowTest, TheTickBoxIsTickedByTheSpaceBar) {
    open();
    auto* box = find<QCheckBox>("consent");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    EXPECT_TRUE(box->isChecked());
}

TEST_F(ReaderWindowTest, EscTurnsTheCameraOffAtOnce) {
    read();
    EXPECT_TRUE(window->light().isOn());
    EXPECT_EQ(window->light().text(), "Camera on");
    EXPECT_TRUE(find<QPushButton>("stopCamera"));
    EXPECT_TRUE(allText().contains("Esc"));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(camera.runs);
    EXPECT_FALSE(window->light().isOn());
    EXPECT_TRUE(window->pane().text().contains("The camera is off"));
    QTest::qWait(50);
    EXPECT_TRUE(library.stored.empty());
    find<QPushButton>("readOn")->click();
    ASSERT_TRUE(waitFor([this] { return run().stage() == Stage::Reading; }));
    EXPECT_FALSE(window->light().isOn());
    EXPECT_EQ(camera.starts, 1);
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_EQ(run().stage(), Stage::Reading) << "there is nothing to stop any more";
}

TEST_F(ReaderWindowTest, EscStopsTheCalmPageToo) {
    open();
    find<QCheckBox>("consent")->click();
    find<QPushButton>("startCamera")->click();
    ASSERT_TRUE(waitFor([this] { return run().stage() == Stage::Resting; }));
    EXPECT_TRUE(window->light().isOn());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(camera.runs);
    EXPECT_EQ(run().stage(), Stage::Stopped);
}

TEST_F(ReaderWindowTest, ARefusalIsSaidWithItsReason) {
    library.refuse(Error::invalid(QStringLiteral("“Ann” works in this library, and …")));
    open();
    EXPECT_TRUE(window->pane().text().contains(QStringLiteral("“Ann” works in this library")));
    EXPECT_EQ(window->consent(), nullptr);
    EXPECT_FALSE(window->light().isOn());
}

TEST_F(ReaderWindowTest, ShowsTheContentAndNothingOfTheWorkstation) {
    read();
    EXPECT_TRUE(window->content().isVisible());
    const QString text = allText();
    for (const char* never : {"fun", "category", "brows", "match"}) {
        EXPECT_FALSE(text.contains(never, Qt::CaseInsensitive)) << never << "\n" << text.toStdString();
    }
}

TEST_F(ReaderWindowTest, AtTheEndTheReaderSeesAllThatWasKeptAndCanDeleteIt) {
    read();
    for (int item = 0; item < 3; ++item) {
        ASSERT_TRUE(waitFor([&] { return run().number() == item && run().isMeasuring(); }));
        run().setPlace({}, true);
        camera.take();
        ASSERT_TRUE(waitFor([&] { return run().watched().frames > 0; }));
        QTest::keyClick(window.get(), Qt::Key_N);
    }
    ASSERT_TRUE(waitFor([this] { return run().stage() == Stage::Finished; }));
    EXPECT_TRUE(window->pane().text().contains(QStringLiteral("“Item 2”: brows raised; match result +1.")))
        << qPrintable(window->pane().text());
    EXPECT_FALSE(window->light().isOn());
    find<QPushButton>("withdrawHere")->click();
    ASSERT_TRUE(waitFor([this] { return run().stage() == Stage::Withdrawn; }));
    EXPECT_TRUE(window->pane().text().contains("3 session"));
}

TEST_F(ReaderWindowTest, DeletingTakesASecondClick) {
    read();
    find<QPushButton>("withdraw")->click();
    EXPECT_FALSE(camera.runs) << "but the camera is off with the first";
    EXPECT_EQ(library.forgotten, 0);
    EXPECT_TRUE(window->pane().text().contains(QStringLiteral("“r1”")));
    find<QPushButton>("withdrawHere")->click();
    EXPECT_TRUE(waitFor([this] { return library.forgotten == 1; }));
}

TEST_F(ReaderWindowTest, ClosingTheWindowTurnsTheCameraOff) {
    read();
    window->close();
    EXPECT_FALSE(camera.runs);
    window.reset();
    EXPECT_TRUE(library.stored.empty());
}

TEST_F(ReaderWindowTest, AClipIsNoSecret) {
    camera.source = QStringLiteral("clip");
    open();
    EXPECT_TRUE(allText().contains("recorded clip stands in for the camera"));
}

TEST(FeatureNames, EveryFeatureHasAName) {
    for (const char* code :
         {"brows_raised", "brows_pressed_down", "glabella_furrowed", "eyes_wide_open", "eyes_squinting",
          "lip_corners_back_up", "lips_pressed", "lip_corners_down", "teeth_exposed", "nose_wrinkled",
          "nostrils_enlarged", "cheeks_raised", "cheeks_dropped"}) {
        EXPECT_NE(FeatureNames::name(code),
                  QString(QLatin1String(code)).replace(QLatin1Char('_'), QLatin1Char(' ')))
            << code;
    }
    EXPECT_EQ(FeatureNames::name("ears_moved"), "ears moved");
}

/// Where a camera is connected this says nothing, and must not turn it on.
TEST(CameraFeed, ASentenceWhereThereIsNoCamera) {
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    if (QFileInfo::exists("/dev/video0")) {
        GTEST_SKIP() << "a camera is connected";
    }
    CameraFeed feed;
    std::optional<Error> failed;
    feed.start({.frame = [](const QImage&) { ADD_FAILURE(); },
                .failed = [&](const Error& error) { failed = error; },
                .ended = {}});
    ASSERT_TRUE(failed);
    EXPECT_TRUE(failed->message.contains("No camera is connected"));
    feed.stop();
}

} // namespace
} // namespace moderato::widgets
