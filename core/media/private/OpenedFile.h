#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>

namespace moderato::media {

struct CloseInput {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
struct FreeCodec {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
using FormatContext = std::unique_ptr<AVFormatContext, CloseInput>;
using CodecContext = std::unique_ptr<AVCodecContext, FreeCodec>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;

/// Opens a file with its streams known: only the file itself, only formats that name no other files.
Result<FormatContext> openFile(const QString& path);

/// Index of the first stream with moving pictures, −1: none; of the embedded cover likewise.
int movingStream(const AVFormatContext& format);
int coverStream(const AVFormatContext& format);

/// Clockwise degrees that bring the stream's picture upright.
int rotationOf(const AVStream& stream);

/// FFmpeg's words for an error code, for the detail of an Error.
QString ffmpegText(int code);

} // namespace moderato::media
