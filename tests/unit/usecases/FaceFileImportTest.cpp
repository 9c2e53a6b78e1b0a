#include "core/storage/ReaderRepository.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/ResourceFolder.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

namespace moderato::usecases {

using storage::must;

/// A file as OpenFace writes it: 100 frames at 25 a second, smiling (AU12, AU06) in the second half.
class FaceFileImportTest : public storage::StorageTest {
protected:
    FaceFileImportTest() {
        must(library->writeAndWait([&](storage::Connection& c) {
            return storage::ReaderRepository(c).saveSet({QStringLiteral("fun"),
                                                         {QStringLiteral("cheeks_raised")},
                                                         {QStringLiteral("lip_corners_down")}});
        }));
        file.path = folder.filePath(QStringLiteral("face.csv"));
        file.item = addArticle(QStringLiteral("Cat on skates"), {}, QStringLiteral("fun"));
        file.reader = QStringLiteral("r1");
        file.acceptAnyway = true; // An article has no frames to compare with.
        write(50);
    }

    void write(int smilesFrom) {
        QFile csv(file.path);
        ASSERT_TRUE(csv.open(QIODevice::WriteOnly));
        csv.write("frame, face_id, timestamp, confidence, success, AU06_r, AU12_r, AU15_r\n");
        for (int frame = 0; frame < 100; ++frame) {
            const char* smile = frame >= smilesFrom ? "2.50, 3.00" : "0.00, 0.10";
            csv.write(QStringLiteral("%1, 0, %2, 0.98, 1, %3, 0.00\n")
                          .arg(frame + 1)
                          .arg(frame * 0.04, 0, 'f', 3)
                          .arg(QLatin1String(smile))
                          .toLatin1());
        }
    }

