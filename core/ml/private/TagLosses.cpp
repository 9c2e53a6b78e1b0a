#include "core/ml/private/TagLosses.h"

#include "core/ml/private/TagNetwork.h"

namespace moderato::ml {

at::Tensor softmaxTagLoss(const at::Tensor& distances, const std::vector<std::vector<int>>& own,
                          const at::Tensor& leftOut, const at::Tensor& importance, double temperature) {
    constexpr double never = -1e9; // Finite: its share is 0, and 0 · log share stays 0.
    at::Tensor target = at::zeros(distances.sizes());
    const std::int64_t columns = distances.size(1);
    for (std::size_t i = 0; i < own.size(); ++i) {
        for (const int column : own[i]) {
            target.data_ptr<float>()[std::int64_t(i) * columns + column] = 1 / float(own[i].size());
        }
    }
    const at::Tensor shares = at::log_softmax((distances / -temperature).masked_fill(leftOut, never), 1);
    const at::Tensor losses = -(shares * target).sum(1);
    return (losses * importance).sum() / importance.sum().clamp_min(1e-6);
}

at::Tensor tripletLosses(const at::Tensor& distances, const std::vector<Triplet>& triplets, double margin) {
    std::vector<std::int64_t> positives, negatives;
    for (const Triplet& triplet : triplets) {
        positives.push_back(triplet.item * distances.size(1) + triplet.positive);
        negatives.push_back(triplet.item * distances.size(1) + triplet.negative);
    }
    const at::Tensor flat = distances.reshape({-1});
    return at::relu(flat.index_select(0, indexTensor(positives)) -
                    flat.index_select(0, indexTensor(negatives)) + margin);
}

} // namespace moderato::ml
