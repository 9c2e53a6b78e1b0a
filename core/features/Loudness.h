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
    std::optional<double> rangeLu;        ///< EBU Tech 3342; nothing as above, or for less than 3 seconds.
    double peak = 0;                      ///< Largest |sample|, 0…1 and above where it clips.
    std::vector<SilentStretch> silence;   ///< Below −50 dBFS (RMS of 20 ms) for at least half a second, or
                                          ///< for all of a shorter sound.
    double silentShare = 0;               ///< Of the time that these stretches take, 0…1.
};

/// One channel, measured as a loudspeaker in the middle; what is not a number counts as 0. Empty input, or a
/// sample rate under 16 Hz or over 2.8 MHz: nothing. Thread-safe.
std::optional<Loudness> loudness(std::span<const float> samples, int sampleRate);

/// The lowest and highest sample of each of `buckets` equal stretches, for drawing. Fewer samples than
/// buckets are drawn several times; empty input or no buckets: nothing.
struct Peaks {
    std::vector<float> low, high;
};
Peaks peaks(std::span<const float> samples, int buckets);

} // namespace moderato::features
