#include "core/media/private/FrameImage.h"

#include "core/media/private/FfmpegFile.h"
#include "core/media/private/Media.h"
#include "core/media/private/Pictures.h"
#include "core/media/private/PixelMemory.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

extern "C" {
#include <libswscale/swscale.h>
}

namespace moderato::media {

namespace {

struct ScalerFreer {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};
using ScalerPtr = std::unique_ptr<SwsContext, ScalerFreer>;

QSize squareSize(const AVFrame& frame, AVRational aspect) {
    const double ratio = aspect.num > 0 && aspect.den > 0 ? av_q2d(aspect) : 1;
    QSize square(frame.width, frame.height);
    if (ratio > 0.05 && ratio < 20) {
        square.setWidth(std::max(1, int(std::lround(frame.width * ratio))));
    }
    return square;
}

ScalerPtr scalerFor(const AVFrame& frame, QSize target) {
    const bool smaller = target.width() * 2 <= frame.width && target.height() * 2 <= frame.height;
    const int method = smaller ? SWS_AREA : SWS_BICUBIC | SWS_ACCURATE_RND;
    ScalerPtr scaler(sws_getContext(frame.width, frame.height, AVPixelFormat(frame.format), target.width(),
                                    target.height(), AV_PIX_FMT_BGRA, method, nullptr, nullptr, nullptr));
    if (scaler) {
        const int matrix = frame.colorspace == AVCOL_SPC_UNSPECIFIED
                               ? (frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601)
                               : int(frame.colorspace);
        sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(matrix),
                                 frame.color_range == AVCOL_RANGE_JPEG, sws_getCoefficients(SWS_CS_DEFAULT),
                                 1, 0, 1 << 16, 1 << 16);
    }
    return scaler;
}

} // namespace

Error noPicture() {
    return Error::invalid(Media::tr("No picture could be decoded: the file is damaged."));
}

Result<QImage> imageOf(const AVFrame& frame, AVFormatContext& format, AVStream& stream, QSize maxSize) {
    if (frame.width <= 0 || frame.height <= 0 || qint64(frame.width) * frame.height > maxFramePixels) {
        return noPicture();
    }
    const AVRational aspect = av_guess_sample_aspect_ratio(&format, &stream, const_cast<AVFrame*>(&frame));
    const int rotation = rotationOf(stream);
    const QSize target =
        fitted(squareSize(frame, aspect), rotation % 180 == 0 ? maxSize : maxSize.transposed());
    if (qint64(target.width()) * target.height() > maxFramePixels) {
        return noPicture();
    }
    QImage image = newPicture(target, QImage::Format_RGB32);
    const ScalerPtr scaler = image.isNull() ? nullptr : scalerFor(frame, target);
    if (!scaler) {
        return noPicture();
    }
    uint8_t* planes[4] = {image.bits(), nullptr, nullptr, nullptr};
    const int strides[4] = {int(image.bytesPerLine()), 0, 0, 0};
    if (sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) <= 0) {
        return noPicture();
    }
    return rotation == 0 ? image : image.transformed(QTransform().rotate(rotation));
}

} // namespace moderato::media
