#include "core/media/private/FrameSource.h"

#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/private/FileLook.h"
#include "core/media/private/FrameImage.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace moderato::media {

namespace {

constexpr double latestSecond = 1e9;

/// For streams whose packets state no times: every frame is decoded.
Result<std::vector<SampledFrame>> walkTo(FrameSource& source, const std::vector<int64_t>& times,
                                         QSize maxSize) {
    std::vector<SampledFrame> frames;
    FrameWalk walk(source);
    FramePtr shown;
    int64_t shownAt = 0;
    size_t next = 0;
    while (next < times.size()) {
        int64_t time = std::numeric_limits<int64_t>::max();
        FramePtr frame = walk.next(time);
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

} // namespace

Result<FrameSource> FrameSource::open(const InputFile& file, const ReaderOptions& options) {
    Result<VideoReader> reader = VideoReader::open(file, options);
    if (!reader) {
        return reader.error();
    }
    FrameSource source{
        .reader = *std::move(reader), .table = std::nullopt, .file = &file, .options = options};
    if (std::optional<FrameTimes> times = cheapTimesOf(source.reader, file.size())) {
        source.table = std::move(times->table);
        source.hasTimes = times->areStated;
    }
    return source;
}

/// Sent back to the beginning of an ASF, libavformat goes to its first key frame after 0: frames that are
/// counted are counted by a reader that has gone nowhere yet.
void FrameSource::rewind() {
    const bool isAsf = QByteArray(reader.format().iformat->name).startsWith("asf");
    if (isAsf && !hasTimes) {
        if (Result<VideoReader> fresh = VideoReader::open(*file, options)) {
            reader = *std::move(fresh);
            return;
        }
    }
    reader.rewind();
}

double FrameSource::length() const {
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

int64_t FrameSource::timeAt(double seconds) const {
    const double units = std::clamp(seconds, 0.0, latestSecond) / std::max(reader.timeBase().value(), 1e-12);
    return int64_t(std::clamp(double(first()) + std::floor(units + 1e-6), -9e18, 9e18));
}

std::optional<Target> FrameSource::find(int64_t time) {
    if (!hasTimes) {
        return std::nullopt;
    }
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

FrameTime FrameSource::timeOf(int64_t pts) const {
    FrameTime time{pts, reader.timeBase(), -1};
    if (table) {
        const auto found = std::ranges::lower_bound(table->pts, pts);
        const bool isThere = found != table->pts.end() && *found == pts;
        time.number = isThere ? found - table->pts.begin() : -1;
    }
    return time;
}

Result<SampledFrame> FrameSource::sampled(const AVFrame& frame, int64_t pts, QSize maxSize) const {
    Result<QImage> image = reader.image(frame, maxSize);
    return image ? SampledFrame{timeOf(pts), *std::move(image)} : Result<SampledFrame>(image.error());
}

std::optional<Result<SampledFrame>> stillOf(const InputFile& file, QSize maxSize) {
    const Result<QByteArray> head = firstBytes(file);
    const QByteArray format = head ? pictureFormat(*head) : QByteArray();
    if (format.isEmpty() || format == "gif") {
        return std::nullopt;
    }
    Result<QImage> image = loadPicture(file, maxSize);
    return image ? SampledFrame{{0, {1, 1}, 0}, *std::move(image)} : Result<SampledFrame>(image.error());
}

FrameWalk::FrameWalk(FrameSource& source)
    : source_(source) {
    source.rewind();
}

FramePtr FrameWalk::next(int64_t& time) {
    FramePtr frame = source_.reader.nextFrame();
    if (frame) {
        time = source_.reader.timeOf(*frame);
        if (!source_.hasTimes && source_.table && number_ < source_.table->count()) {
            time = source_.table->pts[size_t(number_)];
        }
        ++number_;
    }
    return frame;
}

Result<std::vector<SampledFrame>> framesOf(FrameSource& source, const std::vector<int64_t>& times,
                                           QSize maxSize) {
    std::vector<Target> targets;
    for (const int64_t time : times) {
        const std::optional<Target> target = source.find(time);
        if (!target) {
            return walkTo(source, times, maxSize);
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

} // namespace moderato::media
