#include "core/features/private/ScanKernels.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace moderato::features {

namespace {

/// Compares as many hashes as fit the second-level cache with every query before it goes on: 128 KiB.
constexpr std::size_t blockSize = 4096;

/// The distance, or anything above `radius` where two words alone are too far apart already.
[[gnu::always_inline]] inline int boundedDistance(const PdqHash& a, const PdqHash& b, int radius) {
    const int half =
        __builtin_popcountll(a.words[0] ^ b.words[0]) + __builtin_popcountll(a.words[1] ^ b.words[1]);
    if (half > radius) {
        return half;
    }
    return half + __builtin_popcountll(a.words[2] ^ b.words[2]) +
           __builtin_popcountll(a.words[3] ^ b.words[3]);
}

/// Calls `found(place, distance)` until it says false.
template <class Found>
[[gnu::always_inline]] inline void visitWords(const PdqHash& hash, std::span<const PdqHash> hashes,
                                              int radius, Found& found) {
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const int distance = boundedDistance(hash, hashes[i], radius);
        if (distance <= radius && !found(i, distance)) {
            return;
        }
    }
}

template <class Found>
void visitPortable(const PdqHash& hash, std::span<const PdqHash> hashes, int radius, Found& found) {
    visitWords(hash, hashes, radius, found);
}

#if defined(__x86_64__)

template <class Found>
[[gnu::target("popcnt")]] void visitPopcnt(const PdqHash& hash, std::span<const PdqHash> hashes, int radius,
                                           Found& found) {
    visitWords(hash, hashes, radius, found);
}

/// Distances of eight hashes: each in a field of 16 bits, hashes 0, 2, 4, 6 in the lower half of the register
/// (in all of its words), 1, 3, 5, 7 in the upper.
[[gnu::target("avx512f,avx512bw,avx512vpopcntdq"), gnu::always_inline]] inline __m512i
eightDistances(__m512i query, const PdqHash* hashes) {
    const auto counts = [&](int pair)
        __attribute__((target("avx512f,avx512bw,avx512vpopcntdq"), always_inline)) {
        return _mm512_popcnt_epi64(_mm512_xor_si512(query, _mm512_loadu_si512(hashes + 2 * pair)));
    };
    __m512i packed = _mm512_or_si512(counts(0), _mm512_slli_epi64(counts(1), 16));
    packed = _mm512_or_si512(packed, _mm512_slli_epi64(counts(2), 32));
    packed = _mm512_or_si512(packed, _mm512_slli_epi64(counts(3), 48));
    packed = _mm512_add_epi16(packed, _mm512_permutex_epi64(packed, 0x4E));
    return _mm512_add_epi16(packed, _mm512_shuffle_epi32(packed, _MM_PERM_BADC));
}

template <class Found>
[[gnu::target("avx512f,avx512bw,avx512vpopcntdq,popcnt")]] void
visitAvx512(const PdqHash& hash, std::span<const PdqHash> hashes, int radius, Found& found) {
    static_assert(sizeof(PdqHash) == 32);
    const __m512i query =
        _mm512_broadcast_i64x4(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(hash.words.data())));
    const __m512i limit = _mm512_set1_epi16(short(radius));
    std::size_t i = 0;
    for (; i + 8 <= hashes.size(); i += 8) {
        const __mmask32 near =
            _mm512_cmple_epu16_mask(eightDistances(query, hashes.data() + i), limit) & 0x000F000FU;
        if (near == 0) [[likely]] {
            continue;
        }
        for (std::size_t j = i; j < i + 8; ++j) {
            const int distance = boundedDistance(hash, hashes[j], radius);
            if (distance <= radius && !found(j, distance)) {
                return;
            }
        }
    }
    auto rest = [&](std::size_t place, int distance) { return found(i + place, distance); };
    visitWords(hash, hashes.subspan(i), radius, rest);
}

#endif

template <class Found>
void visit(ScanKernel kernel, const PdqHash& hash, std::span<const PdqHash> hashes, int radius, Found found) {
#if defined(__x86_64__)
    if (kernel == ScanKernel::Avx512) {
        return visitAvx512(hash, hashes, radius, found);
    }
    if (kernel == ScanKernel::Popcnt) {
        return visitPopcnt(hash, hashes, radius, found);
    }
#endif
    visitPortable(hash, hashes, radius, found);
}

} // namespace

bool supported(ScanKernel kernel) {
#if defined(__x86_64__)
    switch (kernel) {
    case ScanKernel::Portable:
        return true;
    case ScanKernel::Popcnt:
        return __builtin_cpu_supports("popcnt");
    case ScanKernel::Avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("popcnt");
    }
#endif
    return kernel == ScanKernel::Portable;
}

ScanKernel fastestKernel() {
    static const ScanKernel fastest = supported(ScanKernel::Avx512)   ? ScanKernel::Avx512
                                      : supported(ScanKernel::Popcnt) ? ScanKernel::Popcnt
                                                                      : ScanKernel::Portable;
    return fastest;
}

void scanBlock(ScanKernel kernel, const PdqHash& hash, std::span<const PdqHash> hashes, int radius, int query,
               int base, std::vector<HashMatch>& matches) {
    visit(kernel, hash, hashes, radius, [&](std::size_t place, int distance) {
        matches.push_back({query, base + int(place), distance});
        return true;
    });
}

bool anyWithin(ScanKernel kernel, const PdqHash& hash, std::span<const PdqHash> hashes, int radius) {
    bool any = false;
    visit(kernel, hash, hashes, radius, [&](std::size_t, int) {
        any = true;
        return false;
    });
    return any;
}

std::vector<HashMatch> scan(std::span<const PdqHash> queries, std::span<const PdqHash> hashes, int radius) {
    if (radius < 0) {
        return {};
    }
    const ScanKernel kernel = fastestKernel();
    const int bound = std::min(radius, 256);
    std::vector<std::vector<HashMatch>> found(queries.size());
    for (std::size_t begin = 0; begin < hashes.size(); begin += blockSize) {
        const auto block = hashes.subspan(begin, std::min(blockSize, hashes.size() - begin));
        for (std::size_t query = 0; query < queries.size(); ++query) {
            scanBlock(kernel, queries[query], block, bound, int(query), int(begin), found[query]);
        }
    }
    std::vector<HashMatch> matches;
    for (const std::vector<HashMatch>& ofQuery : found) {
        matches.insert(matches.end(), ofQuery.begin(), ofQuery.end());
    }
    return matches;
}

} // namespace moderato::features
