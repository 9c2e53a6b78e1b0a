#include "core/ml/expressions/FaceRenderer.h"

#include "core/base/Random.h"
#include "core/ml/expressions/Canvas.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace moderato::ml {
namespace {

constexpr std::array<std::int32_t, faceLandmarkCount> landmarkVertices{
    1507, 1528, 3742, 3721, 978, 4857, 1147, 5708, 6213, 268, 1914, 1401, 3615, 4114, 2509, 5518, 966};
constexpr std::array<std::size_t, faceLandmarkCount> mirrored{3,  2,  1,  0,  4,  5, 6,  8, 7,
                                                              14, 13, 12, 11, 10, 9, 15, 16};
constexpr float faceHeight = 15; ///< From above the brows to the chin, in the mesh's unit.
constexpr Vec3 headCentre{0, -0.5f, 4};
constexpr float allTeethArea = 2;  ///< Visible of an open mouth, in the mesh's unit squared.
constexpr float closedFrom = 0.6f; ///< Of the blink: the eye is shut.

/// Vertices near a place move, the nearer the more.
struct Bump {
    Vec3 centre, move;
    float radius;
};

bool canBump(std::size_t vertex) {
    return vertex < std::size_t(topology::faceEnd);
}

FaceMesh::Shape shapeOf(const std::vector<Vec3>& neutral, std::span<const Bump> bumps) {
    constexpr float least = 0.01f;
    FaceMesh::Shape shape;
    for (std::size_t i = 0; i < neutral.size(); ++i) {
        Vec3 move;
        for (const Bump& bump : bumps) {
            const Vec3 away = neutral[i] - bump.centre;
            move = move + bump.move * std::exp(-dot(away, away) / (2 * bump.radius * bump.radius));
        }
        if (canBump(i) && dot(move, move) > least * least) {
            shape.vertices.push_back(std::int32_t(i));
            shape.moves.push_back(move);
        }
    }
    return shape;
}

/// Shapes for what FaceKit has none of, a side each.
void addOwnShapes(FaceMesh& mesh) {
    const std::vector<Vec3>& neutral = mesh.neutral();
    for (const float side : {-1.f, 1.f}) {
        const std::string suffix = side < 0 ? "_R" : "_L";
        const std::array pull{Bump{{side * 1.5f, 5.8f, 10.6f}, {-side * 0.55f, -0.12f, 0.1f}, 0.8f},
                              Bump{{side * 3, 6.1f, 10.2f}, {-side * 0.3f, -0.05f, 0}, 0.9f},
                              Bump{{side * 0.6f, 5.6f, 10.8f}, {0, 0, 0.28f}, 0.35f}};
        const std::array flare{Bump{{side * 1.5f, -0.7f, 10.9f}, {side * 0.5f, 0.12f, 0.05f}, 0.55f},
                               Bump{{side * 0.75f, -1.0f, 11.3f}, {side * 0.1f, 0.14f, 0.05f}, 0.35f}};
        const std::array drop{Bump{{side * 4.2f, -0.8f, 9}, {-side * 0.15f, -0.8f, -0.45f}, 1.7f},
                              Bump{{side * 4.6f, -3.6f, 8.4f}, {side * 0.1f, -0.5f, 0.25f}, 1.3f}};
        mesh.addShape("browPull" + suffix, shapeOf(neutral, pull));
        mesh.addShape("nostrilFlare" + suffix, shapeOf(neutral, flare));
        mesh.addShape("cheekDrop" + suffix, shapeOf(neutral, drop));
    }
}

bool isSolid(const std::string& material) {
    constexpr std::array<std::string_view, 5> solid{"M_Face", "M_BackHead", "M_GumsTongue", "M_ScleraLeft",
                                                    "M_ScleraRight"};
    return std::find(solid.begin(), solid.end(), material) != solid.end();
}

struct Rotation {
    Vec3 x, y, z; ///< Rows.

