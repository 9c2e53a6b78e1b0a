#include "tests/widgets/review/StandInLibrary.h"

#include "widgets/common/Actions.h"
#include "widgets/common/MessageBar.h"
#include "widgets/review/CategoryPicker.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/QualityMenu.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReasonStrip.h"
#include "widgets/review/ReviewPage.h"
#include "widgets/review/TopicsPanel.h"
#include "widgets/topics/TopicBox.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace moderato;
using namespace moderato::widgets;
using domain::Decision;
using domain::ReviewItem;

namespace {

class ReviewPageTest : public testing::Test {
protected:
    void start(int articles) {
        QSettings().clear();
        library = std::make_unique<StandInLibrary>(articles);
        page = std::make_unique<ReviewPage>(
            library->services(), actions,
            std::make_shared<Taxonomy>(StandInLibrary::categories(), QStringLiteral("en")));
        page->resize(1500, 900);
        page->show();
        page->activateWindow();
        QApplication::setActiveWindow(page.get());
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
    }
    void startOn(int articles) {
        start(articles);
        ASSERT_TRUE(isOn(1));
    }
    bool isOn(qint64 id) {
        return QTest::qWaitFor(
            [&] { return page->item() && page->item()->content.id.value == id && !page->isBusy(); }, 5000);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = page->focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    const usecases::DecisionDraft& last() { return library->drafts.last(); }

    ActionTable actions;
    std::unique_ptr<StandInLibrary> library;
    std::unique_ptr<ReviewPage> page;
};

} // namespace

TEST_F(ReviewPageTest, ConfirmWritesTheShownAnswerAndShowsTheNext) {
    startOn(3);
    QSignalSpy shown(page.get(), &ReviewPage::itemShown);
    press(Qt::Key_C);
    EXPECT_TRUE(isOn(2));
    ASSERT_EQ(library->drafts.size(), 1);
    EXPECT_EQ(last().kind, Decision::Kind::Confirm);
    EXPECT_EQ(last().category, QStringLiteral("food"));
    EXPECT_EQ(last().categoryVersionSeen, QStringLiteral("category-1"));
    EXPECT_EQ(last().categoryPredicted, QStringLiteral("food"));
    EXPECT_EQ(last().queueReason, QStringLiteral("flagged"));
    EXPECT_FALSE(last().topics.has_value());
    EXPECT_FALSE(last().person.isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown.count() >= 1; }));
    EXPECT_EQ(page->queue().model().row(0).state, ReviewItem::State::Decided);
}

TEST_F(ReviewPageTest, AnExpertJudgesQualityByTwoKeys) {
    startOn(2);
    press(Qt::Key_Q, Qt::ShiftModifier);
    auto* menu = page->findChild<QualityMenu*>();
    ASSERT_TRUE(menu);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(menu));
    QTest::keyClick(menu, Qt::Key_3);
    QMenu* likes = menu->actions()[2]->menu();
    ASSERT_TRUE(QTest::qWaitFor([&] { return likes->isVisible(); }));
    QTest::keyClick(likes, Qt::Key_P);
    ASSERT_TRUE(QTest::qWaitFor([&] { return library->judged.size() == 1; }));
    EXPECT_EQ(library->judged.first(), std::tuple(qint64(1), QStringLiteral("likes"), std::optional(true)));
    EXPECT_TRUE(isOn(1)) << "it is no decision";
    EXPECT_TRUE(library->drafts.isEmpty());
}

TEST_F(ReviewPageTest, AnExpertsLabelIsOfTheItemThatTheMenuWasOpenedFor) {
    startOn(2);
    press(Qt::Key_Q, Qt::ShiftModifier);
    auto* menu = page->findChild<QualityMenu*>();
    ASSERT_TRUE(menu);
    ASSERT_TRUE(actions.trigger(QStringLiteral("review.next")));
    ASSERT_TRUE(isOn(2));
    menu->actions()[0]->menu()->actions()[1]->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return library->judged.size() == 1; }));
    EXPECT_EQ(library->judged.first(), std::tuple(qint64(1), QStringLiteral("clicks"), std::optional(false)));
}

TEST_F(ReviewPageTest, ReturnConfirmsToo) {
    startOn(2);
    press(Qt::Key_Return);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().kind, Decision::Kind::Confirm);
}

TEST_F(ReviewPageTest, CorrectByNumber) {
    startOn(2);
    press(Qt::Key_X);
    ASSERT_TRUE(page->picker().isOpen());
    EXPECT_EQ(page->picker().offered().first(), QStringLiteral("food")); // as the panel numbers them
    press(Qt::Key_2);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().kind, Decision::Kind::Correct);
    EXPECT_EQ(last().category, QStringLiteral("fun"));
    EXPECT_EQ(last().categoryPredicted, QStringLiteral("food"));
}

