#pragma once

#include "core/ml/private/Parameters.h"

namespace moderato::ml {

/// The trunk of the networks for faces: four convolutions, each halving a grey picture, and a layer over the
/// whole of what is left, so that it matters where something is. Every sample is evened by its own mean and
/// deviation first.
struct FaceNetwork {
    int height = 64, width = 64;
    int features = 32; ///< Of the vector.

    void addParameters(Parameters& parameters, Random& random) const;
    /// [items, 1, height, width] in grey levels → [items, features], none negative.
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& pictures) const;
};

/// `name`.weight and `name`.bias.
void addLayer(Parameters& parameters, const std::string& name, std::int64_t in, std::int64_t out,
              Random& random);
at::Tensor applyLayer(const Parameters& parameters, const std::string& name, const at::Tensor& vectors);

} // namespace moderato::ml