    Rotation(float yaw, float pitch, float roll) {
        const float cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
        const float cr = std::cos(roll), sr = std::sin(roll);
        const Vec3 a{cy, 0, sy}, b{sp * sy, cp, -sp * cy}, c{-cp * sy, sp, cp * cy};
        x = a * cr - b * sr;
        y = a * sr + b * cr;
        z = c;
    }
    Vec3 operator()(const Vec3& v) const { return {dot(x, v), dot(y, v), dot(z, v)}; }
};

void addNormals(std::vector<Vec3>& normals, const std::vector<Vec3>& vertices,
                const std::vector<FaceMesh::Triangle>& triangles) {
    for (const auto& [a, b, c] : triangles) {
        const Vec3 normal = cross(vertices[std::size_t(b)] - vertices[std::size_t(a)],
                                  vertices[std::size_t(c)] - vertices[std::size_t(a)]);
        for (const std::int32_t corner : {a, b, c}) {
            normals[std::size_t(corner)] = normals[std::size_t(corner)] + normal;
        }
    }
}

/// How hollow the surface is at each vertex of the skin: the neighbours' middle lies above the surface.
std::vector<float> hollows(const std::vector<Vec3>& vertices, const std::vector<Vec3>& normals,
                           const std::vector<std::vector<std::int32_t>>& neighbours) {
    std::vector<float> result(neighbours.size());
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        if (neighbours[i].empty()) {
            continue;
        }
        Vec3 middle;
        for (const std::int32_t other : neighbours[i]) {
            middle = middle + vertices[std::size_t(other)];
        }
        middle = middle * (1 / float(neighbours[i].size()));
        const Vec3 up = middle - vertices[i];
        result[i] = dot(up, normals[i]);
    }
    std::vector<float> smooth(result.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        float sum = result[i];
        for (const std::int32_t other : neighbours[i]) {
            sum += std::size_t(other) < result.size() ? result[std::size_t(other)] : 0;
        }
        smooth[i] = sum / float(1 + neighbours[i].size());
    }
    return smooth;
}

/// How far the lids are apart in the middle of the eyes.
float lidGap(const std::vector<Vec3>& vertices) {
    constexpr std::array upper{6585, 6583, 6575, 6587, 6565, 6627, 6625, 6617, 6629, 6607};
    constexpr std::array lower{6553, 6573, 6556, 6557, 6552, 6595, 6615, 6598, 6599, 6594};
    float sum = 0;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        sum += vertices[std::size_t(upper[i])].y - vertices[std::size_t(lower[i])].y;
    }
    return sum / float(upper.size());
}

bool areShut(const FaceScene& scene) {
    return std::any_of(scene.others.begin(), scene.others.end(), [](const FaceMesh::Weight& other) {
        return other.shape.starts_with("eyeBlink") && other.value >= closedFrom;
    });
}

Vec3 times(const Vec3& a, const Vec3& b) {
    return {a.x * b.x, a.y * b.y, a.z * b.z};
}

class Lamp {
public:
    explicit Lamp(const FaceScene& scene)
        : scene_(scene)
        , to_(normalized(scene.light))
        , half_(normalized(to_ + Vec3{0, 0, 1})) {}

    Vec3 shade(const Vec3& colour, const Vec3& normal, float shine) const {
        const float direct = std::max(0.f, dot(normal, to_)) * scene_.lightStrength;
        const float around = scene_.ambient * (0.8f + 0.2f * normal.y);
        const float facing = std::max(0.f, dot(normal, half_)), squared = facing * facing;
        const float fourth = squared * squared, eighth = fourth * fourth;
        const float glint = shine * eighth * eighth * eighth;
        return times(colour, scene_.lightColour * direct + Vec3{around, around, around}) +
               Vec3{glint, glint, glint};
    }

private:
    const FaceScene& scene_;
    Vec3 to_, half_;
};

float between(Random& random, float low, float high) {
    return low + (high - low) * float(random.uniform());
}

Vec3 anyColour(Random& random) {
    return {float(random.uniform()), float(random.uniform()), float(random.uniform())};
}

