#pragma once

#include "core/ml/expressions/ExpressionModel.h"
#include "core/ml/private/FaceNetwork.h"

namespace moderato::ml {

/// Probabilities come from a vector of the face, the one of the face at rest and how they differ.
struct ExpressionNetwork {
    static constexpr int vectorSize = 40, jointSize = 32;

    FacePart part;
    std::int64_t outputs = 0;
    Parameters parameters;

    FaceNetwork trunk() const { return {part.height / part.step, part.width / part.step, vectorSize}; }
    void addParameters(Random& random);
    at::Tensor vectors(const at::Tensor& pictures) const { return trunk()(parameters, pictures); }
    /// `neutral` may be undefined; `known` [items or 1, 1] is 0 where there is no neutral face.
    at::Tensor logits(const at::Tensor& vectors, const at::Tensor& neutral, const at::Tensor& known) const;
};

struct ExpressionModel::State {
    ExpressionNetwork network;
    Manifest manifest;
    std::vector<std::string> features;
    std::vector<float> thresholds;
};

/// The part of each face as [faces, 1, height / step, width / step] in grey levels.
at::Tensor partsOf(std::span<const AlignedFace* const> faces, const FacePart& part);

} // namespace moderato::ml
