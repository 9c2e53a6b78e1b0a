#pragma once

namespace moderato::ml {

/// Threads that matrix products and text encoding may use; 1 makes training bit for bit repeatable. LibTorch
/// starts with one. At least 1; call before training or prediction starts.
void setThreads(int count);
int threads();

/// For as long as it lives matrix products have one thread: where several of them are computed at once.
class OneThreadAProduct {
public:
    OneThreadAProduct();
    ~OneThreadAProduct();
    OneThreadAProduct(const OneThreadAProduct&) = delete;
    OneThreadAProduct& operator=(const OneThreadAProduct&) = delete;
};

/// Speed of a 512×512 single-precision matrix product by the calling thread's processor time, the best of a
/// few tries; takes some milliseconds (up to 0.3 s on a slow BLAS).
struct BlasSpeed {
    double gigaflops = 0;
    bool slow =
        false; ///< The reference BLAS: about thirty times slower than OpenBLAS. The cure is installing it.
};
BlasSpeed measureBlas();

} // namespace moderato::ml
