#pragma once

#include "core/ml/expressions/FaceLandmarks.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace moderato::ml {

/// A face brought to one place: grey, alignedFaceSize², row by row, eyes and nose where `anchors` say.
struct AlignedFace {
    std::vector<std::uint8_t> pixels;

    bool fits() const;
    bool operator==(const AlignedFace&) const = default;
};

inline constexpr int alignedFaceSize = 160;
inline constexpr int landmarkPatchSize = 64;

/// Points that expressions hardly move, and where they lie in a picture of `size` pixels: an aligned face, or
/// with some room around it the patch in which the points are looked for.
using FaceAnchors = std::array<std::pair<FaceLandmark, FacePoint>, 7>;
FaceAnchors alignedAnchors();
FaceAnchors patchAnchors();

} // namespace moderato::ml
