#include "core/ml/private/QualityLoss.h"

namespace moderato::ml {

void QualityLoss::addParameters(Parameters& parameters) const {
    if (weights == LossWeights::Learned) {
        parameters.add("loss.log_variance", at::zeros({std::int64_t(taskWeights.size())}));
    }
}

QualityLoss::Losses QualityLoss::operator()(const Parameters& parameters, const at::Tensor& logits,
                                            const at::Tensor& labels, const at::Tensor& known) const {
    const at::Tensor each =
        at::binary_cross_entropy_with_logits(logits, labels, {}, {}, at::Reduction::None) * known;
    const at::Tensor byTask = each.sum(0) / known.sum(0).clamp_min(1);
    at::Tensor fixed = at::empty({std::int64_t(taskWeights.size())});
    for (std::size_t task = 0; task < taskWeights.size(); ++task) {
        fixed.data_ptr<float>()[task] = float(taskWeights[task]);
    }
    if (weights == LossWeights::Fixed) {
        return {(byTask * fixed).sum(), byTask};
    }
    // Only tasks with labels in this batch say how uncertain they are.
    const at::Tensor there = known.sum(0).gt(0).to(at::kFloat);
    const at::Tensor& logVariance = parameters["loss.log_variance"];
    return {((byTask * at::exp(-logVariance) + 0.5 * logVariance) * there * fixed).sum(), byTask};
}

} // namespace moderato::ml
