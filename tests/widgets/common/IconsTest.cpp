#include "widgets/common/Icons.h"

#include <QImage>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

bool anyPixel(const QImage& image, const std::function<bool(QColor)>& test) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() > 128 && test(color)) {
                return true;
            }
        }
    }
    return false;
}

TEST(IconsTest, EveryIconDrawsSomething) {
    const QStringList names = iconNames();
    EXPECT_GT(names.size(), 50);
    for (const QString& name : names) {
        const QImage image = iconPixmap(name, Qt::black, 24, 1).toImage();
        EXPECT_TRUE(anyPixel(image, [](const QColor&) { return true; })) << qPrintable(name);
    }
}

TEST(IconsTest, AreTintedAndSharpAtAnyScale) {
    const QPixmap pixmap = iconPixmap("check", QColor(200, 0, 0), 16, 3);
    EXPECT_EQ(pixmap.size(), QSize(48, 48));
    EXPECT_EQ(pixmap.deviceIndependentSize(), QSizeF(16, 16));
    EXPECT_TRUE(anyPixel(pixmap.toImage(), [](const QColor& c) { return c.red() > 150 && c.green() < 30; }));
}

TEST(IconsTest, AnUnknownNameIsEmpty) {
    EXPECT_TRUE(icon("no such icon").isNull());
    EXPECT_TRUE(icon(QString()).isNull());
}

} // namespace
} // namespace moderato::widgets
