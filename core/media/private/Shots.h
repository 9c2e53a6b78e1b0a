#pragma once

#include <QImage>

#include <array>
#include <vector>

namespace moderato::media {

/// What two pictures are compared by: a colour histogram and the means of a coarse grid. From any size.
struct Impression {
    static constexpr int bins = 8; ///< Along each of red, green, blue.
    static constexpr int grid = 8; ///< Blocks along a side.

    std::array<float, bins * 3> histogram{}; ///< Shares, each colour sums to 1.
    std::array<float, grid * grid> blocks{}; ///< Mean brightness, 0…255.
    float sharpness = 0;                     ///< Mean squared difference of neighbours.
    float colourfulness = 0;                 ///< Spread of the colour differences, 0…255.
    float brightness = 0;                    ///< Mean, 0…255.
    float contrast = 0;                      ///< Standard deviation of the brightness.
};

Impression impressionOf(const QImage& image);

/// 0: the same; about 1: nothing in common.
double difference(const Impression& a, const Impression& b);

/// Where a new shot begins in a row of neighbouring frames' differences (`differences[i]` between frame i and
/// i + 1): the indices of the first frames of new shots. A cut stands out from the movement around it.
std::vector<int> cutsIn(const std::vector<double>& differences);

/// How well a picture stands for a video: sharp, neither dark nor blank, colourful. Higher is better.
double coverScore(const Impression& impression);

} // namespace moderato::media
