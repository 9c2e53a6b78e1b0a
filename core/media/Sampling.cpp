#include "core/media/Sampling.h"

#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/FrameImage.h"
#include "core/media/private/FrameTables.h"
#include "core/media/private/Media.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

namespace moderato::media {

namespace {

constexpr int maxSegments = 256;
constexpr int maxParts = 64;
constexpr int maxStepsBack = 256;
constexpr double latestSecond = 1e9;
constexpr double longSegment = 10;        // Seconds.
constexpr double keyFrameReach = 1 / 3.0; // Of a segment, from its midpoint.

/// A reader with what is cheaply known about all of its frames.
struct Source {
    VideoReader reader;
    std::optional<FrameTable> table;

    static Result<Source> open(const InputFile& file, const ReaderOptions& options) {
        Result<VideoReader> reader = VideoReader::open(file, options);
        if (!reader) {
            return reader.error();
        }
        Source source{*std::move(reader), std::nullopt};
        source.table = cheapTableOf(source.reader, file.size());
        return source;
    }

    int64_t first() const { return table ? table->pts.front() : reader.start(); }

    /// Seconds from the first frame shown to the end of the last.
    double length() const {
        if (table && table->count() > 1) {
            const double shown = double(table->pts.back()) - double(table->pts.front());
            return (shown + shown / double(table->count() - 1)) * table->timeBase.value();
        }
        const AVStream& stream = reader.stream();
        const double seconds = stream.duration > 0
                                   ? double(stream.duration) * av_q2d(stream.time_base)
                                   : double(std::max<int64_t>(reader.format().duration, 0)) / AV_TIME_BASE;
        return std::min(seconds, latestSecond);
    }

    /// `seconds` from the first frame on, in the stream's time base.
    int64_t timeAt(double seconds) const {
        const double units =
            std::clamp(seconds, 0.0, latestSecond) / std::max(reader.timeBase().value(), 1e-12);
        return int64_t(std::clamp(double(first()) + std::floor(units + 1e-6), -9e18, 9e18));
    }

    std::optional<Target> find(int64_t time) {
        if (!table) {
            return reader.find(time);
        }
        const qint64 number = table->numberAt(time);
        qint64 key = number;
        while (key > 0 && !table->isKey[size_t(key)]) {
            --key;
        }
        return Target{table->pts[size_t(number)], table->pts[size_t(key)]};
    }

    FrameTime timeOf(int64_t pts) const {
        FrameTime time{pts, reader.timeBase(), -1};
        if (table) {
            const auto found = std::ranges::lower_bound(table->pts, pts);
            const bool isThere = found != table->pts.end() && *found == pts;
            time.number = isThere ? found - table->pts.begin() : -1;
        }
        return time;
    }

