#pragma once

#include "core/features/PerceptualHash.h"

namespace moderato::features {

/// Ways to compare one query with many hashes; which of them a processor has is found out when the program
/// runs.
enum class ScanKernel {
    Portable,
    Popcnt, ///< x86-64 with POPCNT.
    Avx512, ///< AVX-512 with BW and VPOPCNTDQ: eight hashes at a time.
};

bool supported(ScanKernel kernel);
ScanKernel fastestKernel();

/// Appends (query, base + place, distance) for each of `hashes` within `radius` (0…256), by place.
void scanBlock(ScanKernel kernel, const PdqHash& hash, std::span<const PdqHash> hashes, int radius, int query,
               int base, std::vector<HashMatch>& matches);

/// Whether any of `hashes` is within `radius`.
bool anyWithin(ScanKernel kernel, const PdqHash& hash, std::span<const PdqHash> hashes, int radius);

} // namespace moderato::features