    MatchExpressions use{*library, clock};
    MatchExpressions::FaceFile file;
};

TEST_F(FaceFileImportTest, WhatTheFaceShowedBecomesASessionAndACurve) {
    const auto done = must(use.importFaceFile(file, {}));
    EXPECT_TRUE(done.isNew);
    EXPECT_EQ(done.matchResult, 1);
    const auto sessions = must(storage::ReaderRepository(reader()).sessions(file.item));
    ASSERT_EQ(sessions.size(), 1);
    EXPECT_EQ(sessions[0].source, QStringLiteral("openface"));
    EXPECT_TRUE(sessions[0].features.contains(QStringLiteral("cheeks_raised")));
    EXPECT_FALSE(sessions[0].features.contains(QStringLiteral("lip_corners_down")));
    EXPECT_EQ(sessions[0].faceShare, 1.0);
    const auto found = must(itemExpressions(reader(), file.item));
    EXPECT_EQ(found.aggregate.readers, 1);
    const auto cheeks =
        std::find_if(found.curves.begin(), found.curves.end(), [](const domain::ExpressionCurve& curve) {
            return curve.feature == QStringLiteral("cheeks_raised");
        });
    ASSERT_NE(cheeks, found.curves.end());
    ASSERT_EQ(cheeks->points.size(), 4) << "four seconds";
    EXPECT_EQ(cheeks->points[0].share, 0);
    EXPECT_EQ(cheeks->points[3].share, 1);
    EXPECT_EQ(cheeks->points[3].readers, 1);
    EXPECT_FALSE(must(use.importFaceFile(file, {})).isNew) << "the same again";
}

TEST_F(FaceFileImportTest, WhatTheProgramCannotTellCountsNeitherWay) {
    must(use.importFaceFile(file, {}));
    decide(file.item, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    const auto shown = must(storage::ReaderRepository(reader()).shownOnConfirmed());
    ASSERT_EQ(shown.size(), 1);
    EXPECT_EQ(shown[0].sessions, 1);
    EXPECT_EQ(shown[0].untold.value(QStringLiteral("nostrils_enlarged")), 1);
    EXPECT_EQ(shown[0].untold.value(QStringLiteral("cheeks_raised")), 0);
}

TEST_F(FaceFileImportTest, WhatCannotBeCheckedIsNotStoredUnlessToldTo) {
    file.acceptAnyway = false;
    const auto done = must(use.importFaceFile(file, {}));
    EXPECT_FALSE(done.isAccepted);
    EXPECT_FALSE(done.findings.alignment.sentences.isEmpty());
    EXPECT_TRUE(must(storage::ReaderRepository(reader()).sessions(file.item)).empty());
}

TEST_F(FaceFileImportTest, ForgettingTheReaderTakesTheCurveToo) {
    must(use.importFaceFile(file, {}));
    EXPECT_EQ(must(use.forgetReader(file.reader)), 1);
    EXPECT_TRUE(must(storage::ReaderRepository(reader()).curves(file.item)).empty());
}

TEST_F(FaceFileImportTest, WhatIsExaminedIsStoredOnlyWhenItIsTaken) {
    file.reader.clear();
    const auto examined = must(use.examineFaceFile(file, {}));
    EXPECT_EQ(examined.matchResult, 1);
    EXPECT_EQ(examined.category, QStringLiteral("fun"));
    EXPECT_TRUE(must(storage::ReaderRepository(reader()).sessions(file.item)).empty());
    EXPECT_EQ(use.storeFaceFile(file, examined, {}).error().kind, Error::Kind::InvalidInput) << "whose?";
    file.reader = QStringLiteral("r1");
    // Another set meanwhile: the one that holds when it is stored counts.
    must(library->writeAndWait([&](storage::Connection& c) {
        return storage::ReaderRepository(c).saveSet(
            {QStringLiteral("fun"),
             {},
             {QStringLiteral("cheeks_raised"), QStringLiteral("lip_corners_back_up")}});
    }));
    const auto stored = must(use.storeFaceFile(file, examined, {}));
    EXPECT_TRUE(stored.isNew);
    EXPECT_EQ(stored.matchResult, -2);
    EXPECT_EQ(must(storage::ReaderRepository(reader()).sessions(file.item)).size(), 1);
    EXPECT_EQ(must(storage::ReaderRepository(reader()).curves(file.item)).size(),
              examined.findings.told().size());
}

TEST_F(FaceFileImportTest, TheLibrarysOwnRuleTakesTheShippedOnesPlace) {
    constexpr auto openFace = interchange::ExpressionFormat::OpenFace;
    const QString cheeks = QStringLiteral("cheeks_raised");
    const auto ruleNow = [&]() -> QString {
        for (const FeatureFinding& one : must(use.examineFaceFile(file, {})).findings.features) {
            if (one.feature == cheeks) {
                return one.told ? one.rule : QStringLiteral("none");
            }
        }
        return {};
    };
    const QString shipped = ruleNow();
    const auto set = [&](const QString& feature, const QString& rule) {
        return setOwnRule(resourceFolder(), library->folder(), openFace, feature, rule);
    };
    must(set(cheeks, QStringLiteral("max(AU06_r, AU12_r) >= 4.5")));
    EXPECT_EQ(ruleNow(), QStringLiteral("max(AU06_r, AU12_r) >= 4.5")) << "commas and all";
    EXPECT_FALSE(must(use.examineFaceFile(file, {})).findings.present().contains(cheeks));
    EXPECT_EQ(set(cheeks, QStringLiteral("AU99_r >= 1")).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(set(QStringLiteral("ears"), QStringLiteral("none")).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(ruleNow(), QStringLiteral("max(AU06_r, AU12_r) >= 4.5")) << "wrong ones change nothing";
    must(set(cheeks, QStringLiteral("none")));
    EXPECT_EQ(ruleNow(), QStringLiteral("none"));
    must(set(cheeks, {}));
    EXPECT_EQ(ruleNow(), shipped);
}

TEST_F(FaceFileImportTest, WithoutAReaderOrAUsableFaceThereIsASentence) {
    file.reader = QStringLiteral("  ");
    EXPECT_EQ(use.importFaceFile(file, {}).error().kind, Error::Kind::InvalidInput);
    file.reader = QStringLiteral("r1");
    file.path = folder.filePath(QStringLiteral("gone.csv"));
    EXPECT_FALSE(use.importFaceFile(file, {}).ok());
}

} // namespace moderato::usecases
