#include "widgets/common/CareEffect.h"

#include <QPainter>

#include <gtest/gtest.h>

using namespace moderato::widgets;

namespace {

QImage stripes() {
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(QColor(200, 40, 40));
    QPainter painter(&image);
    for (int x = 0; x < 320; x += 8) {
        painter.fillRect(x, 0, 4, 240, Qt::white);
    }
    return image;
}

int sharpest(const QImage& image) {
    int most = 0;
    for (int x = 1; x < image.width(); ++x) {
        most = std::max(most, std::abs(qGray(image.pixel(x, 120)) - qGray(image.pixel(x - 1, 120))));
    }
    return most;
}

} // namespace

TEST(CareEffect, BlurLeavesNothingSharp) {
    QImage picture = stripes();
    picture.setDevicePixelRatio(2);
    const QImage shown = withCare(picture, {.blur = true});
    EXPECT_EQ(shown.size(), picture.size());
    EXPECT_EQ(shown.devicePixelRatio(), 2);
    EXPECT_GT(sharpest(picture), 100);
    EXPECT_LT(sharpest(shown), 12);
}

TEST(CareEffect, GreyAndDim) {
    const QColor shown = withCare(stripes(), {.grey = true, .dim = 0.5}).pixelColor(0, 0);
    EXPECT_EQ(shown.red(), shown.blue());
    EXPECT_NEAR(shown.red(), 127, 1);
    EXPECT_EQ(withCare(stripes(), {.dim = 1}).pixelColor(0, 0), QColor(Qt::black));
}

TEST(CareEffect, NothingAskedIsThePictureItself) {
    const QImage picture = stripes();
    EXPECT_EQ(withCare(picture, {.mute = true}).cacheKey(), picture.cacheKey());
    EXPECT_TRUE(withCare(QImage(), {.blur = true}).isNull());
}
