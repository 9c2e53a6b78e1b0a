#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

/// Hashes of a text's words, rising, each once.
std::vector<std::uint32_t> wordsOf(const std::string& text);

/// Which tags may well be right although nobody gave them (S0.8, S2.8): their words or characters overlap an
/// own tag's, or they stand in the item's title. Tags and titles by index.
class TagFilter {
public:
    TagFilter(double threshold, std::span<const std::string> names, std::span<const std::string> titles);
    bool mayBeRight(int title, const std::vector<int>& own, int tag) const;
    /// Share of a tag's words that stand in a title.
    double shareInTitle(int tag, int title) const;

private:
    using Set = std::vector<std::uint32_t>; ///< Sorted, each once.
    double threshold_;
    std::vector<Set> words_, characters_, titleWords_;
};

} // namespace moderato::ml
