#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <random>

namespace moderato::test {

/// A picture of ellipses, bars and a gradient that depends on the seed: much like a photo to a hash.
inline QImage pattern(unsigned seed, QSize size = {640, 480}) {
    QImage picture(size, QImage::Format_RGB32);
    std::minstd_rand random(seed * 7919 + 1);
    const auto between = [&](int low, int high) { return low + int(random() % unsigned(high - low + 1)); };
    const auto colour = [&] { return QColor(between(0, 255), between(0, 255), between(0, 255)); };
    QLinearGradient sky(0, 0, between(0, size.width()), size.height());
    sky.setColorAt(0, colour());
    sky.setColorAt(1, colour());
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(picture.rect(), sky);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 40; ++i) {
        painter.setBrush(colour());
        const QRect box(between(-40, size.width() - 20), between(-40, size.height() - 20), between(30, 220),
                        between(30, 220));
        if (i % 3 == 0) {
            painter.drawRect(box);
        } else {
            painter.drawEllipse(box);
        }
    }
    return picture;
}

/// What comes back after saving as JPEG.
inline QImage recompressed(const QImage& picture, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", quality);
    return QImage::fromData(bytes, "JPG");
}

inline QImage brightened(const QImage& picture, double factor) {
    QImage result = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const auto scale = [&](int value) { return std::min(255, int(value * factor)); };
            row[x] = qRgb(scale(qRed(row[x])), scale(qGreen(row[x])), scale(qBlue(row[x])));
        }
    }
    return result;
}

} // namespace moderato::test
