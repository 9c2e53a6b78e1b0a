#include "core/usecases/Decide.h"

#include "core/domain/Category.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/QualityRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/Verify.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using storage::must;
using Kind = domain::Decision::Kind;
using QueueState = domain::ReviewItem::State;

class DecideTest : public storage::StorageTest {
protected:
    DecideTest() {
        for (const char* code : {"food", "fun"}) {
            domain::Category category;
            category.code = QString::fromLatin1(code);
            category.nameEn = category.code;
            must(library->writeAndWait(
                [&](storage::Connection& c) { return storage::CategoryRepository(c).save(category); }));
        }
        item = addArticle(QStringLiteral("Noodles"), {}, QStringLiteral("food"));
        must(library->writeAndWait([&](storage::Connection& c) {
            return storage::ReviewQueueRepository(c).offer(
                {item, domain::ReviewItem::Reason::New, 10, QueueState::Open});
        }));
    }

    DecisionDraft draft(Kind kind, const QString& category = {}) const {
        DecisionDraft draft;
        draft.content = item;
        draft.kind = kind;
        draft.category = category;
        draft.person = QStringLiteral("ann");
        return draft;
    }
    domain::Decision decide(const DecisionDraft& draft) { return must(use.decide(draft).takeResult()); }
    Error refuse(const DecisionDraft& draft) {
        const auto result = use.decide(draft).takeResult();
        EXPECT_FALSE(result.ok());
        return result.ok() ? Error{} : result.error();
    }
    QueueState queueState() { return (*must(storage::ReviewQueueRepository(reader()).find(item))).state; }
    domain::RecommendationState state() {
        return must(storage::ContentRepository(reader()).find(item)).state;
    }
    std::vector<domain::TrainingRecord> lessons(domain::ModelTask task) {
        return must(storage::TrainingRepository(reader()).current(task, {}, 10));
    }
    void raiseFlag() {
        domain::Flag flag;
        flag.content = item;
        flag.rule = QStringLiteral("expressions");
        flag.raisedAt = clock.now();
        must(library->writeAndWait(
            [&](storage::Connection& c) { return storage::FlagRepository(c).raise(flag); }));
    }
    bool isFlagged() {
        const auto flags = must(storage::FlagRepository(reader()).of(item));
        return !flags.empty() && !flags.front().closedBy.isValid();
    }

    domain::ContentId item;
    Decide use{*library, clock};
};

TEST_F(DecideTest, AConfirmationTeachesWithWhatWasOnTheScreen) {
    DecisionDraft d = draft(Kind::Confirm, QStringLiteral("food"));
    d.categoryVersionSeen = QStringLiteral("category-3");
    d.categoryPredicted = QStringLiteral("fun");
    d.topics = QStringList{QStringLiteral("#noodles "), QStringLiteral("Noodles"), QStringLiteral("  ")};
    const domain::Decision decision = decide(d);
    EXPECT_EQ(decision.topics, QStringList{QStringLiteral("noodles")});
    EXPECT_EQ(queueState(), QueueState::Decided);
    const auto categories = lessons(domain::ModelTask::Category);
    ASSERT_EQ(categories.size(), 1);
    EXPECT_EQ(categories[0].category, QStringLiteral("food"));
    EXPECT_EQ(categories[0].versionSeen, QStringLiteral("category-3"));
    EXPECT_EQ(categories[0].predictedThen, QStringLiteral("fun"));
    EXPECT_EQ(categories[0].person, QStringLiteral("ann"));
    ASSERT_EQ(lessons(domain::ModelTask::Topics).size(), 1);
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(item)),
              QStringList{QStringLiteral("noodles")});
}

TEST_F(DecideTest, TheLatestLessonCountsAndAnUndoBringsTheOneBeforeBack) {
    decide(draft(Kind::Confirm, QStringLiteral("food")));
    decide(draft(Kind::Correct, QStringLiteral("fun")));
    EXPECT_EQ(lessons(domain::ModelTask::Category).at(0).category, QStringLiteral("fun"));
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_EQ(lessons(domain::ModelTask::Category).at(0).category, QStringLiteral("food"));
    EXPECT_EQ(queueState(), QueueState::Decided);
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_TRUE(lessons(domain::ModelTask::Category).empty());
    EXPECT_EQ(queueState(), QueueState::Open);
}

