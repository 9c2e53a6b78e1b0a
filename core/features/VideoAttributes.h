#pragma once

#include "core/features/Loudness.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace moderato::features {

/// Of a video what its attributes are made of; what is not known stays away.
struct VideoFacts {
    double seconds = std::numeric_limits<double>::quiet_NaN(); ///< Of the whole video.
    std::vector<double> shots =
        {}; ///< Where each begins, in seconds from the beginning, rising; the first included.
    std::optional<Loudness> sound = {};
};

// Attributes of a video (S1.4); its cover has those of a picture. NaN where the length or the shots are not
// known.

/// Cuts a minute, from 0 (one shot) up.
inline double cutsPerMinute(const VideoFacts& video) {
    return video.shots.empty() || !(video.seconds > 0) ? std::numeric_limits<double>::quiet_NaN()
                                                       : 60 * double(video.shots.size() - 1) / video.seconds;
}

/// Seconds; the mean of the two middle ones where their number is even.
inline double medianShotLength(const VideoFacts& video) {
    if (video.shots.empty() || !(video.seconds > 0)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    std::vector<double> lengths;
    for (std::size_t i = 0; i < video.shots.size(); ++i) {
        const double end = i + 1 < video.shots.size() ? video.shots[i + 1] : video.seconds;
        lengths.push_back(std::max(end - video.shots[i], 0.0));
    }
    std::sort(lengths.begin(), lengths.end());
    const std::size_t middle = lengths.size() / 2;
    return lengths.size() % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;
}

/// Integrated loudness in LUFS (EBU R128), about −23 in broadcasts; NaN without sound or where all is silent.
inline double integratedLoudness(const VideoFacts& video) {
    return video.sound && video.sound->integratedLufs ? *video.sound->integratedLufs
                                                      : std::numeric_limits<double>::quiet_NaN();
}

/// Share of the time that is silent, 0…1; NaN without sound.
inline double silentShare(const VideoFacts& video) {
    return video.sound ? video.sound->silentShare : std::numeric_limits<double>::quiet_NaN();
}

} // namespace moderato::features
