#include "core/features/Mfcc.h"
#include "tests/unit/features/Signals.h"

#include <QFile>
#include <QTextStream>

#include <cmath>
#include <complex>
#include <cstdio>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <thread>

namespace moderato::features {

namespace {

using std::numbers::pi;
constexpr double tolerance = 1e-3;

struct Vectors {
    QString preset, signal;
    int samples = 0;
    MfccMatrix matrix;
};

std::vector<Vectors> readVectors() {
    QFile file(QStringLiteral(MODERATO_SOURCE_DIR "/tests/unit/features/mfcc_vectors.txt"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QTextStream stream(&file);
    stream.readLine();
    std::vector<Vectors> all;
    while (true) {
        Vectors one;
        stream >> one.preset >> one.signal >> one.samples >> one.matrix.frames >> one.matrix.coefficients;
        if (one.preset.isEmpty()) {
            return all;
        }
        one.matrix.values.resize(std::size_t(one.matrix.frames) * one.matrix.coefficients);
        for (float& value : one.matrix.values) {
            stream >> value;
        }
        all.push_back(std::move(one));
    }
}

double largestDifference(const MfccMatrix& a, const MfccMatrix& b) {
    double largest = 0;
    EXPECT_EQ(a.frames, b.frames);
    EXPECT_EQ(a.coefficients, b.coefficients);
    EXPECT_EQ(a.values.size(), b.values.size());
    for (std::size_t i = 0; i < std::min(a.values.size(), b.values.size()); ++i) {
        largest = std::max(largest, std::abs(double(a.values[i]) - double(b.values[i])));
    }
    return largest;
}

/// S2.2 in one loop: what mfccDocument() says, without a fast transform.
MfccMatrix naiveDocument(const std::vector<float>& x) {
    constexpr int length = 400, shift = 160, size = 512, bands = 26, coefficients = 13;
    MfccMatrix matrix{0, coefficients, {}};
    const auto edge = [](int index) {
        const double top = 2595 * std::log10(1 + 8000 / 700.0);
        return 700 * (std::pow(10, top * index / (bands + 1) / 2595) - 1);
    };
    for (int begin = 0; begin + length <= int(x.size()); begin += shift, ++matrix.frames) {
        std::array<double, size / 2 + 1> power{};
        for (int k = 0; k <= size / 2; ++k) {
            std::complex<double> sum = 0;
            for (int i = 0; i < length; ++i) {
                const int at = begin + i;
                const double emphasized = x[at] - 0.97 * (at > 0 ? x[at - 1] : 0);
                const double window = 0.54 - 0.46 * std::cos(2 * pi * i / (length - 1));
                sum += std::polar(emphasized * window, -2 * pi * ((i * k) % size) / size);
            }
            power[k] = std::norm(sum);
        }
        std::array<double, bands> logarithms{};
        for (int band = 0; band < bands; ++band) {
            double sum = 0;
            for (int k = 0; k <= size / 2; ++k) {
                const double hz = 16000.0 * k / size;
                const double up = (hz - edge(band)) / (edge(band + 1) - edge(band));
                const double down = (edge(band + 2) - hz) / (edge(band + 2) - edge(band + 1));
                sum += std::max(0.0, std::min(up, down)) * power[k];
            }
            logarithms[band] = std::log(std::max(sum, 1e-10));
        }
        for (int c = 0; c < coefficients; ++c) {
            double sum = 0;
            for (int band = 0; band < bands; ++band) {
                sum += logarithms[band] * std::cos(pi * c * (band + 0.5) / bands);
            }
            matrix.values.push_back(float(sum * std::sqrt((c == 0 ? 1.0 : 2.0) / bands)));
        }
    }
    return matrix;
}

} // namespace

TEST(Mfcc, PresetsAgreeWithVectorsComputedElsewhere) {
    const std::vector<Vectors> all = readVectors();
    ASSERT_EQ(all.size(), 9U);
    for (const Vectors& expected : all) {
        const auto options = mfccPreset(expected.preset);
        ASSERT_TRUE(options) << qPrintable(expected.preset);
        const auto samples = test::signal(expected.signal, options->sampleRate, expected.samples);
        const double difference = largestDifference(mfcc(samples, *options), expected.matrix);
        std::printf("%s, %s: %d frames, largest difference %.2g\n", qPrintable(expected.preset),
                    qPrintable(expected.signal), expected.matrix.frames, difference);
        EXPECT_LE(difference, tolerance) << qPrintable(expected.preset) << " " << qPrintable(expected.signal);
    }
}

TEST(Mfcc, DocumentAgreesWithOneLoop) {
    for (const char* name : {"tones", "chirp", "speech"}) {
        const auto samples = test::signal(name, 16000, 4000);
        EXPECT_LE(largestDifference(mfcc(samples, mfccDocument()), naiveDocument(samples)), tolerance)
            << name;
    }
}

TEST(Mfcc, NumberOfFrames) {
    const auto frames = [](int count, const MfccOptions& options) {
        return mfcc(std::vector<float>(std::size_t(count), 0.1F), options).frames;
    };
    EXPECT_EQ(frames(0, mfccKaldi()), 0);
    EXPECT_EQ(frames(399, mfccKaldi()), 0);
    EXPECT_EQ(frames(400, mfccKaldi()), 1);
    EXPECT_EQ(frames(559, mfccDocument()), 1);
    EXPECT_EQ(frames(560, mfccDocument()), 2);
    EXPECT_EQ(frames(0, mfccLibrosa()), 0);
    EXPECT_EQ(frames(1, mfccLibrosa()), 1);
    EXPECT_EQ(frames(22050, mfccLibrosa()), 44);
}

TEST(Mfcc, ReflectingIsPaddingByHand) {
    const std::vector<float> samples = test::tones(22050, 6000);
    MfccOptions reflect = mfccLibrosa();
    reflect.padding = MfccOptions::Padding::Reflect;
    std::vector<float> padded;
    for (int i = 1024; i > 0; --i) {
        padded.push_back(samples[i]);
    }
    padded.insert(padded.end(), samples.begin(), samples.end());
    for (int i = 1; i <= 1024; ++i) {
        padded.push_back(samples[samples.size() - 1 - i]);
    }
    MfccOptions whole = mfccLibrosa();
    whole.padding = MfccOptions::Padding::None;
    EXPECT_LE(largestDifference(mfcc(samples, reflect), mfcc(padded, whole)), 1e-4);
    // Shorter than what is reflected.
    EXPECT_EQ(mfcc(std::vector<float>(3, 0.5F), reflect).frames, 1);
    EXPECT_EQ(mfcc(std::vector<float>(1, 0.5F), reflect).frames, 1);
}

TEST(Mfcc, SilenceAndWhatIsNotANumberStayFinite) {
    std::vector<float> samples(8000, 0.0F);
    for (const auto& options : {mfccDocument(), mfccLibrosa(), mfccKaldi()}) {
        for (const float value : mfcc(samples, options).values) {
            ASSERT_TRUE(std::isfinite(value));
        }
    }
    samples = test::tones(16000, 8000);
    std::vector<float> broken = samples;
    for (const std::size_t at : {100U, 4000U, 7999U}) {
        samples[at] = 0;
        broken[at] = std::numeric_limits<float>::quiet_NaN();
    }
    broken[4000] = std::numeric_limits<float>::infinity();
    EXPECT_EQ(mfcc(broken, mfccKaldi()).values, mfcc(samples, mfccKaldi()).values);
}

TEST(Mfcc, ContradictingOptionsGiveNoFrames) {
    const std::vector<float> samples = test::tones(16000, 2000);
    const auto frames = [&](auto change) {
        MfccOptions options = mfccDocument();
        change(options);
        return mfcc(samples, options).frames;
    };
    EXPECT_GT(frames([](MfccOptions&) {}), 0);
    EXPECT_EQ(frames([](MfccOptions& o) { o.fftSize = 256; }), 0);
    EXPECT_EQ(frames([](MfccOptions& o) { o.frameShift = 0; }), 0);
    EXPECT_EQ(frames([](MfccOptions& o) { o.coefficients = 27; }), 0);
    EXPECT_EQ(frames([](MfccOptions& o) { o.lowHz = 9000; }), 0);
    EXPECT_FALSE(mfccPreset("other"));
}

TEST(Mfcc, ThreadsDoNotDisturbEachOther) {
    const std::vector<float> samples = test::speech(16000, 16000);
    const MfccMatrix expected = mfcc(samples, mfccKaldi());
    std::vector<MfccMatrix> found(8);
    std::vector<std::thread> threads;
    for (MfccMatrix& one : found) {
        threads.emplace_back([&] {
            MfccOptions other = mfccKaldi();
            other.fftSize = 1024; // Planned while others carry theirs out.
            mfcc(samples, other);
            one = mfcc(samples, mfccKaldi());
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const MfccMatrix& one : found) {
        EXPECT_EQ(one.values, expected.values);
    }
}

} // namespace moderato::features
