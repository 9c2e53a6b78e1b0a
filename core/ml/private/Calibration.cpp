#include "core/ml/private/Calibration.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {

Sigmoid fitSigmoid(std::span<const std::pair<double, double>> pairs) {
    double slope = 1, offset = 0;
    for (int round = 0; round < 50 && !pairs.empty(); ++round) { // Newton's method
        double g0 = 1e-3 * (slope - 1), g1 = 1e-3 * offset, h00 = 1e-3, h01 = 0, h11 = 1e-3;
        for (const auto& [share, right] : pairs) {
            const double p = 1 / (1 + std::exp(-(slope * share + offset)));
            const double curve = p * (1 - p);
            g0 += (p - right) * share;
            g1 += p - right;
            h00 += curve * share * share;
            h01 += curve * share;
            h11 += curve;
        }
        const double determinant = h00 * h11 - h01 * h01;
        if (determinant < 1e-12) {
            break;
        }
        slope -= std::clamp((h11 * g0 - h01 * g1) / determinant, -1.0, 1.0);
        offset -= std::clamp((h00 * g1 - h01 * g0) / determinant, -1.0, 1.0);
    }
    const bool usable = slope > 0 && std::isfinite(slope) && std::isfinite(offset);
    return usable ? Sigmoid{slope, offset} : Sigmoid{};
}

double fitSlope(std::span<const std::pair<double, double>> pairs) {
    double slope = 1;
    for (int round = 0; round < 50 && !pairs.empty(); ++round) { // Newton's method
        double gradient = 1e-3 * (slope - 1), curvature = 1e-3;
        for (const auto& [value, right] : pairs) {
            const double p = Sigmoid{slope, 0}(value);
            gradient += (p - right) * value;
            curvature += p * (1 - p) * value * value;
        }
        slope -= std::clamp(gradient / curvature, -1.0, 1.0);
    }
    return slope > 0 && std::isfinite(slope) ? slope : 1;
}

} // namespace moderato::ml
