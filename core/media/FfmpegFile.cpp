#include "core/media/private/FfmpegFile.h"

#include "core/media/InputFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/Media.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <unistd.h>

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/error.h>
#include <libavutil/log.h>
#include <libavutil/mem.h>
}

namespace moderato::media {

namespace {

/// What may be opened: containers that hold their own data. Playlists, manifests, scripts, devices and text
/// formats are not among them, nor is image2, which opens a file's neighbours and goes by its name.
constexpr const char* formatWhitelist = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,live_flv,mpeg,"
                                        "mpegvideo,mpegts,mpegtsraw,ogg,mxf,dv,rm,nut,ivf,yuv4mpegpipe,"
                                        "h264,hevc,av1,obu,m4v,mp3,aac,ac3,eac3,flac,wav,w64,aiff,au,amr,"
                                        "amrnb,amrwb,caf,ape,tta,wv,dts,truehd,gif,apng,swf,"
                                        "png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,gif_pipe,"
                                        "jpegls_pipe,j2k_pipe,vc1,dirac,wtv,bink,smk,avs,r3d,gxf";

constexpr int bufferBytes = 1 << 15;

/// What FFmpeg reads from: a place in a descriptor that others may use as well.
struct DescriptorReader {
    int descriptor;
    int64_t size;
    int64_t pos = 0;
    bool leavesOutBytes = false;
};

int readBytes(void* opaque, uint8_t* buffer, int count) {
    auto& reader = *static_cast<DescriptorReader*>(opaque);
    if (reader.leavesOutBytes && reader.pos < reader.size) {
        const auto skipped = int(std::min<int64_t>(count, reader.size - reader.pos));
        reader.pos += skipped;
        return skipped;
    }
    const ssize_t got = ::pread(reader.descriptor, buffer, size_t(count), off_t(reader.pos));
    if (got <= 0) {
        return got == 0 ? AVERROR_EOF : AVERROR(errno);
    }
    reader.pos += got;
    return int(got);
}

int64_t seekBytes(void* opaque, int64_t offset, int whence) {
    auto& reader = *static_cast<DescriptorReader*>(opaque);
    const int how = whence & ~AVSEEK_FORCE;
    if (how == AVSEEK_SIZE) {
        return reader.size;
    }
    const int64_t base = how == SEEK_SET ? 0 : how == SEEK_CUR ? reader.pos : reader.size;
    int64_t pos = 0;
    if (__builtin_add_overflow(base, offset, &pos) || pos < 0) {
        return AVERROR(EINVAL);
    }
    return reader.pos = pos;
}

void freeReader(AVIOContext* io) {
    if (io) {
        delete static_cast<DescriptorReader*>(io->opaque);
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
}

AVIOContext* makeReader(const InputFile& file) {
    auto* buffer = static_cast<uint8_t*>(av_malloc(bufferBytes));
    auto* opaque = new DescriptorReader{file.descriptor(), file.size()};
    AVIOContext* io = avio_alloc_context(buffer, bufferBytes, 0, opaque, readBytes, nullptr, seekBytes);
    if (!io) {
        av_free(buffer);
        delete opaque;
    }
    return io;
}

int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

AVDictionary* safeOptions() {
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    av_dict_set(&options, "format_whitelist", formatWhitelist, 0);
    av_dict_set(&options, "probesize", "8000000", 0);
    av_dict_set(&options, "analyzeduration", "5000000", 0);
    av_dict_set(&options, "max_streams", "64", 0);
    av_dict_set(&options, "enable_drefs", "0", 0); // MOV: tracks in other files.
    av_dict_set(&options, "use_absolute_path", "0", 0);
    return options;
}

Error notMedia(const InputFile& file, const QByteArray& head, int code) {
    if (mp4State(file) == Mp4State::NoIndex) {
        return Error::invalid(
            Media::tr(
                "The file ends before its index: it was probably not copied completely. Copy it again."),
            ffmpegError(code));
    }
    const QString what = looksLike(head);
    if (!what.isEmpty()) {
        return Error::invalid(Media::tr("This is not a media file that FFmpeg knows: %1.").arg(what),
                              ffmpegError(code));
    }
    if (code == AVERROR_INVALIDDATA) {
        return Error::invalid(Media::tr("This is not a media file that FFmpeg knows, or it is damaged."),
                              ffmpegError(code));
    }
    return Error::invalid(Media::tr("The file cannot be opened as media: %1.").arg(ffmpegError(code)),
                          ffmpegError(code));
}

} // namespace

void FormatCloser::operator()(AVFormatContext* context) const {
    AVIOContext* io = context->pb;
    avformat_close_input(&context);
    freeReader(io);
}

QString ffmpegError(int code) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof(text));
    return QString::fromUtf8(text);
}

