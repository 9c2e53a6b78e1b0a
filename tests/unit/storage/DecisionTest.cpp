#include "core/storage/ContentList.h"
#include "core/storage/DecisionRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::Decision;
using Kind = Decision::Kind;

class DecisionTest : public StorageTest {
protected:
    DecisionRepository decisions() { return DecisionRepository(reader()); }
    ContentRow row(domain::ContentId item) {
        for (const ContentRow& each :
             must(ContentList(reader()).page({}, ContentSort::Newest, {}, 100)).rows) {
            if (each.content == item) {
                return each;
            }
        }
        return {};
    }
};

TEST_F(DecisionTest, isChainedAndComesBackWhole) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    Decision full;
    full.content = item;
    full.kind = Kind::Correct;
    full.person = QStringLiteral("安");
    full.at = clock.now();
    full.category = QStringLiteral("food");
    full.topics = QStringList{QStringLiteral("面条"), QStringLiteral("a \"quoted\" topic")};
    full.reason = QStringLiteral("rumour");
    full.note = QStringLiteral("line\nline\t\\");
    full.queueReason = QStringLiteral("flagged");
    full.categoryVersionSeen = QStringLiteral("category-1");
    full.topicsVersionSeen = QStringLiteral("topics-1");
    full.categoryPredicted = QStringLiteral("fun");
    full.msOnScreen = 4321;
    const Decision stored = must(library->writeAndWait(
        [&](Connection& connection) { return DecisionRepository(connection).append(full); }));
    EXPECT_EQ(1, stored.id.value);
    EXPECT_EQ(domain::firstPreviousHash(), stored.previousHash);
    EXPECT_EQ(domain::decisionHash(stored.previousHash, domain::decisionRecord(stored)), stored.hash);
    EXPECT_EQ(stored, must(decisions().find(stored.id)));

    const Decision next = decide(item, Kind::Skip);
    EXPECT_EQ(2, next.id.value);
    EXPECT_EQ(stored.hash, next.previousHash);
    reopen();
    EXPECT_EQ(next, must(decisions().history(item)).front());
}

TEST_F(DecisionTest, textThatCannotBeStoredToTheLetterIsMadeStorable) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    Decision odd;
    odd.content = item;
    odd.person = QString(QChar(0xd800)) + QStringLiteral("x");
    odd.note = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    const Decision stored = must(library->writeAndWait(
        [&](Connection& connection) { return DecisionRepository(connection).append(odd); }));
    EXPECT_EQ(stored, must(decisions().find(stored.id)));
    EXPECT_TRUE(must(decisions().verify({})).ok);
}

TEST_F(DecisionTest, needsItsItem) {
    Decision lost;
    lost.content = domain::ContentId{7};
    const auto result = library->writeAndWait(
        [&](Connection& connection) { return DecisionRepository(connection).append(lost); });
    ASSERT_FALSE(result);
    EXPECT_EQ(Error::Kind::NotFound, result.error().kind);
}

TEST_F(DecisionTest, anUndoBringsBackWhatHeldBefore) {
    const domain::ContentId item = addArticle(QStringLiteral("a"), {}, QStringLiteral("fun"));
    const Decision one = decide(item, Kind::Correct, QStringLiteral("food"));
    const Decision two = decide(item, Kind::Correct, QStringLiteral("disaster"));
    EXPECT_EQ(QStringLiteral("disaster"), row(item).decidedCategory);
    EXPECT_EQ(two, *must(decisions().effective(item)));

    decide(item, Kind::Undo, {}, two.id);
    EXPECT_EQ(QStringLiteral("food"), row(item).decidedCategory);
    EXPECT_EQ(one, *must(decisions().effective(item)));
    EXPECT_EQ(one, *must(decisions().lastUndoable(QStringLiteral("ann"))));

    decide(item, Kind::Undo, {}, one.id);
    EXPECT_EQ(QString(), row(item).decidedCategory);
    EXPECT_FALSE(must(decisions().effective(item)));
    EXPECT_FALSE(must(decisions().lastUndoable(QStringLiteral("ann"))));
    EXPECT_EQ(4u, must(decisions().history(item)).size());
    EXPECT_TRUE(must(decisions().standing(item)).empty());
    EXPECT_TRUE(must(decisions().verify({})).ok);
}

TEST_F(DecisionTest, undoIsRefusedWhereThereIsNothingToUndo) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    const domain::ContentId other = addArticle(QStringLiteral("b"));
    const Decision one = decide(item, Kind::Confirm, QStringLiteral("fun"));
    const Decision undo = decide(item, Kind::Undo, {}, one.id);
    const auto attempt = [&](domain::ContentId content, Kind kind, domain::DecisionId undoes) {
        Decision decision;
        decision.content = content;
        decision.kind = kind;
        decision.undoes = undoes;
        return library
            ->writeAndWait(
                [&](Connection& connection) { return DecisionRepository(connection).append(decision); })
            .ok();
    };
    EXPECT_FALSE(attempt(item, Kind::Undo, one.id));  // Undone already.
    EXPECT_FALSE(attempt(item, Kind::Undo, undo.id)); // An undo itself.
    EXPECT_FALSE(attempt(item, Kind::Undo, domain::DecisionId{99}));
    EXPECT_FALSE(attempt(item, Kind::Undo, {}));
    const Decision two = decide(item, Kind::Confirm, QStringLiteral("fun"));
    EXPECT_FALSE(attempt(other, Kind::Undo, two.id)); // Of another item.
    EXPECT_FALSE(attempt(item, Kind::Confirm, two.id));
    EXPECT_TRUE(must(decisions().verify({})).ok);
}

TEST_F(DecisionTest, whatSomebodyElseDecidedSinceCannotBeUndoneBeneath) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    const domain::ContentId other = addArticle(QStringLiteral("b"));
    const Decision first = decide(other, Kind::Confirm, QStringLiteral("fun"));
    decide(item, Kind::Confirm, QStringLiteral("fun"));
    decide(item, Kind::Correct, QStringLiteral("food"), {}, QStringLiteral("bob"));
    EXPECT_EQ(first, *must(decisions().lastUndoable(QStringLiteral("ann"))));
    EXPECT_EQ(2u, must(decisions().latestOf(QStringLiteral("ann"), 10)).size());
}

TEST_F(DecisionTest, skippingIsNotDeciding) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    decide(item, Kind::Skip);
    EXPECT_EQ(0, must(ContentList(reader()).count({.decided = true})));
    decide(item, Kind::Disallow);
    EXPECT_EQ(1, must(ContentList(reader()).count({.decided = true})));
}

} // namespace
} // namespace moderato::storage
