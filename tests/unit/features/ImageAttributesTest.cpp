#include "core/features/ImageAttributes.h"

#include "core/base/Random.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace moderato::features {

namespace {

QImage filled(QSize size, QColor colour) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

/// `at(x, y)` gives each pixel.
template <class At> QImage drawn(QSize size, At at) {
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            picture.setPixel(x, y, at(x, y));
        }
    }
    return picture;
}

QRgb grey(int level) {
    const int bounded = std::clamp(level, 0, 255);
    return qRgb(bounded, bounded, bounded);
}

/// Spots of every size, each size as strong as its width: the statistics of nature.
QImage natural() {
    Random random(3);
    std::vector<QImage> octaves;
    for (int cells = 4; cells <= 256; cells *= 2) {
        octaves.push_back(drawn({cells, cells}, [&](int, int) {
                              return grey(int(random.below(256)));
                          }).scaled(256, 256, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return drawn({256, 256}, [&](int x, int y) {
        double level = 128, strength = .5;
        for (const QImage& octave : octaves) {
            level += strength * (qGray(octave.pixel(x, y)) - 128);
            strength /= 1.7;
        }
        return grey(int(level));
    });
}

QImage noisy(const QImage& picture) {
    Random random(5);
    return drawn(picture.size(), [&](int x, int y) {
        return grey(qGray(picture.pixel(x, y)) + int(random.below(161)) - 80);
    });
}

QImage blurred(const QImage& picture) {
    return picture.scaled(picture.size() / 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

TEST(ImageAttributes, OfOneColour) {
    const QImage picture = filled({90, 60}, QColor(51, 51, 51));
    EXPECT_EQ(sharpness(picture), 0);
    EXPECT_EQ(colourfulness(picture), 0);
    EXPECT_EQ(contrast(picture), 0);
    EXPECT_DOUBLE_EQ(brightness(picture), .2);
    EXPECT_TRUE(std::isnan(thirdsShare(picture)));
    EXPECT_FALSE(distortion(picture));
}

TEST(ImageAttributes, OfAChessBoard) {
    const QImage picture = drawn({64, 64}, [](int x, int y) { return grey((x + y) % 2 * 255); });
    EXPECT_DOUBLE_EQ(sharpness(picture), 1020.0 * 1020); // 4 · 255 up and down, on average 0.
    EXPECT_DOUBLE_EQ(contrast(picture), .5);
    EXPECT_DOUBLE_EQ(brightness(picture), .5);
}

TEST(ImageAttributes, ColourfulnessOfHalfRedHalfGreen) {
    // Red less green is ±255; yellow less blue is 127.5 everywhere.
    const QImage picture =
        drawn({64, 64}, [](int x, int) { return x < 32 ? qRgb(255, 0, 0) : qRgb(0, 255, 0); });
    EXPECT_NEAR(colourfulness(picture), 255 + .3 * 127.5, 1e-3);
}

TEST(ImageAttributes, Thirds) {
    const auto edgeAt = [](int place) {
        return drawn({90, 90}, [place](int x, int) { return grey(x < place ? 0 : 200); });
    };
    EXPECT_DOUBLE_EQ(thirdsShare(edgeAt(30)), 1);
    EXPECT_NEAR(thirdsShare(edgeAt(45)), 20 / 90.0, 1e-9); // Where it crosses the level lines.
}

TEST(ImageAttributes, LargePicturesAreFitted) {
    EXPECT_EQ(fitted(filled({2048, 1024}, Qt::red)).size(), QSize(512, 256));
    EXPECT_EQ(fitted(filled({20000, 1}, Qt::red)).size(), QSize(512, 1));
    EXPECT_EQ(fitted(filled({30, 40}, Qt::red)).size(), QSize(30, 40));
    EXPECT_NEAR(brightness(filled({3000, 2000}, QColor(51, 51, 51))), .2, .005);
}

TEST(ImageAttributes, DamagedPicturesAreLessBeautiful) {
    const auto clean = beauty(natural()), noise = beauty(noisy(natural())), blur = beauty(blurred(natural()));
    ASSERT_TRUE(clean && noise && blur);
    std::printf("beauty: as it is %.1f, with noise %.1f, blurred %.1f\n", *clean, *noise, *blur);
    EXPECT_GT(*clean, *noise + 10);
    EXPECT_GT(*clean, *blur + 10);
    EXPECT_DOUBLE_EQ(*clean + *distortion(natural()), 100);
}

TEST(ImageAttributes, OddPicturesAreNoError) {
    for (const QSize size : {QSize(1, 1), QSize(1, 500), QSize(20000, 2), QSize(47, 300)}) {
        const QImage picture = drawn(size, [](int x, int y) { return grey((x * 7 + y * 13) % 256); });
        EXPECT_FALSE(distortion(picture));
        EXPECT_FALSE(std::isnan(sharpness(picture)));
        (void)thirdsShare(picture);
    }
    QImage one(64, 64, QImage::Format_RGB32); // A single dot on nothing.
    one.fill(Qt::black);
    one.setPixel(9, 9, qRgb(255, 255, 255));
    (void)distortion(one);
    EXPECT_TRUE(std::isnan(sharpness(QImage())));
    EXPECT_TRUE(std::isnan(brightness(QImage())));
    EXPECT_TRUE(std::isnan(colourfulness(QImage())));
    EXPECT_FALSE(beauty(QImage()));
}

} // namespace moderato::features
