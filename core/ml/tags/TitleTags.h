#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace moderato::ml {

/// Finds the tags of a library that a title speaks of: at least `share` of their words stand in it (S2.8:
/// positives where nobody decided, 0.9).
class TitleTags {
public:
    explicit TitleTags(std::span<const std::string> names, double share = 0.9);

    /// Indices, rising.
    std::vector<int> in(const std::string& title) const;

private:
    double share_;
    std::vector<int> words_;                                       ///< How many a tag has.
    std::unordered_map<std::uint32_t, std::vector<int>> tagsWith_; ///< By the hash of a word.
};

} // namespace moderato::ml
