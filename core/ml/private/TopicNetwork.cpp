#include "core/ml/private/TopicNetwork.h"

#include "core/ml/private/RowKernels.h"
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

void TopicNetwork::addOneHot(const Topics& topics, at::Tensor& vectors) const {
    const std::int64_t width = oneHot.size(1);
    const float* const from = oneHot.data_ptr<float>();
    float* const to = vectors.data_ptr<float>();
    at::parallel_for(0, vectors.size(0), columnsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            if (topics.alone.empty() || !topics.alone[std::size_t(i)]) {
                addScaled(to + i * width, from + topics.columns[std::size_t(i)] * width, 1, int(width));
            }
        }
    });
}

TopicNetwork::Topics TopicNetwork::topics(const std::vector<int>& columns, std::vector<char> alone) const {
    Topics result{columns, std::move(alone), {}, {}, {}};
    if (words || nameWeight > 0) {
        result.names = batchOf(names, columns, nameEncoder);
    }
    if (words) {
        result.vectors = words->sum(result.names);
    } else {
        result.vectors = nameWeight > 0 ? content.sum(result.names).mul_(nameWeight)
                                        : at::zeros({std::int64_t(columns.size()), oneHot.size(1)});
        addOneHot(result, result.vectors);
    }
    result.unit = cosine ? unitRows(result.vectors) : result.vectors;
    return result;
}

TopicNetwork::Pass TopicNetwork::forward(const SparseBatch& batch, const Topics& topics) const {
    Pass pass;
    pass.content = content.sum(batch);
    pass.contentUnit = cosine ? unitRows(pass.content) : pass.content;
    pass.relevancy = at::mm(pass.contentUnit, topics.unit.t());
    return pass;
}

TopicNetwork::Gradients TopicNetwork::backward(const Topics& topics, const Pass& pass,
                                               const at::Tensor& gradient) const {
    Gradients result{at::mm(gradient, topics.unit), at::mm(gradient.t(), pass.contentUnit)};
    if (cosine) {
        result.content = throughLength(pass.content, pass.contentUnit, result.content);
        result.topics = throughLength(topics.vectors, topics.unit, result.topics);
    }
    return result;
}

void TopicNetwork::updateContent(const SparseBatch& batch, const at::Tensor& gradient, double rate) {
    content.update(batch, gradient, rate);
}

void TopicNetwork::updateTopics(const Topics& topics, const at::Tensor& gradient, const Rates& rates) {
    if (words) {
        words->update(topics.names, gradient, rates.topics);
        return;
    }
    updateOneHot(topics, gradient, rates.topics);
    if (nameWeight > 0) {
        content.update(topics.names, gradient * nameWeight, rates.content);
    }
}

void TopicNetwork::updateOneHot(const Topics& topics, const at::Tensor& gradient, double rate) {
    const at::Tensor steps = gradient.contiguous();
    const float* const from = steps.data_ptr<float>();
    float* const values = oneHot.data_ptr<float>();
    float* const accumulated = oneHotAccumulated.data_ptr<float>();
    const std::int64_t width = oneHot.size(1);
    at::parallel_for(0, steps.size(0), columnsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            if (topics.alone.empty() || !topics.alone[std::size_t(i)]) {
                const std::int64_t at = topics.columns[std::size_t(i)] * width;
                adaGrad(values + at, accumulated + at, from + i * width, float(rate), int(width));
            }
        }
    });
}

} // namespace moderato::ml
