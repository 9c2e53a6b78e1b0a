// A reviewer's work with video: the analysis comes by itself, filmstrip and near duplicates show, frames are
// stepped through and marked, the contact sheet jumps, what is veiled is looked at while a key is held.

#include "tests/gui/Program.h"

#include "app/gui/AnalysisJob.h"
#include "core/usecases/IntakeRun.h"
#include "widgets/common/CareSettings.h"
#include "widgets/common/Preferences.h"
#include "widgets/player/ContactSheet.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/player/Timeline.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DuplicateRow.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ItemMedia.h"

#include <QProcess>
#include <QSettings>

using namespace moderato;
using namespace moderato::testsupport;

namespace {

/// Whether a picture has colours at all.
bool isColoured(const QImage& picture) {
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3) {
            const QRgb p = picture.pixel(x, y);
            if (std::abs(qRed(p) - qGreen(p)) > 60 || std::abs(qBlue(p) - qGreen(p)) > 60) {
                return true;
            }
        }
    }
    return false;
}

class MediaJob : public testing::Test {
protected:
    void SetUp() override {
        // The same clip again, smaller and worse.
        const QString copy = program.path(QStringLiteral("copy.mp4"));
        ASSERT_EQ(QProcess::execute(QStringLiteral("ffmpeg"),
                                    {"-v", "error", "-y", "-i", program.path(QStringLiteral("clip.mp4")),
                                     "-vf", "scale=256:144", "-c:v", "libx264", "-crf", "30", copy}),
                  0);
        ASSERT_TRUE(program.workspace().intake().run({copy}, JobContext()).ok());
        usecases::LibraryFilter videos;
        videos.kind = domain::ContentKind::Video;
        const auto found =
            program.workspace().list().page(videos, usecases::LibrarySort::Oldest, {}, 2).value();
        ASSERT_EQ(found.rows.size(), 2u);
        clip = found.rows[0].content;
        other = found.rows[1].content;
        program.application().analysis().start();
        ASSERT_TRUE(Program::waitFor([&] { return !program.application().analysis().isRunning(); }, 120'000));
        program.review().showItem(clip);
        ASSERT_TRUE(Program::waitFor([&] {
            return program.review().item() && program.review().item()->content.id == clip &&
                   !program.review().isBusy();
        }));
    }
    widgets::PlayerPanel& player() { return program.review().content().player(); }

    Program program;
    domain::ContentId clip, other;
};

TEST_F(MediaJob, TheTimelineAndTheNearDuplicatesAreThere) {
    ASSERT_TRUE(Program::waitFor([&] { return player().timeline().data() != nullptr; }))
        << qPrintable(player().timeline().notice());
    EXPECT_FALSE(player().timeline().data()->filmstrip.empty());
    EXPECT_TRUE(player().timeline().data()->hasSound);
    widgets::DuplicatesPanel& duplicates = program.review().evidence().duplicates();
    ASSERT_TRUE(Program::waitFor([&] { return duplicates.rows().size() == 1; }));
    EXPECT_EQ(duplicates.rows().front()->content(), other);

    const auto decided = program.decides([&] { program.act("review.disallow"), program.key(Qt::Key_1); });
    EXPECT_EQ(decided.content, clip);
    EXPECT_EQ(program.history(other).size(), 0u) << "nothing is decided by itself";
    program.act("review.decideAlike");
    ASSERT_TRUE(Program::waitFor([&] { return !program.history(other).empty(); }));
    EXPECT_EQ(program.history(other).front().kind, domain::Decision::Kind::Disallow);
    EXPECT_TRUE(program.chainHolds());
}

TEST_F(MediaJob, FramesAreSteppedMarkedAndJumpedTo) {
    widgets::MpvView& view = player().view();
    ASSERT_TRUE(Program::waitFor([&] { return view.isPictureShown() && view.state().frame == 0; }));
    program.act("review.frameForward");
    ASSERT_TRUE(Program::waitFor([&] { return view.state().frame == 1 && view.state().exact; }));
    program.act("review.markIn");
    for (int frame = 2; frame <= 5; ++frame) {
        program.act("review.frameForward");
        ASSERT_TRUE(Program::waitFor([&] { return view.state().frame == frame && view.state().exact; }));
    }
    program.act("review.markOut");
    ASSERT_TRUE(Program::waitFor([&] { return view.state().markIn && view.state().markOut; }));
    EXPECT_EQ(view.state().markIn->frame, 1);
    EXPECT_EQ(view.state().markOut->frame, 5);

    ASSERT_TRUE(Program::waitFor([&] { return player().timeline().data() != nullptr; }));
    program.act("review.contactSheet");
    ASSERT_TRUE(player().contactSheet().isOpen());
    program.key(Qt::Key_End);
    program.key(Qt::Key_Return);
    EXPECT_FALSE(player().contactSheet().isOpen());
    const double last = player().timeline().data()->filmstrip.back().seconds;
    EXPECT_TRUE(Program::waitFor([&] {
        return view.state().exact && std::abs(view.state().position - last) < 0.05;
    })) << view.state().position
        << " of " << last;
}

TEST_F(MediaJob, AVeiledVideoIsSeenOnlyWhileTheKeyIsHeld) {
    widgets::MpvView& view = player().view();
    ASSERT_TRUE(Program::waitFor([&] { return view.isPictureShown() && isColoured(view.grabPicture()); }));
    widgets::CareSettings settings = widgets::CareSettings::load(widgets::personName());
    settings.kinds[widgets::CareSettings::everything] = {.grey = true, .mute = true};
    settings.save(widgets::personName());
    program.review().careChanged();
    EXPECT_TRUE(Program::waitFor([&] { return !isColoured(view.grabPicture()); }));
    QWidget* target = program.window().focusWidget() ? program.window().focusWidget() : &program.window();
    QTest::keyPress(target, Qt::Key_V);
    EXPECT_TRUE(Program::waitFor([&] { return isColoured(view.grabPicture()); }));
    QTest::keyRelease(target, Qt::Key_V);
    EXPECT_TRUE(Program::waitFor([&] { return !isColoured(view.grabPicture()); }));
    QSettings().remove(QStringLiteral("care"));
}

TEST_F(MediaJob, ThePauseIsKeptAndGoesOn) {
    AnalysisJob& analysis = program.application().analysis();
    // There is nothing left to analyse, so that a run may be over before the key comes: then it is begun
    // anew.
    const auto press = [&] {
        analysis.start();
        program.application().actions().refresh();
        return program.application().actions().trigger("analysis.pause");
    };
    ASSERT_TRUE(Program::waitFor(press));
    EXPECT_TRUE(program.workspace().analysis().progress()->paused);
    ASSERT_TRUE(Program::waitFor(press));
    EXPECT_FALSE(program.workspace().analysis().progress()->paused);
    EXPECT_TRUE(Program::waitFor([&] { return !analysis.isRunning(); }));
}

} // namespace
