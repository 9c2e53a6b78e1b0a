#include "core/usecases/ExpressionImport.h"

#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/ResourceFolder.h"
#include "tests/unit/features/RealData.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <set>

namespace moderato::usecases {

using namespace std::chrono_literals;
using interchange::ExpressionFormat;
using interchange::FeatureMapping;
using Verdict = ExpressionAlignment::Verdict;

namespace {

QStringList features() {
    const auto codes = expressionFeatures(resourceFolder());
    return codes ? *codes : QStringList();
}

struct Import {
    QTemporaryDir folder;
    interchange::ExpressionOptions reading;
    ExpressionImportOptions options;
    ExpressionClip clip;
    ExpressionFindings findings;
    QString error;

    void run(const QString& path) {
        const auto mapping = expressionMapping(resourceFolder());
        ASSERT_TRUE(mapping.ok()) << qPrintable(mapping.error().message);
        auto result = importExpressions(path, reading, *mapping, features(), options, clip, JobContext());
        error = result ? QString() : result.error().message;
        findings = result ? *std::move(result) : ExpressionFindings();
    }
    void runText(const QByteArray& text) {
        QFile file(folder.filePath("file.csv"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        run(file.fileName());
    }
    const FeatureFinding& of(const char* feature) const {
        for (const FeatureFinding& finding : findings.features) {
            if (finding.feature == QLatin1String(feature)) {
                return finding;
            }
        }
        static const FeatureFinding none;
        return none;
    }
    QString sentences() const { return findings.alignment.sentences.join(u' '); }
};

/// Frames 1…count of OpenFace at 25 a second; smiling (AU12 = 2) in `smiling`, no face in `faceless`.
QByteArray openFace(int count, const std::set<int>& smiling, const std::set<int>& faceless = {}) {
    QByteArray text = "frame, face_id, timestamp, confidence, success, AU01_r, AU02_r, AU12_r\n";
    for (int frame = 1; frame <= count; ++frame) {
        text += QStringLiteral("%1, 0, %2, 0.9, %3, 0, 0, %4\n")
                    .arg(frame)
                    .arg((frame - 1) * 0.04)
                    .arg(faceless.contains(frame) ? 0 : 1)
                    .arg(smiling.contains(frame) ? 2 : 0.1)
                    .toLatin1();
    }
    return text;
}

std::set<int> frames(int from, int to) {
    std::set<int> result;
    for (int frame = from; frame <= to; ++frame) {
        result.insert(frame);
    }
    return result;
}

constexpr ExpressionClip fourSeconds{4s, 100, 25};

} // namespace

TEST(ExpressionMapping, TheDefaultTableTellsEveryFeatureOfEveryFormatOrSaysWhyNot) {
    const auto mapping = expressionMapping(resourceFolder());
    ASSERT_TRUE(mapping.ok()) << qPrintable(mapping.error().message + mapping.error().detail);
    ASSERT_EQ(features().size(), 13);
    for (const ExpressionFormat format :
         {ExpressionFormat::OpenFace, ExpressionFormat::PyFeat, ExpressionFormat::MediaPipe,
          ExpressionFormat::Affdex, ExpressionFormat::Facet}) {
        for (const QString& feature : features()) {
            int rows = 0;
            for (const FeatureMapping::Row& row : mapping->rows) {
                if (row.format == format && row.feature == feature) {
                    ++rows;
                    EXPECT_TRUE(row.rule || !row.note.isEmpty()) << qPrintable(feature);
                }
            }
            EXPECT_GT(rows, 0) << qPrintable(interchange::formatCode(format) + ' ' + feature);
        }
    }
}

TEST(ExpressionMapping, AUsersFileOverridesAndAWrongOneIsRefused) {
    QTemporaryDir folder;
    QFile file(folder.filePath("own.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("format,feature,rule\nopenface,cheeks_dropped,AU26_r >= 2 and AU12_r < 1\n");
    file.close();
    const auto mapping = expressionMapping(resourceFolder(), file.fileName());
    ASSERT_TRUE(mapping.ok());
    EXPECT_EQ(mapping->rows.back().feature, "cheeks_dropped");
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("openface,nose_wrinkled,AU99_r >= 1\n");
    file.close();
    const auto wrong = expressionMapping(resourceFolder(), file.fileName());
    ASSERT_FALSE(wrong.ok());
    EXPECT_TRUE(wrong.error().message.contains("Line 3")) << qPrintable(wrong.error().message);
}

TEST(ExpressionImport, AFeatureIsPresentByShareOrByTimeOnEnd) {
    Import import;
    import.clip = fourSeconds;
    import.runText(openFace(100, frames(10, 17))); // 8 frames, 320 ms
    ASSERT_TRUE(import.error.isEmpty()) << qPrintable(import.error);
    EXPECT_EQ(import.findings.usable, 100);
    EXPECT_FALSE(import.of("lip_corners_back_up").present);
    EXPECT_EQ(import.of("lip_corners_back_up").with, 8);
    EXPECT_EQ(import.of("lip_corners_back_up").longest, 320ms);

    import.runText(openFace(100, frames(10, 22))); // 520 ms on end
    EXPECT_TRUE(import.of("lip_corners_back_up").present);
    EXPECT_EQ(import.findings.present(), QStringList{"lip_corners_back_up"});
    import.runText(openFace(100, frames(10, 22), {16})); // Broken by a frame without a face.
    EXPECT_FALSE(import.of("lip_corners_back_up").present);
    EXPECT_EQ(import.findings.withoutFace, 1);

    import.options.onEnd = 0ms;
    import.options.shareOfFrames = 0.1;
    import.runText(openFace(100, {1, 11, 21, 31, 41, 51, 61, 71, 81, 91}));
    EXPECT_TRUE(import.of("lip_corners_back_up").present);
}

TEST(ExpressionImport, WhatAFileCannotTellIsSaid) {
    Import import;
    import.clip = fourSeconds;
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.told(), (QStringList{"brows_raised", "lip_corners_back_up"}));
    EXPECT_TRUE(import.of("nostrils_enlarged").reason.contains("AU38"));
    EXPECT_TRUE(import.of("nose_wrinkled").reason.contains("AU09_r")) << "the first row is the wanted one";
    EXPECT_FALSE(import.of("nose_wrinkled").told);
}

TEST(ExpressionImport, TheTrackCountsFramesASecond) {
    Import import;
    import.clip = fourSeconds;
    import.runText(openFace(100, frames(26, 37), frames(51, 75)));
    const std::vector<FeatureBin> expected{{25, 0}, {25, 12}, {0, 0}, {25, 0}};
    EXPECT_EQ(import.of("lip_corners_back_up").track, expected);
    EXPECT_DOUBLE_EQ(import.findings.shareWithoutFace(), 0.25);
}

TEST(ExpressionImport, TheMedianOfTheReaderIsSubtracted) {
    Import import;
    import.clip = fourSeconds;
    import.runText(openFace(100, frames(1, 80)));
    EXPECT_TRUE(import.of("lip_corners_back_up").present);
    import.options.subtractMedian = true;
    import.runText(openFace(100, frames(1, 80))); // Somebody whose lips always stand so.
    EXPECT_FALSE(import.of("lip_corners_back_up").present);
    EXPECT_EQ(import.of("lip_corners_back_up").with, 0);
    import.runText(openFace(100, frames(1, 30)));
    EXPECT_TRUE(import.of("lip_corners_back_up").present);
}

TEST(ExpressionImport, TheFaceThatMostFramesShowIsTheReaders) {
    QByteArray text = "frame,face_id,timestamp,confidence,success,AU12_r\n";
    for (int frame = 1; frame <= 50; ++frame) {
        const QByteArray time = QByteArray::number(frame * 0.04);
        text += QByteArray::number(frame) + ",0," + time + ",0.9,1,0\n";
        if (frame <= 40) {
            text += QByteArray::number(frame) + ",1," + time + ",0.9,1,3\n";
        }
    }
    Import import;
    import.runText(text);
    EXPECT_EQ(import.findings.face, "0");
    EXPECT_EQ(import.findings.faces, (QStringList{"0", "1"}));
    EXPECT_EQ(import.findings.frames, 50);
    EXPECT_FALSE(import.of("lip_corners_back_up").present);
    import.options.face = "1";
    import.runText(text);
    EXPECT_TRUE(import.of("lip_corners_back_up").present);
    EXPECT_EQ(import.findings.withoutFace, 10) << "frames that show somebody else only";
}

TEST(ExpressionImport, FramesBelowTheConfidenceAreNotUsed) {
    Import import;
    import.options.minimumConfidence = 0.95;
    import.clip = fourSeconds;
    import.runText(openFace(100, frames(1, 100)));
    EXPECT_EQ(import.findings.unsure, 100);
    EXPECT_EQ(import.findings.usable, 0);
    EXPECT_TRUE(import.findings.told().isEmpty()) << "nothing was seen, which is not absence";
}

TEST(ExpressionImport, AStimulusOfImotionsBeginsWithItsFirstRow) {
    QByteArray text = "#Study : One\n\nTimestamp,StimulusName,browFurrow,eyeWiden,smile\n";
    for (int row = 0; row < 400; ++row) { // Ten seconds of one, then ten of the other.
        text += QByteArray::number(row * 50) + (row < 200 ? ",first,0,0,0\n" : ",second,0,0,90\n");
    }
    Import import;
    import.reading.stimulus = "second";
    import.clip = {10s, 250, 25};
    import.runText(text);
    EXPECT_EQ(import.findings.frames, 200) << qPrintable(import.error);
    EXPECT_EQ(import.findings.stimuli, (QStringList{"first", "second"}));
    EXPECT_EQ(import.of("lip_corners_back_up").track.size(), 10u);
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
}

TEST(ExpressionImport, WholeSecondsStillTellHowLong) {
    QByteArray text = "FaceScore,AU12,frame,approx_time\n";
    for (int frame = 0; frame < 100; ++frame) { // 25 a second, which the file does not say.
        text += "0.9," + QByteArray(frame >= 40 && frame < 60 ? "0.9," : "0.1,") + QByteArray::number(frame) +
                ",00:0" + QByteArray::number(frame / 25) + "\n";
    }
    Import import;
    import.clip = {4s, 100, 0};
    import.runText(text);
    EXPECT_TRUE(import.findings.layout.wholeSeconds) << qPrintable(import.error);
    EXPECT_EQ(import.of("lip_corners_back_up").longest, 800ms);
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
    import.clip.framesPerSecond = 25;
    import.runText(text);
    EXPECT_FALSE(import.findings.layout.wholeSeconds);
    EXPECT_EQ(import.of("lip_corners_back_up").longest, 800ms);
}

TEST(ExpressionAlignment, AFileThatFits) {
    Import import;
    import.clip = fourSeconds;
    import.runText(openFace(100, {}));
    const ExpressionAlignment& alignment = import.findings.alignment;
    EXPECT_EQ(alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
    EXPECT_NEAR(alignment.framesPerSecond, 25, 0.01);
    EXPECT_EQ(alignment.duration, 4s);
    EXPECT_EQ(alignment.frames, 100);
    EXPECT_EQ(alignment.droppedFrames, 0);
    EXPECT_EQ(alignment.sentences.size(), 1);
}

TEST(ExpressionAlignment, AFileOfAnotherClip) {
    Import import;
    import.clip = {20s, 500, 25};
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::DoesNotFit);
    EXPECT_TRUE(import.sentences().contains("4.0 s, the clip 20.0 s")) << qPrintable(import.sentences());
    import.clip = {2s, 50, 25};
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::DoesNotFit);
    import.clip = {};
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Doubtful) << "nothing to compare with";
}

TEST(ExpressionAlignment, FramesAgreeAndTimesDoNot) {
    Import import;
    import.clip = {10s, 100, 10}; // OpenFace took 25 frames a second for granted.
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Doubtful);
    EXPECT_TRUE(import.findings.alignment.timesFromFramesFit);
    import.reading.timesFromFrames = true;
    import.runText(openFace(100, {}));
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
}

TEST(ExpressionAlignment, GapsAndDisorderAreSaid) {
    Import import;
    import.clip = fourSeconds;
    QByteArrayList lines = openFace(100, {}).split('\n');
    lines.remove(40, 20);
    import.runText(lines.join('\n'));
    EXPECT_EQ(import.findings.alignment.droppedFrames, 20);
    EXPECT_EQ(import.findings.alignment.longestGap, 840ms);
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Doubtful);
    std::swap(lines[10], lines[30]);
    import.runText(lines.join('\n'));
    EXPECT_GT(import.findings.alignment.stepsBack, 0);
    import.runText("frame,timestamp,success,AU12_r\n1,0,1,2\n2,0.04,1,2\n1000000000,99999999,1,2\n");
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::DoesNotFit);
    EXPECT_EQ(import.findings.alignment.droppedFrames, 999'999'997);
    EXPECT_EQ(import.of("lip_corners_back_up").track.size(), 1u) << "what is years away is not drawn";
}

TEST(ExpressionImport, FilesOfTheProgramsThemselves) {
    MODERATO_NEED_DATA(pyfeat, "faces/pyfeat/001.csv");
    MODERATO_NEED_DATA(openface, "faces/pyfeat/OpenFace_Test.csv");
    MODERATO_NEED_DATA(facet, "faces/pyfeat/iMotions_Test_v6.txt");
    Import import;
    import.clip = {1600ms, 40, 25};
    import.run(pyfeat);
    EXPECT_EQ(import.findings.usable, 40) << qPrintable(import.error);
    EXPECT_EQ(import.findings.told().size(), 11);
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
    import.clip = {4s, 100, 25};
    import.run(openface); // Its times are a millisecond apart.
    EXPECT_TRUE(import.findings.alignment.timesFromFramesFit);
    import.clip = {17300ms, 519, 30};
    import.run(facet);
    EXPECT_EQ(import.findings.frames, 519);
    EXPECT_EQ(import.findings.alignment.verdict, Verdict::Fits) << qPrintable(import.sentences());
}

} // namespace moderato::usecases
