#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace moderato {

/// A seeded random source, injected wherever chance is used: the same seed gives the same sequence on every
/// machine (the standard library's distributions do not, so they are not used here).
class Random {
public:
    explicit Random(std::uint64_t seed)
        : engine_(seed) {}

    std::uint64_t next() { return engine_(); }
    /// Uniform in [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
        std::uint64_t value = next();
        while (value >= limit) {
            value = next();
        }
        return value % bound;
    }
    /// Uniform in [0, 1).
    double uniform() { return double(next() >> 11) * 0x1.0p-53; }

    template <class T> void shuffle(std::span<T> values) {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[below(i)]);
        }
    }

private:
    std::mt19937_64 engine_;
};

} // namespace moderato
