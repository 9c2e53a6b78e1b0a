#include "core/media/Steps.h"

#include "core/media/private/FrameImage.h"
#include "core/media/private/FrameSource.h"

#include <algorithm>
#include <deque>

namespace moderato::media {

namespace {

constexpr int maxStepsBack = 256;

Result<SampledFrame> keyFrameOf(FrameSource& source, std::chrono::microseconds time, QSize maxSize) {
    const int64_t stamp = source.timeAt(double(time.count()) / 1e6);
    const std::optional<Target> found = source.find(stamp);
    if (!found) {
        Result<std::vector<SampledFrame>> exact = framesOf(source, {stamp}, maxSize);
        return exact ? std::move(exact->front()) : Result<SampledFrame>(exact.error());
    }
    const FramePtr frame = source.reader.decode({found->key, found->key}, true);
    return frame ? source.sampled(*frame, source.reader.timeOf(*frame), maxSize)
                 : Result<SampledFrame>(noPicture());
}

Result<std::vector<SampledFrame>> runOf(FrameSource& source, qint64 pts, int count, QSize maxSize) {
    const auto wanted = size_t(std::clamp(count, 1, maxStepsBack));
    int64_t from = pts;
    if (source.table) {
        const qint64 first = std::max<qint64>(source.table->numberAt(pts) + 1 - qint64(wanted), 0);
        from = source.table->pts[size_t(first)];
    }
    const std::optional<Target> target = source.find(from);
    FrameWalk walk(source);
    if (target && source.reader.seekKey(*target) && source.table) {
        source.reader.hurryTo(from);
    }
    std::deque<std::pair<FramePtr, int64_t>> kept;
    int64_t time = 0;
    while (FramePtr frame = walk.next(time)) {
        if (time > pts && !kept.empty()) {
            break;
        }
        kept.emplace_back(std::move(frame), time);
        if (kept.size() > wanted) {
            kept.pop_front();
        }
        if (time >= pts) {
            break;
        }
    }
    std::vector<SampledFrame> frames;
    for (const auto& [frame, time] : kept) {
        if (Result<SampledFrame> sampled = source.sampled(*frame, time, maxSize)) {
            frames.push_back(*std::move(sampled));
        }
    }
    return frames.empty() ? Result<std::vector<SampledFrame>>(noPicture()) : frames;
}

} // namespace

struct Steps::Video {
    InputFile file; ///< Outlives the source, which reads from it.
    QSize maxSize;
    int threads = 1;
    FrameSource source;
};

Steps::Steps() = default;
Steps::~Steps() = default;

Result<FrameSource*> Steps::open(InputFile file, QSize maxSize, int threads) {
    const bool isOpen = video_ && video_->file.isSameAs(file) && video_->maxSize == maxSize &&
                        video_->threads == threads;
    if (!isOpen) {
        video_.reset();
        Result<FrameSource> source = FrameSource::open(file, {.maxSize = maxSize, .threads = threads});
        if (!source) {
            return source.error();
        }
        video_ = std::make_unique<Video>(Video{std::move(file), maxSize, threads, *std::move(source)});
    }
    return &video_->source;
}

bool Steps::close() {
    return std::exchange(video_, nullptr) != nullptr;
}

/// A reader gives up after much damage; the next request is to find as much as this one did.
void Steps::closeIfDamaged() {
    if (video_ && video_->source.reader.isDamaged()) {
        close();
    }
}

Result<SampledFrame> Steps::keyFrameAt(InputFile file, std::chrono::microseconds time, QSize maxSize) {
    if (const auto still = stillOf(file, maxSize)) {
        return *still;
    }
    const Result<FrameSource*> source = open(std::move(file), maxSize, 1);
    if (!source) {
        return source.error();
    }
    Result<SampledFrame> frame = keyFrameOf(**source, time, maxSize);
    closeIfDamaged();
    return frame;
}

Result<std::vector<SampledFrame>> Steps::framesUpTo(InputFile file, qint64 pts, int count, QSize maxSize) {
    const Result<FrameSource*> source = open(std::move(file), maxSize, 2);
    if (!source) {
        return source.error();
    }
    auto frames = runOf(**source, pts, count, maxSize);
    closeIfDamaged();
    return frames;
}

} // namespace moderato::media
