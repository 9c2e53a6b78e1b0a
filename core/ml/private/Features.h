#pragma once

#include "core/ml/EncoderOptions.h"
#include "core/ml/private/Tokens.h"

#include <algorithm>

namespace moderato::ml {

/// Calls `use(hash, begin, end)` for every n-gram of the text, with the bytes it covers.
template <class Use> void forEachFeature(const Tokens& text, const EncoderOptions& options, Use&& use) {
    const auto& tokens = text.tokens;
    const int count = int(tokens.size());
    constexpr std::uint32_t start = 1, stop = 2;
    for (int i = 0; i < count; ++i) {
        std::uint32_t hash = 0;
        bool ideograph = false;
        for (int length = 1; i + length <= count; ++length) {
            const Token& last = tokens[std::size_t(i + length - 1)];
            ideograph |= last.ideograph;
            if (length > (ideograph ? options.ideographNgrams : options.wordNgrams) ||
                (ideograph && length > 1 && last.gapBefore)) {
                break;
            }
            hash = mixHash(hash + std::uint32_t(length), last.hash);
            use(hash, tokens[std::size_t(i)].begin, last.end);
            if (ideograph && length <= 2) {
                if (tokens[std::size_t(i)].gapBefore) {
                    use(mixHash(start, hash), tokens[std::size_t(i)].begin, last.end);
                }
                if (i + length == count || tokens[std::size_t(i + length)].gapBefore) {
                    use(mixHash(stop, hash), tokens[std::size_t(i)].begin, last.end);
                }
            }
        }
        const Token& token = tokens[std::size_t(i)];
        if (!token.word || options.charNgramsFrom <= 0 || options.charNgramsTo < options.charNgramsFrom) {
            continue;
        }
        // Within the word, with a mark at both borders: positions -1 and `size` stand for the marks.
        const int size = std::min(token.characters, 30);
        const Character* const characters = text.characters.data() + token.firstCharacter;
        for (int from = -1; from < size; ++from) {
            std::uint32_t gram = 3;
            for (int to = from; to <= size && to - from < options.charNgramsTo; ++to) {
                const bool border = to < 0 || to == size;
                gram = mixHash(gram, border ? char32_t(to < 0 ? start : stop) : characters[to].value);
                const int length = to - from + 1;
                if (length >= options.charNgramsFrom && length < size + 2) {
                    use(gram, characters[std::max(from, 0)].begin, characters[std::min(to, size - 1)].end);
                }
            }
        }
    }
}

} // namespace moderato::ml