bool hasWholeIndex(const AVFormatContext& format) {
    return (format.flags & AVFMT_FLAG_NOPARSE) != 0; // Set by openMedia for just these.
}

void leaveOutBytes(AVFormatContext& format, bool on) {
    AVIOContext& io = *format.pb;
    static_cast<DescriptorReader*>(io.opaque)->leavesOutBytes = on;
    io.buf_ptr = io.buf_end = io.buffer; // What it holds is not what the file holds.
}

Result<FormatPtr> openMedia(const InputFile& file, OpenFor purpose) {
    av_log_set_level(AV_LOG_QUIET);
    const Result<QByteArray> head = firstBytes(file);
    if (!head) {
        return head.error();
    }
    if (namesOtherFiles(*head)) {
        return Error::invalid(Media::tr("This is a playlist that names other files, and those are never "
                                        "opened. Import the files themselves."));
    }
    AVDictionary* options = safeOptions();
    const bool isIndexed = purpose == OpenFor::Frames && mp4State(file) == Mp4State::Whole;
    AVIOContext* io = makeReader(file);
    AVFormatContext* raw = avformat_alloc_context();
    int code = AVERROR(ENOMEM);
    if (io && raw) {
        raw->pb = io;
        raw->flags |= AVFMT_FLAG_CUSTOM_IO | (isIndexed ? AVFMT_FLAG_NOPARSE : 0);
        raw->io_open = refuseToOpen;
        code = avformat_open_input(&raw, nullptr, nullptr, &options); // Frees `raw` where it fails.
    }
    av_dict_free(&options);
    if (code < 0) {
        avformat_free_context(raw);
        freeReader(io);
        return notMedia(file, *head, code);
    }
    FormatPtr format(raw);
    code = isIndexed ? 0 : avformat_find_stream_info(format.get(), nullptr);
    if (code < 0) {
        return notMedia(file, *head, code);
    }
    return format;
}

Result<CodecPtr> openDecoder(const AVStream& stream, const CodecOptions& options) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (!codec) {
        return Error{Error::Kind::Unsupported,
                     Media::tr("There is no decoder for its format (%1).")
                         .arg(avcodec_get_name(stream.codecpar->codec_id)),
                     {}};
    }
    CodecPtr context(avcodec_alloc_context3(codec));
    if (!context || avcodec_parameters_to_context(context.get(), stream.codecpar) < 0) {
        return Error::invalid(Media::tr("The file's description of its pictures is damaged."));
    }
    context->pkt_timebase = stream.time_base;
    context->thread_count = options.threads;
    context->lowres = std::min(options.halvings, int(codec->max_lowres));
    context->max_pixels = int64_t(16384) * 16384 / 2;
    if (const int code = avcodec_open2(context.get(), codec, nullptr); code < 0) {
        return Error::invalid(Media::tr("The file's description of its pictures is damaged."),
                              ffmpegError(code));
    }
    return context;
}

int videoStreamOf(const AVFormatContext& format) {
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream& stream = *format.streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
            !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC)) {
            return int(i);
        }
    }
    return -1;
}

int coverStreamOf(const AVFormatContext& format) {
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (format.streams[i]->disposition & AV_DISPOSITION_ATTACHED_PIC) {
            return int(i);
        }
    }
    return -1;
}

int rotationOf(const AVStream& stream) {
    const uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
    if (!matrix) {
        return 0;
    }
    const double counterClockwise = av_display_rotation_get(reinterpret_cast<const int32_t*>(matrix));
    if (std::isnan(counterClockwise)) {
        return 0;
    }
    const int quarters = int(std::lround(-counterClockwise / 90.0));
    return ((quarters % 4 + 4) % 4) * 90;
}

} // namespace moderato::media
