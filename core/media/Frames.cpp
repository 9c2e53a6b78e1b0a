#include "core/media/Frames.h"

#include "core/media/private/OpenedFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTransform>

extern "C" {
#include <libswscale/swscale.h>
}

#include <array>

namespace moderato::media {

namespace {

using std::chrono::microseconds;

QString tr(const char* text) { return QCoreApplication::translate("Media", text); }

Error undecodable(const QString& path, const QString& detail)
{
    return Error::invalid(tr("No picture of “%1” can be decoded: the file is damaged or incomplete.").arg(QFileInfo(path).fileName()),
                          detail);
}

/// Decodes one stream from where the last seek went.
class StreamDecoder {
public:
    static Result<StreamDecoder> open(AVFormatContext* format, int stream, const QString& path)
    {
        const AVCodecParameters* parameters = format->streams[stream]->codecpar;
        const AVCodec* codec = avcodec_find_decoder(parameters->codec_id);
        CodecContext context(codec ? avcodec_alloc_context3(codec) : nullptr);
        if (!context || avcodec_parameters_to_context(context.get(), parameters) < 0) {
            return undecodable(path, tr("no decoder"));
        }
        context->pkt_timebase = format->streams[stream]->time_base;
        context->thread_count = 2;
        if (const int code = avcodec_open2(context.get(), codec, nullptr); code < 0) {
            return undecodable(path, ffmpegText(code));
        }
        return StreamDecoder(format, stream, std::move(context));
    }

