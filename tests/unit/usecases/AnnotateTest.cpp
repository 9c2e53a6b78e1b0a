#include "core/usecases/Annotate.h"

#include "core/domain/Decision.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/Agreement.h"
#include "core/usecases/Decide.h"
#include "core/usecases/Verify.h"
#include "tests/support/StorageFixture.h"

#include <cmath>

namespace moderato::usecases {

using domain::ContentId;
using domain::TopicAnswer;
using storage::must;

class AnnotateTest : public storage::StorageTest {
protected:
    AnnotateTest() { item = addArticle(QStringLiteral("Soup of the day")); }

    AnswerDraft draft(const QStringList& topics, const QString& person = QStringLiteral("ann")) const {
        AnswerDraft draft;
        draft.content = item;
        draft.person = person;
        draft.topics = topics;
        return draft;
    }
    TopicAnswer answer(AnswerDraft draft) {
        clock.advance(Milliseconds(1000));
        return must(annotate.answer(std::move(draft)).takeResult());
    }
    TopicAnswer answer(ContentId id, const QStringList& topics, const QString& person) {
        AnswerDraft one = draft(topics, person);
        one.content = id;
        return answer(one);
    }
    std::vector<domain::TrainingRecord> lessons() {
        return must(storage::TrainingRepository(reader()).current(domain::ModelTask::Topics, {}, 100));
    }

    const QString ann = QStringLiteral("ann");
    const QString bob = QStringLiteral("bob");
    const QString soup = QStringLiteral("soup");
    const QString lunch = QStringLiteral("lunch");
    ContentId item;
    Annotate annotate{*library, clock};
    Decide decide{*library, clock};
};

TEST_F(AnnotateTest, AnAnswerIsADecisionAndALesson) {
    AnswerDraft d = draft({QStringLiteral("#Soup"), soup, lunch});
    d.version = QStringLiteral("topics-3");
    d.reason = QStringLiteral("uncertain");
    d.msOnScreen = 900;
    const TopicAnswer given = answer(d);
    EXPECT_EQ(given.topics, (QStringList{QStringLiteral("Soup"), lunch}));
    const auto decision = must(storage::DecisionRepository(reader()).find(given.decision));
    EXPECT_EQ(decision.kind, domain::Decision::Kind::SetTopics);
    EXPECT_EQ(decision.topicsVersionSeen, QStringLiteral("topics-3"));
    EXPECT_EQ(decision.queueReason, QStringLiteral("uncertain"));
    ASSERT_EQ(lessons().size(), 1u);
    EXPECT_EQ(lessons()[0].topics, given.topics);
    const auto view = must(annotate.view(item, ann));
    ASSERT_TRUE(view.mine);
    EXPECT_EQ(*view.mine, given);
    EXPECT_FALSE(must(annotate.view(item, bob)).mine);
    EXPECT_TRUE(must(verify(*library, {})).ok);
}

TEST_F(AnnotateTest, ABlindAnswerAndTheOneAfterItAreBothKept) {
    AnswerDraft blind = draft({soup});
    blind.blind = true;
    blind.version = QStringLiteral("topics-3");
    const TopicAnswer first = answer(blind);
    EXPECT_EQ(must(storage::DecisionRepository(reader()).find(first.decision)).topicsVersionSeen, QString())
        << "nothing of the model was seen";
    AnswerDraft open = draft({soup, lunch});
    open.version = QStringLiteral("topics-3");
    const TopicAnswer second = answer(open);
    const auto view = must(annotate.view(item, ann));
    EXPECT_EQ(view.mine->id, second.id) << "the newest counts";
    EXPECT_EQ(view.answers.size(), 1u);
    EXPECT_EQ(view.history, 2);
    EXPECT_TRUE(first.blind);
    EXPECT_FALSE(second.blind);
}

TEST_F(AnnotateTest, UndoBringsTheAnswerBeforeBack) {
    answer(draft({soup}));
    answer(draft({lunch}));
    EXPECT_EQ(must(annotate.undo(ann).takeResult()), item);
    EXPECT_EQ(must(annotate.view(item, ann)).mine->topics, QStringList{soup});
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(item)), QStringList{soup});
    must(decide.undo(ann).takeResult());
    EXPECT_FALSE(must(annotate.view(item, ann)).mine);
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(item)), QStringList());
    EXPECT_EQ(annotate.undo(ann).takeResult().error().kind, Error::Kind::NotFound);
}

