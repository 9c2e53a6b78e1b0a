// An annotator's work: topics by keys, blind answers, parts of a video, gold, look-alikes, the tag library;
// and everything is in the library.

#include "tests/gui/Program.h"

#include "core/usecases/Annotate.h"
#include "core/usecases/TagLibrary.h"
#include "widgets/annotate/AnnotatePage.h"
#include "widgets/annotate/AnnotatorsPanel.h"
#include "widgets/annotate/NextPane.h"
#include "widgets/annotate/SegmentsPanel.h"
#include "widgets/annotate/TagDialog.h"
#include "widgets/annotate/TagModel.h"
#include "widgets/annotate/TopicStrip.h"
#include "widgets/common/MessageBar.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/ContentPane.h"
#include "widgets/topics/TopicList.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace moderato;
using namespace moderato::testsupport;
using widgets::AnnotatePage;

namespace {

class AnnotateJob : public ::testing::Test {
protected:
    AnnotateJob() {
        QSettings settings;
        settings.remove(QStringLiteral("annotate"));
        settings.remove(QStringLiteral("topics"));
        program.act(QStringLiteral("go.annotate"));
        EXPECT_TRUE(rests());
    }
    ~AnnotateJob() override { QSettings().remove(QStringLiteral("annotate")); }

    AnnotatePage& page() {
        return *qobject_cast<AnnotatePage*>(program.window().page(QStringLiteral("annotate")));
    }
    bool rests() {
        return Program::waitFor([&] { return page().item() && !page().isBusy(); });
    }
    /// Types `#text`, waits for the list and takes its first row.
    void give(const QString& text) {
        program.act(QStringLiteral("annotate.topics"));
        program.type(text);
        widgets::TopicBox& box = page().strip().box();
        const auto had = box.topics().size();
        program.key(Qt::Key_Return);
        EXPECT_TRUE(Program::waitFor([&] { return box.topics().size() == had + 1; }));
        program.key(Qt::Key_Escape);
    }
    usecases::AnnotationView view(domain::ContentId id) {
        return *program.workspace().annotate().view(id, QStringLiteral("tester"));
    }
    domain::ContentId video() {
        usecases::LibraryFilter filter;
        filter.kind = domain::ContentKind::Video;
        return program.workspace()
            .list()
            .page(filter, usecases::LibrarySort::Oldest, std::nullopt, 1)
            ->rows.front()
            .content;
    }

    Program program;
};

TEST_F(AnnotateJob, AnAnswerIsKeysAndThenTheNextItem) {
    EXPECT_FALSE(page().next().model().row(0).item.why.isEmpty());
    const auto first = page().item()->content.id;
    give(QStringLiteral("beans"));
    program.act(QStringLiteral("annotate.answer"));
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().item()->content.id != first; }));
    const auto mine = view(first).mine;
    ASSERT_TRUE(mine);
    EXPECT_TRUE(mine->topics.contains(QStringLiteral("beans")));
    EXPECT_FALSE(mine->blind);
    EXPECT_EQ(page().next().model().row(page().next().model().indexOf(first)).state,
              widgets::NextRow::State::Answered);
    program.act(QStringLiteral("annotate.undo"));
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().item()->content.id == first; }));
    EXPECT_FALSE(view(first).mine);
    EXPECT_TRUE(program.chainHolds());
    QAbstractItemModelTester tester(&page().next().model());
}

TEST_F(AnnotateJob, CandidatesAreTakenByTheirNumber) {
    ASSERT_TRUE(Program::waitFor([&] { return page().item()->topics.has_value(); }));
    const auto shown = page().strip().shown();
    ASSERT_FALSE(shown.empty()) << "the shipped model knows no likely topic for the first item";
    program.act(QStringLiteral("annotate.candidate1"));
    EXPECT_TRUE(page().strip().box().topics().contains(shown[0].name));
    program.act(QStringLiteral("annotate.candidate1"));
    EXPECT_FALSE(page().strip().box().topics().contains(shown[0].name));
}

TEST_F(AnnotateJob, BlindHidesUntilItIsAnsweredAndKeepsBoth) {
    program.act(QStringLiteral("annotate.blind"));
    ASSERT_TRUE(rests());
    const auto id = page().item()->content.id;
    EXPECT_TRUE(page().strip().isBlind());
    EXPECT_TRUE(page().strip().shown().empty());
    give(QStringLiteral("first thought"));
    program.act(QStringLiteral("annotate.answer"));
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().isComparing() && page().view().mine; }));
    EXPECT_EQ(page().item()->content.id, id) << "to be compared";
    EXPECT_FALSE(page().strip().isBlind());
    give(QStringLiteral("second thought"));
    program.act(QStringLiteral("annotate.answer"));
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().item()->content.id != id; }));
    const auto both = view(id);
    EXPECT_EQ(both.history, 2);
    EXPECT_FALSE(both.mine->blind);
    EXPECT_EQ(both.mine->topics.size(), 2);
    program.act(QStringLiteral("annotate.blind"));
}

