#pragma once

#include "core/base/Random.h"
#include "core/ml/expressions/FaceRenderer.h"

namespace moderato::ml {

/// From this share of its full movement on a feature counts as shown, up to the other one as not shown; what
/// lies between is neither right nor wrong.
inline constexpr float shownFrom = 0.5f, absentUpTo = 0.1f;

/// Draws people and scenes, as different as can be: the same seed gives the same ones.
class FaceScenes {
public:
    explicit FaceScenes(std::uint64_t seed)
        : random_(seed) {}

    FacePerson person(const FaceRenderer& renderer);
    /// A face that shows some of the features, and things that are none (speech, blinks, gaze).
    FaceScene expressive();
    /// The same face at rest, under another light.
    FaceScene neutral();

private:
    float between(float low, float high);
    float normal();
    bool chance(float probability);
    FacialStrengths strengths();
    std::vector<FaceMesh::Weight> rest();
    std::vector<FaceMesh::Weight> distractions(const FacialStrengths& strengths);

    Random random_;
};

} // namespace moderato::ml
