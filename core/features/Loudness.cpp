#include "core/features/Loudness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ebur128.h>
#include <memory>

namespace moderato::features {

namespace {

constexpr double silenceRms = 0.0031622776601683795; ///< −50 dBFS
constexpr int windowsASecond = 50;
constexpr int shortestSilence = windowsASecond / 2;
constexpr std::size_t shortestRangeSeconds = 3; ///< One short-term window.

float finite(float sample) {
    return std::isfinite(sample) ? sample : 0;
}

struct Ebur128Free {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

/// Fills in `integratedLufs` and `rangeLu`. → whether libebur128 could be started.
bool measure(std::span<const float> samples, int sampleRate, Loudness& result) {
    const std::unique_ptr<ebur128_state, Ebur128Free> state(
        ebur128_init(1, (unsigned long)(sampleRate), EBUR128_MODE_I | EBUR128_MODE_LRA));
    if (!state) {
        return false;
    }
    std::array<float, 4096> chunk;
    for (std::size_t begin = 0; begin < samples.size(); begin += chunk.size()) {
        const std::size_t count = std::min(chunk.size(), samples.size() - begin);
        std::transform(samples.begin() + begin, samples.begin() + begin + count, chunk.begin(), finite);
        if (ebur128_add_frames_float(state.get(), chunk.data(), count) != EBUR128_SUCCESS) {
            return false;
        }
    }
    double integrated = 0, range = 0;
    if (ebur128_loudness_global(state.get(), &integrated) == EBUR128_SUCCESS && std::isfinite(integrated)) {
        result.integratedLufs = integrated;
        if (samples.size() >= shortestRangeSeconds * std::size_t(sampleRate) &&
            ebur128_loudness_range(state.get(), &range) == EBUR128_SUCCESS) {
            result.rangeLu = range;
        }
    }
    return true;
}

bool isSilent(std::span<const float> window) {
    double squares = 0;
    for (const float sample : window) {
        squares += double(finite(sample)) * finite(sample);
    }
    return squares < silenceRms * silenceRms * double(window.size());
}

std::vector<SilentStretch> silentStretches(std::span<const float> samples, int sampleRate) {
    const std::size_t length = std::max(1, sampleRate / windowsASecond);
    const std::size_t windows = (samples.size() + length - 1) / length;
    const auto seconds = [&](std::size_t window) {
        return double(std::min(window * length, samples.size())) / sampleRate;
    };
    std::vector<SilentStretch> stretches;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= windows; ++i) {
        if (i < windows &&
            isSilent(samples.subspan(i * length, std::min(length, samples.size() - i * length)))) {
            continue;
        }
        if (i - begin >= shortestSilence || (i - begin == windows && i > begin)) {
            stretches.push_back({seconds(begin), seconds(i)});
        }
        begin = i + 1;
    }
    return stretches;
}

} // namespace

std::optional<Loudness> loudness(std::span<const float> samples, int sampleRate) {
    Loudness result;
    if (samples.empty() || sampleRate < 16 || !measure(samples, sampleRate, result)) {
        return std::nullopt;
    }
    for (const float sample : samples) {
        result.peak = std::max(result.peak, double(std::abs(finite(sample))));
    }
    result.silence = silentStretches(samples, sampleRate);
    for (const SilentStretch& stretch : result.silence) {
        result.silentShare += (stretch.end - stretch.begin) * sampleRate / double(samples.size());
    }
    return result;
}

Peaks peaks(std::span<const float> samples, int buckets) {
    Peaks result;
    if (samples.empty() || buckets <= 0) {
        return result;
    }
    const auto edge = [&](int bucket) { return std::size_t(double(samples.size()) * bucket / buckets); };
    for (int i = 0; i < buckets; ++i) {
        const std::size_t begin = std::min(edge(i), samples.size() - 1);
        const std::size_t end = std::clamp(edge(i + 1), begin + 1, samples.size());
        float low = finite(samples[begin]), high = low;
        for (const float sample : samples.subspan(begin, end - begin)) {
            low = std::min(low, finite(sample));
            high = std::max(high, finite(sample));
        }
        result.low.push_back(low);
        result.high.push_back(high);
    }
    return result;
}

} // namespace moderato::features
