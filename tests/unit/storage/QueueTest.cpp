#include "core/storage/ContentRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::ReviewItem;
using Reason = ReviewItem::Reason;
using State = ReviewItem::State;

class QueueTest : public StorageTest {
protected:
    QueueTest() {
        for (int n = 0; n < 20; ++n) {
            domain::Content content;
            content.title = QString::number(n);
            content.kind = n % 2 == 0 ? domain::ContentKind::Article : domain::ContentKind::Video;
            const domain::ContentId id = add(content);
            offer({id, n < 5 ? Reason::Flagged : Reason::Uncertain, n < 5 ? 300.0 + n : 100.0, State::Open});
        }
    }
    void offer(const ReviewItem& item) {
        must(library->writeAndWait([&](Connection& c) { return ReviewQueueRepository(c).offerAll({item}); }));
    }
    ReviewQueueRepository queue() { return ReviewQueueRepository(reader()); }
    static ReviewQueueRepository::Key keyOf(const ReviewQueueRepository::Row& row) {
        return {row.item.priority, row.item.content};
    }
};

TEST_F(QueueTest, isReadByKeyInOrder) {
    const auto whole = must(queue().page({}, {}, 100));
    ASSERT_EQ(20u, whole.size());
    EXPECT_DOUBLE_EQ(304, whole.front().item.priority);
    for (const auto& filter :
         {ReviewQueueRepository::Filter{},
          ReviewQueueRepository::Filter{.reason = Reason::Uncertain, .kind = {}},
          ReviewQueueRepository::Filter{.reason = {}, .kind = domain::ContentKind::Video}}) {
        const auto expected = must(queue().page(filter, {}, 100));
        std::vector<ReviewQueueRepository::Row> read;
        std::optional<ReviewQueueRepository::Key> key;
        while (true) {
            const auto page = must(queue().page(filter, key, 3));
            if (page.empty()) {
                break;
            }
            read.insert(read.end(), page.begin(), page.end());
            key = keyOf(page.back());
        }
        ASSERT_EQ(expected.size(), read.size());
        for (size_t i = 0; i < read.size(); ++i) {
            EXPECT_EQ(expected[i].item, read[i].item);
            EXPECT_EQ(qint64(i) + 1, must(queue().position(filter, keyOf(read[i]))));
            const auto previous = must(queue().previous(filter, keyOf(read[i])));
            ASSERT_EQ(i > 0, previous.has_value());
            if (previous) {
                EXPECT_EQ(read[i - 1].item, previous->item);
            }
            const auto next = must(queue().next(filter, keyOf(read[i])));
            ASSERT_EQ(i + 1 < read.size(), next.has_value());
        }
    }
}

TEST_F(QueueTest, countsAndStates) {
    must(library->writeAndWait([](Connection& c) {
        return ReviewQueueRepository(c).setState(domain::ContentId{1}, State::Decided);
    }));
    must(library->writeAndWait([](Connection& c) {
        return ReviewQueueRepository(c).setState(domain::ContentId{2}, State::Skipped);
    }));
    const auto counts = must(queue().counts());
    EXPECT_EQ(18, counts.open);
    EXPECT_EQ(1, counts.decided);
    EXPECT_EQ(1, counts.skipped);
    EXPECT_EQ(3, counts.openByReason[QStringLiteral("flagged")]);
    EXPECT_EQ(15, counts.openByReason[QStringLiteral("uncertain")]);
    EXPECT_EQ(State::Decided, must(queue().find(domain::ContentId{1}))->state);
    EXPECT_EQ(1u, must(queue().page({.state = State::Skipped, .reason = {}, .kind = {}}, {}, 10)).size());
}

TEST_F(QueueTest, offeringAgainMovesOnlyOpenItems) {
    must(library->writeAndWait([](Connection& c) {
        return ReviewQueueRepository(c).setState(domain::ContentId{1}, State::Decided);
    }));
    offer({domain::ContentId{1}, Reason::New, 1, State::Open});
    offer({domain::ContentId{2}, Reason::New, 1, State::Open});
    EXPECT_EQ((ReviewItem{domain::ContentId{1}, Reason::Flagged, 300, State::Decided}),
              *must(queue().find(domain::ContentId{1})));
    EXPECT_EQ((ReviewItem{domain::ContentId{2}, Reason::New, 1, State::Open}),
              *must(queue().find(domain::ContentId{2})));
}

TEST_F(QueueTest, candidatesAreTheUndecided) {
    must(library->writeAndWait([](Connection& c) {
        return FlagRepository(c).raise(
            {{}, domain::ContentId{3}, QStringLiteral("expressions"), {}, 0.75, {}, {}});
    }));
    decide(domain::ContentId{1}, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    const auto candidates = must(queue().candidates({}, 100));
    ASSERT_EQ(19u, candidates.size());
    EXPECT_EQ(2, candidates[0].content.value);
    EXPECT_EQ(1, candidates[1].openFlags);
    EXPECT_DOUBLE_EQ(0.75, candidates[1].flagScore);
    ASSERT_TRUE(candidates[0].entry);
    EXPECT_EQ(Reason::Flagged, candidates[0].entry->reason);
    EXPECT_EQ(17u, must(queue().candidates(domain::ContentId{3}, 100)).size());
}

TEST_F(QueueTest, aVerdictClosesFlagsAndItsUndoReopensThem) {
    const domain::ContentId item{4};
    const auto raise = [&](double score) {
        return must(library->writeAndWait([&](Connection& c) {
            return FlagRepository(c).raise(
                {{}, item, QStringLiteral("expressions"), QStringLiteral("why"), score, {}, {}});
        }));
    };
    const domain::FlagId flag = raise(0.5);
    EXPECT_EQ(flag, raise(0.8)); // Still the one.
    const domain::Decision verdict = decide(item, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    EXPECT_EQ(1, must(library->writeAndWait(
                     [&](Connection& c) { return FlagRepository(c).close(item, verdict.id); })));
    EXPECT_EQ(verdict.id, must(FlagRepository(reader()).of(item)).front().closedBy);
    must(library->writeAndWait([&](Connection& c) { return FlagRepository(c).reopen(verdict.id); }));
    EXPECT_FALSE(must(FlagRepository(reader()).of(item)).front().closedBy.isValid());
    EXPECT_DOUBLE_EQ(0.8, must(FlagRepository(reader()).of(item)).front().score);
}

} // namespace
} // namespace moderato::storage
