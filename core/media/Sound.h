#pragma once

#include "core/base/Result.h"

#include <optional>
#include <vector>

namespace moderato::media {

class InputFile;

/// The first sound stream, mixed to one channel.
struct Sound {
    int sampleRate = 16000;     ///< Hz
    double startSeconds = 0;    ///< When the first sample is heard, on the container's clock.
    std::vector<float> samples; ///< −1…1
    bool complete = true;       ///< False: cut off at `maxSeconds`, or damaged further on.

    double seconds() const { return sampleRate > 0 ? double(samples.size()) / sampleRate : 0; }
};

/// Nothing: the file has no sound, which is a fact and not an error.
Result<std::optional<Sound>> decodeSound(const InputFile& file, int sampleRate = 16000,
                                         double maxSeconds = 4 * 3600);

} // namespace moderato::media
