#include "core/media/Probe.h"

#include "core/media/Frames.h"
#include "core/media/private/OpenedFile.h"
#include "core/media/private/Pictures.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace moderato::media {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Media", text); }

Rational toRational(AVRational value) { return {value.num, value.den == 0 ? 1 : value.den}; }

/// From the index where it lists every frame (MP4, AVI): constant when all steps are the same, give or take one tick.
std::optional<bool> variableRate(const AVStream& stream)
{
    const int entries = avformat_index_get_entries_count(&stream);
    if (entries < 3 || stream.nb_frames != entries) {
        return {};
    }
    auto* indexed = const_cast<AVStream*>(&stream); // the function takes no const pointer but changes nothing
    int64_t shortest = INT64_MAX, longest = 0;
    for (int i = 1; i + 1 < entries; ++i) { // the last step is often cut
        const int64_t step
            = avformat_index_get_entry(indexed, i)->timestamp - avformat_index_get_entry(indexed, i - 1)->timestamp;
        shortest = std::min(shortest, step);
        longest = std::max(longest, step);
    }
    return longest - shortest > std::max<int64_t>(1, shortest / 50);
}

StreamInfo describe(const AVStream& stream)
{
    StreamInfo info;
    const AVCodecParameters& codec = *stream.codecpar;
    const AVCodec* decoder = avcodec_find_decoder(codec.codec_id);
    info.codec = QString::fromLatin1(avcodec_get_name(codec.codec_id));
    info.decodable = decoder != nullptr;
    switch (codec.codec_type) {
    case AVMEDIA_TYPE_VIDEO:
        info.type = stream.disposition & AV_DISPOSITION_ATTACHED_PIC ? StreamInfo::Type::Other : StreamInfo::Type::Video;
        info.size = QSize(codec.width, codec.height);
        info.rotation = rotationOf(stream);
        if (const AVRational aspect = stream.sample_aspect_ratio.num ? stream.sample_aspect_ratio : codec.sample_aspect_ratio;
            aspect.num > 0 && aspect.den > 0) {
            info.sampleAspect = toRational(aspect);
        }
        info.frameRate = toRational(stream.avg_frame_rate);
        info.variableFrameRate = variableRate(stream);
        break;
    case AVMEDIA_TYPE_AUDIO:
        info.type = StreamInfo::Type::Audio;
        info.channels = codec.ch_layout.nb_channels;
        info.sampleRate = codec.sample_rate;
        break;
    case AVMEDIA_TYPE_SUBTITLE:
        info.type = StreamInfo::Type::Subtitle;
        break;
    default:
        break;
    }
    return info;
}

void countFrames(MediaInfo& info, const AVFormatContext& format)
{
    const int index = movingStream(format);
    if (index < 0) {
        return;
    }
    const AVStream& stream = *format.streams[index];
    if (stream.nb_frames > 0) {
        info.frameCount = stream.nb_frames;
        info.frameCountIsExact = true;
    } else if (const double rate = av_q2d(stream.avg_frame_rate); rate > 0) {
        info.frameCount = qRound64(rate * double(info.duration.count()) / 1e6);
    }
}

void collectProblems(MediaInfo& info)
{
    for (const StreamInfo& stream : info.streams) {
        if (!stream.decodable && (stream.type == StreamInfo::Type::Video || stream.type == StreamInfo::Type::Audio)) {
            info.problems << tr("There is no decoder for its %1 stream; that part cannot be shown.").arg(stream.codec);
        }
    }
    if (const StreamInfo* video = info.video(); video && video->size.isEmpty()) {
        info.problems << tr("The size of its pictures is not known: the file is damaged or incomplete.");
    }
    if (info.duration.count() == 0) {
        info.problems << tr("Its duration is not known: the file may be incomplete.");
    }
}

} // namespace

Result<MediaInfo> probe(const QString& path)
{
    if (const auto picture = pictureSize(path)) {
        MediaInfo info;
        info.kind = MediaKind::Picture;
        info.container = picture->format;
        StreamInfo stream;
        stream.type = StreamInfo::Type::Video;
        stream.codec = picture->format;
        stream.size = picture->size;
        info.streams.push_back(stream);
        info.frameCount = 1;
        info.frameCountIsExact = true;
        return info;
    }
    auto opened = openFile(path);
    if (!opened) {
        return opened.error();
    }
    const AVFormatContext& format = **opened;
    MediaInfo info;
    info.container = QString::fromLatin1(format.iformat->name);
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        info.streams.push_back(describe(*format.streams[i]));
    }
    if (!info.video() && !info.audio()) {
        return Error::invalid(tr("“%1” holds neither pictures nor sound. Check what it really is.").arg(QFileInfo(path).fileName()));
    }
    info.kind = info.video() ? MediaKind::Video : MediaKind::Audio;
    if (format.duration > 0) {
        info.duration = std::chrono::microseconds(format.duration);
    }
    countFrames(info, format);
    collectProblems(info);
    return info;
}

} // namespace moderato::media
