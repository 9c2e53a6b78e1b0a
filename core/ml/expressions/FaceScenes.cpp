#include "core/ml/expressions/FaceScenes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace moderato::ml {
namespace {

constexpr float weakest = 0.35f; ///< Of the features that a scene means to show.

using F = FacialFeature;

/// Of each of these only one is shown strongly: a face cannot do both.
constexpr std::array opposites{
    std::pair{F::BrowsRaised, F::BrowsPressedDown},    std::pair{F::EyesWideOpen, F::EyesSquinting},
    std::pair{F::LipCornersBackUp, F::LipCornersDown}, std::pair{F::LipsPressed, F::TeethExposed},
    std::pair{F::CheeksRaised, F::CheeksDropped},      std::pair{F::CheeksDropped, F::LipsPressed}};

} // namespace

float FaceScenes::between(float low, float high) {
    return low + (high - low) * float(random_.uniform());
}

float FaceScenes::normal() {
    const float radius = std::sqrt(-2 * std::log(1 - float(random_.uniform())));
    return radius * std::cos(2 * std::numbers::pi_v<float> * float(random_.uniform()));
}

bool FaceScenes::chance(float probability) {
    return random_.uniform() < double(probability);
}

FacePerson FaceScenes::person(const FaceRenderer& renderer) {
    std::vector<float> identity;
    for (std::size_t i = 0; i < renderer.identities(); ++i) {
        identity.push_back(std::clamp(0.9f * normal(), -2.f, 2.f));
    }
    FacePaint paint;
    const float fair = between(0.32f, 0.95f);
    paint.skin = {fair, fair * between(0.72f, 0.86f), fair * between(0.55f, 0.8f)};
    paint.lips = {paint.skin.x * between(0.65f, 1), paint.skin.y * between(0.45f, 0.9f),
                  paint.skin.z * between(0.5f, 0.95f)};
    const float dark = chance(0.7f) ? between(0.02f, 0.25f) : between(0.25f, 0.75f);
    paint.hair = {dark, dark * between(0.7f, 1), dark * between(0.5f, 1)};
    const float eye = between(0.06f, 0.5f);
    paint.iris = {eye, eye * between(0.7f, 1.2f), eye * between(0.5f, 1.4f)};
    const float white = between(0.75f, 0.97f);
    paint.teeth = {white, white * between(0.93f, 1), white * between(0.78f, 1)};
    paint.browDarkness = between(0.35f, 1);
    paint.browThickness = between(0.22f, 0.6f);
    paint.browHeight = between(-0.25f, 0.2f);
    paint.lashes = between(0, 0.8f);
    paint.lidLine = between(0, 0.7f);
    paint.beard = chance(0.25f) ? between(0.1f, 0.9f) : 0;
    paint.moustache = chance(0.2f) ? between(0.1f, 0.9f) : 0;
    paint.hairline = between(8.8f, 11.5f);
    paint.hairVolume = between(0, 2.5f);
    paint.mottling = between(0, 0.05f);
    paint.mottlingPhase = between(0, 6);
    paint.cavity = between(0.2f, 1.1f);
    paint.wrinkles = between(0, 0.45f);
    paint.pupil = between(0.3f, 0.55f);
    paint.nostrilSize = between(0.75f, 1.3f);
    paint.nostrilDarkness = between(0.5f, 0.95f);
    paint.underEyes = chance(0.4f) ? between(0, 0.35f) : 0;
    paint.besideMouth = chance(0.4f) ? between(0, 0.35f) : 0;
    paint.restForehead = chance(0.25f) ? between(0, 0.5f) : 0;
    paint.restGlabella = chance(0.25f) ? between(0, 0.4f) : 0;
    paint.restNose = chance(0.15f) ? between(0, 0.3f) : 0;
    return renderer.person(identity, paint, rest());
}

/// Faces at rest that look a little pressed, tired or amused.
std::vector<FaceMesh::Weight> FaceScenes::rest() {
    struct Part {
        const char* shape;
        float low, high;
    };
    static constexpr std::array parts{
        Part{"browDown", -0.15f, 0.2f},    Part{"browInnerUp", -0.1f, 0.15f}, Part{"eyeSquint", 0, 0.25f},
        Part{"eyeBlink", -0.05f, 0.12f},   Part{"cheekRaiser", 0, 0.2f},      Part{"cheekPuff", 0, 0.2f},
        Part{"nostrilFlare", -0.3f, 0.4f}, Part{"mouthSmile", 0, 0.15f},      Part{"mouthFrown", 0, 0.2f}};
    std::vector<FaceMesh::Weight> weights;
    for (const Part& part : parts) {
        if (chance(0.4f)) {
            const float value = between(part.low, part.high);
            weights.push_back({std::string(part.shape) + "_L", value});
            weights.push_back({std::string(part.shape) + "_R", value});
        }
    }
    return weights;
}

