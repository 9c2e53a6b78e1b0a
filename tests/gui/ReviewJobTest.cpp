// A reviewer's work: look, confirm, correct, give topics, disallow, skip, escalate, undo, redo; and
// everything is still there after a restart.

#include "tests/gui/Program.h"

#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/review/CategoryPicker.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/topics/TopicBox.h"

using namespace moderato;
using namespace moderato::testsupport;
using Kind = domain::Decision::Kind;

namespace {

TEST(ReviewJob, EveryDecisionIsOneKeyAndInTheLibraryBeforeTheNextItemShows) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    ASSERT_TRUE(program.review().item()->category.has_value())
        << "predictions of the shipped model are shown";
    EXPECT_EQ(program.review().item()->category->version, QStringLiteral("category-default"));

    const auto confirmed = program.decides([&] { program.act("review.confirm"); });
    EXPECT_EQ(confirmed.kind, Kind::Confirm);
    EXPECT_FALSE(confirmed.category.isEmpty());
    EXPECT_EQ(confirmed.person, QStringLiteral("tester"));
    EXPECT_EQ(confirmed.categoryVersionSeen, QStringLiteral("category-default"));

    const QString likeliestSecond = program.review().item()->category->scores.at(1).category.code;
    const auto corrected = program.decides([&] {
        program.act("review.correct");
        program.key(Qt::Key_2);
    });
    EXPECT_EQ(corrected.kind, Kind::Correct);
    EXPECT_EQ(corrected.category, likeliestSecond);

    const auto disallowed = program.decides([&] {
        program.act("review.disallow");
        program.key(Qt::Key_1);
    });
    EXPECT_EQ(disallowed.kind, Kind::Disallow);
    EXPECT_EQ(disallowed.reason, usecases::Decide::reasons().first().code);
    EXPECT_EQ(program.workspace().items().read(disallowed.content).value()->content.state,
              domain::RecommendationState::Dropped);

    EXPECT_EQ(program.decides([&] { program.act("review.skip"); }).kind, Kind::Skip);
    EXPECT_EQ(program.decides([&] { program.act("review.escalate"); }).kind, Kind::Escalate);
    EXPECT_TRUE(program.chainHolds());
}

TEST(ReviewJob, ACategoryIsFoundByItsName) {
    Program program;
    const auto corrected = program.decides([&] {
        program.act("review.correct");
        program.type(QStringLiteral("polit"));
        program.key(Qt::Key_Return);
    });
    EXPECT_EQ(corrected.kind, Kind::Correct);
    EXPECT_EQ(corrected.category, QStringLiteral("politics"));
}

TEST(ReviewJob, UndoAndRedoAreRowsOfTheirOwn) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    const auto first = program.review().item()->content.id;
    program.decides([&] { program.act("review.confirm"); });
    program.act("review.undo");
    ASSERT_TRUE(Program::waitFor([&] { return program.decisions() == 2; }));
    ASSERT_TRUE(Program::waitFor([&] {
        return program.review().item() && program.review().item()->content.id == first;
    })) << "undo goes back to the item";
    ASSERT_TRUE(program.waitForItem());
    EXPECT_FALSE(program.review().item()->decision.has_value());
    EXPECT_EQ(program.history(first).front().kind, Kind::Undo);

    program.act("review.redo");
    ASSERT_TRUE(Program::waitFor([&] { return program.decisions() == 3; }));
    EXPECT_EQ(program.history(first).front().kind, Kind::Confirm);
    EXPECT_TRUE(program.chainHolds());
}

TEST(ReviewJob, TopicsAreGivenByTheHash) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    widgets::TopicBox& box = program.review().evidence().topics().box();
    program.act("review.topics");
    ASSERT_TRUE(Program::waitFor([&] { return box.isListOpen(); }));
    program.type(QStringLiteral("brand new topic"));
    program.key(Qt::Key_Return);
    ASSERT_TRUE(Program::waitFor([&] { return box.topics().contains(QStringLiteral("brand new topic")); }));
    program.key(Qt::Key_Escape);
    program.key(Qt::Key_Escape);
    program.window().setFocus();
    const auto decision = program.decides([&] { program.act("review.confirm"); });
    ASSERT_TRUE(decision.topics.has_value());
    EXPECT_TRUE(decision.topics->contains(QStringLiteral("brand new topic")));
    const auto found = program.workspace().topics().complete(QStringLiteral("brand"), 5);
    ASSERT_TRUE(found.ok());
    EXPECT_FALSE(found->empty()) << "the topic exists from now on";
}

TEST(ReviewJob, AClipPlaysStepsAndSeeks) {
    Program program;
    usecases::LibraryFilter videos;
    videos.kind = domain::ContentKind::Video;
    const auto clip = program.workspace()
                          .list()
                          .page(videos, usecases::LibrarySort::Oldest, {}, 1)
                          .value()
                          .rows.at(0)
                          .content;
    program.review().showItem(clip);
    ASSERT_TRUE(Program::waitFor(
        [&] { return program.review().item() && program.review().item()->content.id == clip; }));
    widgets::MpvView& view = program.review().findChild<widgets::PlayerPanel*>()->view();
    ASSERT_TRUE(Program::waitFor([&] { return view.isPictureShown(); }));
    EXPECT_TRUE(view.state().paused);
    EXPECT_TRUE(Program::waitFor([&] { return view.state().size == QSize(320, 180); }));
    EXPECT_TRUE(Program::waitFor([&] { return view.state().frame == 0; })) << view.state().frame;

    program.act("review.frameForward");
    EXPECT_TRUE(Program::waitFor([&] { return view.state().frame == 1; }));
    program.act("review.frameForward");
    EXPECT_TRUE(Program::waitFor([&] { return view.state().frame == 2; }));
    program.act("review.frameBack");
    EXPECT_TRUE(Program::waitFor([&] { return view.state().frame == 1; }));
    view.seek(1.0);
    EXPECT_TRUE(Program::waitFor([&] { return view.state().frame == 25; })) << view.state().frame;
    program.act("review.play");
    EXPECT_TRUE(Program::waitFor([&] { return !view.state().paused && view.state().position > 1.1; }));
    program.act("review.play");
    EXPECT_TRUE(Program::waitFor([&] { return view.state().paused; }));
}

TEST(ReviewJob, WhatWasDecidedIsThereAfterARestart) {
    Program program;
    const auto decided = program.decides([&] { program.act("review.confirm"); });
    program.close();
    program.open();
    ASSERT_TRUE(program.waitForItem());
    EXPECT_NE(program.review().item()->content.id, decided.content) << "the queue goes on behind it";
    EXPECT_EQ(program.history(decided.content).front(), decided);
    EXPECT_TRUE(program.chainHolds());
}

TEST(ReviewJob, KeysPressedFasterThanTheDiskAreNotLost) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    for (int i = 0; i < 6; ++i) {
        program.key(Qt::Key_C);
    }
    EXPECT_TRUE(Program::waitFor([&] { return program.decisions() == 6 && !program.review().isBusy(); }));
    EXPECT_TRUE(program.chainHolds());
    EXPECT_EQ(program.workspace().queue().counts()->decided, 6) << "six different items";
}

} // namespace
