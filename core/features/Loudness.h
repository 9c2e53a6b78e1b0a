#pragma once

#include <optional>
#include <span>
#include <vector>

namespace moderato::features {

struct SilentStretch {
    double begin = 0; ///< Seconds from the first sample.
    double end = 0;

    bool operator==(const SilentStretch&) const = default;
};

struct Loudness {
    std::optional<double> integratedLufs; ///< EBU R128; nothing where all of it is below its gate.
    std::optional<double> rangeLu;
    double peak = 0;                    ///< Largest |sample|, 0…1 and above where it clips.
    std::vector<SilentStretch> silence; ///< Below −50 dBFS (RMS of 20 ms) for at least half a second.
    double silentShare = 0;             ///< 0…1
};

/// One channel. Empty input: nothing.
std::optional<Loudness> loudness(std::span<const float> samples, int sampleRate);

/// The lowest and highest sample of each of `buckets` equal stretches, for drawing.
struct Peaks {
    std::vector<float> low, high;
};
Peaks peaks(std::span<const float> samples, int buckets);

} // namespace moderato::features