TEST_F(DecideTest, DisallowDropsMarksAndCanBeTakenBack) {
    DecisionDraft d = draft(Kind::Disallow);
    d.reason = QStringLiteral("clickbait");
    decide(d);
    EXPECT_EQ(state(), domain::RecommendationState::Dropped);
    const auto marks = must(storage::QualityRepository(reader()).marks(item));
    ASSERT_EQ(marks.size(), 1);
    EXPECT_EQ(marks[0].tier, domain::LowQualityMark::Tier::Low);
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_EQ(state(), domain::RecommendationState::Active);
    EXPECT_TRUE(must(storage::QualityRepository(reader()).marks(item)).empty());
}

TEST_F(DecideTest, AVerdictClosesTheFlagAndItsUndoOpensItAgain) {
    raiseFlag();
    decide(draft(Kind::Skip));
    EXPECT_TRUE(isFlagged()) << "a skip is no verdict";
    EXPECT_EQ(state(), domain::RecommendationState::Suspended);
    decide(draft(Kind::Correct, QStringLiteral("fun")));
    EXPECT_FALSE(isFlagged());
    EXPECT_EQ(state(), domain::RecommendationState::Active);
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_TRUE(isFlagged());
    EXPECT_EQ(state(), domain::RecommendationState::Suspended);
    EXPECT_EQ(queueState(), QueueState::Skipped);
}

TEST_F(DecideTest, TopicsOfAnEarlierDecisionComeBack) {
    DecisionDraft first = draft(Kind::Confirm, QStringLiteral("food"));
    first.topics = QStringList{QStringLiteral("soup")};
    decide(first);
    DecisionDraft second = draft(Kind::SetTopics);
    second.topics = QStringList{QStringLiteral("noodles"), QStringLiteral("garlic")};
    decide(second);
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(item)),
              QStringList{QStringLiteral("soup")});
}

TEST_F(DecideTest, RedoFollowsTheUndosBackwardsAndANewDecisionEndsIt) {
    decide(draft(Kind::Confirm, QStringLiteral("food")));
    decide(draft(Kind::Correct, QStringLiteral("fun")));
    must(use.undo(QStringLiteral("ann")).takeResult());
    must(use.undo(QStringLiteral("ann")).takeResult());
    EXPECT_EQ(must(use.redo(QStringLiteral("ann")).takeResult()).category, QStringLiteral("food"));
    EXPECT_EQ(must(use.redo(QStringLiteral("ann")).takeResult()).category, QStringLiteral("fun"));
    EXPECT_EQ(use.redo(QStringLiteral("ann")).takeResult().error().kind, Error::Kind::NotFound);

    must(use.undo(QStringLiteral("ann")).takeResult());
    decide(draft(Kind::Skip));
    EXPECT_EQ(use.redo(QStringLiteral("ann")).takeResult().error().kind, Error::Kind::NotFound);
    const auto chain = must(verify(*library, {}));
    EXPECT_TRUE(chain.ok);
    EXPECT_EQ(chain.decisions, 8);
}

TEST_F(DecideTest, EachPersonUndoesTheirOwnAndAnItemAnybodys) {
    decide(draft(Kind::Confirm, QStringLiteral("food")));
    EXPECT_EQ(use.undo(QStringLiteral("bo")).takeResult().error().kind, Error::Kind::NotFound);
    EXPECT_EQ(must(use.undoOn(item, QStringLiteral("bo")).takeResult()).person, QStringLiteral("bo"));
    EXPECT_EQ(use.undoOn(item, QStringLiteral("bo")).takeResult().error().kind, Error::Kind::NotFound);
}

TEST_F(DecideTest, NonsenseIsRefusedWithASentenceAndWritesNothing) {
    EXPECT_EQ(refuse(draft(Kind::Correct)).kind, Error::Kind::InvalidInput);
    EXPECT_EQ(refuse(draft(Kind::Correct, QStringLiteral("nope"))).kind, Error::Kind::InvalidInput);
    EXPECT_EQ(refuse(draft(Kind::Disallow)).kind, Error::Kind::InvalidInput);
    EXPECT_EQ(refuse(draft(Kind::SetTopics)).kind, Error::Kind::InvalidInput);
    EXPECT_EQ(refuse(draft(Kind::Undo)).kind, Error::Kind::InvalidInput);
    DecisionDraft unknown = draft(Kind::Confirm, QStringLiteral("food"));
    unknown.content.value = 4711;
    EXPECT_EQ(refuse(unknown).kind, Error::Kind::NotFound);
    EXPECT_EQ(must(verify(*library, {})).decisions, 0);
}

TEST_F(DecideTest, EveryReasonHasATextAndTheFirstNineHaveKeys) {
    const auto reasons = Decide::reasons();
    EXPECT_GE(reasons.size(), 9);
    for (const Decide::Reason& reason : reasons) {
        EXPECT_FALSE(reason.text.isEmpty());
    }
}

} // namespace moderato::usecases
