#include "app/gui/PlayerDecoder.h"

#include "core/media/DecoderProcess.h"

#include <chrono>
#include <cmath>
#include <memory>

namespace moderato {

using namespace widgets;

namespace {

TimeBase timeBaseOf(const media::Rational& base) {
    return {int(base.numerator), int(base.denominator)};
}

StillFrame stillOf(media::SampledFrame frame) {
    return {frame.time.pts, timeBaseOf(frame.time.timeBase), std::move(frame.image)};
}

} // namespace

PlayerServices playerServices(media::DecoderProcess& decoder, const QString& program) {
    // Requests to one process wait for each other. A table may mean to read the whole file, and a run to
    // decode a whole group of pictures: no key frame should wait for either.
    const auto tables = std::make_shared<media::DecoderProcess>(program);
    const auto runs = std::make_shared<media::DecoderProcess>(program);
    for (media::DecoderProcess* early : {&decoder, runs.get()}) {
        early->prepare();
    }
    return {
        .frameTimes = [tables](const QString& path, const JobContext& context) -> Result<FrameTimes> {
            auto table = tables->frameTable(path, context);
            if (!table.ok()) {
                return table.error();
            }
            return FrameTimes{timeBaseOf(table->timeBase), std::move(table->pts), std::move(table->isKey)};
        },
        .keyFrameAt = [&decoder](const QString& path, double seconds, QSize maxSize,
                                 const JobContext& context) -> Result<StillFrame> {
            const std::chrono::microseconds time(std::llround(seconds * 1e6));
            auto frame = decoder.keyFrameAt(path, time, maxSize, context);
            return frame.ok() ? Result<StillFrame>(stillOf(std::move(*frame))) : frame.error();
        },
        .framesUpTo = [runs](const QString& path, qint64 pts, int count, QSize maxSize,
                             const JobContext& context) -> Result<std::vector<StillFrame>> {
            auto frames = runs->framesUpTo(path, pts, count, maxSize, context);
            if (!frames.ok()) {
                return frames.error();
            }
            std::vector<StillFrame> stills;
            for (media::SampledFrame& frame : *frames) {
                stills.push_back(stillOf(std::move(frame)));
            }
            return stills;
        },
    };
}

} // namespace moderato