/// A gradient, some soft spots, some edges, and hair or a collar behind the head.
void paintBackground(Canvas& canvas, std::uint64_t seed, const Vec3& hair, const Vec3& middle, float unit) {
    Random random(seed);
    const float edge = float(canvas.size());
    const Vec3 from = anyColour(random), to = anyColour(random);
    struct Spot {
        float x, y, rx, ry;
        bool box;
        Vec3 colour;
        float cover;
    };
    std::vector<Spot> spots;
    for (std::uint64_t i = 0, count = random.below(9); i < count; ++i) {
        spots.push_back({between(random, 0, edge), between(random, 0, edge),
                         between(random, 0.03f, 0.3f) * edge, between(random, 0.03f, 0.3f) * edge,
                         random.below(2) == 0, anyColour(random), between(random, 0.3f, 1)});
    }
    if (random.below(3) == 0) {
        const float width = between(random, 8, 11) * unit;
        spots.push_back({middle.x, middle.y + between(random, -3, 6) * unit, width,
                         between(random, 11, 16) * unit, false, hair, 1});
    }
    spots.push_back({middle.x, middle.y + between(random, 26, 30) * unit, between(random, 14, 22) * unit,
                     between(random, 12, 15) * unit, false, anyColour(random), 1});
    for (int y = 0; y < canvas.size(); ++y) {
        for (int x = 0; x < canvas.size(); ++x) {
            Vec3 colour = from + (to - from) * ((float(x) + 2 * float(y)) / (3 * edge));
            for (const Spot& spot : spots) {
                const float dx = std::abs(float(x) - spot.x) / spot.rx,
                            dy = std::abs(float(y) - spot.y) / spot.ry;
                if (spot.box ? std::max(dx, dy) < 1 : dx * dx + dy * dy < 1) {
                    colour = colour * (1 - spot.cover) + spot.colour * spot.cover;
                }
            }
            canvas.at(x, y) = colour;
        }
    }
}

void drawGlasses(Canvas& canvas, const FaceLandmarks& points, const Vec3& colour) {
    const auto at = [&points](FaceLandmark which) { return points[std::size_t(which)]; };
    const std::array eyes{std::pair{at(FaceLandmark::LeftEyeOuter), at(FaceLandmark::LeftEyeInner)},
                          std::pair{at(FaceLandmark::RightEyeInner), at(FaceLandmark::RightEyeOuter)}};
    for (const auto& [a, b] : eyes) {
        const float x = (a.x + b.x) / 2, y = (a.y + b.y) / 2,
                    radius = 0.85f * std::hypot(b.x - a.x, b.y - a.y);
        for (int py = std::max(0, int(y - 2 * radius)); py < std::min(canvas.size(), int(y + 2 * radius));
             ++py) {
            for (int px = std::max(0, int(x - 2 * radius)); px < std::min(canvas.size(), int(x + 2 * radius));
                 ++px) {
                const float dx = (float(px) - x) / radius, dy = (float(py) - y) / (0.8f * radius);
                const float r = std::sqrt(dx * dx + dy * dy);
                if (r > 0.95f && r < 1.07f) {
                    canvas.at(px, py) = colour;
                }
            }
        }
    }
}

bool isTurnedHere(const std::array<Canvas::Corner, 3>& triangle) {
    const auto& [a, b, c] = triangle;
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) < 0;
}

/// The sum of four even numbers: close to normal, with deviation 1.
float nearlyNormal(Random& random) {
    constexpr float deviation = 0.57735f, unit = 1 / 65536.f;
    const std::uint64_t bits = random.next();
    const float sum =
        float(bits & 0xffff) + float(bits >> 16 & 0xffff) + float(bits >> 32 & 0xffff) + float(bits >> 48);
    return (sum * unit - 2) / deviation;
}