TEST_F(ReviewPageTest, CorrectByNameInBothLanguages) {
    startOn(3);
    press(Qt::Key_X);
    QTest::keyClicks(page->focusWidget(), QStringLiteral("mil"));
    EXPECT_EQ(page->picker().offered(), QStringList{QStringLiteral("military")});
    press(Qt::Key_Return);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().category, QStringLiteral("military"));
    press(Qt::Key_X);
    QInputMethodEvent chinese;
    chinese.setCommitString(QStringLiteral(u"旅"));
    QApplication::sendEvent(page->focusWidget(), &chinese);
    press(Qt::Key_Return);
    EXPECT_TRUE(isOn(3));
    EXPECT_EQ(last().category, QStringLiteral("travel"));
}

TEST_F(ReviewPageTest, EscapeLeavesEverythingAsItIs) {
    startOn(2);
    press(Qt::Key_X);
    press(Qt::Key_Escape);
    EXPECT_FALSE(page->picker().isOpen());
    press(Qt::Key_D);
    ASSERT_TRUE(page->reasons().isOpen());
    press(Qt::Key_Escape);
    EXPECT_FALSE(page->reasons().isOpen());
    EXPECT_TRUE(library->drafts.isEmpty());
    EXPECT_TRUE(isOn(1));
}

TEST_F(ReviewPageTest, DisallowAsksForTheReason) {
    startOn(2);
    press(Qt::Key_D);
    EXPECT_TRUE(library->drafts.isEmpty());
    press(Qt::Key_3);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().kind, Decision::Kind::Disallow);
    EXPECT_EQ(last().reason, usecases::Decide::reasons().at(2).code);
}

TEST_F(ReviewPageTest, WhatWaitsForAKeyStaysWhenTheWindowChanges) {
    startOn(2);
    press(Qt::Key_X);
    page->resize(page->width() - 40, page->height() - 24); // as with a line more at the bottom of the window
    EXPECT_TRUE(page->picker().isOpen());
    press(Qt::Key_Escape);
    press(Qt::Key_D);
    page->resize(page->width() + 40, page->height() + 24);
    EXPECT_TRUE(page->reasons().isOpen());
    EXPECT_TRUE(page->rect().contains(page->reasons().geometry()));
    press(Qt::Key_2);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().reason, usecases::Decide::reasons().at(1).code);
}

TEST_F(ReviewPageTest, SkipAndEscalate) {
    startOn(3);
    press(Qt::Key_S);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(last().kind, Decision::Kind::Skip);
    press(Qt::Key_E);
    EXPECT_TRUE(isOn(3));
    EXPECT_EQ(last().kind, Decision::Kind::Escalate);
    EXPECT_EQ(page->queue().model().row(0).state, ReviewItem::State::Skipped);
    EXPECT_EQ(page->queue().model().row(1).state, ReviewItem::State::Escalated);
}

TEST_F(ReviewPageTest, UndoGoesBackToTheItemAndRedoOnAgain) {
    startOn(3);
    press(Qt::Key_C);
    ASSERT_TRUE(isOn(2));
    press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(isOn(1));
    EXPECT_EQ(page->queue().model().row(0).state, ReviewItem::State::Open);
    EXPECT_FALSE(page->item()->decision.has_value());
    press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(page->queue().model().row(0).state, ReviewItem::State::Decided);
}

TEST_F(ReviewPageTest, NothingToUndoIsSaid) {
    startOn(2);
    press(Qt::Key_Z);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !page->messages().text().isEmpty(); }));
    EXPECT_TRUE(isOn(1));
}

TEST_F(ReviewPageTest, NextAndPreviousDoNotDecide) {
    startOn(3);
    press(Qt::Key_N);
    EXPECT_TRUE(isOn(2));
    press(Qt::Key_P);
    EXPECT_TRUE(isOn(1));
    press(Qt::Key_P);
    EXPECT_FALSE(page->messages().text().isEmpty());
    EXPECT_TRUE(library->drafts.isEmpty());
}

TEST_F(ReviewPageTest, KeysPressedWhileADecisionIsWrittenWaitTheirTurn) {
    startOn(6);
    library->delayMs = 60;
    press(Qt::Key_C);
    press(Qt::Key_X); // meant for item 2
    press(Qt::Key_2);
    press(Qt::Key_D); // meant for item 3
    press(Qt::Key_1);
    press(Qt::Key_S); // meant for item 4
    EXPECT_TRUE(isOn(5));
    ASSERT_EQ(library->drafts.size(), 4);
    EXPECT_EQ(library->drafts[0].content.value, 1);
    EXPECT_EQ(library->drafts[0].kind, Decision::Kind::Confirm);
    EXPECT_EQ(library->drafts[1].content.value, 2);
    EXPECT_EQ(library->drafts[1].category, QStringLiteral("fun"));
    EXPECT_EQ(library->drafts[2].content.value, 3);
    EXPECT_EQ(library->drafts[2].kind, Decision::Kind::Disallow);
    EXPECT_EQ(library->drafts[3].kind, Decision::Kind::Skip);
}

