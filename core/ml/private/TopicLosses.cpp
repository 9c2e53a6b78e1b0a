#include "core/ml/private/TopicLosses.h"

#include "core/ml/private/Tokens.h"
#include "core/ml/private/TopicState.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

/// The part of the target that is spread over the columns: each stands for as many topics as its inclusion is
/// rare.
std::vector<float> spread(std::size_t columns, const Softmax& options) {
    std::vector<float> share(columns, 1);
    for (std::size_t c = 0; c < options.logInclusion.size(); ++c) {
        share[c] = std::exp(-options.logInclusion[c]);
    }
    const float sum = std::accumulate(share.begin(), share.end(), 0.0f);
    for (float& part : share) {
        part *= float(options.smoothing) / sum;
    }
    return share;
}

} // namespace

SetLoss softmaxLoss(const at::Tensor& relevancy, std::span<const std::vector<int>> own,
                    std::span<const float> weights, const Softmax& options) {
    const auto width = std::size_t(relevancy.size(1));
    const std::vector<float> share = spread(width, options);
    at::Tensor logits = relevancy * options.sharpness;
    std::vector<double> losses(own.size());
    if (!options.logInclusion.empty()) {
        for (std::size_t i = 0; i < own.size(); ++i) {
            float* const row = logits.data_ptr<float>() + i * width;
            for (std::size_t c = 0; c < width; ++c) {
                row[c] -= options.logInclusion[c];
            }
            for (const int column : own[i]) {
                row[column] += options.logInclusion[std::size_t(column)];
            }
        }
    }
    SetLoss result;
    result.gradient = at::softmax(logits, 1);
    const at::Tensor rest = at::logsumexp(logits, {1});
    at::parallel_for(0, std::int64_t(own.size()), 16, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = std::size_t(begin); i < std::size_t(end); ++i) {
            const float* const logit = logits.data_ptr<float>() + i * width;
            float* const gradient = result.gradient.data_ptr<float>() + i * width;
            const float scale = weights[i] * float(options.sharpness);
            const float mine = float((1 - options.smoothing) / double(own[i].size()));
            float aimed = 0;
            for (std::size_t c = 0; c < width; ++c) {
                aimed += share[c] * logit[c];
                gradient[c] = (gradient[c] - share[c]) * scale;
            }
            for (const int column : own[i]) {
                aimed += mine * logit[column];
                gradient[column] -= mine * scale;
            }
            losses[i] = double(weights[i]) * double(rest.data_ptr<float>()[i] - aimed);
        }
    });
    result.loss = std::accumulate(losses.begin(), losses.end(), 0.0);
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
        std::vector<std::uint32_t>& parts = parts_.emplace_back();
        if (options.filter == NegativeOptions::Filter::CharacterOverlap) {
            for (const Character& character : tokens.characters) {
                parts.push_back(character.value);
            }
        } else {
            for (const Token& token : tokens.tokens) {
                parts.push_back(token.hash);
            }
        }
        std::sort(parts.begin(), parts.end());
        parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    }
}

void FalseNegatives::setVectors(const at::Tensor& vectors) {
    vectors_ = unitRows(vectors).contiguous();
}

bool FalseNegatives::tooClose(int topic, int other) const {
    if (!parts_.empty()) {
        const auto& a = parts_[std::size_t(topic)];
        const auto& b = parts_[std::size_t(other)];
        std::size_t shared = 0;
        for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
            shared += *x == *y;
            const bool next = *x <= *y;
            y += *y <= *x;
            x += next;
        }
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

bool FalseNegatives::mayBeNegative(int topic, const std::vector<int>& own) const {
    return std::none_of(own.begin(), own.end(),
                        [&](int mine) { return mine == topic || tooClose(mine, topic); });
}

SetLoss marginSetLoss(const at::Tensor& relevancy, const std::vector<int>& columns, const ColumnsOf& own,
                      const std::vector<float>& weights, float margin, const NegativeOptions& options,
                      const FalseNegatives& falseNegatives, Random& random) {
    const at::Tensor scores = relevancy.contiguous();
    const std::size_t width = columns.size();
    SetLoss result;
    result.gradient = at::zeros_like(scores);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const std::span<const float> row(scores.data_ptr<float>() + i * width, width);
        float* const gradient = result.gradient.data_ptr<float>() + i * width;
        std::vector<int> mine, candidates;
        for (const int column : own[i]) {
            mine.push_back(columns[std::size_t(column)]);
        }
        for (int column = 0; column < int(width); ++column) {
            if (falseNegatives.mayBeNegative(columns[std::size_t(column)], mine)) {
                candidates.push_back(column);
            }
        }
        for (const int positive : own[i]) {
            const float relevant = row[std::size_t(positive)];
            const auto used = sampleNegatives(candidates, row, options, relevant, random);
            std::vector<float> negatives;
            for (const int column : used) {
                negatives.push_back(row[std::size_t(column)]);
            }
            const MarginLoss group = marginLoss(relevant, negatives, margin);
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

SetLoss tripletSetLoss(const at::Tensor& relevancy, const ColumnsOf& own, const ColumnsOf& negatives,
                       const std::vector<float>& weights, float margin) {
    const at::Tensor scores = relevancy.contiguous();
    const auto width = std::size_t(scores.size(1));
    SetLoss result;
    result.gradient = at::zeros_like(scores);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const float* const row = scores.data_ptr<float>() + i * width;
        float* const gradient = result.gradient.data_ptr<float>() + i * width;
        for (std::size_t j = 0; j < own[i].size(); ++j) {
            if (negatives[i][j] < 0) {
                continue;
            }
            const float negative = row[negatives[i][j]];
            const MarginLoss triplet = marginLoss(row[own[i][j]], std::span(&negative, 1), margin);
            result.loss += triplet.loss * double(weights[i]);
            result.satisfied += triplet.satisfied;
            ++result.pairs;
            gradient[own[i][j]] += triplet.positiveGradient * weights[i];
            gradient[negatives[i][j]] += triplet.negativeGradient[0] * weights[i];
        }
    }
    return result;
}

} // namespace moderato::ml
