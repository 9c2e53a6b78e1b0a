#include "core/ml/Cpu.h"

#include "core/ml/private/Torch.h"

#include <algorithm>
#include <ctime>

namespace moderato::ml {

namespace {

/// Of this thread.
double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

void setThreads(int count) {
    at::set_num_threads(std::max(1, count));
}

int threads() {
    return at::get_num_threads();
}

BlasSpeed measureBlas() {
    constexpr int size = 512, tries = 4;
    // The reference BLAS, which has one thread, reaches about 6 in a second of processor, OpenBLAS 60 and
    // more. Seconds on the clock would say as much of what else the machine is doing.
    constexpr double slowBelow = 12;
    const at::Tensor a = at::full({size, size}, 0.5f), b = at::full({size, size}, 0.25f);
    BlasSpeed result;
    for (int i = 0; i < tries; ++i) {
        const double start = processorSeconds();
        const at::Tensor product = at::mm(a, b);
        const double seconds = processorSeconds() - start;
        result.gigaflops =
            std::max(result.gigaflops, 2.0 * size * size * size / std::max(seconds, 1e-9) / 1e9);
    }
    result.slow = result.gigaflops < slowBelow;
    return result;
}

} // namespace moderato::ml
