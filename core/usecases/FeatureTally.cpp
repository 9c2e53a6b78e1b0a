#include "core/usecases/FeatureTally.h"

#include <algorithm>

namespace moderato::usecases {

using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr qint64 mostBins = 36'000; // Ten hours of seconds.
constexpr qint64 fewestOnEnd = 2;   // One frame alone says nothing of how long.

} // namespace

void FeatureTally::note(bool holds, std::optional<microseconds> time, const Step& step) {
    ++finding.usable;
    finding.with += holds ? 1 : 0;
    if (!time) {
        return;
    }
    if (!holds) {
        breakRun();
        return;
    }
    if (!runStart_) {
        runStart_ = time;
        runFrames_ = 0;
    }
    if (++runFrames_ >= fewestOnEnd) {
        const microseconds run = step.wholeSeconds ? microseconds(runFrames_ * step.length.count())
                                                   : *time - *runStart_ + step.length;
        finding.longest = std::max(finding.longest, std::chrono::duration_cast<milliseconds>(run));
    }
}

void FeatureTally::place(bool holds, microseconds inClip, milliseconds bin) {
    const qint64 number = bin > 0ms && inClip >= 0us ? inClip / bin : mostBins;
    if (number >= mostBins) {
        return;
    }
    if (qint64(finding.track.size()) <= number) {
        finding.track.resize(std::size_t(number + 1));
    }
    ++finding.track[std::size_t(number)].usable;
    finding.track[std::size_t(number)].with += holds ? 1 : 0;
}

void FeatureTally::judge(const PresenceRule& rule) {
    const bool byShare =
        finding.with > 0 && double(finding.with) >= rule.shareOfFrames * double(finding.usable);
    const bool byTime = rule.onEnd > 0ms && finding.longest >= rule.onEnd;
    finding.present = byShare || byTime;
}

} // namespace moderato::usecases
