#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/frame.h>
}

namespace moderato::media {

class InputFile;

/// Also frees the AVIOContext, which FFmpeg leaves to whoever made it.
struct FormatCloser {
    void operator()(AVFormatContext* context) const;
};
struct CodecCloser {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FrameFreer {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct PacketFreer {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
using FormatPtr = std::unique_ptr<AVFormatContext, FormatCloser>;
using CodecPtr = std::unique_ptr<AVCodecContext, CodecCloser>;
using FramePtr = std::unique_ptr<AVFrame, FrameFreer>;
using PacketPtr = std::unique_ptr<AVPacket, PacketFreer>;

/// Reads a file through its descriptor and finds its streams, under the rules of Probe.h; no name is ever
/// opened. `file` must outlive what is returned. An error is a sentence.
enum class OpenFor {
    Looking, ///< Decodes the beginning where the header leaves something open.
    Frames,  ///< Only what reading packets needs: quick where the index is whole, else as for looking.
};
Result<FormatPtr> openMedia(const InputFile& file, OpenFor purpose = OpenFor::Looking);

/// Whether the header lists every frame (an MP4 or MOV that is all there and in one piece) and `openMedia`
/// was for frames: then packets' time stamps can be read without their bytes.
bool hasWholeIndex(const AVFormatContext& format);
/// While on, nothing is read from the disk: packets are right in all but their bytes. Only with a whole
/// index.
void leaveOutBytes(AVFormatContext& format, bool on);

struct CodecOptions {
    int threads = 2;
    int halvings = 0; ///< How often the picture is halved; see AVCodec::max_lowres.
};
/// A decoder for one stream; an error says which codec is missing.
Result<CodecPtr> openDecoder(const AVStream& stream, const CodecOptions& options = {});

/// The first stream of moving pictures, −1: none. Covers do not count.
int videoStreamOf(const AVFormatContext& format);
/// An embedded cover, −1: none.
int coverStreamOf(const AVFormatContext& format);

/// Clockwise degrees that bring the stream's picture upright: 0, 90, 180 or 270.
int rotationOf(const AVStream& stream);

QString ffmpegError(int code);

} // namespace moderato::media
