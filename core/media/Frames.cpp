#include "core/media/Frames.h"

#include "core/media/InputFile.h"
#include "core/media/private/FfmpegFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/Media.h"
#include "core/media/private/Pictures.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <cstdlib>

extern "C" {
#include <libswscale/swscale.h>
}

namespace moderato::media {

namespace {

constexpr qint64 maxPixels = qint64(128) << 20;
constexpr int maxBadPackets = 2000;
constexpr int64_t latestTime = int64_t(1) << 50; // µs
constexpr double enoughContrast = 12;

Error noFrame() {
    return Error::invalid(Media::tr("No picture could be decoded: the file is damaged."));
}

struct ScalerFreer {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};

/// One stream's frames in order of showing, from a seek point on.
class FrameReader {
public:
    static Result<FrameReader> open(const InputFile& file) {
        Result<FormatPtr> format = openMedia(file);
        if (!format) {
            return format.error();
        }
        const int video = videoStreamOf(**format);
        const int stream = video >= 0 ? video : coverStreamOf(**format);
        if (stream < 0) {
            return Error::invalid(Media::tr("The file has sound but no pictures."));
        }
        return ofStream(*std::move(format), stream);
    }

    static Result<FrameReader> ofStream(FormatPtr format, int index) {
        Result<CodecPtr> codec = openDecoder(*format->streams[index]);
        if (!codec) {
            return codec.error();
        }
        for (unsigned i = 0; i < format->nb_streams; ++i) {
            format->streams[i]->discard = int(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
        }
        FrameReader reader;
        reader.format_ = std::move(format);
        reader.codec_ = *std::move(codec);
        reader.stream_ = index;
        reader.packet_.reset(av_packet_alloc());
        return reader;
    }

    AVStream& stream() const { return *format_->streams[stream_]; }
    AVFormatContext& format() const { return *format_; }

    /// Where the first frame of the stream begins, in its time base.
    int64_t start() const { return stream().start_time == AV_NOPTS_VALUE ? 0 : stream().start_time; }

    void seek(int64_t timestamp) {
        if (av_seek_frame(format_.get(), stream_, timestamp, AVSEEK_FLAG_BACKWARD) < 0) {
            av_seek_frame(format_.get(), stream_, INT64_MIN, 0);
        }
        avcodec_flush_buffers(codec_.get());
        draining_ = false;
        lastEnd_ = AV_NOPTS_VALUE;
    }

    /// Null at the end, or after more damage than is worth going on.
    FramePtr next() {
        FramePtr frame(av_frame_alloc());
        for (int bad = 0; bad < maxBadPackets;) {
            const int got = avcodec_receive_frame(codec_.get(), frame.get());
            if (got == 0) {
                return frame;
            }
            if (got == AVERROR_EOF || (got != AVERROR(EAGAIN) && ++bad >= maxBadPackets)) {
                return nullptr;
            }
            if (got == AVERROR(EAGAIN) && !feed(bad)) {
                return nullptr;
            }
        }
        return nullptr;
    }

    int64_t timeOf(const AVFrame& frame) {
        const int64_t time = frame.best_effort_timestamp != AV_NOPTS_VALUE ? frame.best_effort_timestamp
                             : lastEnd_ != AV_NOPTS_VALUE                  ? lastEnd_
                                                                           : start();
        lastEnd_ = time + std::max<int64_t>(frame.pkt_duration, 1);
        return time;
    }

private:
    bool feed(int& bad) {
        while (!draining_) {
            const int code = av_read_frame(format_.get(), packet_.get());
            if (code < 0) {
                draining_ = true;
                avcodec_send_packet(codec_.get(), nullptr);
                return true;
            }
            const bool ours = packet_->stream_index == stream_;
            const int sent = ours ? avcodec_send_packet(codec_.get(), packet_.get()) : 0;
            av_packet_unref(packet_.get());
            if (sent < 0 && ++bad >= maxBadPackets) {
                return false;
            }
            if (ours && sent >= 0) {
                return true;
            }
        }
        return false;
    }

    FormatPtr format_;
    CodecPtr codec_;
    PacketPtr packet_;
    int stream_ = -1;
    bool draining_ = false;
    int64_t lastEnd_ = AV_NOPTS_VALUE;
};

/// Upright, with square pixels, within `maxSize`.
Result<QImage> toImage(const AVFrame& frame, const FrameReader& reader, QSize maxSize) {
    if (frame.width <= 0 || frame.height <= 0 || qint64(frame.width) * frame.height > maxPixels) {
        return noFrame();
    }
    const AVRational aspect =
        av_guess_sample_aspect_ratio(&reader.format(), &reader.stream(), const_cast<AVFrame*>(&frame));
    const double ratio = aspect.num > 0 && aspect.den > 0 ? av_q2d(aspect) : 1;
    const int rotation = rotationOf(reader.stream());
    QSize square(frame.width, frame.height);
    if (ratio > 0.05 && ratio < 20) {
        square.setWidth(std::max(1, int(std::lround(frame.width * ratio))));
    }
    const QSize target = fitted(square, rotation % 180 == 0 ? maxSize : maxSize.transposed());
    QImage image(target, QImage::Format_RGB32);
    if (image.isNull()) {
        return noFrame();
    }
    const std::unique_ptr<SwsContext, ScalerFreer> scaler(sws_getContext(
        frame.width, frame.height, AVPixelFormat(frame.format), target.width(), target.height(),
        AV_PIX_FMT_BGRA, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler) {
        return noFrame();
    }
    const bool full = frame.color_range == AVCOL_RANGE_JPEG;
    const int matrix = frame.colorspace == AVCOL_SPC_UNSPECIFIED
                           ? (frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601)
                           : int(frame.colorspace);
    sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(matrix), full,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    uint8_t* planes[4] = {image.bits(), nullptr, nullptr, nullptr};
    const int strides[4] = {int(image.bytesPerLine()), 0, 0, 0};
    if (sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) <= 0) {
        return noFrame();
    }
    return rotation == 0 ? image : image.transformed(QTransform().rotate(rotation));
}

/// The last frame that begins at or before `target`; where none does, the first one there is.
FramePtr frameBefore(FrameReader& reader, int64_t target) {
    FramePtr best;
    while (FramePtr frame = reader.next()) {
        const bool after = reader.timeOf(*frame) > target;
        if (after && best) {
            break;
        }
        best = std::move(frame);
        if (after) {
            break;
        }
    }
    return best;
}

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
    Result<FrameReader> opened = FrameReader::open(file);
    if (!opened) {
        return opened.error();
    }
    FrameReader& reader = *opened;
    const int64_t offset = av_rescale_q(std::clamp<int64_t>(time.count(), 0, latestTime), AV_TIME_BASE_Q,
                                        reader.stream().time_base);
    const int64_t target = reader.start() + offset;
    FramePtr frame;
    if (offset > 0) {
        reader.seek(target);
        frame = frameBefore(reader, target);
    }
    const bool tooLate =
        frame && reader.timeOf(*frame) > target; // The seek went too far: read from the beginning.
    if (!frame || tooLate) {
        reader.seek(INT64_MIN);
        FramePtr again = frameBefore(reader, target);
        frame = again ? std::move(again) : std::move(frame);
    }
    return frame ? toImage(*frame, reader, maxSize) : Result<QImage>(noFrame());
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
        if (Result<FrameReader> reader = FrameReader::ofStream(*std::move(format), cover)) {
            if (const FramePtr frame = reader->next()) {
                return toImage(*frame, *reader, maxSize);
            }
        }
    }
    Result<QImage> best = noFrame();
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
