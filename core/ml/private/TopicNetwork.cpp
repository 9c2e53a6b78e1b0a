#include "core/ml/private/TopicNetwork.h"

#include "core/ml/private/TrainingSet.h"

namespace moderato::ml {
namespace {

/// Gradient of v from that of v / |v|.
at::Tensor throughLength(const at::Tensor& rows, const at::Tensor& unit, const at::Tensor& gradient) {
    const at::Tensor along = (gradient * unit).sum(1, true);
    return (gradient - along * unit) / rows.norm(2, {1}, true).clamp_min(1e-6);
}

at::Tensor indicesOf(const std::vector<int>& columns) {
    at::Tensor result = at::empty({std::int64_t(columns.size())}, at::kLong);
    std::copy(columns.begin(), columns.end(), result.data_ptr<std::int64_t>());
    return result;
}

} // namespace

SparseBatch TopicNetwork::namesOf(const std::vector<int>& columns) const {
    return moderato::ml::batchOf(names, columns, nameEncoder);
}

at::Tensor TopicNetwork::topicVectors(const std::vector<int>& columns) const {
    if (words) {
        return words->sum(namesOf(columns));
    }
    return std::int64_t(columns.size()) == oneHot.size(0) ? oneHot
                                                          : oneHot.index_select(0, indicesOf(columns));
}

TopicNetwork::Pass TopicNetwork::forward(const SparseBatch& batch, const std::vector<int>& columns) const {
    Pass pass{columns, content.sum(batch), {}, topicVectors(columns), {}, {}};
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
        words->update(namesOf(pass.columns), toTopics, rates.topics);
    } else if (std::int64_t(pass.columns.size()) == oneHot.size(0)) {
        oneHotAccumulated.addcmul_(toTopics, toTopics);
        oneHot.addcdiv_(toTopics, oneHotAccumulated.sqrt(), -rates.topics);
    } else {
        const at::Tensor rows = indicesOf(pass.columns);
        const at::Tensor seen = oneHotAccumulated.index_select(0, rows).addcmul_(toTopics, toTopics);
        oneHotAccumulated.index_copy_(0, rows, seen);
        oneHot.index_add_(0, rows, toTopics / seen.sqrt(), -rates.topics);
    }
}

} // namespace moderato::ml
