#include "core/ml/topics/Negatives.h"

#include "core/ml/private/Tokens.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace moderato::ml {
namespace {

double overlap(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
    std::size_t shared = 0;
    for (const std::uint32_t value : a) {
        shared += b.count(value);
    }
    const std::size_t all = a.size() + b.size() - shared;
    return all > 0 ? double(shared) / double(all) : 0;
}

constexpr int maxNameBytes = 1000;

std::set<std::uint32_t> charactersOf(const std::string& name) {
    std::set<std::uint32_t> result;
    for (const Character& character : tokenize(name, maxNameBytes).characters) {
        result.insert(character.value);
    }
    return result;
}

std::set<std::uint32_t> wordsOf(const std::string& name) {
    std::set<std::uint32_t> result;
    for (const Token& token : tokenize(name, maxNameBytes).tokens) {
        result.insert(token.hash);
    }
    return result;
}

} // namespace

double characterOverlap(const std::string& a, const std::string& b) {
    return overlap(charactersOf(a), charactersOf(b));
}

double wordOverlap(const std::string& a, const std::string& b) {
    return overlap(wordsOf(a), wordsOf(b));
}

std::vector<int> sampleNegatives(std::span<const int> candidates, std::span<const float> relevancy,
                                 const NegativeOptions& options, float positive, Random& random) {
    std::vector<int> left(candidates.begin(), candidates.end());
    const std::size_t wanted = std::min(left.size(), std::size_t(std::max(0, options.used)));
    const double randomShare = std::clamp(options.randomShare, 0.0, 1.0);
    const auto atRandom = std::min(wanted, std::size_t(std::lround(randomShare * options.used)));
    std::vector<int> result;
    for (std::size_t i = 0; i < atRandom; ++i) {
        const auto drawn = left.begin() + std::ptrdiff_t(random.below(left.size()));
        result.push_back(*drawn);
        left.erase(drawn);
    }
    const auto tooHard = [&](int index) {
        return options.choice == NegativeOptions::Choice::SemiHard &&
               relevancy[std::size_t(index)] >= positive;
    };
    const auto hardest = left.begin() + std::ptrdiff_t(wanted - atRandom);
    std::partial_sort(left.begin(), hardest, left.end(), [&](int a, int b) {
        const float first = relevancy[std::size_t(a)], second = relevancy[std::size_t(b)];
        if (tooHard(a) != tooHard(b)) {
            return tooHard(b);
        }
        return first != second ? (tooHard(a) ? first < second : first > second) : a < b;
    });
    result.insert(result.end(), left.begin(), hardest);
    return result;
}

MarginLoss marginLoss(float positive, std::span<const float> negatives, float threshold) {
    MarginLoss result;
    result.negativeGradient.assign(negatives.size(), 0);
    for (std::size_t i = 0; i < negatives.size(); ++i) {
        const float missing = threshold - (positive - negatives[i]);
        if (missing <= 0) {
            ++result.satisfied;
            continue;
        }
        result.loss += double(missing);
        result.positiveGradient -= 1;
        result.negativeGradient[i] = 1;
    }
    return result;
}

} // namespace moderato::ml