TEST_F(AnnotateJob, APartOfTheVideoGetsATopicOfItsOwn) {
    page().showItem(video());
    ASSERT_TRUE(Program::waitFor(
        [&] { return rests() && page().item()->content.kind == domain::ContentKind::Video; }));
    widgets::MpvView& player = page().content().player().view();
    const auto state = [&] { return page().content().player().state(); };
    ASSERT_TRUE(Program::waitFor([&] { return state().frames > 0 && state().size.isValid(); }));
    EXPECT_TRUE(Program::waitFor([&] { return page().strip().orientation() == Qt::Horizontal; }))
        << "a row under landscape media";
    player.seekToFrame(10);
    ASSERT_TRUE(Program::waitFor([&] { return state().frame == 10 && state().exact; }));
    program.act(QStringLiteral("annotate.markIn"));
    player.seekToFrame(30);
    ASSERT_TRUE(Program::waitFor([&] { return state().frame == 30 && state().exact; }));
    program.act(QStringLiteral("annotate.markOut"));
    ASSERT_TRUE(Program::waitFor([&] { return page().segments().isMarked(); }));
    program.act(QStringLiteral("annotate.segment"));
    program.type(QStringLiteral("test card"));
    program.key(Qt::Key_Return);
    ASSERT_TRUE(Program::waitFor([&] { return page().segments().segments().size() == 1; }));
    ASSERT_TRUE(Program::waitFor([&] { return page().segments().box().topics().isEmpty(); }));
    program.act(QStringLiteral("annotate.answer"));
    ASSERT_TRUE(Program::waitFor([&] { return view(video()).mine.has_value(); }));
    const auto mine = *view(video()).mine;
    ASSERT_EQ(mine.segments.size(), 1u);
    EXPECT_EQ(mine.topics, QStringList{QStringLiteral("test card")});
    EXPECT_NEAR(mine.segments[0].seconds(mine.segments[0].fromPts), 10 / 25.0, 1e-6);
    EXPECT_NEAR(mine.segments[0].seconds(mine.segments[0].toPts), 30 / 25.0, 1e-6);
}

TEST_F(AnnotateJob, GoldMeasuresTheNextAnnotator) {
    const auto id = page().item()->content.id;
    QStringList known = page().strip().box().topics(); // it may have some already
    const auto right = known.size() + 1;
    known << QStringLiteral("beans");
    while (known.size() < 2 * right) {
        known << QStringLiteral("known topic %1").arg(known.size());
    }
    ASSERT_TRUE(program.workspace().annotate().setGold(id, known, QStringLiteral("lead")).ok());
    page().showItem(id);
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().view().gold; }));
    EXPECT_FALSE(page().annotators().text().contains(QStringLiteral("Gold: #")) && page().isBlind());
    give(QStringLiteral("beans"));
    program.act(QStringLiteral("annotate.answer"));
    ASSERT_TRUE(Program::waitFor([&] { return rests() && page().isComparing(); }));
    EXPECT_TRUE(page().messages().text().contains(QStringLiteral("%1 of %2").arg(right).arg(2 * right)))
        << qPrintable(page().messages().text());
    EXPECT_TRUE(Program::waitFor([&] {
        return page().annotators().text().contains(QStringLiteral("overlap 50"));
    })) << qPrintable(page().annotators().text());
}

TEST_F(AnnotateJob, TheTagLibraryRenamesMergesAndTakesBack) {
    ASSERT_TRUE(program.workspace().tags().add(QStringLiteral("stew"), QStringLiteral("tester")).ok());
    ASSERT_TRUE(program.workspace().tags().add(QStringLiteral("casserole"), QStringLiteral("tester")).ok());
    program.act(QStringLiteral("annotate.tags"));
    widgets::TagDialog* dialog = page().tagDialog();
    ASSERT_NE(dialog, nullptr);
    QAbstractItemModelTester tester(&dialog->model());
    ASSERT_TRUE(Program::waitFor([&] { return dialog->select(QStringLiteral("casserole")); }));
    const auto press = [&](const char* text) {
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == QString::fromUtf8(text)) {
                EXPECT_TRUE(button->isEnabled()) << text;
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "no button " << text;
    };
    press("Merge…");
    dialog->nameField().setText(QStringLiteral("stew"));
    QTest::keyClick(&dialog->nameField(), Qt::Key_Return);
    ASSERT_TRUE(Program::waitFor([&] {
        const auto found = program.workspace().tags().find(QStringLiteral("casserole"));
        return found.ok() && found->name == QStringLiteral("stew");
    }));
    ASSERT_TRUE(Program::waitFor([&] { return !dialog->select(QStringLiteral("casserole")); }));
    press("Undo");
    ASSERT_TRUE(Program::waitFor([&] { return dialog->select(QStringLiteral("casserole")); }));
    QFile hot(program.path(QStringLiteral("hot.txt")));
    ASSERT_TRUE(hot.open(QIODevice::WriteOnly) && hot.write("#world cup\n") > 0);
    hot.close();
    dialog->importFrom(hot.fileName());
    ASSERT_TRUE(Program::waitFor([&] { return dialog->select(QStringLiteral("world cup")); }));
    press("Undo");
    ASSERT_TRUE(Program::waitFor([&] { return !dialog->select(QStringLiteral("world cup")); }));
    EXPECT_FALSE(program.workspace().tags().find(QStringLiteral("world cup")).ok());
    dialog->searchField().setText(QStringLiteral("cass"));
    ASSERT_TRUE(Program::waitFor([&] { return dialog->model().rowCount() == 1; }));
    dialog->close();
}

TEST_F(AnnotateJob, RowOrColumnIsThePersonsChoiceAndStays) {
    const Qt::Orientation before = page().strip().orientation();
    program.act(QStringLiteral("annotate.turn"));
    EXPECT_NE(page().strip().orientation(), before);
    const Qt::Orientation chosen = page().strip().orientation();
    program.close();
    program.open();
    program.act(QStringLiteral("go.annotate"));
    ASSERT_TRUE(rests());
    EXPECT_EQ(page().strip().orientation(), chosen);
}

} // namespace
