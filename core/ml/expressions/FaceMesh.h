#pragma once

#include "core/base/Result.h"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

struct Vec3 {
    float x = 0, y = 0, z = 0;

    Vec3 operator+(const Vec3& o) const { return {x + o.x, y + o.y, z + o.z}; }
    Vec3 operator-(const Vec3& o) const { return {x - o.x, y - o.y, z - o.z}; }
    Vec3 operator*(float k) const { return {x * k, y * k, z * k}; }
    bool operator==(const Vec3&) const = default;
};
float dot(const Vec3& a, const Vec3& b);
Vec3 cross(const Vec3& a, const Vec3& b);
Vec3 normalized(const Vec3& v);

/// A face that can be deformed: a neutral mesh, whole-mesh identities and sparse shapes, as the folder
/// `FaceXModel` of ICT FaceKit holds them: `generic_neutral_mesh.obj`, `identityNNN.obj` and one OBJ file a
/// shape, all of the same topology. Immutable once loaded, so any thread may use it.
class FaceMesh {
public:
    using Triangle = std::array<std::int32_t, 3>;
    struct Part {
        std::string material;
        std::vector<Triangle> triangles;
    };
    struct Shape {
        std::vector<std::int32_t> vertices; ///< Those that move.
        std::vector<Vec3> moves;            ///< How far at weight 1.
    };
    struct Weight {
        std::string shape;
        float value = 0;
    };

    /// InvalidInput with the file's name where a file is not such a mesh, Io where it cannot be read.
    static Result<FaceMesh> load(const QString& folder);

    const std::vector<Vec3>& neutral() const { return neutral_; }
    const std::vector<Part>& parts() const { return parts_; }
    std::size_t identities() const { return identities_.size(); }
    bool hasShape(const std::string& name) const { return shapes_.count(name) > 0; }
    void addShape(const std::string& name, Shape shape) { shapes_[name] = std::move(shape); }

    /// neutral + Σ coefficient · (identity − neutral); fewer coefficients than identities are filled with 0.
    std::vector<Vec3> person(std::span<const float> coefficients) const;
    /// Adds Σ weight · (shape − neutral); shapes that are not there add nothing.
    void pose(std::vector<Vec3>& vertices, std::span<const Weight> weights) const;

private:
    std::vector<Vec3> neutral_;
    std::vector<Part> parts_;
    std::vector<std::vector<Vec3>> identities_;
    std::map<std::string, Shape> shapes_;
};

} // namespace moderato::ml
