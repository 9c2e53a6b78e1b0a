#pragma once

namespace moderato::ml {

// Inner loops over rows of floats, for the widest vectors that the processor has; the same bits on all of
// them.

/// to += scale · from
void addScaled(float* to, const float* from, float scale, int count);
/// to −= scale · from
void subtractScaled(float* to, const float* from, float scale, int count);
/// AdaGrad, each value with its own sum of squares.
void adaGrad(float* values, float* accumulated, const float* gradient, float rate, int count);

} // namespace moderato::ml
