#pragma once

#include <cmath>
#include <span>
#include <utility>

namespace moderato::ml {

/// probability = 1 / (1 + exp(−(slope · value + offset)))
struct Sigmoid {
    double slope = 1, offset = 0;

    double operator()(double value) const { return 1 / (1 + std::exp(-(slope * value + offset))); }
};

/// Platt's scaling: the likeliest sigmoid for pairs of a value and what came true (0 or 1). Where the pairs
/// do not decide it, or only a falling one would fit, the identity on log odds (slope 1, offset 0).
Sigmoid fitSigmoid(std::span<const std::pair<double, double>> pairs);

/// The same without an offset (temperature scaling): how sure it is changes, what is likelier does not.
double fitSlope(std::span<const std::pair<double, double>> pairs);

} // namespace moderato::ml
