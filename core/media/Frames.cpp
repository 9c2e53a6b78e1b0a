#include "core/media/Frames.h"

#include "core/media/InputFile.h"
#include "core/media/Sampling.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/FrameImage.h"
#include "core/media/private/VideoReader.h"

#include <algorithm>
#include <cmath>

namespace moderato::media {

namespace {

constexpr double enoughContrast = 12;

/// How far the brightness of a picture spreads; near 0 for a black or white frame.
double contrast(const QImage& image) {
    const QImage small = image.scaled(32, 32, Qt::IgnoreAspectRatio, Qt::FastTransformation)
                             .convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    double squares = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const double value = small.constScanLine(y)[x];
            sum += value;
            squares += value * value;
        }
    }
    const double n = double(small.width()) * small.height();
    return std::sqrt(std::max(0.0, squares / n - (sum / n) * (sum / n)));
}

bool isPicture(const InputFile& file) {
    const Result<QByteArray> head = firstBytes(file);
    return head && !pictureFormat(*head).isEmpty();
}

} // namespace

Result<QImage> frameAt(const InputFile& file, std::chrono::microseconds time, QSize maxSize) {
    Result<std::vector<SampledFrame>> frames = framesAt(file, {time}, maxSize);
    return frames ? std::move(frames->front().image) : Result<QImage>(frames.error());
}

Result<QImage> coverFrame(const InputFile& file, QSize maxSize) {
    if (isPicture(file)) {
        return loadPicture(file, maxSize);
    }
    Result<FormatPtr> format = openMedia(file);
    if (!format) {
        return format.error();
    }
    const std::chrono::microseconds duration(std::max<int64_t>((*format)->duration, 0));
    if (const int cover = coverStreamOf(**format); cover >= 0) {
        if (Result<VideoReader> reader = VideoReader::ofStream(*std::move(format), cover, {})) {
            if (const FramePtr frame = reader->nextFrame()) {
                return reader->image(*frame, maxSize);
            }
        }
    }
    Result<QImage> best = noPicture();
    double bestContrast = -1;
    for (const double part : {0.1, 0.3, 0.5, 0.0}) {
        Result<QImage> image =
            frameAt(file, std::chrono::microseconds(int64_t(double(duration.count()) * part)), maxSize);
        if (!image && bestContrast < 0) {
            best = std::move(image);
        } else if (const double found = image ? contrast(*image) : -1; found > bestContrast) {
            bestContrast = found;
            best = std::move(image);
        }
        if (bestContrast > enoughContrast || duration.count() == 0) {
            break;
        }
    }
    return best;
}

} // namespace moderato::media
