#pragma once

#include "core/media/InputFile.h"
#include "core/media/Sampling.h"

#include <functional>
#include <memory>

namespace moderato::media {

/// What a player asks for around one place: the key frame that bridges a seek, and the frames that steps back
/// show. The last video stays open, because reading the index of a long one costs more than decoding a frame.
/// One thread.
class Steps {
public:
    /// `isStopped` is asked between two frames of a run: then nobody waits for it any more.
    explicit Steps(std::function<bool()> isStopped = {});
    ~Steps();

    /// The key frame that decoding would begin with to show `time` (0 is the first frame): one decoded frame.
    Result<SampledFrame> keyFrameAt(InputFile file, std::chrono::microseconds time, QSize maxSize);
    /// Up to `count` frames that end with the one of time stamp `pts`, in order of showing: what stepping
    /// back from there shows. Decodes from the key frame before on, and keeps some decoded frames: where
    /// `pts` is one of them, nothing is decoded and only those are given.
    Result<std::vector<SampledFrame>> framesUpTo(InputFile file, qint64 pts, int count, QSize maxSize);
    /// Closes what is open. → whether anything was
    bool close();

private:
    struct Video;
    Result<Video*> open(InputFile file, QSize maxSize, int threads);
    void closeIfDamaged();

    std::function<bool()> isStopped_;
    std::unique_ptr<Video> video_;
};

} // namespace moderato::media
