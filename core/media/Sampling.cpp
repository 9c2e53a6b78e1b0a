#include "core/media/Sampling.h"

#include "core/media/InputFile.h"
#include "core/media/private/FrameSource.h"
#include "core/media/private/Media.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::media {

namespace {

constexpr int maxSegments = 256;
constexpr int maxParts = 64;
constexpr double longSegment = 10;        // Seconds.
constexpr double keyFrameReach = 1 / 3.0; // Of a segment, from its midpoint.

/// SplitMix64: the same numbers on every system.
double nextUniform(quint64& state) {
    quint64 z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return double((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

std::vector<int64_t> sampleTimes(const FrameSource& source, const SampleOptions& options) {
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
void preferKeyFrames(const FrameSource& source, double segment, std::vector<int64_t>& times) {
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

} // namespace

Result<std::vector<SampledFrame>> sampleFrames(const InputFile& file, const SampleOptions& options) {
    if (options.segments < 1 || options.segments > maxSegments || options.parts < 1 ||
        options.parts > maxParts) {
        return Error::invalid(Media::tr("Between 1 and %1 segments in 1 to %2 parts can be sampled.")
                                  .arg(maxSegments)
                                  .arg(maxParts));
    }
    if (const auto still = stillOf(file, options.maxSize)) {
        return *still ? std::vector{**still} : Result<std::vector<SampledFrame>>(still->error());
    }
    Result<FrameSource> source = FrameSource::open(file, {.maxSize = options.maxSize});
    if (!source) {
        return source.error();
    }
    std::vector<int64_t> times = sampleTimes(*source, options);
    if (!options.seed && !options.exactMiddle) {
        preferKeyFrames(*source, source->length() / double(times.size()), times);
    }
    return framesOf(*source, times, options.maxSize);
}

Result<std::vector<SampledFrame>>
framesAt(const InputFile& file, const std::vector<std::chrono::microseconds>& times, QSize maxSize) {
    if (const auto still = stillOf(file, maxSize)) {
        return *still ? std::vector{**still} : Result<std::vector<SampledFrame>>(still->error());
    }
    Result<FrameSource> source = FrameSource::open(file, {.maxSize = maxSize});
    if (!source) {
        return source.error();
    }
    std::vector<int64_t> stamps;
    for (const std::chrono::microseconds time : times) {
        stamps.push_back(source->timeAt(double(time.count()) / 1e6));
    }
    std::ranges::sort(stamps);
    return stamps.empty() ? std::vector<SampledFrame>() : framesOf(*source, stamps, maxSize);
}

} // namespace moderato::media
