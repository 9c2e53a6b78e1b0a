#include "core/ml/private/TagFilter.h"

#include "core/ml/private/Tokens.h"

#include <algorithm>

namespace moderato::ml {
namespace {

constexpr int mostBytes = 1000;

using Set = std::vector<std::uint32_t>;

Set setOf(Set values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

Set charactersOf(const std::string& text) {
    Set result;
    for (const Character& character : tokenize(text, mostBytes).characters) {
        result.push_back(character.value);
    }
    return setOf(std::move(result));
}

std::size_t sharedBy(const Set& a, const Set& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++count;
            ++i;
            ++j;
        } else {
            ++(*i < *j ? i : j);
        }
    }
    return count;
}

double overlap(const Set& a, const Set& b) {
    const std::size_t shared = sharedBy(a, b), all = a.size() + b.size() - shared;
    return all > 0 ? double(shared) / double(all) : 0;
}

double contained(const Set& part, const Set& whole) {
    return part.empty() ? 0 : double(sharedBy(part, whole)) / double(part.size());
}

} // namespace

std::vector<std::uint32_t> wordsOf(const std::string& text) {
    Set result;
    for (const Token& token : tokenize(text, mostBytes).tokens) {
        if (token.word || token.ideograph) {
            result.push_back(token.hash);
        }
    }
    return setOf(std::move(result));
}

TagFilter::TagFilter(double threshold, std::span<const std::string> names,
                     std::span<const std::string> titles)
    : threshold_(threshold) {
    for (const std::string& name : names) {
        words_.push_back(wordsOf(name));
        characters_.push_back(charactersOf(name));
    }
    for (const std::string& title : titles) {
        titleWords_.push_back(wordsOf(title));
    }
}

double TagFilter::shareInTitle(int tag, int title) const {
    return contained(words_[std::size_t(tag)], titleWords_[std::size_t(title)]);
}

bool TagFilter::mayBeRight(int title, const std::vector<int>& own, int tag) const {
    if (threshold_ > 1) {
        return false;
    }
    const auto at = std::size_t(tag);
    return shareInTitle(tag, title) >= threshold_ || std::any_of(own.begin(), own.end(), [&](int mine) {
               return overlap(words_[std::size_t(mine)], words_[at]) >= threshold_ ||
                      overlap(characters_[std::size_t(mine)], characters_[at]) >= threshold_;
           });
}

} // namespace moderato::ml
