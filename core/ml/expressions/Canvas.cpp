#include "core/ml/expressions/Canvas.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace moderato::ml {
namespace {

constexpr int block = 8;
using Cosines = std::array<std::array<float, block>, block>;

Cosines blockCosines() {
    Cosines table{};
    for (std::size_t k = 0; k < block; ++k) {
        for (std::size_t i = 0; i < block; ++i) {
            const double scale = k == 0 ? std::sqrt(1.0 / block) : std::sqrt(2.0 / block);
            table[k][i] = float(scale * std::cos(std::numbers::pi / block * (double(i) + 0.5) * double(k)));
        }
    }
    return table;
}

using Block = std::array<std::array<float, block>, block>;

/// Forward: C·B·Cᵀ; backward with the transposed table.
Block transformed(const Block& in, const Cosines& table, bool back) {
    const auto factor = [&](std::size_t k, std::size_t i) { return back ? table[i][k] : table[k][i]; };
    Block rows{}, out{};
    for (std::size_t k = 0; k < block; ++k) {
        for (std::size_t x = 0; x < block; ++x) {
            for (std::size_t i = 0; i < block; ++i) {
                rows[k][x] += factor(k, i) * in[i][x];
            }
        }
    }
    for (std::size_t k = 0; k < block; ++k) {
        for (std::size_t l = 0; l < block; ++l) {
            for (std::size_t i = 0; i < block; ++i) {
                out[k][l] += factor(l, i) * rows[k][i];
            }
        }
    }
    return out;
}

void quantize(Block& values, float step) {
    for (std::size_t k = 0; k < block; ++k) {
        for (std::size_t l = 0; l < block; ++l) {
            const float size = step * (1 + 0.5f * float(k + l));
            values[k][l] = std::round(values[k][l] / size) * size;
        }
    }
}

float& channel(Vec3& colour, int which) {
    return which == 0 ? colour.x : which == 1 ? colour.y : colour.z;
}

std::vector<float> fadingWindow(float radius) {
    const int reach = std::max(1, int(std::ceil(2.5f * radius)));
    std::vector<float> window;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        window.push_back(std::exp(-0.5f * float(i * i) / (radius * radius)));
        sum += window.back();
    }
    for (float& weight : window) {
        weight /= sum;
    }
    return window;
}

} // namespace

Canvas::Canvas(int size)
    : size_(size)
    , colours_(std::size_t(size) * std::size_t(size))
    , depths_(colours_.size(), std::numeric_limits<float>::max()) {}

int Canvas::fill(const std::array<Corner, 3>& triangle, float cover) {
    const auto& [a, b, c] = triangle;
    const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (!(std::abs(area) > 1e-6f)) {
        return 0;
    }
    int written = 0;
    const float last = float(size_ - 1), inverse = 1 / area;
    const int left = int(std::ceil(std::clamp(std::min({a.x, b.x, c.x}), 0.f, last)));
    const int right = int(std::floor(std::clamp(std::max({a.x, b.x, c.x}), -1.f, last)));
    const int top = int(std::ceil(std::clamp(std::min({a.y, b.y, c.y}), 0.f, last)));
    const int bottom = int(std::floor(std::clamp(std::max({a.y, b.y, c.y}), -1.f, last)));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const float px = float(x), py = float(y);
            const float u = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) * inverse;
            const float v = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) * inverse;
            const float w = 1 - u - v;
            if (u < 0 || v < 0 || w < 0) {
                continue;
            }
            const float depth = u * a.z + v * b.z + w * c.z;
            const std::size_t at = std::size_t(y) * std::size_t(size_) + std::size_t(x);
            if (depth >= depths_[at]) {
                continue;
            }
            const Vec3 colour = a.colour * u + b.colour * v + c.colour * w;
            if (cover >= 1) {
                depths_[at] = depth;
                colours_[at] = colour;
            } else {
                colours_[at] = colours_[at] * (1 - cover) + colour * cover;
            }
            ++written;
        }
    }
    return written;
}

Canvas Canvas::halved() const {
    Canvas half(size_ / 2);
    for (int y = 0; y < half.size_; ++y) {
        for (int x = 0; x < half.size_; ++x) {
            half.at(x, y) =
                (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) *
                0.25f;
        }
    }
    return half;
}

void blur(Canvas& canvas, float radius) {
    if (!(radius > 0)) {
        return;
    }
    const std::vector<float> window = fadingWindow(radius);
    const int size = canvas.size(), reach = int(window.size() / 2);
    std::vector<Vec3> line(static_cast<std::size_t>(size));
    for (const bool across : {true, false}) {
        for (int row = 0; row < size; ++row) {
            const auto at = [&](int i) -> Vec3& { return across ? canvas.at(i, row) : canvas.at(row, i); };
            for (int i = 0; i < size; ++i) {
                Vec3 sum;
                for (int k = -reach; k <= reach; ++k) {
                    sum = sum + at(std::clamp(i + k, 0, size - 1)) * window[std::size_t(k + reach)];
                }
                line[std::size_t(i)] = sum;
            }
            for (int i = 0; i < size; ++i) {
                at(i) = line[std::size_t(i)];
            }
        }
    }
}

void compressInBlocks(Canvas& canvas, float step) {
    static const Cosines table = blockCosines();
    for (int top = 0; top + block <= canvas.size(); top += block) {
        for (int left = 0; left + block <= canvas.size(); left += block) {
            for (int which = 0; which < 3; ++which) {
                Block values{};
                for (std::size_t y = 0; y < block; ++y) {
                    for (std::size_t x = 0; x < block; ++x) {
                        values[y][x] = 255 * channel(canvas.at(left + int(x), top + int(y)), which);
                    }
                }
                values = transformed(values, table, false);
                quantize(values, step);
                values = transformed(values, table, true);
                for (std::size_t y = 0; y < block; ++y) {
                    for (std::size_t x = 0; x < block; ++x) {
                        channel(canvas.at(left + int(x), top + int(y)), which) = values[y][x] / 255;
                    }
                }
            }
        }
    }
}

} // namespace moderato::ml
