#pragma once

#include "core/ml/expressions/ExpressionModel.h"
#include "core/ml/private/FaceNetwork.h"

namespace moderato::ml {

/// Probabilities come from a vector of the face and from how it differs from the one of the face at rest.
struct ExpressionNetwork {
    static constexpr int vectorSize = 32;

    FacePart part;
    std::int64_t outputs = 0;
    Parameters parameters;

    FaceNetwork trunk() const { return {part.height, part.width, vectorSize}; }
    void addParameters(Random& random);
    at::Tensor vectors(const at::Tensor& pictures) const { return trunk()(parameters, pictures); }
    /// `neutral` may be undefined; `known` [items, 1] is 0 where there is no neutral face.
    at::Tensor logits(const at::Tensor& vectors, const at::Tensor& neutral, const at::Tensor& known) const;
};

struct ExpressionModel::State {
    ExpressionNetwork network;
    Manifest manifest;
    std::vector<std::string> features;
    std::vector<float> thresholds;
};

/// The part of each face as [faces, 1, height, width] in grey levels, moved by (dx, dy) where given, a pair a
/// face; what lies beyond the face repeats its edge. `mirrored`: left for right.
struct FaceShift {
    int dx = 0, dy = 0;
    bool mirrored = false;
};
at::Tensor partsOf(std::span<const AlignedFace* const> faces, const FacePart& part,
                   std::span<const FaceShift> shifts = {});

} // namespace moderato::ml
