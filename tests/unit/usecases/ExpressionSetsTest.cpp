#include "core/usecases/ExpressionSets.h"
#include "core/domain/Category.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ReaderRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using Kind = domain::ExpressionSetChange::Kind;
using storage::must;

class ExpressionSetsTest : public storage::StorageTest {
protected:
    ExpressionSetsTest() {
        must(library->writeAndWait([&](storage::Connection& c) {
            domain::Category category;
            category.code = category.nameEn = fun.category;
            return storage::CategoryRepository(c).save(category);
        }));
        must(sets.edit(fun, ann));
    }

    /// Sessions on one item that a person confirmed as fun, of which `shown` show a feature.
    void addSessions(int count, int shown, const QString& feature) {
        const auto id = addArticle(QStringLiteral("Cat %1").arg(count), {}, fun.category);
        decide(id, domain::Decision::Kind::Confirm, fun.category);
        for (int i = 0; i < count; ++i) {
            domain::ReaderSession session;
            session.content = id;
            session.reader = QStringLiteral("r%1").arg(i);
            session.category = fun.category;
            // Brows in the middle, so that nothing is proposed of them.
            session.features = i % 2 == 0 ? fun.positive : fun.negative;
            if (i < shown) {
                session.features << feature;
            }
            session.startedAt = clock.now();
            must(library->writeAndWait(
                [&](storage::Connection& c) { return storage::ReaderRepository(c).add(session); }));
        }
    }
    std::optional<SetProposal> proposalOf(const QString& feature) {
        for (const SetProposal& one : must(sets.proposals())) {
            if (one.feature == feature) {
                return one;
            }
        }
        return {};
    }

    const QString ann = QStringLiteral("ann");
    const domain::ExpressionSet fun{
        QStringLiteral("fun"), {QStringLiteral("brows_raised")}, {QStringLiteral("brows_pressed_down")}};
    const QString teeth = QStringLiteral("teeth_exposed");
    ExpressionSets sets{*library, clock};
};

TEST_F(ExpressionSetsTest, EveryChangeIsARowOfTheHistory) {
    domain::ExpressionSet changed = fun;
    changed.negative = {teeth};
    must(sets.edit(changed, QStringLiteral("ben")));
    EXPECT_EQ(must(sets.sets()).front(), changed);
    const auto history = must(sets.history(fun.category));
    ASSERT_EQ(history.size(), 4) << "two of the first edit, two of the second";
    EXPECT_EQ(history[0].person, QStringLiteral("ben"));
    EXPECT_EQ(history[0].kind, Kind::Add);
    EXPECT_EQ(history[0].feature, teeth);
    EXPECT_FALSE(history[0].positive);
    EXPECT_EQ(history[1].kind, Kind::Remove);
    EXPECT_EQ(history[1].feature, QStringLiteral("brows_pressed_down"));
    EXPECT_FALSE(history[0].readers);
}

TEST_F(ExpressionSetsTest, WrongOnesAreRefusedWithASentenceAndChangeNothing) {
    EXPECT_TRUE(sets.edit({fun.category, {QStringLiteral("ears")}, {}}, ann)
                    .error()
                    .message.contains(QStringLiteral("brows_raised")));
    EXPECT_EQ(sets.edit({fun.category, {teeth}, {teeth}}, ann).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(sets.edit({QStringLiteral("nothing"), {teeth}, {}}, ann).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(must(sets.sets()).front(), fun);
}

TEST_F(ExpressionSetsTest, WhatMoreThanNineOfTenShowIsProposedWithItsInterval) {
    addSessions(40, 39, teeth);
    const auto proposal = proposalOf(teeth);
    ASSERT_TRUE(proposal);
    EXPECT_TRUE(proposal->positive);
    EXPECT_EQ(proposal->readers, 40);
    EXPECT_DOUBLE_EQ(proposal->share, 39.0 / 40);
    EXPECT_NEAR(proposal->low, 0.871, 0.001);
    EXPECT_NEAR(proposal->high, 0.996, 0.001);
    const auto never = proposalOf(QStringLiteral("nose_wrinkled"));
    ASSERT_TRUE(never);
    EXPECT_FALSE(never->positive);
    EXPECT_FALSE(proposalOf(QStringLiteral("brows_raised"))) << "half of them";

    must(sets.accept(*proposal, ann));
    EXPECT_TRUE(must(sets.sets()).front().positive.contains(teeth));
    EXPECT_FALSE(proposalOf(teeth));
    const auto history = must(sets.history());
    EXPECT_EQ(history.front().readers, 40);
    EXPECT_EQ(history.front().share, 39.0 / 40);
}

TEST_F(ExpressionSetsTest, ExactlyNineOfTenIsNotMoreAndFewReadersSayNothing) {
    addSessions(10, 9, teeth);
    EXPECT_FALSE(proposalOf(teeth));
    EXPECT_TRUE(must(sets.proposals({.minimumReaders = 11})).empty());
}

TEST_F(ExpressionSetsTest, ARefusedOneComesAgainWithTwiceAsManyReaders) {
    addSessions(20, 20, teeth);
    must(sets.refuse(*proposalOf(teeth), ann));
    EXPECT_FALSE(proposalOf(teeth));
    addSessions(19, 19, teeth);
    EXPECT_FALSE(proposalOf(teeth)) << "39 < 40";
    addSessions(1, 1, teeth);
    EXPECT_TRUE(proposalOf(teeth));
}

TEST_F(ExpressionSetsTest, AnAcceptedOneLeavesTheOtherSide) {
    must(sets.edit({fun.category, {QStringLiteral("brows_raised")}, {teeth}}, ann));
    addSessions(20, 20, teeth);
    const auto proposal = proposalOf(teeth);
    ASSERT_TRUE(proposal);
    EXPECT_TRUE(proposal->isOnOtherSide);
    must(sets.accept(*proposal, ann));
    EXPECT_FALSE(must(sets.sets()).front().negative.contains(teeth));
}

} // namespace moderato::usecases
