#include "core/features/PerceptualHash.h"
#include "core/features/Bars.h"
#include "tests/unit/features/Patterns.h"

#include <QTransform>

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace moderato::features {

using test::brightened;
using test::pattern;
using test::recompressed;

namespace {

/// The reference's two box filters one after the other, slowly: running windows over rows, then columns,
/// twice; then one pixel of each cell.
std::vector<double> naiveReduced(const QImage& picture) {
    const int width = picture.width(), height = picture.height();
    std::vector<double> luma(std::size_t(width) * height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const QRgb c = picture.pixel(x, y);
            luma[y * width + x] = 0.299 * qRed(c) + 0.587 * qGreen(c) + 0.114 * qBlue(c);
        }
    }
    const auto box = [](std::vector<double>& values, int begin, int stride, int length) {
        const int window = (length + 127) / 128;
        const int ahead = (window + 2) / 2 - 1, behind = window - 1 - ahead;
        std::vector<double> out(length);
        for (int i = 0; i < length; ++i) {
            int count = 0;
            for (int j = std::max(0, i - behind); j <= std::min(length - 1, i + ahead); ++j, ++count) {
                out[i] += values[begin + j * stride];
            }
            out[i] /= count;
        }
        for (int i = 0; i < length; ++i) {
            values[begin + i * stride] = out[i];
        }
    };
    for (int pass = 0; pass < 2; ++pass) {
        for (int y = 0; y < height; ++y) {
            box(luma, y * width, 1, width);
        }
        for (int x = 0; x < width; ++x) {
            box(luma, x, width, height);
        }
    }
    std::vector<double> small(64 * 64);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            small[y * 64 + x] = luma[int((y + 0.5) * height / 64) * width + int((x + 0.5) * width / 64)];
        }
    }
    return small;
}

/// The hash written from its description, in double precision.
PdqHash naivePdq(const QImage& picture) {
    const std::vector<double> small = naiveReduced(picture);
    std::vector<double> spectrum;
    for (int i = 1; i <= 16; ++i) {
        for (int j = 1; j <= 16; ++j) {
            double sum = 0;
            for (int y = 0; y < 64; ++y) {
                for (int x = 0; x < 64; ++x) {
                    sum += small[y * 64 + x] * std::cos(std::numbers::pi / 128 * i * (2 * y + 1)) *
                           std::cos(std::numbers::pi / 128 * j * (2 * x + 1));
                }
            }
            spectrum.push_back(sum / 32);
        }
    }
    std::vector<double> sorted = spectrum;
    std::sort(sorted.begin(), sorted.end());
    PdqHash hash;
    for (int i = 0; i < 256; ++i) {
        hash.words[i / 64] |= std::uint64_t(spectrum[i] > sorted[127]) << (i % 64);
    }
    return hash;
}

} // namespace

TEST(PerceptualHash, AgreesWithTheDescriptionComputedSlowly) {
    const std::vector<QSize> sizes = {{640, 480}, {64, 64}, {65, 301}, {100, 90}, {1000, 130}, {1281, 721}};
    for (const QSize size : sizes) {
        const QImage picture = pattern(unsigned(size.width()), size);
        // Rounding may turn a bit whose frequency lies at the median.
        EXPECT_LE(pdq(picture).hash.distance(naivePdq(picture)), 2) << size.width() << "x" << size.height();
    }
}

TEST(PerceptualHash, SmallChangesStayWithinTheTolerance) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const QImage picture = pattern(seed);
        const PdqResult original = pdq(picture);
        EXPECT_GE(original.quality, pdqMinimumQuality);
        const auto smaller = picture.scaled(200, 150, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        EXPECT_LE(original.hash.distance(pdq(smaller).hash), pdqMatchDistance) << seed;
        EXPECT_LE(original.hash.distance(pdq(recompressed(picture, 20)).hash), pdqMatchDistance) << seed;
        EXPECT_LE(original.hash.distance(pdq(brightened(picture, 0.7)).hash), pdqMatchDistance) << seed;
    }
}

TEST(PerceptualHash, DifferentPicturesAreFarApart) {
    std::vector<PdqHash> hashes;
    for (unsigned seed = 0; seed < 60; ++seed) {
        hashes.push_back(pdq(pattern(seed)).hash);
    }
    int pairs = 0, near = 0;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        for (std::size_t j = i + 1; j < hashes.size(); ++j) {
            ++pairs;
            near += hashes[i].distance(hashes[j]) <= 60 ? 1 : 0;
            EXPECT_GT(hashes[i].distance(hashes[j]), pdqMatchDistance) << i << " and " << j;
        }
    }
    EXPECT_LE(near * 100, pairs);
}