TEST_F(AnnotateTest, OnesAnswerIsTakenBackAlsoBehindAnothersBack) {
    answer(draft({soup}, ann));
    answer(draft({lunch}, bob));
    must(annotate.undo(ann).takeResult());
    const auto view = must(annotate.view(item, ann));
    ASSERT_EQ(view.answers.size(), 1u);
    EXPECT_EQ(view.answers[0].person, bob);
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(item)), QStringList{lunch});
    ASSERT_EQ(lessons().size(), 1u);
    EXPECT_EQ(lessons()[0].topics, QStringList{lunch});
    EXPECT_TRUE(must(verify(*library, {})).ok);
}

TEST_F(AnnotateTest, SegmentsKeepTheirTimeStampsAndGiveTheItemTheirTopics) {
    AnswerDraft d = draft({soup});
    d.segments = {{lunch, 30720, 61440, 1, 15360, 1.5}};
    const TopicAnswer given = answer(d);
    EXPECT_EQ(given.topics, (QStringList{soup, lunch}));
    const auto mine = must(annotate.view(item, ann)).mine;
    ASSERT_EQ(mine->segments.size(), 1u);
    EXPECT_EQ(mine->segments[0], d.segments[0]);
    EXPECT_DOUBLE_EQ(mine->segments[0].seconds(30720), 0.5);
    EXPECT_TRUE(must(storage::DecisionRepository(reader()).find(given.decision))
                    .note.contains(QStringLiteral("30720–61440 × 1/15360")))
        << "the chain holds it too";
    d.segments[0].toPts = 0;
    EXPECT_EQ(annotate.answer(d).takeResult().error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(must(annotate.view(item, ann)).history, 1) << "nothing was written";
}

TEST_F(AnnotateTest, LookAlikesFollowWithoutExceptionsAndThoseThatHaveTopics) {
    std::vector<ContentId> alike;
    for (int i = 0; i < 4; ++i) {
        alike.push_back(addArticle(QStringLiteral("Soup of the day, again %1").arg(i)));
    }
    must(library->writeAndWait([&](storage::Connection& c) -> Status {
        storage::DuplicateRepository duplicates(c);
        storage::DuplicateRepository::Member member;
        member.medium = QStringLiteral("text");
        member.leader = member.content = item;
        must(duplicates.place(member));
        for (const ContentId id : alike) {
            member.content = id;
            must(duplicates.place(member));
        }
        return duplicates.setException(alike[1], true, clock.now());
    }));
    EXPECT_EQ(annotate.answerAlike(item, ann).error().kind, Error::Kind::InvalidInput) << "answer it first";
    answer(alike[2], {lunch}, bob);
    answer(draft({soup}));
    const auto answered = must(annotate.answerAlike(item, ann));
    EXPECT_EQ(answered, (std::vector{alike[0], alike[3]}));
    EXPECT_EQ(must(annotate.view(alike[0], ann)).mine->topics, QStringList{soup});
    EXPECT_EQ(must(annotate.view(alike[0], ann)).mine->reason, QStringLiteral("alike"));
    EXPECT_FALSE(must(annotate.view(alike[1], ann)).mine);
    EXPECT_EQ(must(storage::ContentRepository(reader()).decidedTopics(alike[2])), QStringList{lunch});
    EXPECT_TRUE(must(annotate.answerAlike(item, ann)).empty()) << "none is left";
    EXPECT_EQ(lessons().size(), 4u);
}

TEST_F(AnnotateTest, GoldMeasuresAnnotators) {
    const auto other = addArticle(QStringLiteral("Bread"));
    must(annotate.setGold(item, {soup, lunch}, ann));
    must(annotate.setGold(other, {lunch}, ann));
    answer(draft({soup}, bob));
    answer(other, {lunch}, bob);
    EXPECT_EQ(*must(annotate.view(item, bob)).gold, (QStringList{soup, lunch}));
    const auto gold = must(Agreement(*library).gold(bob));
    EXPECT_EQ(gold.items, 2);
    EXPECT_DOUBLE_EQ(gold.same, 0.5);
    EXPECT_DOUBLE_EQ(gold.overlap, 0.75);
    EXPECT_EQ(must(Agreement(*library).gold(ann)).items, 0);
    must(annotate.removeGold(other));
    EXPECT_EQ(must(Agreement(*library).gold(bob)).items, 1);
    EXPECT_EQ(annotate.removeGold(other).error().kind, Error::Kind::NotFound);
}

TEST_F(AnnotateTest, AgreementIsThatOfTheAnswersThatCount) {
    const auto second = addArticle(QStringLiteral("Bread"));
    answer(draft({soup, lunch}, ann));
    answer(draft({lunch}, bob)); // then corrected
    answer(draft({soup}, bob));
    answer(second, {lunch}, ann);
    answer(second, {lunch}, bob);
    answer(addArticle(QStringLiteral("only one")), {soup}, ann);
    const auto report = must(Agreement(*library).report(domain::ModelTask::Topics));
    EXPECT_EQ(report.items, 2);
    EXPECT_EQ(report.annotators, 2);
    ASSERT_EQ(report.pairs.size(), 1u);
    EXPECT_DOUBLE_EQ(report.pairs[0].same, 0.5);
    EXPECT_DOUBLE_EQ(report.pairs[0].overlap, 0.75);
    // Item × topic: soup yes/yes, lunch yes/no; soup no/no, lunch yes/yes. p_o ¾, p_e ½·… = 0.5: kappa ½.
    EXPECT_NEAR(report.pairs[0].kappa, 0.5, 1e-12);
    // Four values ab, a, b, b. Jaccard: D_o = 2·½/4 = ¼; D_e = 2·(½ + ½·2 + 1·2)/12 = 7/12.
    EXPECT_NEAR(report.alphaJaccard, 1 - 0.25 / (7.0 / 12), 1e-12);
    ASSERT_EQ(report.disputes.size(), 1u);
    EXPECT_EQ(report.disputes[0].content, item);
}

TEST_F(AnnotateTest, AgreementOnCategoriesComesFromVerdicts) {
    for (int i = 0; i < 3; ++i) {
        const auto id = addArticle(QStringLiteral("Item %1").arg(i));
        StorageTest::decide(id, domain::Decision::Kind::Confirm, QStringLiteral("food"), {}, ann);
        StorageTest::decide(id, domain::Decision::Kind::Correct,
                            i == 0 ? QStringLiteral("fun") : QStringLiteral("food"), {}, bob);
    }
    const auto report = must(Agreement(*library).report(domain::ModelTask::Category));
    EXPECT_EQ(report.items, 3);
    ASSERT_EQ(report.pairs.size(), 1u);
    EXPECT_NEAR(report.pairs[0].same, 2.0 / 3, 1e-12);
    EXPECT_NEAR(report.pairs[0].kappa, 0, 1e-12) << "ann always says food: chance explains it";
}

TEST_F(AnnotateTest, WithoutSharedItemsTheFiguresAreUndefined) {
    const auto report = must(Agreement(*library).report(domain::ModelTask::Topics));
    EXPECT_EQ(report.items, 0);
    EXPECT_TRUE(std::isnan(report.alphaNominal));
}

} // namespace moderato::usecases
