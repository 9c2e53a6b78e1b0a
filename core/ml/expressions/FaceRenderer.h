#pragma once

#include "core/ml/expressions/FaceLandmarks.h"
#include "core/ml/expressions/FaceMesh.h"
#include "core/ml/expressions/FacePaint.h"
#include "core/ml/expressions/FacialFeatures.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace moderato::ml {

/// Somebody: a shape of the head and its colours. The same person can be rendered many times.
struct FacePerson {
    std::vector<Vec3> vertices;
    FacePaint paint;
    std::vector<Vec3> colours;
};

/// What one picture shows. Angles in radians.
struct FaceScene {
    FacialStrengths strengths;
    std::vector<FaceMesh::Weight> others; ///< Shapes that are no feature: speech, blinking.
    float lopsided = 0;                   ///< −1…1: how much weaker the left or the right half shows it.
    float yaw = 0, pitch = 0, roll = 0;
    float gazeX = 0, gazeY = 0;
    float distance = 80;          ///< Of the camera, in the mesh's unit.
    float faceShare = 0.6f;       ///< Of the picture's edge that the face from brow to chin takes.
    float shiftX = 0, shiftY = 0; ///< Of the face from the middle, in shares of the edge.

    Vec3 light{0.3f, 0.5f, 1}; ///< Where it comes from.
    float lightStrength = 0.6f, ambient = 0.5f, shine = 0.1f;
    Vec3 lightColour{1, 1, 1};

    std::uint64_t backgroundSeed = 1;
    float blurRadius = 0; ///< Pixels.
    float noise = 0;      ///< Deviation, 0 to 1.
    float contrast = 1, gamma = 1, brightness = 0;
    float compression = 0; ///< Step of the coefficients in grey levels; 0: none.
    bool glasses = false;
};

struct FaceRender {
    int size = 0;
    std::vector<std::uint8_t> pixels; ///< RGB, row by row.
    FaceLandmarks landmarks;
    /// The scene's, but what other movements make too is taken from the picture: squinting is how much
    /// narrower than at rest the eyes are (shut ones do not squint), teeth are their visible area.
    FacialStrengths shown;
};

/// Renders pictures of faces out of the mesh of ICT FaceKit (MIT licence), to learn from. What it cannot show
/// is in the card of the models. The same scene gives the same picture. Immutable, any thread.
class FaceRenderer {
public:
    /// `folder`: FaceXModel. InvalidInput where it is another mesh than that of ICT FaceKit.
    static Result<FaceRenderer> load(const QString& folder);

    /// `rest`: shapes that the face has always, and that are no expression of it.
    FacePerson person(std::span<const float> identity, const FacePaint& paint,
                      std::span<const FaceMesh::Weight> rest = {}) const;
    FaceRender render(const FacePerson& person, const FaceScene& scene, int size) const;
    std::size_t identities() const { return mesh_.identities(); }

private:
    explicit FaceRenderer(FaceMesh mesh);
    std::vector<Vec3> posed(const FacePerson& person, const FaceScene& scene) const;

    FaceMesh mesh_;
    std::vector<FaceMesh::Triangle> solid_, teeth_, lashes_;
    std::vector<std::vector<std::int32_t>> neighbours_;
    float squint_ = 1; ///< By how much a full squint narrows the eyes.
};

/// The shapes that show these strengths.
std::vector<FaceMesh::Weight> shapesOf(const FacialStrengths& strengths, float lopsided);

} // namespace moderato::ml
