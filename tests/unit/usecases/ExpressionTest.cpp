#include "core/usecases/MatchExpressions.h"

#include <gtest/gtest.h>

namespace moderato::usecases {

static domain::ExpressionSet fun() {
    return {
        QStringLiteral("fun"),
        {QStringLiteral("eyes_wide_open"), QStringLiteral("brows_raised"), QStringLiteral("cheeks_raised")},
        {QStringLiteral("brows_pressed_down"), QStringLiteral("lip_corners_down")}};
}

static domain::ReaderSession session(int result, const QStringList& features = {}) {
    domain::ReaderSession session;
    session.matchResult = result;
    session.features = features;
    return session;
}

TEST(MatchResult, TheDocumentsExample) {
    EXPECT_EQ(matchResult({QStringLiteral("brows_pressed_down"), QStringLiteral("eyes_wide_open"),
                           QStringLiteral("lip_corners_down")},
                          fun()),
              -1);
}

TEST(MatchResult, AFeatureCountsOnceAndStrangersNotAtAll) {
    EXPECT_EQ(matchResult({QStringLiteral("eyes_wide_open"), QStringLiteral("eyes_wide_open"),
                           QStringLiteral("nose_wrinkled")},
                          fun()),
              1);
    EXPECT_EQ(matchResult({}, fun()), 0);
}

TEST(Aggregate, MeanIntervalAndShares) {
    const auto found = aggregate({session(1, {QStringLiteral("eyes_wide_open")}), session(2),
                                  session(-1, {QStringLiteral("lip_corners_down")}), session(2)},
                                 fun());
    EXPECT_EQ(found.readers, 4);
    EXPECT_EQ(found.below, 1);
    EXPECT_DOUBLE_EQ(found.mean, 1.0);
    // Standard deviation √2, t(3) = 3.182.
    EXPECT_NEAR(found.high - found.mean, 3.182 * std::sqrt(2.0) / 2, 1e-9);
    ASSERT_EQ(found.features.size(), 5);
    EXPECT_EQ(found.features[0].count, 1);
    EXPECT_FALSE(found.features[4].positive);
    EXPECT_EQ(found.features[4].count, 1);
}

TEST(Aggregate, NobodyAndOneReader) {
    EXPECT_EQ(aggregate({}, fun()).readers, 0);
    const auto one = aggregate({session(2)}, fun());
    EXPECT_EQ(one.low, 2);
    EXPECT_EQ(one.high, 2);
}

TEST(SpeaksAgainst, ByShareByNumberAndOnlyWithEnoughReaders) {
    domain::ExpressionAggregate found;
    found.readers = 6;
    found.below = 3;
    EXPECT_TRUE(speaksAgainst(found, {}));
    EXPECT_FALSE(speaksAgainst(found, {.minimumReaders = 7}));
    found.below = 2;
    EXPECT_FALSE(speaksAgainst(found, {}));
    EXPECT_TRUE(speaksAgainst(found, {.countBelow = 2}));
}

} // namespace moderato::usecases
