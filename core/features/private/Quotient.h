#pragma once

#include <limits>

namespace moderato::features {

/// What an attribute is where it cannot be said.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

inline double quotient(double part, double whole) {
    return whole > 0 ? part / whole : unknown;
}

} // namespace moderato::features
