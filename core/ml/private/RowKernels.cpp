#include "core/ml/private/RowKernels.h"

#include <cmath>

// Without FMA, whose rounding differs: a model trained here has the same bits elsewhere.
#define MODERATO_WIDE [[gnu::target_clones("avx2", "default")]]

namespace moderato::ml {

MODERATO_WIDE void addScaled(float* __restrict to, const float* __restrict from, float scale, int count) {
    for (int i = 0; i < count; ++i) {
        to[i] += scale * from[i];
    }
}

MODERATO_WIDE void subtractScaled(float* __restrict to, const float* __restrict from, float scale,
                                  int count) {
    for (int i = 0; i < count; ++i) {
        to[i] -= scale * from[i];
    }
}

MODERATO_WIDE void adaGrad(float* __restrict values, float* __restrict accumulated,
                           const float* __restrict gradient, float rate, int count) {
    for (int i = 0; i < count; ++i) {
        accumulated[i] += gradient[i] * gradient[i];
        values[i] -= rate * gradient[i] / std::sqrt(accumulated[i]);
    }
}

} // namespace moderato::ml
