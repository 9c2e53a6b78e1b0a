#include "core/ml/Cpu.h"

#include "core/ml/private/Torch.h"

#include <algorithm>
#include <chrono>

namespace moderato::ml {

void setThreads(int count) {
    at::set_num_threads(std::max(1, count));
}

int threads() {
    return at::get_num_threads();
}

BlasSpeed measureBlas() {
    using Clock = std::chrono::steady_clock;
    constexpr int size = 512, tries = 4;
    constexpr double slowBelow = 12; // The reference BLAS reaches about 6 a core, OpenBLAS 60 and more.
    const at::Tensor a = at::full({size, size}, 0.5f), b = at::full({size, size}, 0.25f);
    BlasSpeed result;
    for (int i = 0; i < tries; ++i) {
        const auto start = Clock::now();
        const at::Tensor product = at::mm(a, b);
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        result.gigaflops =
            std::max(result.gigaflops, 2.0 * size * size * size / std::max(seconds, 1e-9) / 1e9);
    }
    result.slow = result.gigaflops < slowBelow;
    return result;
}

} // namespace moderato::ml
