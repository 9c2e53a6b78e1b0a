#include "core/media/private/VideoReader.h"

#include "core/media/InputFile.h"
#include "core/media/private/FrameImage.h"
#include "core/media/private/Media.h"

#include <algorithm>
#include <limits>

namespace moderato::media {

namespace {

constexpr int maxBadPackets = 2000;
constexpr int maxForeignPackets = 1 << 20; // In a row.
constexpr int64_t farBack = 10;            // Seconds a seek goes back where it went too far.
constexpr int64_t wholeWay = std::numeric_limits<int64_t>::max();

/// How often the decoder may halve the picture so that it still fills `maxSize`.
int halvings(const AVStream& stream, QSize maxSize) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    const int side = std::max(maxSize.width(), maxSize.height());
    if (!codec || maxSize.isEmpty()) {
        return 0;
    }
    int count = 0;
    while (count < codec->max_lowres && stream.codecpar->width >> (count + 1) >= side &&
           stream.codecpar->height >> (count + 1) >= side) {
        ++count;
    }
    return count;
}

/// Saturates: time stamps come from the file.
int64_t minus(int64_t time, int64_t by) {
    int64_t result = 0;
    return __builtin_sub_overflow(time, by, &result) ? std::numeric_limits<int64_t>::min() + 1 : result;
}

int64_t plus(int64_t time, int64_t by) {
    int64_t result = 0;
    return __builtin_add_overflow(time, by, &result) ? std::numeric_limits<int64_t>::max() : result;
}

} // namespace

Result<VideoReader> VideoReader::open(const InputFile& file, const ReaderOptions& options) {
    Result<FormatPtr> format = openMedia(file, OpenFor::Frames);
    if (!format) {
        return format.error();
    }
    const int video = videoStreamOf(**format);
    const int stream = video >= 0 ? video : coverStreamOf(**format);
    if (stream < 0) {
        return Error::invalid(Media::tr("The file has sound but no pictures."));
    }
    return ofStream(*std::move(format), stream, options);
}

