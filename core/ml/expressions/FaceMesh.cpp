#include "core/ml/expressions/FaceMesh.h"

#include "core/base/File.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace moderato::ml {
namespace {

constexpr qint64 maxObjBytes = qint64(64) << 20;
constexpr float leastMove = 1e-4f; ///< Shorter moves are rounding of the files.
const QString neutralName = QStringLiteral("generic_neutral_mesh.obj");

struct Obj {
    std::vector<Vec3> vertices;
    std::vector<FaceMesh::Part> parts;
};

Error notAMesh(const QString& path) {
    return Error::invalid(
        QCoreApplication::translate("moderato::ml", "%1 is not a mesh of the face: unpack the archive again.")
            .arg(path));
}

std::string_view nextWord(std::string_view& line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    line.remove_prefix(begin);
    const std::size_t length = std::min(line.find_first_of(" \t\r"), line.size());
    const std::string_view word = line.substr(0, length);
    line.remove_prefix(length);
    return word;
}

template <class T> bool parse(std::string_view word, T& value) {
    return std::from_chars(word.data(), word.data() + word.size(), value).ec == std::errc();
}

bool addVertex(std::string_view line, Obj& obj) {
    Vec3 v;
    const bool read = parse(nextWord(line), v.x) && parse(nextWord(line), v.y) && parse(nextWord(line), v.z);
    obj.vertices.push_back(v);
    return read && std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

bool addFace(std::string_view line, Obj& obj) {
    std::vector<std::int32_t> corners;
    for (std::string_view word = nextWord(line); !word.empty(); word = nextWord(line)) {
        std::int32_t index = 0;
        if (!parse(word, index) || index < 1 || std::size_t(index) > obj.vertices.size()) {
            return false;
        }
        corners.push_back(index - 1);
    }
    if (obj.parts.empty()) {
        obj.parts.emplace_back();
    }
    for (std::size_t i = 2; i < corners.size(); ++i) {
        obj.parts.back().triangles.push_back({corners[0], corners[i - 1], corners[i]});
    }
    return corners.size() >= 3;
}

Result<Obj> readObj(const QString& path, bool withFaces) {
    const auto content = readFile(path, maxObjBytes);
    if (!content) {
        return content.error();
    }
    Obj obj;
    std::string_view rest(content->constData(), std::size_t(content->size()));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::string_view kind = nextWord(line);
        bool good = true;
        if (kind == "v") {
            good = addVertex(line, obj);
        } else if (kind == "f" && withFaces) {
            good = addFace(line, obj);
        } else if (kind == "usemtl") {
            obj.parts.push_back({std::string(nextWord(line)), {}});
        }
        if (!good) {
            return notAMesh(path);
        }
    }
    return obj.vertices.empty() ? Result<Obj>(notAMesh(path)) : Result<Obj>(std::move(obj));
}

} // namespace

float dot(const Vec3& a, const Vec3& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

Vec3 normalized(const Vec3& v) {
    const float length = std::sqrt(dot(v, v));
    return length > 0 ? v * (1 / length) : v;
}

Result<FaceMesh> FaceMesh::load(const QString& folder) {
    const QDir dir(folder);
    auto neutral = readObj(dir.filePath(neutralName), true);
    if (!neutral) {
        return neutral.error();
    }
    FaceMesh mesh;
    mesh.neutral_ = std::move(neutral->vertices);
    mesh.parts_ = std::move(neutral->parts);
    for (const QString& name : dir.entryList({QStringLiteral("*.obj")}, QDir::Files, QDir::Name)) {
        if (name == neutralName) {
            continue;
        }
        auto obj = readObj(dir.filePath(name), false);
        if (!obj) {
            return obj.error();
        }
        if (obj->vertices.size() != mesh.neutral_.size()) {
            return notAMesh(dir.filePath(name));
        }
        Shape shape;
        std::vector<Vec3>& moves = obj->vertices;
        for (std::size_t i = 0; i < moves.size(); ++i) {
            moves[i] = moves[i] - mesh.neutral_[i];
            if (dot(moves[i], moves[i]) > leastMove * leastMove) {
                shape.vertices.push_back(std::int32_t(i));
                shape.moves.push_back(moves[i]);
            }
        }
        if (name.startsWith(QLatin1String("identity"))) {
            mesh.identities_.push_back(std::move(moves));
        } else {
            mesh.shapes_[name.chopped(4).toStdString()] = std::move(shape);
        }
    }
    return mesh;
}

std::vector<Vec3> FaceMesh::person(std::span<const float> coefficients) const {
    std::vector<Vec3> result = neutral_;
    for (std::size_t k = 0; k < std::min(coefficients.size(), identities_.size()); ++k) {
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = result[i] + identities_[k][i] * coefficients[k];
        }
    }
    return result;
}

void FaceMesh::pose(std::vector<Vec3>& vertices, std::span<const Weight> weights) const {
    for (const Weight& weight : weights) {
        const auto found = shapes_.find(weight.shape);
        if (found == shapes_.end() || weight.value == 0) {
            continue;
        }
        const Shape& shape = found->second;
        for (std::size_t k = 0; k < shape.vertices.size(); ++k) {
            Vec3& vertex = vertices[std::size_t(shape.vertices[k])];
            vertex = vertex + shape.moves[k] * weight.value;
        }
    }
}

} // namespace moderato::ml
