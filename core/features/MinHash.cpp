#include "core/features/MinHash.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

namespace moderato::features {

namespace {

constexpr char32_t outside = 2; ///< Stands before and after the text; no text has it once it is normalised.
constexpr int longestShingle = 5;
constexpr int eastAsianShingle = 3; ///< A Chinese character says as much as several letters.
constexpr int bandCount = 16;
constexpr int bandSize = MinHash::size / bandCount;

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014): spreads every bit.
constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// x → (a·x + b) mod 2⁶⁴ >> 32, strongly universal for 32-bit x (Dietzfelbinger 1996).
struct Functions {
    std::array<std::uint64_t, MinHash::size> a{}, b{};
};

constexpr Functions functions = [] {
    Functions made;
    std::uint64_t state = 0x9E3779B97F4A7C15ULL;
    const auto next = [&state] { return mix(state += 0x9E3779B97F4A7C15ULL); };
    for (int i = 0; i < MinHash::size; ++i) {
        made.a[i] = next();
        made.b[i] = next();
    }
    return made;
}();

/// NFKC with case folded (Unicode 3.13, D146); the text itself where ICU has no memory for it.
QString folded(QStringView text) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFKCCasefoldInstance(&status);
    QString result(text.size() + text.size() / 4 + 16, Qt::Uninitialized);
    const auto normalize = [&] {
        status = U_ZERO_ERROR;
        return unorm2_normalize(normalizer, reinterpret_cast<const UChar*>(text.utf16()),
                                int32_t(text.size()), reinterpret_cast<UChar*>(result.data()),
                                int32_t(result.size()), &status);
    };
    int32_t length = normalize();
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        result.resize(length);
        length = normalize();
    }
    if (U_FAILURE(status)) {
        return text.toString().toCaseFolded();
    }
    result.truncate(length);
    return result;
}

/// Letters, marks and numbers; whatever lies between them is one space. With `outside` on both sides.
std::vector<char32_t> normalized(QStringView text) {
    std::vector<char32_t> characters(longestShingle - 1, outside);
    bool gap = false;
    const QList<uint> codePoints = folded(text).toUcs4();
    characters.reserve(codePoints.size() + 2 * longestShingle);
    for (const uint c : codePoints) {
        if ((U_GET_GC_MASK(UChar32(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) {
            gap = true;
            continue;
        }
        if (gap && characters.size() >= longestShingle) {
            characters.push_back(U' ');
        }
        gap = false;
        characters.push_back(c);
    }
    return characters;
}

int shingleLength(char32_t last) {
    UErrorCode status = U_ZERO_ERROR;
    if (last < 0x1100) { // Scripts written in words.
        return longestShingle;
    }
    switch (uscript_getScript(UChar32(last), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return eastAsianShingle;
    default:
        return longestShingle;
    }
}

/// The hashes of the different shingles. A shingle ends at each character, and those at the ends of the text
/// hold where it begins and ends: so a changed character changes as many of them wherever it stands, and a
/// short text differs enough from another.
std::vector<std::uint32_t> shinglesOf(QStringView text) {
    std::vector<char32_t> characters = normalized(text);
    const std::size_t first = longestShingle - 1;
    if (characters.size() == first) {
        return {};
    }
    const int lastLength = shingleLength(characters.back());
    const std::size_t end = characters.size();
    characters.insert(characters.end(), lastLength - 1, outside);
    std::vector<std::uint32_t> hashes;
    hashes.reserve(characters.size());
    for (std::size_t i = first; i < characters.size(); ++i) {
        const int length = i < end ? shingleLength(characters[i]) : lastLength;
        std::uint64_t hash = std::uint64_t(length);
        for (std::size_t j = i + 1 - length; j <= i; ++j) {
            hash = mix(hash ^ characters[j]) + 0x9E3779B97F4A7C15ULL;
        }
        hashes.push_back(std::uint32_t(mix(hash) >> 32));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

#if defined(__x86_64__)
[[gnu::target_clones("avx512f", "avx2", "default")]]
#endif
void
lowest(const std::uint32_t* hashes, std::size_t count, std::uint32_t* values) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t x = hashes[i];
        for (int k = 0; k < MinHash::size; ++k) {
            const std::uint32_t value = std::uint32_t((functions.a[k] * x + functions.b[k]) >> 32);
            values[k] = value < values[k] ? value : values[k];
        }
    }
}

} // namespace

double MinHash::similarity(const MinHash& other) const {
    if (shingles == 0 || other.shingles == 0) {
        return 0;
    }
    int equal = 0;
    for (int i = 0; i < size; ++i) {
        equal += values[i] == other.values[i] ? 1 : 0;
    }
    return double(equal) / size;
}

MinHash minHash(QStringView text) {
    const std::vector<std::uint32_t> shingles = shinglesOf(text);
    MinHash sketch;
    sketch.shingles = int(shingles.size());
    if (sketch.shingles > 0) {
        sketch.values.fill(~std::uint32_t(0));
        lowest(shingles.data(), shingles.size(), sketch.values.data());
    }
    return sketch;
}

std::vector<std::uint64_t> bands(const MinHash& sketch) {
    std::vector<std::uint64_t> keys;
    for (int band = 0; band < bandCount && sketch.shingles > 0; ++band) {
        std::uint64_t key = mix(std::uint64_t(band) + 1);
        for (int i = band * bandSize; i < (band + 1) * bandSize; ++i) {
            key = mix(key ^ sketch.values[i]) + 0x9E3779B97F4A7C15ULL;
        }
        keys.push_back(key);
    }
    return keys;
}

} // namespace moderato::features
