#include "core/usecases/ReviewQueue.h"

#include "core/storage/FlagRepository.h"
#include "core/usecases/ReviewPriority.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using storage::must;
using Reason = domain::ReviewItem::Reason;
using Candidate = storage::ReviewQueueRepository::Candidate;

static Candidate candidate(const char* given, const char* predicted, double first, double second) {
    Candidate c;
    c.content.value = 7;
    c.givenCategory = QString::fromLatin1(given);
    c.predictedCategory = QString::fromLatin1(predicted);
    c.probability = first;
    c.secondProbability = second;
    return c;
}

TEST(ReviewPriority, OrderOfTheReasons) {
    Candidate flagged = candidate("fun", "fun", 0.9, 0.05);
    flagged.openFlags = 1;
    flagged.flagScore = 0.6;
    const auto certain = placeInQueue(candidate("fun", "fun", 0.9, 0.05), {.randomShare = 0});
    const auto uncertain = placeInQueue(candidate("", "fun", 0.4, 0.3));
    const auto differs = placeInQueue(candidate("food", "fun", 0.9, 0.05));
    EXPECT_EQ(placeInQueue(flagged).reason, Reason::Flagged);
    EXPECT_EQ(differs.reason, Reason::Disagreement);
    EXPECT_EQ(uncertain.reason, Reason::Uncertain);
    EXPECT_EQ(certain.reason, Reason::New);
    EXPECT_GT(placeInQueue(flagged).priority, differs.priority);
    EXPECT_GT(differs.priority, uncertain.priority);
    EXPECT_GT(uncertain.priority, certain.priority);
}

TEST(ReviewPriority, TheSurerTheModelTheMoreItsDisagreementCounts) {
    EXPECT_GT(placeInQueue(candidate("food", "fun", 0.95, 0.01)).priority,
              placeInQueue(candidate("food", "fun", 0.6, 0.3)).priority);
    EXPECT_EQ(placeInQueue(candidate("food", "fun", 0.3, 0.25)).reason, Reason::Uncertain);
}

TEST(ReviewPriority, TheLessSureTheMoreUncertain) {
    EXPECT_GT(placeInQueue(candidate("", "fun", 0.2, 0.1)).priority,
              placeInQueue(candidate("", "fun", 0.45, 0.1)).priority);
    EXPECT_EQ(placeInQueue(candidate("", "fun", 0.55, 0.45)).reason, Reason::Uncertain) << "a small margin";
}

TEST(ReviewPriority, AboutOneInTwentyIsDrawnAndAlwaysTheSame) {
    int drawn = 0;
    for (qint64 id = 1; id <= 20'000; ++id) {
        Candidate c = candidate("", "fun", 0.99, 0.0);
        c.content.value = id;
        drawn += int(placeInQueue(c).reason == Reason::RandomSample);
        EXPECT_EQ(placeInQueue(c), placeInQueue(c));
    }
    EXPECT_NEAR(drawn, 1000, 100);
}

class ReviewQueueTest : public storage::StorageTest {
protected:
    ReviewQueue queue{*library};
};

TEST_F(ReviewQueueTest, RebuildTakesEverythingInAndAFlagMovesToTheFront) {
    const auto first = addArticle(QStringLiteral("One"));
    const auto second = addArticle(QStringLiteral("Two"));
    EXPECT_EQ(must(queue.rebuild({})), 2);
    domain::Flag flag;
    flag.content = second;
    flag.rule = QStringLiteral("imported");
    flag.detail = QStringLiteral("reported by a reader");
    flag.score = 0.5;
    must(library->writeAndWait(
        [&](storage::Connection& c) { return storage::FlagRepository(c).raise(flag); }));
    EXPECT_EQ(must(queue.rebuild({})), 2);
    const auto rows = must(queue.page({}, {}, 10));
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].content, second);
    EXPECT_EQ(rows[0].why, QStringLiteral("reported by a reader"));
    EXPECT_EQ(must(queue.page({}, QueueKey{rows[0].priority, rows[0].content}, 10)).at(0).content, first);
    EXPECT_EQ(must(queue.counts()).openByReason[QStringLiteral("flagged")], 1);
}

TEST_F(ReviewQueueTest, ACancelledRebuildSaysSo) {
    addArticle(QStringLiteral("One"));
    const JobContext context;
    context.cancel();
    EXPECT_TRUE(queue.rebuild(context).error().isCancelled());
}

} // namespace moderato::usecases
