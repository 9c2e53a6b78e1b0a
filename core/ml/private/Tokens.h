#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace moderato::ml {

/// A word, a number, a punctuation mark or a single ideograph.
struct Token {
    std::uint32_t hash = 0; ///< Of its lower-case characters.
    int begin = 0, end = 0; ///< Bytes in the text.
    int firstCharacter = 0, characters = 0;
    bool ideograph = false;
    bool word = false;      ///< Letters or digits of a script with spaces.
    bool gapBefore = false; ///< White space or the text's start lies before it.
};

struct Character {
    char32_t value = 0; ///< Lower case, full-width forms made narrow.
    int begin = 0, end = 0;
};

struct Tokens {
    std::vector<Character> characters; ///< Those of the tokens, in order.
    std::vector<Token> tokens;
};

/// Splits UTF-8; malformed bytes count as separators. At most `maxBytes` are read.
Tokens tokenize(std::string_view text, int maxBytes);

inline std::uint32_t mixHash(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a * 0x9E3779B97F4A7C15ull ^ (b + 0x7F4A7C15ull) * 0xC2B2AE3D27D4EB4Full;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9ull;
    return std::uint32_t(x >> 32);
}

} // namespace moderato::ml
