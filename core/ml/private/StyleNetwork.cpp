#include "core/ml/private/StyleNetwork.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::ml {
namespace {

constexpr std::size_t longest = 256; ///< What comes after is not read.
constexpr std::int64_t padding = 0, none = 1, firstKind = 2;
constexpr std::int64_t kernel = 3, gates = 4;

} // namespace

LayoutBatch LayoutBatch::of(std::span<const std::vector<LayoutUnit>* const> layouts) {
    std::size_t units = 1;
    for (const auto* layout : layouts) {
        units = std::max(units, std::min(layout->size(), longest));
    }
    const auto rows = std::int64_t(layouts.size());
    LayoutBatch batch{at::zeros({rows, std::int64_t(units)}, at::kLong),
                      at::zeros({rows, std::int64_t(units)})};
    for (std::size_t row = 0; row < layouts.size(); ++row) {
        std::int64_t* const kinds = batch.kinds.data_ptr<std::int64_t>() + row * units;
        float* const sizes = batch.sizes.data_ptr<float>() + row * units;
        const auto& layout = *layouts[row];
        kinds[0] = none;
        for (std::size_t i = 0; i < std::min(layout.size(), units); ++i) {
            kinds[i] = firstKind + std::int64_t(layout[i].kind);
            sizes[i] = std::log1p(std::max(0.0f, layout[i].size));
        }
    }
    return batch;
}

void StyleNetwork::addParameters(Parameters& parameters, Random& random) const {
    const std::int64_t in = layoutSize + 1;
    parameters.addNormal("style.kinds", {firstKind + LayoutUnit::kinds, layoutSize}, 2 * layoutSize, random);
    parameters.addNormal("style.lstm.input", {gates * layoutSize, in}, 2 * in, random);
    parameters.addNormal("style.lstm.state", {gates * layoutSize, layoutSize}, 2 * layoutSize, random);
    parameters.add("style.lstm.input.bias", at::zeros({gates * layoutSize}));
    parameters.add("style.lstm.state.bias", at::zeros({gates * layoutSize}));
    addLinear(parameters, "style.attention", layoutSize, layoutSize, random);
    parameters.addNormal("style.attention.target", {layoutSize}, 2 * layoutSize, random);
    parameters.addNormal("style.convolution.weight", {layoutSize, in, kernel}, in * kernel, random);
    parameters.add("style.convolution.bias", at::zeros({layoutSize}));
}

StyleNetwork::Pass StyleNetwork::operator()(const Parameters& parameters, const LayoutBatch& batch) const {
    const at::Tensor there = batch.kinds.ne(padding);
    const at::Tensor units =
        at::cat({at::embedding(parameters["style.kinds"], batch.kinds), batch.sizes.unsqueeze(2)}, 2) *
        there.unsqueeze(2);
    const at::Tensor begin = at::zeros({1, units.size(0), layoutSize});
    const std::vector<at::Tensor> weights{parameters["style.lstm.input"], parameters["style.lstm.state"],
                                          parameters["style.lstm.input.bias"],
                                          parameters["style.lstm.state.bias"]};
    const at::Tensor states =
        std::get<0>(at::lstm(units, {begin, begin}, weights, true, 1, 0, false, false, true));
    const at::Tensor scores = at::matmul(at::tanh(linear(parameters, "style.attention", states)),
                                         parameters["style.attention.target"]);
    const at::Tensor attention =
        at::softmax(scores.masked_fill(there.logical_not(), -std::numeric_limits<double>::infinity()), 1);
    const at::Tensor attended = at::bmm(attention.unsqueeze(1), states).squeeze(1);
    const at::Tensor maps = at::relu(at::conv1d(units.transpose(1, 2), parameters["style.convolution.weight"],
                                                parameters["style.convolution.bias"], 1, kernel / 2));
    const at::Tensor strongest = (maps * there.unsqueeze(1)).amax(2);
    return {at::cat({attended, strongest}, 1), attention};
}

} // namespace moderato::ml
