#pragma once

#include "core/base/Result.h"
#include "core/media/FrameTable.h"
#include "core/media/private/FfmpegFile.h"

#include <QImage>

#include <optional>
#include <vector>

namespace moderato::media {

struct ReaderOptions {
    QSize maxSize;   ///< Allows decoding in low resolution; empty: full size.
    int threads = 1; ///< More are sooner done but cost more altogether.
};

/// A frame to decode, and the key frame that decoding begins with; stream time base.
struct Target {
    int64_t pts = 0;
    int64_t key = 0;
};

/// The frames of one picture stream in order of showing, from any key frame on. Times are presentation time
/// stamps in the stream's time base. After too much damage it behaves as at the end.
class VideoReader {
public:
    /// The first stream of moving pictures; a cover where there is none.
    static Result<VideoReader> open(const InputFile& file, const ReaderOptions& options);
    static Result<VideoReader> ofStream(FormatPtr format, int index, const ReaderOptions& options);

    AVStream& stream() const { return *format_->streams[stream_]; }
    AVFormatContext& format() const { return *format_; }
    Rational timeBase() const;
    /// When the first frame is shown, as the header says.
    int64_t start() const;

    /// To the key frame at or before `time`, or to the beginning where the container has no way there.
    void seek(int64_t time);
    void rewind();
    /// So that the next packet is the key frame, or one before it. False: nothing can be read.
    bool seekKey(const Target& target);

    /// The next packet of the stream; null at the end.
    AVPacket* nextPacket();
    /// The next frame; null at the end.
    FramePtr nextFrame();
    int64_t timeOf(const AVFrame& frame);

    /// What is on the screen at `time`, found out from the packets: nothing where they carry no time stamps.
    std::optional<Target> find(int64_t time);
    /// Which frames `decode` will be asked for (rising time stamps).
    void want(std::vector<int64_t> times) { wanted_ = std::move(times); }
    /// That frame, one of the wanted, decoding only what wanted frames refer to; where it is damaged, the
    /// last intact one before it. Goes on from where the last call ended if the key frame is the same.
    /// `last`: no other frame of this group is wanted.
    FramePtr decode(const Target& target, bool last);

    /// Only key frames are decoded from now on.
    void keyFramesOnly();
    /// Until the next seek frames before `time` are decoded only where others refer to them; `nextFrame` leaves
    /// some of them out.
    void hurryTo(int64_t time) { hurryTo_ = time; }
    /// Whether something could not be read or decoded.
    bool isDamaged() const { return bad_ > 0; }
    Result<QImage> image(const AVFrame& frame, QSize maxSize) const;

private:
    bool feed();
    int send(const AVPacket* packet);
    FramePtr receive();
    void reset();

    FormatPtr format_;
    CodecPtr codec_;
    PacketPtr packet_;
    PacketPtr ahead_; ///< Read while looking where a seek went; the next one given out.
    bool hasAhead_ = false;
    std::vector<int64_t> wanted_;
    int stream_ = -1;
    int bad_ = 0;
    bool draining_ = false;
    int64_t lastEnd_ = AV_NOPTS_VALUE;
    int64_t hurryTo_ = AV_NOPTS_VALUE;
    int64_t group_ = AV_NOPTS_VALUE; ///< Key frame of the group that `decode` is in.
    int64_t shown_ = AV_NOPTS_VALUE; ///< What `decode` gave last.
};

} // namespace moderato::media
