#pragma once

#include "core/ml/expressions/FaceMesh.h"

#include <array>
#include <vector>

namespace moderato::ml {

/// A square colour picture with depth, in floats from 0 to 1. Triangles are given in pixels (y downwards)
/// with their distance as z; the nearer one stays.
class Canvas {
public:
    struct Corner {
        float x = 0, y = 0, z = 0;
        Vec3 colour;
    };

    explicit Canvas(int size);

    int size() const { return size_; }
    Vec3& at(int x, int y) { return colours_[std::size_t(y) * std::size_t(size_) + std::size_t(x)]; }
    const Vec3& at(int x, int y) const {
        return colours_[std::size_t(y) * std::size_t(size_) + std::size_t(x)];
    }
    std::vector<Vec3>& pixels() { return colours_; }
    const std::vector<Vec3>& pixels() const { return colours_; }

    /// `cover` 1 replaces what is there, less mixes it in and leaves the depth as it was. → pixels written
    int fill(const std::array<Corner, 3>& triangle, float cover = 1);
    /// A picture of half the size, each pixel the mean of four.
    Canvas halved() const;

private:
    int size_;
    std::vector<Vec3> colours_;
    std::vector<float> depths_;
};

/// Mean over a window that fades out, `radius` pixels wide (standard deviation).
void blur(Canvas& canvas, float radius);
/// What storing in blocks of 8 × 8 with coarse coefficients does to a picture; `step` in grey levels.
void compressInBlocks(Canvas& canvas, float step);

} // namespace moderato::ml