    bool seek(int64_t timestamp)
    {
        avcodec_flush_buffers(codec_.get());
        draining_ = false;
        return av_seek_frame(format_, stream_, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /// The next frame in showing order; false at the end.
    bool next(AVFrame* frame)
    {
        while (true) {
            const int code = avcodec_receive_frame(codec_.get(), frame);
            if (code == 0) {
                return true;
            }
            if (code != AVERROR(EAGAIN) || draining_) {
                return false;
            }
            if (!feed()) {
                draining_ = true;
                avcodec_send_packet(codec_.get(), nullptr);
            }
        }
    }

private:
    StreamDecoder(AVFormatContext* format, int stream, CodecContext codec)
        : format_(format), stream_(stream), codec_(std::move(codec)), packet_(av_packet_alloc())
    {
    }

    bool feed()
    {
        while (av_read_frame(format_, packet_.get()) >= 0) {
            const bool ours = packet_->stream_index == stream_;
            const int code = ours ? avcodec_send_packet(codec_.get(), packet_.get()) : 0;
            av_packet_unref(packet_.get());
            if (ours && code >= 0) {
                return true; // a damaged packet is passed over
            }
        }
        return false;
    }

    AVFormatContext* format_;
    int stream_;
    CodecContext codec_;
    Packet packet_;
    bool draining_ = false;
};

QSize shownSize(const AVFrame& frame, AVRational streamAspect)
{
    const AVRational aspect = frame.sample_aspect_ratio.num > 0 ? frame.sample_aspect_ratio : streamAspect;
    QSize size(frame.width, frame.height);
    if (aspect.num > 0 && aspect.den > 0) {
        size.setWidth(qMax(1, qRound(size.width() * av_q2d(aspect))));
    }
    return size;
}

/// Upright, square pixels, within maxSize.
Result<QImage> toImage(const AVFrame& frame, const AVStream& stream, QSize maxSize, const QString& path)
{
    constexpr qint64 mostPixels = 64 << 20;
    const int rotation = rotationOf(stream);
    QSize size = shownSize(frame, stream.sample_aspect_ratio);
    const QSize box = rotation % 180 == 0 ? maxSize : maxSize.transposed();
    if (!box.isEmpty() && (size.width() > box.width() || size.height() > box.height())) {
        size = size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    }
    if (size.isEmpty() || qint64(size.width()) * size.height() > mostPixels) {
        return undecodable(path, tr("impossible picture size"));
    }
    QImage image(size, QImage::Format_RGB32);
    SwsContext* scaler = sws_getContext(frame.width, frame.height, AVPixelFormat(frame.format), size.width(), size.height(),
                                        AV_PIX_FMT_BGRA, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr);
    if (image.isNull() || !scaler) {
        sws_freeContext(scaler);
        return undecodable(path, tr("pixel format"));
    }
    const int* coefficients = sws_getCoefficients(frame.colorspace == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_DEFAULT);
    sws_setColorspaceDetails(scaler, coefficients, frame.color_range == AVCOL_RANGE_JPEG, coefficients, 1, 0, 1 << 16, 1 << 16);
    std::array<uint8_t*, 4> planes = {image.bits(), nullptr, nullptr, nullptr};
    std::array<int, 4> strides = {int(image.bytesPerLine()), 0, 0, 0};
    sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data());
    sws_freeContext(scaler);
    return rotation == 0 ? image : image.transformed(QTransform().rotate(rotation));
}

/// The last frame at or before `target` (the stream's ticks); the very first one where the target lies before it.
bool decodeAt(StreamDecoder& decoder, int64_t target, int64_t start, AVFrame* kept)
{
    const Frame frame(av_frame_alloc());
    for (const int64_t from : {target, start}) {
        if (!decoder.seek(from) && from != start) {
            continue;
        }
        bool found = false;
        while (decoder.next(frame.get())) {
            const int64_t pts = frame->best_effort_timestamp;
            if (found && pts != AV_NOPTS_VALUE && pts > target) {
                return true;
            }
            if (!found && pts != AV_NOPTS_VALUE && pts > target && from != start) {
                break; // the seek went too far: begin at the start
            }
            av_frame_unref(kept);
            av_frame_move_ref(kept, frame.get());
            found = true;
            if (pts != AV_NOPTS_VALUE && pts >= target) {
                return true;
            }
        }
        if (found) {
            return true;
        }
    }
    return false;
}

bool isOfOneColour(const QImage& image)
{
    const QImage small = image.scaled(16, 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    int least = 255, most = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const int value = small.constScanLine(y)[x];
            least = qMin(least, value);
            most = qMax(most, value);
        }
    }
    return most - least < 24;
}

} // namespace

Result<QImage> frameAt(const QString& path, microseconds time, QSize maxSize)
{
    auto opened = openFile(path);
    if (!opened) {
        return opened.error();
    }
    AVFormatContext* format = opened->get();
    const int index = movingStream(*format);
    if (index < 0) {
        return Error::invalid(tr("“%1” has no moving pictures.").arg(QFileInfo(path).fileName()));
    }
    const AVStream& stream = *format->streams[index];
    auto decoder = StreamDecoder::open(format, index, path);
    if (!decoder) {
        return decoder.error();
    }
    const int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    // Times of frames are rounded to the tick, so half a tick is added before rounding down.
    const int64_t target = start + av_rescale_q_rnd(time.count(), AVRational{1, 1'000'000}, stream.time_base, AV_ROUND_NEAR_INF);
    const Frame frame(av_frame_alloc());
    if (!decodeAt(*decoder, target, start, frame.get())) {
        return undecodable(path, tr("no frame"));
    }
    return toImage(*frame, stream, maxSize, path);
}

Result<QImage> coverFrame(const QString& path, QSize maxSize)
{
    auto opened = openFile(path);
    if (!opened) {
        return opened.error();
    }
    AVFormatContext* format = opened->get();
    if (const int cover = coverStream(*format); cover >= 0) {
        auto decoder = StreamDecoder::open(format, cover, path);
        const Frame frame(av_frame_alloc());
        if (decoder && decoder->next(frame.get())) {
            return toImage(*frame, *format->streams[cover], maxSize, path);
        }
    }
    const microseconds duration(format->duration > 0 ? format->duration : 0);
    Result<QImage> best = frameAt(path, duration / 10, maxSize);
    for (const microseconds time : {duration / 4, duration / 2, microseconds(0)}) {
        if (best && !isOfOneColour(*best)) {
            return best;
        }
        if (auto other = frameAt(path, time, maxSize); other && (!best || !isOfOneColour(*other))) {
            best = std::move(other);
        }
    }
    return best;
}

} // namespace moderato::media
