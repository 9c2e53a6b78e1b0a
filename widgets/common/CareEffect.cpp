#include "widgets/common/CareEffect.h"

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

QImage blurred(const QImage& picture, int across) {
    const QSize few = picture.size().scaled(across, across, Qt::KeepAspectRatio).expandedTo({1, 1});
    QImage small = picture.scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    // In two steps: the second one rounds off the squares that the first one leaves.
    small = small.scaled(few * 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return small.scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QImage withCare(const QImage& picture, const CareEffect& effect, int across) {
    if (picture.isNull() || !effect.changesPicture()) {
        return picture;
    }
    QImage shown = picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                     : QImage::Format_RGB32);
    if (effect.blur) {
        shown = blurred(shown, across).convertToFormat(shown.format());
    }
    const int light = int(std::lround(256 * (1 - std::clamp(effect.dim, 0.0, 1.0))));
    for (int y = 0; y < shown.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(shown.scanLine(y));
        for (int x = 0; x < shown.width(); ++x) {
            const QRgb p = line[x];
            const int grey = qGray(p);
            const int r = effect.grey ? grey : qRed(p);
            const int g = effect.grey ? grey : qGreen(p);
            const int b = effect.grey ? grey : qBlue(p);
            line[x] = qRgba(r * light >> 8, g * light >> 8, b * light >> 8, qAlpha(p));
        }
    }
    shown.setDevicePixelRatio(picture.devicePixelRatio());
    return shown;
}

} // namespace moderato::widgets