TEST_F(ReviewPageTest, AnErrorIsShownAndTheItemStays) {
    startOn(2);
    library->failWith = Error{Error::Kind::Storage, QStringLiteral("The disk is full."), {}};
    press(Qt::Key_C);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return page->messages().text().contains(QLatin1String("disk is full")); }));
    EXPECT_TRUE(isOn(1));
    library->failWith.reset();
    press(Qt::Key_C);
    EXPECT_TRUE(isOn(2));
}

TEST_F(ReviewPageTest, TopicsTravelWithTheDecision) {
    startOn(2);
    press(Qt::Key_NumberSign);
    QTest::keyClicks(page->focusWidget(), QStringLiteral("nood"));
    press(Qt::Key_Return);
    TopicBox& box = page->evidence().topics().box();
    EXPECT_TRUE(QTest::qWaitFor([&] { return box.topics() == QStringList{QStringLiteral("noodles")}; }));
    press(Qt::Key_Escape);
    press(Qt::Key_C);
    EXPECT_TRUE(isOn(2));
    ASSERT_TRUE(last().topics.has_value());
    EXPECT_EQ(*last().topics, QStringList{QStringLiteral("noodles")});
    EXPECT_TRUE(box.topics().isEmpty());
}

TEST_F(ReviewPageTest, TopicsAreNotLostByGoingOn) {
    startOn(2);
    page->evidence().topics().box().add(QStringLiteral("noodles"));
    press(Qt::Key_N);
    EXPECT_TRUE(isOn(2));
    ASSERT_EQ(library->drafts.size(), 1);
    EXPECT_EQ(last().kind, Decision::Kind::SetTopics);
    EXPECT_EQ(*last().topics, QStringList{QStringLiteral("noodles")});
}

TEST_F(ReviewPageTest, TheNextItemIsReadAhead) {
    startOn(3);
    EXPECT_TRUE(QTest::qWaitFor([&] { return page->nextItem() && page->nextItem()->content.id.value == 2; }));
}

TEST_F(ReviewPageTest, TheEndOfTheQueueReturnsToWhatWasPassedOver) {
    startOn(3);
    press(Qt::Key_N);
    ASSERT_TRUE(isOn(2));
    press(Qt::Key_C);
    ASSERT_TRUE(isOn(3));
    press(Qt::Key_C);
    EXPECT_TRUE(isOn(1));
    press(Qt::Key_C);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !page->item(); }));
    EXPECT_FALSE(page->content().sentence().isEmpty());
    EXPECT_FALSE(actions.find(QStringLiteral("review.confirm"))->isEnabled());
}

TEST_F(ReviewPageTest, AnEmptyLibrarySaysWhatToDo) {
    start(0);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return page->content().sentence().contains(QLatin1String("Import")); }));
    for (const char* id : {"review.confirm", "review.correct", "review.disallow", "review.next"}) {
        EXPECT_FALSE(actions.find(QLatin1String(id))->isEnabled()) << id;
    }
}

TEST_F(ReviewPageTest, AnotherVersionReplacesPredictionsInPlace) {
    startOn(3);
    press(Qt::Key_N);
    ASSERT_TRUE(isOn(2));
    library->version = QStringLiteral("category-2");
    library->predicted = QStringLiteral("travel");
    page->reload();
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return page->item()->category->version == QLatin1String("category-2"); }));
    EXPECT_EQ(page->item()->content.id.value, 2);
    press(Qt::Key_C);
    EXPECT_TRUE(isOn(3));
    EXPECT_EQ(last().category, QStringLiteral("travel"));
    EXPECT_EQ(last().categoryVersionSeen, QStringLiteral("category-2"));
}

TEST_F(ReviewPageTest, SmallWindowsGetTabsAndLargeOnesEverything) {
    startOn(1);
    EXPECT_EQ(page->evidence().arrangement(), EvidencePane::Arrangement::Stack);
    page->resize(1190, 640);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return page->evidence().arrangement() == EvidencePane::Arrangement::Tabs; }));
}

TEST_F(ReviewPageTest, ChangedKeysWorkAndDefaultOnesNoLonger) {
    startOn(3);
    EXPECT_FALSE(actions.setKeys(QStringLiteral("review.confirm"), {QKeySequence(Qt::Key_F)}).has_value());
    press(Qt::Key_C);
    press(Qt::Key_F);
    EXPECT_TRUE(isOn(2));
    EXPECT_EQ(library->drafts.size(), 1);
    QSettings().clear();
}
