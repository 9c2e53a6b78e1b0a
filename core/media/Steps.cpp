#include "core/media/Steps.h"

#include "core/media/private/FrameImage.h"
#include "core/media/private/FrameSource.h"

#include <QThread>

#include <algorithm>
#include <deque>

namespace moderato::media {

namespace {

constexpr int maxStepsBack = 256;
constexpr int keptAtMost = 12;
constexpr qint64 keptBytes = qint64(64) << 20;

using DecodedRun = std::deque<std::pair<FramePtr, int64_t>>; ///< In order of showing, with their times.

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

/// One more than there are processors: while one waits for the picture before, another one decodes.
int threads() {
    return std::clamp(QThread::idealThreadCount() + 1, 2, 8);
}

/// How many decoded frames are kept, so that steps further back need no decoding.
int framesKept(const AVStream& stream) {
    const qint64 each = qint64(stream.codecpar->width) * stream.codecpar->height * 3 / 2;
    return int(std::clamp<qint64>(keptBytes / std::max<qint64>(each, 1), 1, keptAtMost));
}

/// The first of the frames to keep that end with number `last`: `wanted` of them, and as many more as may be
/// kept, but for those no other group of pictures is decoded.
qint64 firstOfRun(const FrameSource& source, qint64 last, int wanted) {
    const FrameTable& table = *source.table;
    const qint64 first = std::max<qint64>(last + 1 - wanted, 0);
    const qint64 most = std::max<qint64>(last + 1 - framesKept(source.reader.stream()), 0);
    qint64 more = first;
    while (more > most && !table.isKey[size_t(more)]) {
        --more;
    }
    return more;
}

/// The last `wanted` frames up to the one on the screen at `pts`, and those of before that are kept anyway;
/// none, where it is stopped.
DecodedRun decodeUpTo(FrameSource& source, qint64 pts, int wanted, const std::function<bool()>& isStopped) {
    auto most = size_t(wanted);
    int64_t from = pts;
    if (source.table) {
        const qint64 last = source.table->numberAt(pts);
        const qint64 first = firstOfRun(source, last, wanted);
        most = size_t(last + 1 - first);
        from = source.table->pts[size_t(first)];
    }
    const std::optional<Target> target = source.find(from);
    FrameWalk walk(source);
    if (target && source.reader.seekKey(*target) && source.table) {
        source.reader.hurryTo(from);
    }
    DecodedRun run;
    int64_t time = 0;
    while (FramePtr frame = walk.next(time)) {
        if (isStopped && isStopped()) {
            return {};
        }
        if (time > pts && !run.empty()) {
            break;
        }
        run.emplace_back(std::move(frame), time);
        if (run.size() > most) {
            run.pop_front();
        }
        if (time >= pts) {
            break;
        }
    }
    return run;
}

/// The last `count` frames of `run` up to the one of `pts`.
Result<std::vector<SampledFrame>> picturesOf(const FrameSource& source, const DecodedRun& run, qint64 pts,
                                             int count, QSize maxSize) {
    const auto end = std::ranges::upper_bound(run, pts, {}, &DecodedRun::value_type::second);
    const auto found = end == run.begin() ? run.end() : end; // decoding may begin after `pts`
    std::vector<SampledFrame> frames;
    for (auto it = found - std::min<std::ptrdiff_t>(count, found - run.begin()); it != found; ++it) {
        if (Result<SampledFrame> sampled = source.sampled(*it->first, it->second, maxSize)) {
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
    std::optional<FrameSource> source{};
    DecodedRun run{}; ///< What was decoded last.
};

Steps::Steps(std::function<bool()> isStopped)
    : isStopped_(std::move(isStopped)) {}
Steps::~Steps() = default;

Result<Steps::Video*> Steps::open(InputFile file, QSize maxSize, int threads) {
    const bool isOpen =
        video_ && video_->file.isSameAs(file) && video_->maxSize == maxSize && video_->threads == threads;
    if (!isOpen) {
        video_.reset();
        auto video = std::make_unique<Video>(Video{std::move(file), maxSize, threads});
        Result<FrameSource> source = FrameSource::open(video->file, {.maxSize = maxSize, .threads = threads});
        if (!source) {
            return source.error();
        }
        video->source = *std::move(source);
        video_ = std::move(video);
    }
    return video_.get();
}

bool Steps::close() {
    return std::exchange(video_, nullptr) != nullptr;
}

/// A reader gives up after much damage; the next request is to find as much as this one did.
void Steps::closeIfDamaged() {
    if (video_ && video_->source->reader.isDamaged()) {
        close();
    }
}

Result<SampledFrame> Steps::keyFrameAt(InputFile file, std::chrono::microseconds time, QSize maxSize) {
    if (const auto still = stillOf(file, maxSize)) {
        return *still;
    }
    const Result<Video*> video = open(std::move(file), maxSize, 1);
    if (!video) {
        return video.error();
    }
    Result<SampledFrame> frame = keyFrameOf(*(*video)->source, time, maxSize);
    closeIfDamaged();
    return frame;
}

Result<std::vector<SampledFrame>> Steps::framesUpTo(InputFile file, qint64 pts, int count, QSize maxSize) {
    const Result<Video*> opened = open(std::move(file), maxSize, threads());
    if (!opened) {
        return opened.error();
    }
    Video& video = **opened;
    const int wanted = std::clamp(count, 1, maxStepsBack);
    const auto isThere = [&](const auto& decoded) { return decoded.second == pts; };
    if (std::ranges::none_of(video.run, isThere)) {
        video.run.clear();
        video.run = decodeUpTo(*video.source, pts, wanted, isStopped_);
    }
    auto frames = picturesOf(*video.source, video.run, pts, wanted, maxSize);
    closeIfDamaged();
    return frames;
}

} // namespace moderato::media