/// Values from 0 to 1.5 by a curve, read from a table.
class Curve {
public:
    explicit Curve(float gamma) {
        for (std::size_t i = 0; i < table_.size(); ++i) {
            table_[i] = std::pow(float(i) / float(table_.size() - 1) * brightest, gamma);
        }
    }
    float operator()(float value) const {
        const float place = std::clamp(value, 0.f, brightest) / brightest * float(table_.size() - 1);
        return table_[std::size_t(std::lround(place))];
    }

private:
    static constexpr float brightest = 1.5f;
    std::array<float, 1024> table_{};
};

std::vector<std::uint8_t> developed(Canvas& canvas, const FaceScene& scene) {
    blur(canvas, scene.blurRadius);
    Random random(scene.backgroundSeed + 1);
    const Curve curve(scene.gamma);
    for (Vec3& pixel : canvas.pixels()) {
        for (float* const value : {&pixel.x, &pixel.y, &pixel.z}) {
            *value = (curve(*value) - 0.5f) * scene.contrast + 0.5f + scene.brightness;
            if (scene.noise > 0) {
                *value += scene.noise * nearlyNormal(random);
            }
        }
    }
    if (scene.compression > 0) {
        compressInBlocks(canvas, scene.compression);
    }
    std::vector<std::uint8_t> bytes;
    bytes.reserve(3 * canvas.pixels().size());
    for (const Vec3& pixel : canvas.pixels()) {
        for (const float value : {pixel.x, pixel.y, pixel.z}) {
            bytes.push_back(std::uint8_t(std::lround(255 * std::clamp(value, 0.f, 1.f))));
        }
    }
    return bytes;
}

/// From the mesh to pixels.
class Camera {
public:
    Camera(const FaceScene& scene, int size)
        : rotation_(scene.yaw, scene.pitch, scene.roll)
        , distance_(scene.distance)
        , unit_(scene.faceShare * float(size) / faceHeight)
        , x_((0.5f + scene.shiftX) * float(size))
        , y_((0.5f + scene.shiftY) * float(size)) {}

    Vec3 turned(const Vec3& v) const { return rotation_(v - headCentre); }
    Vec3 toPixels(const Vec3& turned) const {
        const float away = distance_ - turned.z, scale = unit_ * distance_ / away;
        return {x_ + turned.x * scale, y_ - turned.y * scale, away};
    }
    Vec3 middle() const { return {x_, y_, 0}; }
    float unit() const { return unit_; }

private:
    Rotation rotation_;
    float distance_, unit_, x_, y_;
};

WrinkleStrengths wrinklesOf(const FacialStrengths& strengths) {
    return {strengths[FacialFeature::BrowsRaised], strengths[FacialFeature::GlabellaFurrowed],
            strengths[FacialFeature::NoseWrinkled]};
}

} // namespace

std::size_t mirroredLandmark(std::size_t landmark) {
    return mirrored[landmark];
}

