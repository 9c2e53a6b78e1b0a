#pragma once

#include "core/ml/Text.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace moderato::ml {

/// What an item is made of for the model of S2.
enum class Modality { Text, Pictures, Sound };
inline constexpr int modalityCount = 3;
inline constexpr std::array<const char*, modalityCount> modalityNames{"text", "frames", "sound"};

/// Sampled frames of a video in order, or an article's pictures: squares of 8-bit RGB.
struct Pictures {
    int size = 0;     ///< Edge in pixels.
    int places = 0;   ///< Segments of a video (P parts of O each, part by part), or pictures. 0: none.
    int variants = 1; ///< Frames a place: its middle first, then others of the same segment, which training
                      ///< draws from (S2.1).
    std::vector<std::uint8_t> pixels = {}; ///< [places, variants, 3, size, size]

    bool operator==(const Pictures&) const = default;
    bool fits() const {
        return size > 0 && places > 0 && variants > 0 &&
               pixels.size() ==
                   std::size_t(places) * std::size_t(variants) * 3 * std::size_t(size) * std::size_t(size);
    }
};

/// Mel frequency cepstral coefficients over time (S2.2). Empty: the item has no sound.
struct SoundFrames {
    int frames = 0;
    int coefficients = 0;
    std::vector<float> values = {}; ///< [frames, coefficients]

    bool operator==(const SoundFrames&) const = default;
    bool fits() const {
        return frames > 0 && coefficients > 0 &&
               values.size() == std::size_t(frames) * std::size_t(coefficients);
    }
};

/// What the model reads of an item; any part may be missing, but not all.
struct TagItem {
    Text text = {};
    Pictures pictures = {};
    SoundFrames sound = {};
};

struct TagExample {
    TagItem item;
    std::vector<std::string> tags;
};

} // namespace moderato::ml
