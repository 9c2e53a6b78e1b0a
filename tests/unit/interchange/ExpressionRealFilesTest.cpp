// Files that the programs themselves wrote; they are not in the repository.

#include "ExpressionFiles.h"
#include "tests/unit/features/RealData.h"

namespace moderato::interchange {

using test::FaceReading;

TEST(ExpressionRealFiles, OpenFace) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/OpenFace_Test.csv");
    FaceReading reading;
    reading.read(path);
    EXPECT_EQ(reading.samples.size(), 100u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.signalNames.size(), 35);
    EXPECT_EQ(reading.microseconds(99), 99'000) << "a millisecond a frame: that file's own doing";
    EXPECT_TRUE(reading.problems.empty());
}

TEST(ExpressionRealFiles, PyFeat) {
    MODERATO_NEED_DATA(first, "faces/pyfeat/001.csv");
    MODERATO_NEED_DATA(second, "faces/pyfeat/002.csv");
    MODERATO_NEED_DATA(picture, "faces/pyfeat/Feat_Test.csv");
    FaceReading reading;
    reading.options.framesPerSecond = 25;
    reading.read(first);
    EXPECT_EQ(reading.samples.size(), 40u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.signalNames.size(), 20) << "action units, and no emotions";
    EXPECT_EQ(reading.microseconds(39), 1'560'000);
    EXPECT_NEAR(reading.value(0, "AU12"), 0.50937, 1e-5);
    reading.read(second);
    EXPECT_EQ(reading.samples.size(), 28u);
    reading.read(picture);
    ASSERT_EQ(reading.samples.size(), 1u);
    EXPECT_TRUE(reading.samples[0].faceFound);
    EXPECT_TRUE(reading.problems.empty());
}

TEST(ExpressionRealFiles, ImotionsFacet) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/iMotions_Test_v6.txt");
    FaceReading reading;
    reading.read(path);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::Facet);
    ASSERT_EQ(reading.samples.size(), 519u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.signalNames.size(), 20);
    EXPECT_EQ(reading.microseconds(0), 35'000);
    EXPECT_EQ(*reading.samples[518].frame, 518);
    EXPECT_NEAR(reading.value(0, "AU01"), -0.4470609, 1e-6);
    EXPECT_EQ(reading.summary.stimuli, QStringList{"gopro"});
    EXPECT_TRUE(reading.problems.empty());
}

TEST(ExpressionRealFiles, AffectivaJson) {
    MODERATO_NEED_DATA(path, "faces/pyfeat/sample_affectiva-api-app_output.json");
    FaceReading reading;
    reading.read(path);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::Affdex);
    ASSERT_EQ(reading.samples.size(), 1u) << qPrintable(reading.error);
    EXPECT_EQ(reading.microseconds(0), 0);
    EXPECT_FLOAT_EQ(float(reading.value(0, "smile")), 100.0F);
    EXPECT_NEAR(reading.value(0, "innerBrowRaise"), 6.2994, 1e-4);
}

} // namespace moderato::interchange
