#include "core/media/Probe.h"

#include "core/media/InputFile.h"
#include "core/media/private/FfmpegFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/Media.h"
#include "core/media/private/Oddities.h"
#include "core/media/private/Pictures.h"

#include <algorithm>
#include <limits>
#include <vector>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/pixdesc.h>
}

namespace moderato::media {

namespace {

Rational rational(AVRational value) {
    return value.den == 0 ? Rational{0, 1} : Rational{value.num, value.den};
}

StreamInfo::Type typeOf(const AVStream& stream) {
    switch (stream.codecpar->codec_type) {
    case AVMEDIA_TYPE_VIDEO:
        return stream.disposition & AV_DISPOSITION_ATTACHED_PIC ? StreamInfo::Type::Other
                                                                : StreamInfo::Type::Video;
    case AVMEDIA_TYPE_AUDIO:
        return StreamInfo::Type::Audio;
    case AVMEDIA_TYPE_SUBTITLE:
        return StreamInfo::Type::Subtitle;
    default:
        return StreamInfo::Type::Other;
    }
}

/// Whether the index of an MP4 lists every frame of the stream.
bool isListed(const AVFormatContext& format, const AVStream& stream) {
    return QByteArray(format.iformat->name).contains("mp4") && stream.nb_frames > 0 &&
           avformat_index_get_entries_count(&stream) > 1;
}

/// Times are whole units, so that constant steps may be one unit apart.
bool isVarying(int64_t leastStep, int64_t mostStep) {
    return mostStep - leastStep > (leastStep >= 10 ? 1 : 0);
}

/// Told where the container lists the time of every frame; others just state a rate.
std::optional<bool> rateVaries(const AVFormatContext& format, AVStream& stream) {
    if (!isListed(format, stream)) {
        return std::nullopt;
    }
    int64_t least = std::numeric_limits<int64_t>::max();
    int64_t most = 0;
    const int count = avformat_index_get_entries_count(&stream);
    for (int i = 1; i < count; ++i) {
        int64_t step = 0;
        if (__builtin_sub_overflow(avformat_index_get_entry(&stream, i)->timestamp,
                                   avformat_index_get_entry(&stream, i - 1)->timestamp, &step)) {
            return std::nullopt;
        }
        least = std::min(least, step);
        most = std::max(most, step);
    }
    return isVarying(least, most);
}

/// From the first packets, for a container that lists none: that the rate varies, or, where these are all of
/// them, that it does not. The stream cannot be read from the beginning afterwards.
std::optional<bool> rateVariesAtFirst(AVFormatContext& format, int stream) {
    constexpr size_t timesAtMost = 300;
    constexpr int packetsAtMost = 5000; // of all streams
    constexpr size_t heldBack = 16;     // of the last ones some that are shown in between may be missing
    constexpr qint64 bytesAtMost = qint64(8) << 20;
    const PacketPtr packet(av_packet_alloc());
    std::vector<int64_t> times;
    bool isWhole = false;
    qint64 bytes = 0;
    for (int i = 0; packet && i < packetsAtMost && times.size() < timesAtMost && bytes < bytesAtMost; ++i) {
        if (const int code = av_read_frame(&format, packet.get()); code < 0) {
            isWhole = code == AVERROR_EOF;
            break;
        }
        const bool isTimed = packet->pts != AV_NOPTS_VALUE;
        if (packet->stream_index == stream && isTimed) {
            times.push_back(packet->pts);
        }
        const bool lacksTime = packet->stream_index == stream && !isTimed;
        bytes += packet->size;
        av_packet_unref(packet.get());
        if (lacksTime) {
            return std::nullopt;
        }
    }
    std::ranges::sort(times);
    times.resize(isWhole ? times.size() : times.size() - std::min(times.size(), heldBack));
    int64_t least = std::numeric_limits<int64_t>::max();
    int64_t most = 0;
    for (size_t i = 1; i < times.size(); ++i) {
        int64_t step = 0;
        if (__builtin_sub_overflow(times[i], times[i - 1], &step) || step == 0) {
            return std::nullopt; // fields, or damage
        }
        least = std::min(least, step);
        most = std::max(most, step);
    }
    if (times.size() > 2 && isVarying(least, most)) {
        return true;
    }
    return isWhole && times.size() > 2 ? std::optional(false) : std::nullopt;
}

bool leavesOutFrames(const AVFormatContext& format, AVStream& stream) {
    if (!isListed(format, stream)) {
        return false;
    }
    const int count = avformat_index_get_entries_count(&stream);
    for (int i = 0; i < count; ++i) {
        if (avformat_index_get_entry(&stream, i)->flags & AVINDEX_DISCARD_FRAME) {
            return true;
        }
    }
    return false;
}

void describePictures(AVFormatContext& format, AVStream& stream, StreamInfo& info) {
    const AVCodecParameters& codec = *stream.codecpar;
    info.size = QSize(codec.width, codec.height);
    info.rotation = rotationOf(stream);
    const Rational aspect = rational(av_guess_sample_aspect_ratio(&format, &stream, nullptr));
    info.sampleAspect = aspect.value() > 0.05 && aspect.value() < 20 ? aspect : Rational{1, 1};
    info.frameRate = rational(stream.avg_frame_rate.num ? stream.avg_frame_rate : stream.r_frame_rate);
    info.variableFrameRate = rateVaries(format, stream);
    info.interlaced = codec.field_order != AV_FIELD_UNKNOWN && codec.field_order != AV_FIELD_PROGRESSIVE;
    info.hasBFrames = codec.video_delay > 0;
    if (const AVPixFmtDescriptor* pixels = av_pix_fmt_desc_get(AVPixelFormat(codec.format))) {
        info.pixelFormat = QString::fromLatin1(pixels->name);
        info.bitDepth = pixels->comp[0].depth;
    }
}

void describeSound(const AVStream& stream, StreamInfo& info) {
    const AVCodecParameters& codec = *stream.codecpar;
    info.channels = codec.ch_layout.nb_channels;
    info.sampleRate = codec.sample_rate;
    char layout[128] = {};
    if (av_channel_layout_describe(&codec.ch_layout, layout, sizeof(layout)) > 0) {
        info.channelLayout = QString::fromLatin1(layout);
    }
    info.bitDepth = codec.bits_per_raw_sample;
}

void describeTime(const AVStream& stream, StreamInfo& info) {
    info.timeBase = rational(stream.time_base);
    if (stream.start_time != AV_NOPTS_VALUE) {
        info.startSeconds = double(stream.start_time) * av_q2d(stream.time_base);
    }
    info.bitRate = std::max<int64_t>(stream.codecpar->bit_rate, 0);
    if (const AVDictionaryEntry* language = av_dict_get(stream.metadata, "language", nullptr, 0)) {
        info.language = QString::fromUtf8(language->value).left(32);
    }
    const AVCodecDescriptor* codec = avcodec_descriptor_get(stream.codecpar->codec_id);
    info.isBitmap = codec && (codec->props & AV_CODEC_PROP_BITMAP_SUB) != 0;
}

StreamInfo describe(AVFormatContext& format, AVStream& stream) {
    const AVCodecParameters& codec = *stream.codecpar;
    StreamInfo info;
    info.type = typeOf(stream);
    info.decodable = avcodec_find_decoder(codec.codec_id) != nullptr;
    info.codec = codec.codec_id == AV_CODEC_ID_NONE ? "unknown"
                                                    : QString::fromLatin1(avcodec_get_name(codec.codec_id));
    describeTime(stream, info);
    if (info.type == StreamInfo::Type::Video) {
        describePictures(format, stream, info);
    } else if (info.type == StreamInfo::Type::Audio) {
        describeSound(stream, info);
    }
    return info;
}

std::chrono::microseconds durationOf(const AVFormatContext& format) {
    if (format.duration == AV_NOPTS_VALUE || format.duration <= 0) {
        return {};
    }
    return std::chrono::microseconds(format.duration); // AV_TIME_BASE is a microsecond.
}

void countFrames(const AVStream& stream, MediaInfo& info) {
    if (stream.nb_frames > 0) {
        info.frameCount = stream.nb_frames;
        info.frameCountIsExact = true;
        return;
    }
    const double rate = stream.avg_frame_rate.den ? av_q2d(stream.avg_frame_rate) : 0;
    info.frameCount = qint64(rate * std::chrono::duration<double>(info.duration).count() + 0.5);
}

void findProblems(const AVFormatContext& format, const InputFile& file, MediaInfo& info) {
    for (const StreamInfo& stream : info.streams) {
        const bool shown = stream.type == StreamInfo::Type::Video || stream.type == StreamInfo::Type::Audio;
        if (shown && !stream.decodable) {
            info.problems << Media::tr("There is no decoder for its format (%1).").arg(stream.codec);
        }
    }
    if (const StreamInfo* video = info.video(); video && video->size.isEmpty()) {
        info.problems << Media::tr("The size of its pictures cannot be told: the file is damaged.");
    }
    if (info.kind != MediaKind::Picture && info.duration.count() == 0) {
        info.problems << Media::tr("Its duration cannot be told.");
    }
    const Mp4State state =
        QByteArray(format.iformat->name).contains("mp4") ? mp4State(file) : Mp4State::NotMp4;
    if (state == Mp4State::NoIndex || state == Mp4State::CutShort) {
        info.problems << Media::tr("The file ends early: it was probably not copied completely.");
    }
}

Result<MediaInfo> probePicture(const InputFile& file, const QByteArray& format) {
    const Result<QSize> size = pictureSize(file);
    if (!size) {
        return size.error();
    }
    MediaInfo info;
    info.kind = MediaKind::Picture;
    info.container = QString::fromLatin1(format);
    StreamInfo stream;
    stream.type = StreamInfo::Type::Video;
    stream.codec = info.container;
    stream.size = *size;
    info.streams.push_back(stream);
    info.frameCount = 1;
    info.frameCountIsExact = true;
    return info;
}

} // namespace

Result<MediaInfo> probe(const InputFile& file) {
    const Result<QByteArray> head = firstBytes(file);
    if (!head) {
        return head.error();
    }
    if (const QByteArray picture = pictureFormat(*head); !picture.isEmpty()) {
        return probePicture(file, picture);
    }
    Result<FormatPtr> opened = openMedia(file);
    if (!opened) {
        return opened.error();
    }
    AVFormatContext& format = **opened;
    MediaInfo info;
    info.container = QString::fromLatin1(format.iformat->name);
    info.duration = durationOf(format);
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        info.streams.push_back(describe(format, *format.streams[i]));
    }
    if (!info.video() && !info.audio()) {
        return Error::invalid(Media::tr("The file holds neither pictures nor sound, or it is damaged."));
    }
    const bool still = info.container.endsWith("_pipe");
    info.kind = still ? MediaKind::Picture : info.video() ? MediaKind::Video : MediaKind::Audio;
    if (still) {
        info.duration = {};
        info.frameCount = 1;
        info.frameCountIsExact = true;
    } else if (const int video = videoStreamOf(format); video >= 0) {
        countFrames(*format.streams[video], info);
    }
    findProblems(format, file, info);
    const int video = videoStreamOf(format);
    StreamInfo* shown = !still && video >= 0 ? &info.streams[video] : nullptr;
    if (shown && shown->type == StreamInfo::Type::Video && !shown->variableFrameRate) {
        shown->variableFrameRate = rateVariesAtFirst(format, video);
    }
    info.oddities = odditiesOf(info, coverStreamOf(format) >= 0,
                               video >= 0 && leavesOutFrames(format, *format.streams[video]));
    return info;
}

} // namespace moderato::media
