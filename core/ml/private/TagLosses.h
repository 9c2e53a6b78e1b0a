#pragma once

#include "core/ml/private/Torch.h"

#include <vector>

namespace moderato::ml {

/// −log of the share that the own tags have among the columns, by softmax over −distance / temperature; the
/// mean over the items by `importance`. `distances` [items, columns]; `own[i]` columns of item i, at least
/// one; `leftOut` [items, columns] of bool: counts as neither right nor wrong.
at::Tensor softmaxTagLoss(const at::Tensor& distances, const std::vector<std::vector<int>>& own,
                          const at::Tensor& leftOut, const at::Tensor& importance, double temperature);

struct Triplet {
    std::int64_t item = 0, positive = 0, negative = 0; ///< Row, and columns.
};

/// S2.6: max(0, d(a,p) − d(a,n) + margin) of each triplet.
at::Tensor tripletLosses(const at::Tensor& distances, const std::vector<Triplet>& triplets, double margin);

} // namespace moderato::ml
