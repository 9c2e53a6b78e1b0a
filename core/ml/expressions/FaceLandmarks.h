#pragma once

#include <array>
#include <cstdint>

namespace moderato::ml {

struct FacePoint {
    float x = 0, y = 0; ///< Pixels, from the upper left.

    bool operator==(const FacePoint&) const = default;
};

/// Points of a face, in this order. Left and right are those of the picture.
inline constexpr std::size_t faceLandmarkCount = 17;
enum class FaceLandmark {
    LeftEyeOuter,
    LeftEyeInner,
    RightEyeInner,
    RightEyeOuter,
    NoseBridge,
    NoseTip,
    NoseBase,
    LeftMouthCorner,
    RightMouthCorner,
    LeftBrowOuter,
    LeftBrowMiddle,
    LeftBrowInner,
    RightBrowInner,
    RightBrowMiddle,
    RightBrowOuter,
    LowerLip,
    Chin
};
using FaceLandmarks = std::array<FacePoint, faceLandmarkCount>;

/// The point that stands at its place when the picture is mirrored.
std::size_t mirroredLandmark(std::size_t landmark);

} // namespace moderato::ml
