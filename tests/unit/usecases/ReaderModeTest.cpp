#include "core/usecases/ReaderMode.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/TopicLibraryRepository.h"
#include "core/usecases/AtWork.h"
#include "core/usecases/MatchExpressions.h"
#include "tests/support/StorageFixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace moderato::usecases {

using domain::Decision;
using storage::must;
using namespace std::chrono_literals;

class ReaderModeTest : public storage::StorageTest {
protected:
    ReaderModeTest() {
        must(library->writeAndWait([](storage::Connection& c) {
            return storage::ReaderRepository(c).saveSet(
                {QStringLiteral("fun"),
                 {QStringLiteral("eyes_wide_open"), QStringLiteral("cheeks_raised")},
                 {QStringLiteral("lip_corners_down")}});
        }));
        item = addArticle(QStringLiteral("Cat on skates"), {}, QStringLiteral("fun"));
    }

    Status start(const QString& reader, const QStringList& signedIn = {}, const QStringList& names = {}) {
        return mode.mayStart({.reader = reader, .signedIn = signedIn, .namesHere = names});
    }
    /// What a face showed: these features all the time, the others of the set never.
    ReaderMode::Session session(const QString& reader, const QStringList& shown) {
        ReaderMode::Session session{.item = item,
                                    .reader = reader,
                                    .category = QStringLiteral("fun"),
                                    .source = QStringLiteral("camera"),
                                    .startedAt = clock.now(),
                                    .measured = {}};
        session.measured.frames = 40;
        session.measured.usable = 30;
        session.measured.withoutFace = 10;
        for (const QString& feature : {QStringLiteral("eyes_wide_open"), QStringLiteral("cheeks_raised"),
                                       QStringLiteral("lip_corners_down")}) {
            FeatureFinding finding{.feature = feature, .told = true};
            finding.present = shown.contains(feature);
            finding.usable = 30;
            finding.track = {{15, finding.present ? 15 : 0}, {0, 0}, {15, finding.present ? 3 : 0}};
            session.measured.features.push_back(finding);
        }
        return session;
    }

    ReaderMode mode{*library, clock};
    domain::ContentId item;
};

TEST_F(ReaderModeTest, IsOffUntilAPersonTurnsItOn) {
    EXPECT_FALSE(must(mode.isOn()));
    const Status refused = start("r1");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, Error::Kind::Unsupported);
    EXPECT_TRUE(refused.error().message.contains("moderato reader on"));
    must(mode.setOn(true));
    EXPECT_TRUE(must(mode.isOn()));
    EXPECT_TRUE(start("r1").ok());
    must(mode.setOn(false));
    EXPECT_FALSE(start("r1").ok());
}

TEST_F(ReaderModeTest, NeedsAPseudonym) {
    must(mode.setOn(true));
    for (const QString& reader :
         {QString(), QStringLiteral("  "), QStringLiteral("a\nb"), QString(65, 'x')}) {
        const Status refused = start(reader);
        ASSERT_FALSE(refused.ok()) << qPrintable(reader);
        EXPECT_EQ(refused.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_TRUE(start(QStringLiteral("读者 7")).ok());
}

TEST_F(ReaderModeTest, RefusesWhileSomebodyIsSignedInAndSaysWhy) {
    must(mode.setOn(true));
    const Status refused = start("r1", {"ann", "bert"});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    for (const char* part : {"ann, bert", "Article 5(1)(f)", "Close"}) {
        EXPECT_TRUE(refused.error().message.contains(part)) << part;
    }
}

TEST_F(ReaderModeTest, RefusesWhoeverWorksHere) {
    must(mode.setOn(true));
    decide(item, Decision::Kind::Confirm, "fun", {}, "Ann Lee");
    must(library->writeAndWait([this](storage::Connection& c) {
        return storage::TopicLibraryRepository(c).add("skating", "cleo", clock.now());
    }));
    must(library->writeAndWait([this](storage::Connection& c) {
        return storage::ReaderRepository(c).addChange(
            {.at = clock.now(), .person = "dora", .category = "fun", .feature = "cheeks_raised"});
    }));
    for (const char* reader : {"Ann Lee", "ann  lee", " ANN LEE", "cleo", "Dora", "eve"}) {
        const Status refused = start(reader, {}, {"eve"});
        ASSERT_FALSE(refused.ok()) << reader;
        EXPECT_EQ(refused.error().kind, Error::Kind::InvalidInput);
        EXPECT_TRUE(refused.error().message.contains("Article 5(1)(f)"));
    }
    EXPECT_TRUE(start("r1", {}, {"eve"}).ok());
}

TEST_F(ReaderModeTest, MeasuresTheFeaturesOfTheLibrarysOwnSets) {
    EXPECT_EQ(must(mode.task(item)).features,
              (QStringList{"eyes_wide_open", "cheeks_raised", "lip_corners_down"}));
    must(library->writeAndWait([](storage::Connection& c) {
        return storage::ReaderRepository(c).saveSet({"fun", {"nose_wrinkled"}, {}});
    }));
    EXPECT_EQ(must(mode.task(item)).features, QStringList{"nose_wrinkled"});
    const auto other = addArticle("No set", {}, "food");
    const auto task = must(mode.task(other));
    EXPECT_TRUE(task.features.isEmpty());
    EXPECT_TRUE(task.problem.contains("food"));
}

TEST_F(ReaderModeTest, DisallowedItemsAreNotShownToReaders) {
    decide(item, Decision::Kind::Disallow, {}, {}, "ann");
    must(library->writeAndWait([this](storage::Connection& c) {
        return storage::ContentRepository(c).setState(item, domain::RecommendationState::Dropped);
    }));
    EXPECT_FALSE(mode.task(item).ok());
    EXPECT_TRUE(must(mode.itemsFor("r1", 5)).empty());
}

TEST_F(ReaderModeTest, ASessionIsStoredAndMatchedAndItsCurveIsThere) {
    const auto stored = must(mode.store(session("r1", {"eyes_wide_open", "lip_corners_down"}), {}));
    EXPECT_EQ(stored.features, (QStringList{"eyes_wide_open", "lip_corners_down"}));
    EXPECT_EQ(stored.matchResult, 0);
    const auto sessions = must(storage::ReaderRepository(reader()).sessions(item));
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].source, "camera");
    EXPECT_EQ(sessions[0].faceShare, 0.75);
    const auto curves = must(storage::ReaderRepository(reader()).curves(item));
    ASSERT_EQ(curves.size(), 3u);
    const auto& eyes = curves[1];
    EXPECT_EQ(eyes.feature, "eyes_wide_open");
    ASSERT_EQ(eyes.points.size(), 2u) << "the gap has no point";
    EXPECT_EQ(eyes.points[1].startUs, 2'000'000);
    EXPECT_DOUBLE_EQ(eyes.points[1].share, 0.2);
    // What no model ran for counts neither way.
    decide(item, Decision::Kind::Confirm, "fun");
    const auto shown = must(storage::ReaderRepository(reader()).shownOnConfirmed());
    ASSERT_EQ(shown.size(), 1u);
    EXPECT_EQ(shown[0].untold.value("nose_wrinkled"), 1);
    EXPECT_FALSE(shown[0].untold.contains("eyes_wide_open"));
}

