#include "core/features/Loudness.h"
#include "tests/unit/features/Signals.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstring>
#include <gtest/gtest.h>
#include <limits>

namespace moderato::features {

namespace {

constexpr int rate = 48000;

std::vector<float> sine(double hz, double level, double seconds) {
    std::vector<float> samples;
    for (int i = 0; i < int(seconds * rate); ++i) {
        samples.push_back(float(level * std::sin(2 * std::numbers::pi * hz * i / rate)));
    }
    return samples;
}

std::vector<float> joined(std::initializer_list<std::vector<float>> parts) {
    std::vector<float> all;
    for (const std::vector<float>& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// Integrated loudness and range as ffmpeg's filter ebur128 sums them up.
std::optional<std::pair<double, double>> ffmpegLoudness(const std::vector<float>& samples, int sampleRate) {
    const QTemporaryDir folder;
    QFile raw(folder.filePath("sound.f32"));
    if (!raw.open(QIODevice::WriteOnly)) {
        return std::nullopt;
    }
    raw.write(reinterpret_cast<const char*>(samples.data()), qint64(samples.size() * sizeof(float)));
    raw.close();
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", {"-hide_banner", "-nostats", "-f", "f32le", "-ar", QString::number(sampleRate),
                            "-ac", "1", "-i", raw.fileName(), "-af", "ebur128", "-f", "null", "-"});
    if (!ffmpeg.waitForFinished(120'000) || ffmpeg.exitCode() != 0) {
        return std::nullopt;
    }
    const QString said = QString::fromUtf8(ffmpeg.readAllStandardError());
    const QString summary = said.mid(said.lastIndexOf("Summary:"));
    const auto number = [&](const char* label) {
        const QRegularExpression pattern(QStringLiteral("\\b%1:\\s+(-?[0-9.]+)").arg(label));
        return pattern.match(summary).captured(1).toDouble();
    };
    return std::pair(number("I"), number("LRA"));
}

} // namespace

TEST(Loudness, SineOfTheStandard) {
    // EBU Tech 3341: 1,000 Hz at −23 dBFS on both of two channels is −23 LUFS; on one alone 3.01 LU less.
    const auto found = loudness(sine(1000, std::pow(10, -23 / 20.0), 20), rate);
    ASSERT_TRUE(found && found->integratedLufs);
    EXPECT_NEAR(*found->integratedLufs, -26.01, 0.1);
    EXPECT_NEAR(*found->rangeLu, 0, 0.1);
    EXPECT_NEAR(found->peak, std::pow(10, -23 / 20.0), 1e-4);
    EXPECT_TRUE(found->silence.empty());
}

TEST(Loudness, AgreesWithFfmpeg) {
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", {"-version"});
    if (!ffmpeg.waitForFinished() || ffmpeg.exitCode() != 0) {
        GTEST_SKIP() << "needs the program ffmpeg";
    }
    const auto quiet = test::speech(rate, rate * 8);
    auto loud = quiet;
    std::transform(loud.begin(), loud.end(), loud.begin(), [](float sample) { return sample * 0.2F; });
    struct Case {
        std::vector<float> samples;
        bool steady; ///< Range: libebur128 looks once a second, ffmpeg ten times; one step among few differs.
    };
    for (const auto& [samples, steady] :
         {Case{joined({loud, quiet, sine(300, 0.01, 6)}), true}, Case{sine(997, 0.5, 5), true},
          Case{joined({std::vector<float>(rate * 4), quiet}), false},
          Case{test::tones(rate, rate * 10), true}}) {
        const auto ours = loudness(samples, rate);
        const auto theirs = ffmpegLoudness(samples, rate);
        ASSERT_TRUE(ours && ours->integratedLufs && theirs);
        std::printf("%.2f LUFS, range %.2f LU; ffmpeg %.1f and %.1f\n", *ours->integratedLufs, *ours->rangeLu,
                    theirs->first, theirs->second);
        // ffmpeg prints one digit: half a step on top of the tenth.
        EXPECT_NEAR(*ours->integratedLufs, theirs->first, 0.1 + 0.05);
        if (steady) {
            EXPECT_NEAR(*ours->rangeLu, theirs->second, 0.1 + 0.05);
        }
    }
}

TEST(Loudness, SilenceIsFound) {
    const auto samples = joined({sine(500, 0.3, 1), std::vector<float>(rate), sine(500, 0.3, 0.5),
                                 std::vector<float>(rate * 2 / 5), sine(500, 0.3, 0.1), sine(500, 0.002, 2)});
    const auto found = loudness(samples, rate);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->silence.size(), 2U); // .4 s are too short.
    EXPECT_NEAR(found->silence[0].begin, 1, 0.021);
    EXPECT_NEAR(found->silence[0].end, 2, 0.021);
    EXPECT_NEAR(found->silence[1].begin, 3, 0.021);
    EXPECT_NEAR(found->silence[1].end, 5, 0.001);
    EXPECT_NEAR(found->silentShare, 3 / 5.0, 0.01);
}

TEST(Loudness, NothingToHear) {
    const auto found = loudness(std::vector<float>(rate * 5), rate);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->integratedLufs);
    EXPECT_FALSE(found->rangeLu);
    EXPECT_EQ(found->peak, 0);
    EXPECT_EQ(found->silence, (std::vector<SilentStretch>{{0, 5}}));
    EXPECT_EQ(found->silentShare, 1);
    const auto blink = loudness(std::vector<float>(100), rate);
    ASSERT_TRUE(blink);
    EXPECT_EQ(blink->silentShare, 1);
    EXPECT_FALSE(loudness({}, rate));
    EXPECT_FALSE(loudness(std::vector<float>(100), 0));
}

TEST(Loudness, WhatIsNotANumberCountsAsZero) {
    auto samples = sine(1000, 0.1, 5);
    samples[1000] = std::numeric_limits<float>::quiet_NaN();
    samples[2000] = -std::numeric_limits<float>::infinity();
    const auto found = loudness(samples, rate);
    ASSERT_TRUE(found && found->integratedLufs);
    EXPECT_NEAR(*found->integratedLufs, -23, 0.2);
    EXPECT_NEAR(found->peak, 0.1, 1e-3);
}

TEST(Peaks, LowestAndHighestOfEachStretch) {
    const std::vector<float> samples = {0, 1, -1, 0.5F, 0.25F, -0.25F, 2, 3, -3};
    const Peaks found = peaks(samples, 3);
    EXPECT_EQ(found.low, (std::vector<float>{-1, -0.25F, -3}));
    EXPECT_EQ(found.high, (std::vector<float>{1, 0.5F, 3}));
    EXPECT_EQ(peaks(std::vector<float>{0.5F, -0.5F}, 4).high, (std::vector<float>{0.5F, 0.5F, -0.5F, -0.5F}));
    EXPECT_TRUE(peaks({}, 4).low.empty());
    EXPECT_TRUE(peaks(samples, 0).low.empty());
    EXPECT_EQ(peaks(samples, 1000).high.size(), 1000U);
}

} // namespace moderato::features
