#include "core/ml/tags/TitleTags.h"

#include "core/ml/private/TagFilter.h"

#include <map>

namespace moderato::ml {

TitleTags::TitleTags(std::span<const std::string> names, double share)
    : share_(share) {
    for (const std::string& name : names) {
        const int tag = int(words_.size());
        const std::vector<std::uint32_t> words = wordsOf(name);
        for (const std::uint32_t word : words) {
            tagsWith_[word].push_back(tag);
        }
        words_.push_back(int(words.size()));
    }
}

std::vector<int> TitleTags::in(const std::string& title) const {
    std::map<int, int> shared;
    for (const std::uint32_t word : wordsOf(title)) {
        if (const auto found = tagsWith_.find(word); found != tagsWith_.end()) {
            for (const int tag : found->second) {
                ++shared[tag];
            }
        }
    }
    std::vector<int> result;
    for (const auto& [tag, count] : shared) {
        if (count >= share_ * words_[std::size_t(tag)]) {
            result.push_back(tag);
        }
    }
    return result;
}

} // namespace moderato::ml
