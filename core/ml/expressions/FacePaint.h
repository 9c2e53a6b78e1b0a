#pragma once

#include "core/ml/expressions/FaceMesh.h"

#include <vector>

namespace moderato::ml {

/// The colours of a person, 0 to 1 a channel; lengths in the mesh's unit (about a centimetre).
struct FacePaint {
    Vec3 skin{0.75f, 0.58f, 0.48f};
    Vec3 lips{0.62f, 0.35f, 0.33f};
    Vec3 hair{0.15f, 0.1f, 0.07f}; ///< Brows, beard and lashes too.
    Vec3 iris{0.3f, 0.2f, 0.12f};
    Vec3 teeth{0.88f, 0.85f, 0.78f};
    float browDarkness = 0.8f;  ///< 0: none.
    float browThickness = 0.4f; ///< Half of it.
    float browHeight = 0;       ///< Above where they sit on the neutral face.
    float lashes = 0.5f;
    float lidLine = 0.3f;
    float beard = 0;
    float moustache = 0;
    float hairline = 10;  ///< Height above which the skin is hair.
    float hairVolume = 0; ///< How far hair stands off the head.
    float mottling = 0.03f;
    float mottlingPhase = 0;
    float cavity = 0.6f;   ///< How dark hollows are.
    float wrinkles = 0.3f; ///< How dark the lines are that an expression draws.
    float pupil = 0.4f;    ///< Of the iris' radius.
    float nostrilSize = 1, nostrilDarkness = 0.85f;
    /// How dark lines are that the face has at rest: below the eyes, from the nose to the mouth, and the
    /// three that an expression draws too.
    float underEyes = 0, besideMouth = 0;
    float restForehead = 0, restGlabella = 0, restNose = 0;
};

/// Which vertices are what, told by the topology of ICT FaceKit.
namespace topology {
inline constexpr std::size_t vertices = 26719;
inline constexpr std::int32_t faceEnd = 9409, headEnd = 11248, mouthEnd = 13294, eyeSocketEnd = 14062,
                              gumsEnd = 17039, teethEnd = 21451, leftEyeEnd = 23021, rightEyeEnd = 24591,
                              lashesBegin = 25351;
} // namespace topology

/// The colour of every vertex; the eyes are left to paintEyes.
std::vector<Vec3> paintFace(const std::vector<Vec3>& neutral, const FacePaint& paint);
/// Where both eyes look: x to the person's left, y up, as tangents.
void paintEyes(std::vector<Vec3>& colours, const std::vector<Vec3>& neutral, const FacePaint& paint,
               float gazeX, float gazeY);

/// Lines that the expression draws where no vertex can: 0 (none) to 1, a vertex.
struct WrinkleStrengths {
    float forehead = 0, glabella = 0, nose = 0;
};
void paintWrinkles(std::vector<Vec3>& colours, const std::vector<Vec3>& neutral, const FacePaint& paint,
                   const WrinkleStrengths& strengths);

} // namespace moderato::ml
