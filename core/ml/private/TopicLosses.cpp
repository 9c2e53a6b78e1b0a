#include "core/ml/private/TopicLosses.h"

#include "core/ml/private/Tokens.h"
#include "core/ml/private/TopicState.h"

#include <algorithm>
#include <numeric>

namespace moderato::ml {

SetLoss softmaxLoss(const at::Tensor& relevancy, const std::vector<std::vector<int>>& own,
                    const std::vector<float>& weights, double smoothing, double sharpness) {
    const std::int64_t columns = relevancy.size(1);
    at::Tensor target = at::full(relevancy.sizes(), smoothing / double(columns));
    at::Tensor importance = at::empty({relevancy.size(0), 1});
    for (std::size_t i = 0; i < own.size(); ++i) {
        importance.data_ptr<float>()[i] = weights[i];
        for (const int column : own[i]) {
            target.data_ptr<float>()[std::int64_t(i) * columns + column] +=
                float((1 - smoothing) / double(own[i].size()));
        }
    }
    const at::Tensor logShare = at::log_softmax(relevancy * sharpness, 1);
    SetLoss result;
    result.loss = -(logShare * target * importance).sum().item<double>();
    result.gradient = (logShare.exp() - target) * importance * sharpness;
    return result;
}

FalseNegatives::FalseNegatives(const NegativeOptions& options, const std::vector<std::string>& names)
    : options_(options) {
    if (options.filter != NegativeOptions::Filter::CharacterOverlap &&
        options.filter != NegativeOptions::Filter::WordOverlap) {
        return;
    }
    for (const std::string& name : names) {
        const Tokens tokens = tokenize(name, 1000);
        std::set<std::uint32_t>& parts = parts_.emplace_back();
        if (options.filter == NegativeOptions::Filter::CharacterOverlap) {
            for (const Character& character : tokens.characters) {
                parts.insert(character.value);
            }
        } else {
            for (const Token& token : tokens.tokens) {
                parts.insert(token.hash);
            }
        }
    }
}

void FalseNegatives::setVectors(const at::Tensor& vectors) {
    vectors_ = unitRows(vectors).contiguous();
}

bool FalseNegatives::tooClose(int topic, int other) const {
    if (!parts_.empty()) {
        const auto& a = parts_[std::size_t(topic)];
        const auto& b = parts_[std::size_t(other)];
        const auto shared =
            std::count_if(a.begin(), a.end(), [&b](std::uint32_t part) { return b.count(part) > 0; });
        const double all = double(a.size() + b.size()) - double(shared);
        return all > 0 && double(shared) / all >= options_.threshold;
    }
    if (options_.filter == NegativeOptions::Filter::Cosine && vectors_.defined()) {
        const std::int64_t width = vectors_.size(1);
        const float* const a = vectors_.data_ptr<float>() + topic * width;
        return double(std::inner_product(a, a + width, vectors_.data_ptr<float>() + other * width, 0.0f)) >=
               options_.threshold;
    }
    return false;
}

SetLoss marginSetLoss(const at::Tensor& relevancy, const std::vector<int>& columns,
                      const std::vector<std::vector<int>>& own, const std::vector<float>& weights,
                      float margin, const NegativeOptions& options, const FalseNegatives& falseNegatives,
                      Random& random) {
    const at::Tensor scores = relevancy.contiguous();
    const std::size_t width = columns.size();
    SetLoss result;
    result.gradient = at::zeros_like(scores);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const std::span<const float> row(scores.data_ptr<float>() + i * width, width);
        float* const gradient = result.gradient.data_ptr<float>() + i * width;
        std::vector<int> candidates;
        for (int column = 0; column < int(width); ++column) {
            const bool leftOut = std::any_of(own[i].begin(), own[i].end(), [&](int mine) {
                return mine == column ||
                       falseNegatives.tooClose(columns[std::size_t(mine)], columns[std::size_t(column)]);
            });
            if (!leftOut) {
                candidates.push_back(column);
            }
        }
        for (const int positive : own[i]) {
            const auto used = sampleNegatives(candidates, row, options.used, options.randomShare, random);
            std::vector<float> negatives;
            for (const int column : used) {
                negatives.push_back(row[std::size_t(column)]);
            }
            const MarginLoss group = marginLoss(row[std::size_t(positive)], negatives, margin);
            result.loss += group.loss * double(weights[i]);
            result.satisfied += group.satisfied;
            result.pairs += double(used.size());
            gradient[positive] += group.positiveGradient * weights[i];
            for (std::size_t j = 0; j < used.size(); ++j) {
                gradient[used[j]] += group.negativeGradient[j] * weights[i];
            }
        }
    }
    return result;
}

} // namespace moderato::ml
