#include "core/usecases/ClipFeed.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace moderato::usecases {

using std::chrono::microseconds;
using std::chrono::steady_clock;

namespace {

constexpr qint64 atOnce = 24; ///< Frames in memory.
constexpr QSize largest(640, 640);

microseconds timeOf(const media::FrameTable& table, qint64 number) {
    constexpr double second = 1e6;
    const double seconds =
        double(table.pts[std::size_t(number)] - table.pts.front()) * table.timeBase.value();
    return microseconds(qint64(std::ceil(seconds * second)));
}

} // namespace

ClipFeed::ClipFeed(QString path, media::DecoderOptions decoder)
    : path_(std::move(path))
    , decoder_(std::move(decoder)) {
    decoder_.prepare();
}

void ClipFeed::start(Events events) {
    stop();
    context_ = JobContext();
    begins_ = false;
    thread_ = std::thread([this, events = std::move(events), context = context_] { play(events, context); });
}

void ClipFeed::stop() {
    {
        const std::lock_guard lock(mutex_);
        context_.cancel();
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void ClipFeed::rewind() {
    {
        const std::lock_guard lock(mutex_);
        begins_ = true;
    }
    changed_.notify_all();
}

bool ClipFeed::waitUntil(steady_clock::time_point due, const JobContext& context) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_until(lock, due, [&] { return begins_ || context.isCancelled(); });
}

void ClipFeed::play(const Events& events, const JobContext& context) {
    const auto fail = [&](const Error& error) {
        if (!context.isCancelled()) {
            events.failed(error);
        }
    };
    const auto table = decoder_.frameTable(path_, context);
    if (!table.ok()) {
        fail(table.error());
        return;
    }
    qint64 next = 0;
    auto beginning = steady_clock::now();
    while (!context.isCancelled()) {
        if (const std::lock_guard lock(mutex_); std::exchange(begins_, false)) {
            next = 0;
            beginning = steady_clock::now();
        }
        if (next >= table->count()) {
            events.ended();
            waitUntil(steady_clock::time_point::max(), context);
            continue;
        }
        std::vector<microseconds> times;
        for (qint64 i = next; i < std::min(table->count(), next + atOnce); ++i) {
            times.push_back(timeOf(*table, i));
        }
        const auto frames = decoder_.framesAt(path_, times, largest, context);
        if (!frames.ok()) {
            fail(frames.error());
            return;
        }
        // What took longer than the clip itself is not caught up with.
        beginning = std::max(beginning, steady_clock::now() - times.front());
        for (std::size_t i = 0; i < std::min(frames->size(), times.size()); ++i) {
            if (!waitUntil(beginning + times[i], context)) {
                break;
            }
            events.frame((*frames)[i].image);
        }
        next += qint64(times.size());
    }
}

} // namespace moderato::usecases
