#pragma once

#include "core/base/Random.h"
#include "core/ml/private/Parameters.h"

#include <span>
#include <string>

namespace moderato::ml {

/// A fully connected layer `name`.weight [out, in] and `name`.bias [out].
void addLinear(Parameters& parameters, const std::string& name, std::int64_t in, std::int64_t out,
               Random& random);
at::Tensor linear(const Parameters& parameters, const std::string& name, const at::Tensor& rows);

/// These rows of a tensor, in this order.
at::Tensor rowsOf(const at::Tensor& tensor, std::span<const int> rows);

/// Hides a share of the values while training and enlarges the rest to make up for it; made without anything
/// it hides nothing.
class Hiding {
public:
    Hiding() = default;
    Hiding(double share, Random* random)
        : share_(share)
        , random_(random) {}

    at::Tensor operator()(const at::Tensor& values) const;

private:
    double share_ = 0;
    Random* random_ = nullptr;
};

} // namespace moderato::ml