TEST_F(ReaderModeTest, EnoughReadersAgainstItFlagTheItemAndForgettingThemTakesItBack) {
    MatchExpressions expressions(*library, clock);
    for (int i = 0; i < 5; ++i) {
        const auto stored = must(mode.store(session(QStringLiteral("r%1").arg(i), {"lip_corners_down"}), {}));
        EXPECT_EQ(stored.isFlagged, i == 4) << i;
    }
    EXPECT_EQ(must(storage::ContentRepository(reader()).find(item)).state,
              domain::RecommendationState::Suspended);
    EXPECT_EQ(must(expressions.forgetReader("r0")), 1);
    EXPECT_EQ(must(storage::ContentRepository(reader()).find(item)).state,
              domain::RecommendationState::Active);
}

TEST_F(ReaderModeTest, AFaceThatWasHardlySeenIsNotStored) {
    auto little = session("r1", {"eyes_wide_open"});
    little.measured.usable = ReaderMode::fewestFrames - 1;
    const auto stored = mode.store(little, {});
    ASSERT_FALSE(stored.ok());
    EXPECT_TRUE(stored.error().message.contains("nothing was stored"));
    EXPECT_TRUE(must(storage::ReaderRepository(reader()).sessions(item)).empty());
}

TEST_F(ReaderModeTest, ItemsAreThoseNotSeenYetWhoseCategoryHasASet) {
    const auto second = addArticle("Dog on skates", {}, "fun");
    addArticle("No set", {}, "food");
    EXPECT_EQ(must(mode.itemsFor("r1", 5)), (std::vector{second, item}));
    EXPECT_EQ(must(mode.itemsFor("r1", 1)), std::vector{second});
    must(mode.store(session("r1", {}), {}));
    EXPECT_EQ(must(mode.itemsFor("r1", 5)), std::vector{second});
    EXPECT_EQ(must(mode.itemsFor("r2", 5)).size(), 2u);
}

TEST(AtWork, IsSeenForAsLongAsItLives) {
    const QTemporaryDir folder;
    EXPECT_TRUE(AtWork::people(folder.path()).isEmpty());
    {
        AtWork ann("Ann", folder.path());
        ASSERT_TRUE(ann.isSeen());
        EXPECT_EQ(AtWork::people(folder.path()), QStringList{"Ann"});
        ann.rename("Zoë");
        EXPECT_EQ(AtWork::people(folder.path()), QStringList{QString::fromUtf8("Zoë")});
        const AtWork bert("Bert", folder.path());
        EXPECT_EQ(AtWork::people(folder.path()).size(), 2);
    }
    EXPECT_TRUE(AtWork::people(folder.path()).isEmpty());
}

TEST(AtWork, WhatADeadProcessLeftDoesNotCount) {
    const QTemporaryDir folder;
    QFile left(folder.filePath("old.at-work"));
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.write("Ann");
    left.close();
    EXPECT_TRUE(AtWork::people(folder.path()).isEmpty());
    EXPECT_FALSE(left.exists());
}

TEST(AtWork, AFolderThatCannotBeMadeIsSaid) {
    EXPECT_FALSE(AtWork("Ann", "/proc/nowhere").isSeen());
    EXPECT_TRUE(AtWork::people("/proc/nowhere").isEmpty());
}

} // namespace moderato::usecases
