#include "core/media/private/Shots.h"

#include <algorithm>
#include <cmath>

namespace moderato::media {

namespace {

constexpr int side = 64;           // Pictures are compared at this size.
constexpr double surelyCut = 0.45; // A difference that no movement makes.
constexpr double maybeCut = 0.14;  // A cut between similar pictures, if it stands out.
constexpr double standsOut = 3.5;  // Times the differences around it.
constexpr int neighbours = 6;      // Frames on either side that it must stand out from.

float spread(double sum, double squares, double n) {
    return float(std::sqrt(std::max(0.0, squares / n - (sum / n) * (sum / n))));
}

} // namespace

Impression impressionOf(const QImage& image) {
    const QImage small = image.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_RGB32);
    Impression result;
    if (small.isNull()) {
        return result;
    }
    constexpr double n = side * side;
    double sum = 0;
    double squares = 0;
    double edges = 0;
    double colour = 0;
    double colourSquares = 0;
    for (int y = 0; y < side; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(small.constScanLine(y));
        const auto* above = reinterpret_cast<const QRgb*>(small.constScanLine(std::max(y - 1, 0)));
        for (int x = 0; x < side; ++x) {
            const int red = qRed(line[x]);
            const int green = qGreen(line[x]);
            const int blue = qBlue(line[x]);
            const double grey = qGray(line[x]);
            result.histogram[size_t(red / 32)] += float(1 / n);
            result.histogram[size_t(Impression::bins + green / 32)] += float(1 / n);
            result.histogram[size_t(2 * Impression::bins + blue / 32)] += float(1 / n);
            const int block =
                y / (side / Impression::grid) * Impression::grid + x / (side / Impression::grid);
            result.blocks[size_t(block)] += float(grey * Impression::grid * Impression::grid / n);
            sum += grey;
            squares += grey * grey;
            const double left = grey - qGray(line[std::max(x - 1, 0)]);
            const double up = grey - qGray(above[x]);
            edges += left * left + up * up;
            const double difference = std::abs(red - green) + std::abs((red + green) / 2.0 - blue);
            colour += difference;
            colourSquares += difference * difference;
        }
    }
    result.brightness = float(sum / n);
    result.contrast = spread(sum, squares, n);
    result.sharpness = float(edges / n);
    result.colourfulness = float(colour / n * 0.3) + spread(colour, colourSquares, n);
    return result;
}

double difference(const Impression& a, const Impression& b) {
    double histogram = 0;
    for (size_t i = 0; i < a.histogram.size(); ++i) {
        histogram += std::abs(double(a.histogram[i]) - double(b.histogram[i])) / 6; // Each colour: 0…2.
    }
    double blocks = 0;
    for (size_t i = 0; i < a.blocks.size(); ++i) {
        blocks += std::abs(double(a.blocks[i]) - double(b.blocks[i])) / double(a.blocks.size());
    }
    return 0.5 * histogram + 0.5 * std::min(blocks / 64, 1.0);
}

std::vector<int> cutsIn(const std::vector<double>& differences) {
    std::vector<int> cuts;
    const int count = int(differences.size());
    for (int i = 0; i < count; ++i) {
        const double here = differences[size_t(i)];
        if (here < maybeCut) {
            continue;
        }
        double around = 0;
        bool isHighest = true;
        for (int j = std::max(0, i - neighbours); j <= std::min(count - 1, i + neighbours); ++j) {
            if (j != i) {
                around = std::max(around, differences[size_t(j)]);
                isHighest = isHighest && (differences[size_t(j)] < here || j > i);
            }
        }
        if (isHighest && (here >= standsOut * around || (here >= surelyCut && here >= 1.5 * around))) {
            cuts.push_back(i + 1);
        }
    }
    return cuts;
}

double coverScore(const Impression& impression) {
    const double exposure = 1 - std::abs(double(impression.brightness) - 118) / 140;
    const double sharp = std::log1p(double(impression.sharpness)) / 8;
    const double contrast = std::min(double(impression.contrast) / 60, 1.0);
    const double colour = std::min(double(impression.colourfulness) / 60, 1.0);
    return sharp + contrast + 0.5 * colour + exposure;
}

} // namespace moderato::media
