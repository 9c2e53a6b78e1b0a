#include "core/usecases/AnalyzeFile.h"

#include "core/base/Hash.h"
#include "core/media/DecoderProcess.h"
#include "tests/support/StorageFixture.h"
#include "tests/unit/media/Clips.h"

namespace moderato::usecases {

using storage::must;
using test::clip;

class AnalyzeFileTest : public ::testing::Test {
protected:
    FileAnalysis analyze(const char* name, const AnalyzeOptions& options = {}) {
        return must(AnalyzeFile(decoder).analyze(clip(QString::fromLatin1(name)), options, {}));
    }

    media::DecoderProcess decoder{QStringLiteral(MODERATO_PROGRAM)};
};

TEST_F(AnalyzeFileTest, AVideoWithSound) {
    const FileAnalysis analysis = analyze("counted.mp4");
    EXPECT_TRUE(analysis.errors.isEmpty()) << analysis.errors.join(u' ').toStdString();
    EXPECT_EQ(analysis.sha256, must(sha256OfFile(analysis.file)));
    ASSERT_TRUE(analysis.probe);
    ASSERT_EQ(analysis.frames.size(), 8U);
    qint64 before = -1;
    for (const AnalyzedFrame& frame : analysis.frames) {
        EXPECT_GT(frame.frame.time.pts, before);
        before = frame.frame.time.pts;
        // Frame n of the clip is one grey, 16 + 4 n in video range.
        const int grey = qGray(frame.frame.image.pixel(32, 24));
        EXPECT_NEAR(grey, 4 * double(frame.frame.time.number) * 255 / 219, 3);
    }
    ASSERT_TRUE(analysis.mfcc);
    EXPECT_EQ(analysis.mfcc->coefficients, 13);
    EXPECT_NEAR(analysis.mfcc->frames, 200, 10);
    ASSERT_TRUE(analysis.loudness);
    EXPECT_TRUE(analysis.loudness->integratedLufs);
}

TEST_F(AnalyzeFileTest, NoSoundIsAFactAndNoError) {
    const FileAnalysis analysis = analyze("plain.mp4");
    EXPECT_TRUE(analysis.errors.isEmpty());
    EXPECT_FALSE(analysis.mfcc);
    EXPECT_FALSE(analysis.loudness);
    EXPECT_EQ(analysis.frames.size(), 8U);
}

TEST_F(AnalyzeFileTest, SoundAndPicturesAlone) {
    const FileAnalysis sound = analyze("tone.wav");
    EXPECT_TRUE(sound.errors.isEmpty());
    EXPECT_TRUE(sound.frames.empty());
    EXPECT_TRUE(sound.mfcc);
    const FileAnalysis picture = analyze("picture.png");
    EXPECT_TRUE(picture.errors.isEmpty());
    ASSERT_EQ(picture.frames.size(), 1U);
    EXPECT_EQ(picture.frames[0].frame.image.size(), QSize(200, 100));
    EXPECT_FALSE(picture.mfcc);
}

TEST_F(AnalyzeFileTest, OptionsAreFollowed) {
    AnalyzeOptions options;
    options.sampling.segments = 3;
    options.sampling.parts = 2;
    options.mfccPreset = QStringLiteral("kaldi");
    FileAnalysis analysis = analyze("counted.mp4", options);
    EXPECT_EQ(analysis.frames.size(), 6U);
    EXPECT_EQ(analysis.mfccPreset, QStringLiteral("kaldi"));
    options.wantsSound = false;
    analysis = analyze("counted.mp4", options);
    EXPECT_FALSE(analysis.mfcc);
    EXPECT_FALSE(analysis.loudness);
}

TEST_F(AnalyzeFileTest, WhatCannotBeOpenedIsAnErrorOfItsOwn) {
    for (const char* name : {"zeros.mp4", "empty.mp4", "script.mp4", "nowhere.mp4"}) {
        const FileAnalysis analysis = analyze(name);
        EXPECT_EQ(analysis.errors.size(), 1) << name;
        EXPECT_FALSE(analysis.probe) << name;
        EXPECT_TRUE(analysis.frames.empty()) << name;
    }
}

TEST_F(AnalyzeFileTest, Cancelled) {
    const JobContext context;
    context.cancel();
    EXPECT_TRUE(
        AnalyzeFile(decoder).analyze(clip(QStringLiteral("plain.mp4")), {}, context).error().isCancelled());
}

} // namespace moderato::usecases
