#include "core/usecases/VideoAlignment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

namespace moderato::usecases {

using features::PdqHash;
using features::VideoFrameHash;

namespace {

constexpr double shiftStep = 0.25;    // s: what sampling and another frame rate may move a frame by.
constexpr double motionStep = 0.5;    // s
constexpr double furthestShift = 1e6; // s

struct GoodFrames {
    std::vector<PdqHash> hashes;
    std::vector<double> seconds;
};

GoodFrames goodOf(std::span<const VideoFrameHash> frames) {
    GoodFrames good;
    for (const VideoFrameHash& frame : frames) {
        if (frame.quality >= features::pdqMinimumQuality && std::abs(frame.seconds) < furthestShift) {
            good.hashes.push_back(frame.hash);
            good.seconds.push_back(frame.seconds);
        }
    }
    return good;
}

} // namespace

double alignedShare(std::span<const VideoFrameHash> query, std::span<const VideoFrameHash> target) {
    const GoodFrames a = goodOf(query);
    const GoodFrames b = goodOf(target);
    std::map<qint64, std::set<int>> framesAtShift;
    for (const features::HashMatch& match : features::scan(a.hashes, b.hashes, features::pdqMatchDistance)) {
        const double shift = b.seconds[std::size_t(match.place)] - a.seconds[std::size_t(match.query)];
        const qint64 bin = std::llround(shift / shiftStep);
        for (const qint64 near : {bin - 1, bin, bin + 1}) {
            framesAtShift[near].insert(match.query);
        }
    }
    std::size_t best = 0;
    for (const auto& [shift, frames] : framesAtShift) {
        best = std::max(best, frames.size());
    }
    return a.hashes.empty() ? 0 : double(best) / double(a.hashes.size());
}

bool movesMuch(std::span<const VideoFrameHash> frames) {
    const GoodFrames good = goodOf(frames);
    std::vector<int> changes;
    std::size_t later = 0;
    for (std::size_t i = 0; i < good.hashes.size(); ++i) {
        while (later < good.hashes.size() && good.seconds[later] < good.seconds[i] + motionStep) {
            ++later;
        }
        if (later < good.hashes.size()) {
            changes.push_back(good.hashes[i].distance(good.hashes[later]));
        }
    }
    if (changes.empty()) {
        return false;
    }
    const auto middle = changes.begin() + qsizetype(changes.size() / 2);
    std::nth_element(changes.begin(), middle, changes.end());
    return *middle > 2 * features::pdqMatchDistance;
}

} // namespace moderato::usecases