    Result<SampledFrame> sampled(const AVFrame& frame, int64_t pts, QSize maxSize) const {
        Result<QImage> image = reader.image(frame, maxSize);
        return image ? SampledFrame{timeOf(pts), *std::move(image)} : Result<SampledFrame>(image.error());
    }
};

/// For streams whose packets state no times: every frame is decoded.
Result<std::vector<SampledFrame>> walk(Source& source, const std::vector<int64_t>& times, QSize maxSize) {
    std::vector<SampledFrame> frames;
    source.reader.rewind();
    FramePtr shown;
    int64_t shownAt = 0;
    size_t next = 0;
    while (next < times.size()) {
        FramePtr frame = source.reader.nextFrame();
        const int64_t time = frame ? source.reader.timeOf(*frame) : std::numeric_limits<int64_t>::max();
        const bool isWanted = shown && times[next] < time;
        if (isWanted) {
            Result<SampledFrame> sampled = source.sampled(*shown, shownAt, maxSize);
            if (!sampled) {
                return sampled.error();
            }
            frames.push_back(*std::move(sampled));
        }
        while (isWanted && next < times.size() && times[next] < time) {
            ++next;
        }
        if (!frame) {
            break;
        }
        shown = std::move(frame);
        shownAt = time;
    }
    return frames.empty() ? Result<std::vector<SampledFrame>>(noPicture()) : frames;
}

/// The frames on the screen at `times` (rising), each once; one pass a group of pictures.
Result<std::vector<SampledFrame>> collect(Source& source, const std::vector<int64_t>& times, QSize maxSize) {
    std::vector<Target> targets;
    for (const int64_t time : times) {
        const std::optional<Target> target = source.find(time);
        if (!target) {
            return walk(source, times, maxSize);
        }
        if (targets.empty() || targets.back().pts < target->pts) {
            targets.push_back(*target);
        }
    }
    std::vector<int64_t> wanted;
    std::ranges::transform(targets, std::back_inserter(wanted), &Target::pts);
    source.reader.want(std::move(wanted));
    std::vector<SampledFrame> frames;
    for (size_t i = 0; i < targets.size(); ++i) {
        const bool last = i + 1 == targets.size() || targets[i + 1].key != targets[i].key;
        const FramePtr frame = source.reader.decode(targets[i], last);
        if (!frame) {
            continue; // Damaged here; what is intact elsewhere is given all the same.
        }
        const int64_t pts = source.reader.timeOf(*frame);
        if (!frames.empty() && frames.back().time.pts >= pts) {
            continue;
        }
        if (Result<SampledFrame> sampled = source.sampled(*frame, pts, maxSize)) {
            frames.push_back(*std::move(sampled));
        }
    }
    return frames.empty() ? Result<std::vector<SampledFrame>>(noPicture()) : frames;
}

/// SplitMix64: the same numbers on every system.
double nextUniform(quint64& state) {
    quint64 z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return double((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

std::vector<int64_t> sampleTimes(const Source& source, const SampleOptions& options) {
    const int count = options.segments * options.parts;
    const double segment = source.length() / count;
    quint64 state = options.seed.value_or(0);
    std::vector<int64_t> times;
    for (int i = 0; i < count; ++i) {
        const double place = options.seed ? nextUniform(state) : 0.5;
        times.push_back(source.timeAt((i + place) * segment));
    }
    return times;
}

/// Replaces midpoints by key frames as SampleOptions says.
void preferKeyFrames(const Source& source, double segment, std::vector<int64_t>& times) {
    if (!source.table || segment < longSegment) {
        return;
    }
    const FrameTable& table = *source.table;
    const double reach = segment * keyFrameReach / std::max(table.timeBase.value(), 1e-12);
    for (int64_t& time : times) {
        const auto distance = [&](qint64 n) { return std::abs(double(table.pts[size_t(n)]) - double(time)); };
        const qint64 middle = table.numberAt(time);
        for (qint64 step = 0; step < table.count(); ++step) {
            const qint64 before = middle - step;
            const qint64 after = middle + step;
            const bool hasBefore = before >= 0 && distance(before) <= reach;
            const bool hasAfter = after < table.count() && distance(after) <= reach;
            if (!hasBefore && !hasAfter) {
                break;
            }
            if (hasBefore && table.isKey[size_t(before)]) {
                time = table.pts[size_t(before)];
                break;
            }
            if (hasAfter && table.isKey[size_t(after)]) {
                time = table.pts[size_t(after)];
                break;
            }
        }
    }
}

/// PNG, JPEG and the like are one frame at 0.
std::optional<Result<SampledFrame>> picture(const InputFile& file, QSize maxSize) {
    const Result<QByteArray> head = firstBytes(file);
    const QByteArray format = head ? pictureFormat(*head) : QByteArray();
    if (format.isEmpty() || format == "gif") {
        return std::nullopt;
    }
    Result<QImage> image = loadPicture(file, maxSize);
    return image ? SampledFrame{{0, {1, 1}, 0}, *std::move(image)} : Result<SampledFrame>(image.error());
}

} // namespace

Result<std::vector<SampledFrame>> sampleFrames(const InputFile& file, const SampleOptions& options) {
    if (options.segments < 1 || options.segments > maxSegments || options.parts < 1 ||
        options.parts > maxParts) {
        return Error::invalid(Media::tr("Between 1 and %1 segments in 1 to %2 parts can be sampled.")
                                  .arg(maxSegments)
                                  .arg(maxParts));
    }
    if (const auto still = picture(file, options.maxSize)) {
        return *still ? std::vector{**still} : Result<std::vector<SampledFrame>>(still->error());
    }
    Result<Source> source = Source::open(file, {.maxSize = options.maxSize});
    if (!source) {
        return source.error();
    }
    std::vector<int64_t> times = sampleTimes(*source, options);
    if (!options.seed && !options.exactMiddle) {
        preferKeyFrames(*source, source->length() / double(times.size()), times);
    }
    return collect(*source, times, options.maxSize);
}

Result<std::vector<SampledFrame>>
framesAt(const InputFile& file, const std::vector<std::chrono::microseconds>& times, QSize maxSize) {
    if (const auto still = picture(file, maxSize)) {
        return *still ? std::vector{**still} : Result<std::vector<SampledFrame>>(still->error());
    }
    Result<Source> source = Source::open(file, {.maxSize = maxSize});
    if (!source) {
        return source.error();
    }
    std::vector<int64_t> stamps;
    for (const std::chrono::microseconds time : times) {
        stamps.push_back(source->timeAt(double(time.count()) / 1e6));
    }
    std::ranges::sort(stamps);
    return stamps.empty() ? std::vector<SampledFrame>() : collect(*source, stamps, maxSize);
}

Result<SampledFrame> keyFrameAt(const InputFile& file, std::chrono::microseconds time, QSize maxSize) {
    if (const auto still = picture(file, maxSize)) {
        return *still;
    }
    Result<Source> source = Source::open(file, {.maxSize = maxSize});
    if (!source) {
        return source.error();
    }
    const std::optional<Target> found = source->find(source->timeAt(double(time.count()) / 1e6));
    const int64_t stamp = source->timeAt(double(time.count()) / 1e6);
    const FramePtr frame =
        found ? source->reader.decode({found->key, found->key}, true) : source->reader.decodePlainly(stamp);
    return frame ? source->sampled(*frame, source->reader.timeOf(*frame), maxSize)
                 : Result<SampledFrame>(noPicture());
}

Result<std::vector<SampledFrame>> framesUpTo(const InputFile& file, qint64 pts, int count, QSize maxSize) {
    Result<Source> opened = Source::open(file, {.maxSize = maxSize, .threads = 2});
    if (!opened) {
        return opened.error();
    }
    Source& source = *opened;
    const auto wanted = size_t(std::clamp(count, 1, maxStepsBack));
    int64_t from = pts;
    if (source.table) {
        const qint64 first = std::max<qint64>(source.table->numberAt(pts) + 1 - qint64(wanted), 0);
        from = source.table->pts[size_t(first)];
    }
    const std::optional<Target> target = source.find(from);
    if (target) {
        source.reader.seek(target->key);
    } else {
        source.reader.rewind();
    }
    std::deque<std::pair<FramePtr, int64_t>> kept;
    while (FramePtr frame = source.reader.nextFrame()) {
        const int64_t time = source.reader.timeOf(*frame);
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

} // namespace moderato::media
