#pragma once

#include "core/media/Sampling.h"
#include "core/media/private/FrameTables.h"

namespace moderato::media {

/// A reader with what is cheaply known about all of its frames.
struct FrameSource {
    VideoReader reader;
    std::optional<FrameTable> table;
    bool hasTimes = true; ///< False: frames can only be told by counting them.
    const InputFile* file = nullptr;
    ReaderOptions options{};

    /// `file` outlives the source.
    static Result<FrameSource> open(const InputFile& file, const ReaderOptions& options);
    /// To the very first frame.
    void rewind();

    int64_t first() const { return table ? table->pts.front() : reader.start(); }
    /// Seconds from the first frame shown to the end of the last.
    double length() const;
    /// `seconds` from the first frame on, in the stream's time base.
    int64_t timeAt(double seconds) const;
    /// What is on the screen then; nothing where frames can only be told by counting them.
    std::optional<Target> find(int64_t time);
    FrameTime timeOf(int64_t pts) const;
    Result<SampledFrame> sampled(const AVFrame& frame, int64_t pts, QSize maxSize) const;
};

/// PNG, JPEG and the like: one frame at 0. Nothing: it is something else.
std::optional<Result<SampledFrame>> stillOf(const InputFile& file, QSize maxSize);

/// The frames on the screen at `times` (rising, stream time base), each once; one pass a group of pictures.
Result<std::vector<SampledFrame>> framesOf(FrameSource& source, const std::vector<int64_t>& times,
                                           QSize maxSize);

/// The frames in order of showing, with their times, whatever the packets state.
class FrameWalk {
public:
    /// From the beginning, unless the reader is moved before the first `next`.
    explicit FrameWalk(FrameSource& source);
    /// Null at the end.
    FramePtr next(int64_t& time);

private:
    FrameSource& source_;
    qint64 number_ = 0;
};

} // namespace moderato::media
