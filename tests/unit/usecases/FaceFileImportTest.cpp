#include "core/storage/ReaderRepository.h"
#include "core/usecases/MatchExpressions.h"
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

TEST_F(FaceFileImportTest, WithoutAReaderOrAUsableFaceThereIsASentence) {
    file.reader = QStringLiteral("  ");
    EXPECT_EQ(use.importFaceFile(file, {}).error().kind, Error::Kind::InvalidInput);
    file.reader = QStringLiteral("r1");
    file.path = folder.filePath(QStringLiteral("gone.csv"));
    EXPECT_FALSE(use.importFaceFile(file, {}).ok());
}

} // namespace moderato::usecases