std::vector<FaceMesh::Weight> shapesOf(const FacialStrengths& strengths, float lopsided) {
    struct Part {
        FacialFeature feature;
        const char* shape; ///< "…*": once a side.
        float weight;
    };
    using F = FacialFeature;
    static constexpr std::array parts{
        Part{F::BrowsRaised, "browInnerUp*", 0.9f},     Part{F::BrowsRaised, "browOuterUp*", 0.9f},
        Part{F::BrowsPressedDown, "browDown*", 1.2f},   Part{F::GlabellaFurrowed, "browPull*", 1.0f},
        Part{F::GlabellaFurrowed, "browDown*", 0.1f},   Part{F::EyesWideOpen, "eyeWide*", 1.5f},
        Part{F::EyesSquinting, "eyeSquint*", 1.3f},     Part{F::EyesSquinting, "cheekSquint*", 0.15f},
        Part{F::EyesSquinting, "eyeBlink*", 0.4f},      Part{F::LipCornersBackUp, "mouthSmile*", 0.85f},
        Part{F::LipsPressed, "mouthPress*", 0.6f},      Part{F::LipsPressed, "mouthRollLower", 0.55f},
        Part{F::LipsPressed, "mouthRollUpper", 0.55f},  Part{F::LipCornersDown, "mouthFrown*", 1.1f},
        Part{F::TeethExposed, "mouthUpperUp*", 0.65f},  Part{F::TeethExposed, "mouthLowerDown*", 0.9f},
        Part{F::TeethExposed, "jawOpen", 0.06f},        Part{F::NoseWrinkled, "noseSneer*", 0.9f},
        Part{F::NoseWrinkled, "mouthUpperUp*", -0.45f}, Part{F::NostrilsEnlarged, "nostrilFlare*", 1.0f},
        Part{F::CheeksRaised, "cheekRaiser*", 0.9f},    Part{F::CheeksRaised, "cheekSquint*", 0.3f},
        Part{F::CheeksDropped, "cheekDrop*", 1.4f},     Part{F::CheeksDropped, "jawOpen", 0.08f}};
    const float left = 1 - std::max(0.f, lopsided), right = 1 + std::min(0.f, lopsided);
    std::vector<FaceMesh::Weight> weights;
    for (const Part& part : parts) {
        const float value = part.weight * strengths[part.feature];
        std::string shape = part.shape;
        if (value == 0) {
            continue;
        }
        if (shape.back() != '*') {
            weights.push_back({shape, value});
            continue;
        }
        shape.pop_back();
        weights.push_back({shape + "_L", value * left});
        weights.push_back({shape + "_R", value * right});
    }
    return weights;
}

Result<FaceRenderer> FaceRenderer::load(const QString& folder) {
    auto mesh = FaceMesh::load(folder);
    if (!mesh) {
        return mesh.error();
    }
    if (mesh->neutral().size() != topology::vertices) {
        return Error::invalid(
            QCoreApplication::translate(
                "moderato::ml", "%1 does not hold the face of ICT FaceKit: name its folder FaceXModel.")
                .arg(folder));
    }
    return FaceRenderer(std::move(*mesh));
}

FaceRenderer::FaceRenderer(FaceMesh mesh)
    : mesh_(std::move(mesh))
    , neighbours_(std::size_t(topology::faceEnd)) {
    addOwnShapes(mesh_);
    for (const FaceMesh::Part& part : mesh_.parts()) {
        auto* const to = isSolid(part.material)           ? &solid_
                         : part.material == "M_Teeth"     ? &teeth_
                         : part.material == "M_EyeLashes" ? &lashes_
                                                          : nullptr;
        if (to) {
            to->insert(to->end(), part.triangles.begin(), part.triangles.end());
        }
    }
    for (const auto& [a, b, c] : solid_) {
        for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, c}, std::pair{c, a}}) {
            if (from < topology::faceEnd && to < topology::faceEnd) {
                neighbours_[std::size_t(from)].push_back(to);
            }
        }
    }
    FacialStrengths full;
    full[FacialFeature::EyesSquinting] = 1;
    std::vector<Vec3> squinting = mesh_.neutral();
    mesh_.pose(squinting, shapesOf(full, 0));
    squint_ = lidGap(mesh_.neutral()) - lidGap(squinting);
}

FacePerson FaceRenderer::person(std::span<const float> identity, const FacePaint& paint,
                                std::span<const FaceMesh::Weight> rest) const {
    FacePerson person{mesh_.person(identity), paint, paintFace(mesh_.neutral(), paint)};
    mesh_.pose(person.vertices, rest);
    for (std::size_t i = 0; i < std::size_t(topology::headEnd); ++i) {
        const Vec3& p = mesh_.neutral()[i];
        const float hair = std::clamp((p.y + 4 - p.z - paint.hairline) / 3, 0.f, 1.f);
        if (hair > 0 && paint.hairVolume > 0) {
            const Vec3 outward = normalized(p - Vec3{0, 3, 0});
            person.vertices[i] = person.vertices[i] + outward * (hair * paint.hairVolume);
        }
    }
    return person;
}

