#include "core/ml/expressions/AlignedFace.h"

namespace moderato::ml {
namespace {

/// In centimetres from the middle of the face, y upwards: the neutral mean face from the front.
constexpr std::array<std::pair<FaceLandmark, FacePoint>, 7> meanFace{
    std::pair{FaceLandmark::LeftEyeOuter, FacePoint{-4.46f, 3.43f}},
    std::pair{FaceLandmark::LeftEyeInner, FacePoint{-1.84f, 3.25f}},
    std::pair{FaceLandmark::RightEyeInner, FacePoint{1.84f, 3.25f}},
    std::pair{FaceLandmark::RightEyeOuter, FacePoint{4.46f, 3.43f}},
    std::pair{FaceLandmark::NoseBridge, FacePoint{0, 3.74f}},
    std::pair{FaceLandmark::NoseTip, FacePoint{0, 0.41f}},
    std::pair{FaceLandmark::NoseBase, FacePoint{0, -1.2f}}};
constexpr float middleHeight = -0.5f;
constexpr float alignedWidth = 17, patchWidth = 24; ///< Centimetres across.

FaceAnchors anchors(int size, float width) {
    FaceAnchors result = meanFace;
    const float unit = float(size) / width, middle = float(size - 1) / 2;
    for (auto& [landmark, point] : result) {
        point = {middle + point.x * unit, middle - (point.y - middleHeight) * unit};
    }
    return result;
}

} // namespace

bool AlignedFace::fits() const {
    return pixels.size() == std::size_t(alignedFaceSize) * std::size_t(alignedFaceSize);
}

FaceAnchors alignedAnchors() {
    return anchors(alignedFaceSize, alignedWidth);
}

FaceAnchors patchAnchors() {
    return anchors(landmarkPatchSize, patchWidth);
}

} // namespace moderato::ml