Result<VideoReader> VideoReader::ofStream(FormatPtr format, int index, const ReaderOptions& options) {
    const AVStream& stream = *format->streams[index];
    Result<CodecPtr> codec =
        openDecoder(stream, {.threads = options.threads, .halvings = halvings(stream, options.maxSize)});
    if (!codec) {
        return codec.error();
    }
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        format->streams[i]->discard = int(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    VideoReader reader;
    reader.format_ = std::move(format);
    reader.codec_ = *std::move(codec);
    reader.stream_ = index;
    reader.packet_.reset(av_packet_alloc());
    reader.ahead_.reset(av_packet_alloc());
    return reader;
}

Rational VideoReader::timeBase() const {
    return {stream().time_base.num, stream().time_base.den};
}

int64_t VideoReader::start() const {
    return stream().start_time == AV_NOPTS_VALUE ? 0 : stream().start_time;
}

void VideoReader::reset() {
    avcodec_flush_buffers(codec_.get());
    codec_->skip_frame = codec_->skip_frame == AVDISCARD_NONKEY ? AVDISCARD_NONKEY : AVDISCARD_DEFAULT;
    av_packet_unref(ahead_.get());
    hasAhead_ = false;
    draining_ = false;
    lastEnd_ = AV_NOPTS_VALUE;
    hurryTo_ = AV_NOPTS_VALUE;
    group_ = AV_NOPTS_VALUE;
    shown_ = AV_NOPTS_VALUE;
}

void VideoReader::seek(int64_t time) {
    reset();
    if (av_seek_frame(format_.get(), stream_, time, AVSEEK_FLAG_BACKWARD) < 0) {
        rewind();
    }
}

void VideoReader::rewind() {
    reset();
    const bool hasIndex = avformat_index_get_entries_count(&stream()) > 0;
    const bool byTime = hasIndex && !(format_->iformat->flags & AVFMT_TS_DISCONT);
    // Not the least number there is: demuxers subtract from it.
    const int64_t time = byTime ? avformat_index_get_entry(&stream(), 0)->timestamp : start();
    if (byTime && av_seek_frame(format_.get(), stream_, time, AVSEEK_FLAG_BACKWARD) >= 0) {
        return;
    }
    if (av_seek_frame(format_.get(), -1, 0, AVSEEK_FLAG_BYTE) < 0) {
        av_seek_frame(format_.get(), stream_, time, AVSEEK_FLAG_BACKWARD);
    }
}

AVPacket* VideoReader::nextPacket() {
    if (hasAhead_) {
        hasAhead_ = false;
        av_packet_unref(packet_.get());
        av_packet_move_ref(packet_.get(), ahead_.get());
        return packet_.get();
    }
    for (int strange = 0; bad_ < maxBadPackets && strange < maxForeignPackets; ++strange) {
        av_packet_unref(packet_.get());
        if (av_read_frame(format_.get(), packet_.get()) < 0) {
            return nullptr;
        }
        if (packet_->stream_index == stream_) {
            return packet_.get();
        }
    }
    return nullptr;
}

int VideoReader::send(const AVPacket* packet) {
    const int code = avcodec_send_packet(codec_.get(), packet);
    if (code < 0 && code != AVERROR_EOF && code != AVERROR(EAGAIN)) {
        ++bad_;
    }
    return code;
}

FramePtr VideoReader::receive() {
    FramePtr frame(av_frame_alloc());
    int code = avcodec_receive_frame(codec_.get(), frame.get());
    while (code < 0 && code != AVERROR(EAGAIN) && code != AVERROR_EOF && ++bad_ < maxBadPackets) {
        code = avcodec_receive_frame(codec_.get(), frame.get());
    }
    return code == 0 ? std::move(frame) : nullptr;
}

bool VideoReader::feed() {
    if (draining_ || bad_ >= maxBadPackets) {
        return false;
    }
    const AVPacket* packet = nextPacket();
    draining_ = packet == nullptr;
    if (hurryTo_ != AV_NOPTS_VALUE && packet && packet->pts != AV_NOPTS_VALUE) {
        codec_->skip_frame = packet->pts < hurryTo_ ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    }
    send(packet);
    return true;
}

FramePtr VideoReader::nextFrame() {
    do {
        if (FramePtr frame = receive()) {
            return frame;
        }
    } while (feed());
    return nullptr;
}

int64_t VideoReader::timeOf(const AVFrame& frame) {
    const int64_t time = frame.best_effort_timestamp != AV_NOPTS_VALUE ? frame.best_effort_timestamp
                         : lastEnd_ != AV_NOPTS_VALUE                  ? lastEnd_
                                                                       : start();
    lastEnd_ = plus(time, std::max<int64_t>(frame.pkt_duration, 1));
    return time;
}

bool VideoReader::seekKey(const Target& target) {
    const int64_t second = av_rescale_q(1, AVRational{1, 1}, stream().time_base);
    for (const int64_t back : {int64_t(0), second, farBack * second, wholeWay}) {
        if (back == wholeWay) {
            rewind();
        } else {
            seek(minus(target.key, back));
        }
        const AVPacket* first = nextPacket();
        while (first && !(first->flags & AV_PKT_FLAG_KEY) && back != wholeWay) {
            first = nextPacket();
        }
        if (first && (back == wholeWay || (first->pts != AV_NOPTS_VALUE && first->pts <= target.pts))) {
            av_packet_move_ref(ahead_.get(), packet_.get());
            hasAhead_ = true;
            group_ = target.key;
            return true;
        }
    }
    return false;
}

std::optional<Target> VideoReader::find(int64_t time) {
    const int64_t second = av_rescale_q(1, AVRational{1, 1}, stream().time_base);
    for (const int64_t back : {int64_t(0), second, farBack * second, wholeWay}) {
        if (back == wholeWay) {
            rewind();
        } else {
            seek(minus(time, back));
        }
        std::optional<Target> found;
        int64_t key = AV_NOPTS_VALUE;
        while (const AVPacket* packet = nextPacket()) {
            if (packet->pts == AV_NOPTS_VALUE || packet->dts == AV_NOPTS_VALUE) {
                return std::nullopt;
            }
            const bool isKey = packet->flags & AV_PKT_FLAG_KEY;
            if (packet->dts > time || (isKey && packet->pts > time)) {
                break;
            }
            if (isKey) {
                key = packet->pts;
            }
            const bool shown = !(packet->flags & AV_PKT_FLAG_DISCARD) && key != AV_NOPTS_VALUE;
            if (shown && packet->pts <= time && (!found || packet->pts > found->pts)) {
                found = Target{packet->pts, packet->pts < key ? found ? found->key : key : key};
            }
        }
        if (found) {
            return found;
        }
    }
    return std::nullopt;
}

FramePtr VideoReader::decode(const Target& target, bool last) {
    const bool goesOn = group_ == target.key && shown_ != AV_NOPTS_VALUE && shown_ < target.pts && !draining_;
    if (!goesOn && !seekKey(target)) {
        return nullptr;
    }
    FramePtr best;
    while (true) {
        while (FramePtr frame = receive()) {
            const int64_t time = timeOf(*frame);
            if (time >= target.pts) {
                shown_ = time;
                return time == target.pts || !best ? std::move(frame) : std::move(best);
            }
            best = std::move(frame);
        }
        const AVPacket* packet = draining_ ? nullptr : nextPacket();
        if (!packet && draining_) {
            return best;
        }
        const bool isTarget = packet && packet->pts == target.pts;
        codec_->skip_frame = isTarget || (packet && std::ranges::binary_search(wanted_, packet->pts))
                                 ? AVDISCARD_DEFAULT
                                 : AVDISCARD_NONREF;
        send(packet);
        draining_ = packet == nullptr;
        if (isTarget && last) {
            draining_ = true;
            send(nullptr);
        }
    }
}

void VideoReader::keyFramesOnly() {
    codec_->skip_frame = AVDISCARD_NONKEY;
    stream().discard = AVDISCARD_NONKEY;
}

Result<QImage> VideoReader::image(const AVFrame& frame, QSize maxSize) const {
    return imageOf(frame, *format_, stream(), maxSize);
}

} // namespace moderato::media
