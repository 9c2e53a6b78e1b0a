#include "core/usecases/ExpressionScores.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QStringList strings(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& one : value.toArray()) {
        list << one.toString();
    }
    return list;
}

/// tests/data/match_cases: a set, what a face showed, and the result that S4.4 gives.
TEST(MatchResult, TheCasesOfTheFolder) {
    const QDir folder(QStringLiteral(MODERATO_SOURCE_DIR "/tests/data/match_cases"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")});
    ASSERT_GE(files.size(), 12);
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QJsonObject given = QJsonDocument::fromJson(file.readAll()).object();
        ASSERT_TRUE(given[QStringLiteral("result")].isDouble()) << qPrintable(name);
        const QJsonObject set = given[QStringLiteral("set")].toObject();
        const domain::ExpressionSet sides{set[QStringLiteral("category")].toString(),
                                          strings(set[QStringLiteral("positive")]),
                                          strings(set[QStringLiteral("negative")])};
        EXPECT_FALSE(sides.positive.isEmpty() || sides.negative.isEmpty()) << qPrintable(name);
        EXPECT_EQ(matchResult(strings(given[QStringLiteral("features")]), sides),
                  given[QStringLiteral("result")].toInt())
            << qPrintable(name);
    }
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
    EXPECT_EQ(found.results, (QMap<int, int>{{-1, 1}, {1, 1}, {2, 2}}));
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

TEST(FindingOf, ByShareByNumberAndOnlyWithEnoughReaders) {
    using domain::ExpressionFinding;
    domain::ExpressionAggregate found;
    found.readers = 6;
    found.below = 3;
    EXPECT_EQ(findingOf(found, {}), ExpressionFinding::DoesNotBelong);
    EXPECT_EQ(findingOf(found, {.minimumReaders = 7}), ExpressionFinding::NotEnough);
    found.below = 2;
    EXPECT_EQ(findingOf(found, {}), ExpressionFinding::Belongs) << "confirmed by its readers";
    EXPECT_EQ(findingOf(found, {.countBelow = 2}), ExpressionFinding::DoesNotBelong);
}

} // namespace moderato::usecases
