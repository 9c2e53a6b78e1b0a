#include "ExpressionFiles.h"
#include "core/interchange/ExpressionSeries.h"

namespace moderato::interchange {

using test::dataFile;
using test::FaceReading;

TEST(ExpressionFile, ReadsOpenFaceWithSpacesInTheHeader) {
    FaceReading reading;
    reading.readText(dataFile("expressions/openface.csv"));
    ASSERT_EQ(reading.samples.size(), 4u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::OpenFace);
    EXPECT_EQ(reading.layout.signalNames, (QStringList{"AU01_r", "AU12_r", "AU12_c"}));
    EXPECT_EQ(reading.layout.firstFrame, 1);
    EXPECT_EQ(reading.microseconds(1), 40'000);
    EXPECT_EQ(reading.samples[1].frame, 2);
    EXPECT_FLOAT_EQ(float(reading.value(1, "AU12_r")), 2.0F);
    EXPECT_DOUBLE_EQ(*reading.samples[0].confidence, 0.98);
    EXPECT_TRUE(reading.samples[0].faceFound);
    EXPECT_FALSE(reading.samples[2].faceFound) << "success=0 is a frame without a usable face";
    EXPECT_EQ(reading.samples[3].face, "1");
}

TEST(ExpressionFile, ReadsPyFeatByName) {
    FaceReading reading;
    reading.readText(dataFile("expressions/pyfeat.csv"));
    ASSERT_EQ(reading.samples.size(), 3u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::PyFeat);
    EXPECT_TRUE(reading.layout.wholeSeconds);
    EXPECT_EQ(reading.samples[1].face, "Person_1");
    EXPECT_FALSE(reading.samples[2].faceFound);
    EXPECT_EQ(reading.microseconds(2), 1'000'000);

    reading.options.framesPerSecond = 24;
    reading.readText(dataFile("expressions/pyfeat.csv"));
    EXPECT_FALSE(reading.layout.wholeSeconds) << "the clip's rate is better than whole seconds";
    EXPECT_EQ(reading.microseconds(2), 1'250'000);
}

TEST(ExpressionFile, NeverReadsEmbeddingsOfIdentity) {
    FaceReading reading;
    reading.readText(dataFile("expressions/pyfeat.csv"));
    for (const QString& name : reading.layout.signalNames) {
        EXPECT_FALSE(name.startsWith("Identity")) << qPrintable(name);
        EXPECT_TRUE(signalsOf(ExpressionFormat::PyFeat).contains(name)) << qPrintable(name);
    }
    EXPECT_EQ(reading.layout.signalNames, (QStringList{"AU01", "AU12"})) << "nor emotions";
    for (const ExpressionSample& sample : reading.samples) {
        EXPECT_FALSE(sample.face.contains("111222"));
        for (const float value : sample.values) {
            EXPECT_TRUE(std::isnan(value) || value >= 0.1F);
        }
    }
    for (const ExpressionFormat format :
         {ExpressionFormat::OpenFace, ExpressionFormat::PyFeat, ExpressionFormat::MediaPipe,
          ExpressionFormat::Affdex, ExpressionFormat::Facet}) {
        EXPECT_TRUE(signalsOf(format).filter("dentity").isEmpty());
    }
    // Not even a broken value of one is looked at, so no sentence can hold it.
    QByteArray text = dataFile("expressions/pyfeat.csv");
    reading.readText(text.replace("-0.333444", "\"secret\""));
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.samples.size(), 3u);
}

TEST(ExpressionFile, ReadsImotionsBelowItsNotes) {
    FaceReading reading;
    reading.readText(dataFile("expressions/affdex.tsv"));
    ASSERT_EQ(reading.samples.size(), 2u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::Affdex);
    EXPECT_EQ(reading.layout.signalNames,
              (QStringList{"browFurrow", "browRaise", "innerBrowRaise", "smile"}));
    EXPECT_EQ(reading.microseconds(1), 61'500) << "milliseconds";
    EXPECT_FLOAT_EQ(float(reading.value(0, "browRaise")), 80.0F);
    EXPECT_FALSE(reading.samples[1].faceFound) << "NaN everywhere";
    EXPECT_EQ(reading.samples[1].line, 7);
    EXPECT_EQ(reading.summary.otherRows, 1) << "the eye tracker's";
    EXPECT_EQ(reading.summary.stimuli, QStringList{"clip"});

    reading.options.stimulus = "another";
    reading.readText(dataFile("expressions/affdex.tsv"));
    EXPECT_TRUE(reading.error.contains("stimulus")) << qPrintable(reading.error);
}

TEST(ExpressionFile, ReadsMediaPipeCsv) {
    const QStringList& names = signalsOf(ExpressionFormat::MediaPipe);
    ASSERT_EQ(names.size(), 52);
    QByteArrayList zeros(52, "0");
    const QByteArray header = "time_ms," + names.join(",").toLatin1() + "\n";
    FaceReading reading;
    reading.readText(header + "40," + zeros.join(',') + "\n80" + QByteArray(52, ',') + "\n");
    ASSERT_EQ(reading.samples.size(), 2u) << qPrintable(reading.error);
    EXPECT_EQ(reading.microseconds(0), 40'000);
    EXPECT_TRUE(reading.samples[0].faceFound);
    EXPECT_FALSE(reading.samples[1].faceFound);
}

TEST(ExpressionFile, PassesOverBrokenRowsAndSaysWhich) {
    FaceReading reading;
    const QByteArray text = "frame,timestamp,success,AU12_r\n"
                            "1,0,1,abc\n"
                            "2,0.04,1\n"
                            "3,0.08,1,1,2\n"
                            "1e300,0.1,1,1\n"
                            "1000000000,0.12,1,1\n"
                            "5,-3,1,1\n"
                            "6,0.2,1,inf\n"
                            "7,0.24,1,1e9\n"
                            "\"8\n0.3,1,1\n"
                            "9,0.34,1,\"1.5\"\n"
                            "11,0.44,1,nan\n";
    reading.readText(text);
    ASSERT_EQ(reading.samples.size(), 3u);
    EXPECT_EQ(*reading.samples[0].frame, 1'000'000'000);
    EXPECT_FLOAT_EQ(float(reading.value(1, "AU12_r")), 1.5F);
    EXPECT_FALSE(reading.samples[2].faceFound) << "NaN is no value";
    QList<qint64> lines;
    for (const ReadProblem& problem : reading.problems) {
        lines << problem.line;
        EXPECT_FALSE(problem.reason.isEmpty());
    }
    EXPECT_EQ(lines, (QList<qint64>{2, 3, 4, 5, 7, 8, 9, 10, 11}));
    EXPECT_EQ(qint64(reading.problems.size()), reading.summary.problems);
}

TEST(ExpressionFile, ANulFarInTheFileBreaksItsRowOnly) {
    FaceReading reading;
    QByteArray text = "frame,timestamp,success,AU12_r\n";
    for (int i = 0; i < 1000; ++i) {
        text += "1,0,1,1\n";
    }
    reading.readText(text + "1,0,1,1" + QByteArray(3, '\0') + "\n2,1,1,1\n");
    EXPECT_EQ(reading.samples.size(), 1001u);
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].line, 1002);
}

TEST(ExpressionFile, BoundsProblemsAndLines) {
    FaceReading reading;
    reading.options.maxProblems = 3;
    reading.options.maxLineBytes = 1000;
    QByteArray text = "frame,timestamp,success,AU12_r\n1,0,1,1\n";
    for (int i = 0; i < 10; ++i) {
        text += "x,0,1,1\n";
    }
    text += "2,0,1,\"" + QByteArray(5'000, 'a') + "\n3,1,1,1\n";
    reading.readText(text);
    EXPECT_EQ(reading.samples.size(), 2u) << "the row after the endless one is read";
    EXPECT_EQ(reading.problems.size(), 4u);
    EXPECT_EQ(reading.summary.problems, 11);
}

TEST(ExpressionFile, SaysWhyAFileIsNone) {
    FaceReading reading;
    const auto errorOf = [&reading](const QByteArray& text) {
        reading.readText(text);
        return reading.error;
    };
    EXPECT_TRUE(errorOf("").contains("empty"));
    EXPECT_TRUE(errorOf("a,b\n1,2\n").contains("OpenFace"));
    EXPECT_TRUE(errorOf("\xFF\xFE"
                        "a\0")
                    .contains("UTF-16"));
    EXPECT_TRUE(errorOf(QByteArray("frame,AU12_r\0\n1,2\n", 19)).contains("binary"));
    EXPECT_TRUE(errorOf(QByteArray(6 << 20, 'x')).contains("columns"));
    EXPECT_TRUE(errorOf("frame,timestamp,AU12_r\n").contains("no row"));
    EXPECT_TRUE(errorOf("frame,AU12_r,AU12_r\n1,1,1\n").contains("twice"));
    EXPECT_TRUE(errorOf("time,signal,value,n\n0,a,1,2\n").contains("aggregates"));
    reading.options.format = ExpressionFormat::Affdex;
    EXPECT_TRUE(errorOf(dataFile("expressions/openface.csv")).contains("AFFDEX"));
    reading.read("/nowhere/at/all.csv");
    EXPECT_FALSE(reading.error.isEmpty());
}

TEST(ExpressionFile, TakesByteOrderMarksSemicolonsAndDecimalCommas) {
    FaceReading reading;
    reading.readText("\xEF\xBB\xBF"
                     "frame;timestamp;success;AU12_r\r\n1;0,04;1;2,5\r\n");
    ASSERT_EQ(reading.samples.size(), 1u) << qPrintable(reading.error);
    EXPECT_EQ(reading.microseconds(0), 40'000);
    EXPECT_FLOAT_EQ(float(reading.value(0, "AU12_r")), 2.5F);
}

TEST(ExpressionFile, TakesTimesFromFramesOnDemand) {
    FaceReading reading;
    reading.options.timesFromFrames = true;
    reading.options.framesPerSecond = 10;
    reading.readText(dataFile("expressions/openface.csv"));
    EXPECT_EQ(reading.microseconds(0), 0) << "OpenFace counts from 1";
    EXPECT_EQ(reading.microseconds(1), 100'000);
}

TEST(ExpressionFile, StopsWhenItIsToldAndWhenItIsCancelled) {
    FaceReading reading;
    reading.readText(dataFile("expressions/openface.csv"));
    const QString path = reading.folder.filePath("file");
    const auto once = readExpressions(
        path, {}, [](const auto&, const auto&) { return false; }, {}, JobContext());
    ASSERT_TRUE(once.ok());
    EXPECT_EQ(once->samples, 1);
    EXPECT_TRUE(once->stopped);
    const JobContext cancelled;
    cancelled.cancel();
    const auto none = readExpressions(
        path, {}, [](const auto&, const auto&) { return true; }, {}, cancelled);
    ASSERT_FALSE(none.ok());
    EXPECT_TRUE(none.error().isCancelled());
}

TEST(ExpressionSeries, RefusesAValueWithoutItsCount) {
    test::Reading files;
    std::vector<SeriesValue> values;
    std::vector<ReadProblem> problems;
    const auto read = [&](const QByteArray& text) {
        values.clear();
        problems.clear();
        return readExpressionSeries(
            files.write("series.csv", text),
            [&](const SeriesValue& value) {
                values.push_back(value);
                return true;
            },
            [&](const ReadProblem& problem) { problems.push_back(problem); }, JobContext());
    };
    ASSERT_TRUE(read(dataFile("expressions/series.csv")).ok());
    ASSERT_EQ(values.size(), 1u);
    EXPECT_EQ(values[0],
              (SeriesValue{std::chrono::microseconds(0), "smile", 0.25, 12, 0.1, 0.2, 0.3, 0.05, 2}));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 3);
    EXPECT_TRUE(problems[0].reason.contains("how many readers"));

    const auto without = read("time,signal,value\n0,smile,1\n");
    ASSERT_FALSE(without.ok());
    EXPECT_TRUE(without.error().message.contains("column n"));
    EXPECT_FALSE(read("time,signal,value,n\n0,smile,1,0\n0,smile,1,-2\n0,smile,1,2.5\n").ok());
    EXPECT_EQ(problems.size(), 3u);
}

} // namespace moderato::interchange
