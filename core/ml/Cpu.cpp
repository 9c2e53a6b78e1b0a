#include "core/ml/Cpu.h"

#include "core/ml/private/Torch.h"

#include <algorithm>
#include <ctime>
#include <dlfcn.h>

namespace moderato::ml {

namespace {

/// Of this thread.
double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// OpenBLAS has threads of its own, of which LibTorch knows nothing: as many as there are processors until it
/// is told. Other implementations do without.
void setProductThreads(int count) {
    static const auto set =
        reinterpret_cast<void (*)(int)>(::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (set) {
        set(count);
    }
}

} // namespace

void setThreads(int count) {
    at::set_num_threads(std::max(1, count));
    setProductThreads(std::max(1, count));
}

OneThreadAProduct::OneThreadAProduct() {
    setProductThreads(1);
}

OneThreadAProduct::~OneThreadAProduct() {
    setProductThreads(threads());
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
