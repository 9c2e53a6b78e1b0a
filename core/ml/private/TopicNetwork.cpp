#include "core/ml/private/TopicNetwork.h"

#include "core/ml/private/TrainingSet.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr std::int64_t columnsAtOnce = 64;

/// Gradient of v from that of v / |v|.
at::Tensor throughLength(const at::Tensor& rows, const at::Tensor& unit, const at::Tensor& gradient) {
    const at::Tensor along = (gradient * unit).sum(1, true);
    return (gradient - along * unit) / rows.norm(2, {1}, true).clamp_min(1e-6);
}

} // namespace

SparseBatch TopicNetwork::namesOf(const std::vector<int>& columns) const {
    return words || nameWeight > 0 ? moderato::ml::batchOf(names, columns, nameEncoder) : SparseBatch{};
}

at::Tensor TopicNetwork::topicVectors(const Pass& pass) const {
    if (words) {
        return words->sum(pass.names);
    }
    const std::int64_t width = oneHot.size(1);
    at::Tensor result = nameWeight > 0 ? content.sum(pass.names).mul_(nameWeight)
                                       : at::zeros({std::int64_t(pass.columns.size()), width});
    const float* const from = oneHot.data_ptr<float>();
    float* const to = result.data_ptr<float>();
    at::parallel_for(0, result.size(0), columnsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            if (!pass.alone.empty() && pass.alone[std::size_t(i)]) {
                continue;
            }
            const float* const row = from + pass.columns[std::size_t(i)] * width;
            for (std::int64_t c = 0; c < width; ++c) {
                to[i * width + c] += row[c];
            }
        }
    });
    return result;
}

at::Tensor TopicNetwork::topicVectors(const std::vector<int>& columns) const {
    return topicVectors(Pass{columns, {}, namesOf(columns), {}, {}, {}, {}, {}});
}

TopicNetwork::Pass TopicNetwork::forward(const SparseBatch& batch, const std::vector<int>& columns,
                                         std::vector<char> alone) const {
    Pass pass{columns, std::move(alone), namesOf(columns), content.sum(batch), {}, {}, {}, {}};
    pass.topics = topicVectors(pass);
    pass.contentUnit = cosine ? unitRows(pass.content) : pass.content;
    pass.topicsUnit = cosine ? unitRows(pass.topics) : pass.topics;
    pass.relevancy = at::mm(pass.contentUnit, pass.topicsUnit.t());
    return pass;
}

void TopicNetwork::backward(const SparseBatch& batch, const Pass& pass, const at::Tensor& gradient,
                            const Rates& rates) {
    at::Tensor toContent = at::mm(gradient, pass.topicsUnit);
    at::Tensor toTopics = at::mm(gradient.t(), pass.contentUnit);
    if (cosine) {
        toContent = throughLength(pass.content, pass.contentUnit, toContent);
        toTopics = throughLength(pass.topics, pass.topicsUnit, toTopics);
    }
    content.update(batch, toContent, rates.content);
    if (words) {
        words->update(pass.names, toTopics, rates.topics);
        return;
    }
    updateOneHot(pass, toTopics, rates.topics);
    if (nameWeight > 0) {
        content.update(pass.names, toTopics * nameWeight, rates.content);
    }
}

void TopicNetwork::updateOneHot(const Pass& pass, const at::Tensor& gradient, double rate) {
    const at::Tensor steps = gradient.contiguous();
    const float* const from = steps.data_ptr<float>();
    float* const values = oneHot.data_ptr<float>();
    float* const accumulated = oneHotAccumulated.data_ptr<float>();
    const std::int64_t width = oneHot.size(1);
    const auto step = float(rate);
    at::parallel_for(0, steps.size(0), columnsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            if (!pass.alone.empty() && pass.alone[std::size_t(i)]) {
                continue;
            }
            const std::int64_t at = pass.columns[std::size_t(i)] * width;
            for (std::int64_t c = 0; c < width; ++c) {
                const float slope = from[i * width + c];
                accumulated[at + c] += slope * slope;
                values[at + c] -= step * slope / std::sqrt(accumulated[at + c]);
            }
        }
    });
}

} // namespace moderato::ml