std::vector<Vec3> FaceRenderer::posed(const FacePerson& person, const FaceScene& scene) const {
    std::vector<Vec3> vertices = person.vertices;
    mesh_.pose(vertices, shapesOf(scene.strengths, scene.lopsided));
    mesh_.pose(vertices, scene.others);
    return vertices;
}

FaceRender FaceRenderer::render(const FacePerson& person, const FaceScene& scene, int size) const {
    constexpr float cavityScale = 9, shinyTeeth = 0.2f, shinyEyes = 0.35f;
    const Camera camera(scene, 2 * size);
    std::vector<Vec3> colours = person.colours;
    paintEyes(colours, mesh_.neutral(), person.paint, scene.gazeX, scene.gazeY);
    paintWrinkles(colours, mesh_.neutral(), person.paint, wrinklesOf(scene.strengths));

    std::vector<Vec3> vertices = posed(person, scene);
    const float narrower = (lidGap(person.vertices) - lidGap(vertices)) / squint_;
    const float squint = areShut(scene) ? 0 : std::clamp(narrower, 0.f, 1.f);
    for (Vec3& vertex : vertices) {
        vertex = camera.turned(vertex);
    }
    std::vector<Vec3> normals(vertices.size());
    addNormals(normals, vertices, solid_);
    addNormals(normals, vertices, teeth_);
    for (Vec3& normal : normals) {
        normal = normalized(normal);
    }
    const std::vector<float> hollow = hollows(vertices, normals, neighbours_);
    const Lamp lamp(scene);
    std::vector<Canvas::Corner> corners(vertices.size());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const bool isEye = i >= std::size_t(topology::teethEnd) && i < std::size_t(topology::rightEyeEnd);
        const bool isTooth = i >= std::size_t(topology::gumsEnd) && i < std::size_t(topology::teethEnd);
        const float shine = isEye ? shinyEyes : isTooth ? shinyTeeth : scene.shine;
        Vec3 colour = lamp.shade(colours[i], normals[i], shine);
        if (i < hollow.size()) {
            colour = colour * std::clamp(1 - cavityScale * person.paint.cavity * hollow[i], 0.35f, 1.25f);
        }
        const Vec3 at = camera.toPixels(vertices[i]);
        corners[i] = {at.x, at.y, at.z, colour};
    }

    Canvas canvas(2 * size);
    paintBackground(canvas, scene.backgroundSeed, person.paint.hair, camera.middle(), camera.unit());
    const auto draw = [&canvas, &corners](const FaceMesh::Triangle& triangle) {
        const auto& [a, b, c] = triangle;
        const std::array three{corners[std::size_t(a)], corners[std::size_t(b)], corners[std::size_t(c)]};
        return isTurnedHere(three) ? canvas.fill(three) : 0;
    };
    std::for_each(solid_.begin(), solid_.end(), draw);
    int teeth = 0;
    for (const FaceMesh::Triangle& triangle : teeth_) {
        teeth += draw(triangle);
    }
    for (const auto& [a, b, c] : lashes_) {
        canvas.fill({corners[std::size_t(a)], corners[std::size_t(b)], corners[std::size_t(c)]},
                    person.paint.lashes);
    }
    FaceRender result{.size = size, .pixels = {}, .landmarks = {}, .shown = scene.strengths};
    result.shown[FacialFeature::EyesSquinting] = squint;
    const float teethArea = float(teeth) / (camera.unit() * camera.unit());
    result.shown[FacialFeature::TeethExposed] = std::min(1.f, teethArea / allTeethArea);
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        const Canvas::Corner& corner = corners[std::size_t(landmarkVertices[i])];
        result.landmarks[i] = {corner.x, corner.y};
    }
    if (scene.glasses) {
        drawGlasses(canvas, result.landmarks, person.paint.hair);
    }
    for (FacePoint& point : result.landmarks) {
        point = {point.x / 2 - 0.25f, point.y / 2 - 0.25f};
    }
    Canvas half = canvas.halved();
    result.pixels = developed(half, scene);
    return result;
}

} // namespace moderato::ml
