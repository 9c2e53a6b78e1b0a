#include "core/features/Bars.h"

namespace moderato::features {

namespace {

/// Of 255. Coding leaves noise in a bar, and its edge shines a little into it.
constexpr int brightestInBar = 48;
constexpr int meanOfBar = 12;

/// Whether `count` pixels from (x, y) on in steps of (dx, dy) belong to a bar.
bool isBar(const QImage& picture, int x, int y, int dx, int dy, int count) {
    qint64 sum = 0;
    for (int i = 0; i < count; ++i) {
        const int grey = qGray(picture.pixel(x + i * dx, y + i * dy));
        if (grey > brightestInBar) {
            return false;
        }
        sum += grey;
    }
    return sum <= qint64(meanOfBar) * count;
}

} // namespace

QRect contentRect(const QImage& picture) {
    const int width = picture.width(), height = picture.height();
    int top = 0, bottom = height, left = 0, right = width;
    while (top < bottom && isBar(picture, 0, top, 1, 0, width)) {
        ++top;
    }
    while (bottom > top && isBar(picture, 0, bottom - 1, 1, 0, width)) {
        --bottom;
    }
    while (left < right && isBar(picture, left, top, 0, 1, bottom - top)) {
        ++left;
    }
    while (right > left && isBar(picture, right - 1, top, 0, 1, bottom - top)) {
        --right;
    }
    if ((right - left) * 4 < width || (bottom - top) * 4 < height) {
        return picture.rect();
    }
    return {left, top, right - left, bottom - top};
}

QImage withoutBars(const QImage& picture) {
    const QRect content = contentRect(picture);
    return content == picture.rect() ? picture : picture.copy(content);
}

} // namespace moderato::features