TEST(PerceptualHash, HalfOfTheBitsAreSet) {
    const PdqHash hash = pdq(pattern(3)).hash;
    EXPECT_EQ(hash.distance(PdqHash{}), 128);
}

TEST(PerceptualHash, FormatsOfOnePictureAgree) {
    const QImage picture = pattern(5);
    const PdqResult expected = pdq(picture);
    for (const auto format : {QImage::Format_ARGB32, QImage::Format_RGB888, QImage::Format_RGBA8888,
                              QImage::Format_ARGB32_Premultiplied, QImage::Format_RGBX64}) {
        EXPECT_EQ(pdq(picture.convertToFormat(format)).hash.distance(expected.hash), 0) << int(format);
    }
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    EXPECT_EQ(pdq(grey).hash, pdq(grey.convertToFormat(QImage::Format_RGB32)).hash);
}

TEST(PerceptualHash, OrientationsAgreeWithTurnedPictures) {
    // Odd windows and an odd step: turning the picture turns the reduced one exactly.
    const QImage picture = pattern(11, {320, 320});
    const auto hashes = pdqDihedral(picture);
    EXPECT_EQ(hashes[0].hash, pdq(picture).hash);
    const QImage turned90 = picture.transformed(QTransform().rotate(-90));
    const QImage turned270 = picture.transformed(QTransform().rotate(90));
    const QImage across = turned90.mirrored(false, true);
    const QImage acrossOther = turned270.mirrored(false, true);
    const std::vector<QImage> pictures = {picture,
                                          turned90,
                                          picture.mirrored(true, true),
                                          turned270,
                                          picture.mirrored(false, true),
                                          picture.mirrored(true, false),
                                          across,
                                          acrossOther};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        EXPECT_LE(hashes[i].hash.distance(pdq(pictures[i]).hash), 2) << i;
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_GT(hashes[i].hash.distance(hashes[j].hash), 60) << i << " and " << j;
        }
    }
}

TEST(PerceptualHash, FlatTinyAndNoPictures) {
    QImage flat(320, 240, QImage::Format_RGB32);
    flat.fill(Qt::darkCyan);
    EXPECT_EQ(pdq(flat).quality, 0);
    EXPECT_EQ(pdq(QImage()).quality, 0);
    EXPECT_EQ(pdq(QImage()).hash, PdqHash{});
    EXPECT_EQ(pdq(pattern(1, {4, 300})).hash, PdqHash{});
    EXPECT_EQ(pdqDihedral(QImage())[7].hash, PdqHash{});
}

TEST(PerceptualHash, BlackBarsAreTakenOff) {
    const QImage content = pattern(21, {400, 300});
    EXPECT_EQ(contentRect(content), content.rect());
    QImage framed(500, 420, QImage::Format_RGB32);
    framed.fill(Qt::black);
    QPainter(&framed).drawImage(QPoint(60, 70), content);
    EXPECT_EQ(contentRect(framed), QRect(60, 70, 400, 300));
    EXPECT_EQ(pdq(withoutBars(framed)).hash, pdq(content).hash);
    EXPECT_GT(pdq(framed).hash.distance(pdq(content).hash), pdqMatchDistance);
    const QImage noisy = recompressed(framed, 40);
    EXPECT_LE(pdq(withoutBars(noisy)).hash.distance(pdq(content).hash), pdqMatchDistance);
    framed.fill(Qt::black); // A dark picture with a light in it has no bars.
    QPainter(&framed).fillRect(200, 200, 50, 50, Qt::white);
    EXPECT_EQ(contentRect(framed), framed.rect());
    EXPECT_TRUE(withoutBars(QImage()).isNull());
}

TEST(PerceptualHash, HexIsTheHighestBitFirst) {
    PdqHash hash;
    hash.words = {1, 0, 0, 0x8000000000000000ULL};
    EXPECT_EQ(hash.toHex(), "8000000000000000000000000000000000000000000000000000000000000001");
    const PdqHash real = pdq(pattern(8)).hash;
    EXPECT_EQ(PdqHash::fromHex(real.toHex()), real);
    EXPECT_EQ(PdqHash::fromHex(real.toHex().toUpper()), real);
    EXPECT_FALSE(PdqHash::fromHex(real.toHex().chopped(1)));
    EXPECT_FALSE(PdqHash::fromHex(real.toHex().replace(10, 1, "g")));
    EXPECT_FALSE(PdqHash::fromHex(real.toHex().replace(10, 1, "\xB0")));
    EXPECT_FALSE(PdqHash::fromHex(""));
}

} // namespace moderato::features
