#pragma once

#include "core/features/PerceptualHash.h"

#include <span>

namespace moderato::usecases {

/// The share of `query`'s good frames (0…1) that match one of `target` (PDQ ≤ 31) at one and the same shift
/// in time, the best there is. Frames in order of time.
double alignedShare(std::span<const features::VideoFrameHash> query,
                    std::span<const features::VideoFrameHash> target);

/// Whether the picture changes so much in half a second (the median of the good frames differs in more than
/// twice the distance of a match) that frames which match at one shift must come from the same footage. Of a
/// scene that hardly moves any frame matches any other.
bool movesMuch(std::span<const features::VideoFrameHash> frames);

} // namespace moderato::usecases