FacialStrengths FaceScenes::strengths() {
    FacialStrengths drawn;
    const float lively = between(0.1f, 0.5f);
    for (float& value : drawn.values) {
        value = chance(lively) ? between(weakest, 1) : chance(0.15f) ? between(0, weakest) : 0;
    }
    for (const auto& [a, b] : opposites) {
        if (drawn[a] > absentUpTo && drawn[b] > absentUpTo) {
            drawn[chance(0.5f) ? a : b] = 0;
        }
    }
    return drawn;
}

std::vector<FaceMesh::Weight> FaceScenes::distractions(const FacialStrengths& strengths) {
    std::vector<FaceMesh::Weight> others;
    const bool mouthIsBusy =
        strengths[F::LipsPressed] > absentUpTo || strengths[F::TeethExposed] > absentUpTo;
    if (chance(0.35f) && strengths[F::LipsPressed] <= absentUpTo) {
        const float open = between(0.02f, strengths[F::TeethExposed] > 0 ? 0.2f : 0.12f);
        others.push_back({"jawOpen", open});
    }
    if (!mouthIsBusy && chance(0.3f)) {
        constexpr std::array shapes{"mouthPucker", "mouthFunnel", "mouthShrugLower", "mouthShrugUpper"};
        others.push_back({shapes[random_.below(shapes.size())], between(0.1f, 0.6f)});
    }
    if (chance(0.2f)) {
        constexpr std::array shapes{"mouthLeft", "mouthRight", "jawLeft", "jawRight"};
        others.push_back({shapes[random_.below(shapes.size())], between(0.1f, 0.35f)});
    }
    if (chance(0.15f)) {
        const float puffed = between(0.1f, 0.4f);
        others.push_back({"cheekPuff_L", puffed});
        others.push_back({"cheekPuff_R", puffed});
    }
    if (chance(0.2f)) {
        const float dimple = between(0.1f, 0.5f);
        others.push_back({"mouthDimple_L", dimple});
        others.push_back({"mouthDimple_R", dimple});
    }
    if (strengths[F::EyesWideOpen] <= absentUpTo && chance(0.15f)) {
        const bool canShut = strengths[F::EyesSquinting] <= absentUpTo;
        const float closed = canShut && chance(0.5f) ? between(0.8f, 1) : between(0.05f, 0.25f);
        others.push_back({"eyeBlink_L", closed});
        others.push_back({"eyeBlink_R", closed});
    }
    return others;
}

FaceScene FaceScenes::neutral() {
    FaceScene scene;
    scene.yaw = std::clamp(0.17f * normal(), -0.45f, 0.45f);
    scene.pitch = std::clamp(0.13f * normal(), -0.35f, 0.35f);
    scene.roll = std::clamp(0.12f * normal(), -0.35f, 0.35f);
    scene.gazeX = std::clamp(0.18f * normal() - scene.yaw * 0.5f, -0.6f, 0.6f);
    scene.gazeY = std::clamp(0.12f * normal(), -0.35f, 0.35f);
    scene.distance = between(45, 140);
    scene.faceShare = between(0.34f, 0.72f);
    scene.shiftX = between(-0.06f, 0.06f);
    scene.shiftY = between(-0.06f, 0.06f);
    scene.light = {1.2f * normal(), 0.4f + 0.7f * normal(), between(0.5f, 1.6f)};
    scene.lightStrength = between(0.1f, 0.75f);
    scene.ambient = between(1, 1.2f) - scene.lightStrength;
    scene.shine = chance(0.5f) ? between(0, 0.3f) : 0;
    scene.lightColour = {between(0.9f, 1.1f), between(0.9f, 1.05f), between(0.8f, 1.1f)};
    scene.backgroundSeed = random_.next();
    scene.blurRadius = chance(0.6f) ? between(0.2f, 1.8f) : 0;
    scene.noise = chance(0.6f) ? between(0.003f, 0.045f) : 0;
    scene.contrast = between(0.6f, 1.25f);
    scene.gamma = between(0.7f, 1.4f);
    scene.brightness = between(-0.1f, 0.1f);
    scene.compression = chance(0.4f) ? between(4, 24) : 0;
    scene.glasses = chance(0.08f);
    return scene;
}

FaceScene FaceScenes::expressive() {
    FaceScene scene = neutral();
    scene.strengths = strengths();
    scene.lopsided = chance(0.3f) ? between(-0.35f, 0.35f) : 0;
    scene.others = distractions(scene.strengths);
    return scene;
}

} // namespace moderato::ml
