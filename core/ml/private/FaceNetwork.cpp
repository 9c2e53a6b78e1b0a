#include "core/ml/private/FaceNetwork.h"

#include <array>

namespace moderato::ml {
namespace {

constexpr std::array<std::int64_t, 5> widths{1, 12, 24, 40, 56};
constexpr std::int64_t groups = 4;
constexpr double leastDeviation = 4; ///< Grey levels: an even patch stays even.

std::string named(std::size_t stage, const char* part) {
    return "trunk.conv" + std::to_string(stage) + '.' + part;
}

std::int64_t halvedFourTimes(std::int64_t size) {
    for (std::size_t i = 1; i < widths.size(); ++i) {
        size = (size + 1) / 2;
    }
    return size;
}

} // namespace

void addLayer(Parameters& parameters, const std::string& name, std::int64_t in, std::int64_t out,
              Random& random) {
    parameters.addNormal(name + ".weight", {out, in}, in, random);
    parameters.add(name + ".bias", at::zeros({out}));
}

at::Tensor applyLayer(const Parameters& parameters, const std::string& name, const at::Tensor& vectors) {
    return at::linear(vectors, parameters[name + ".weight"], parameters[name + ".bias"]);
}

void FaceNetwork::addParameters(Parameters& parameters, Random& random) const {
    for (std::size_t stage = 1; stage < widths.size(); ++stage) {
        parameters.addNormal(named(stage, "weight"), {widths[stage], widths[stage - 1], 3, 3},
                             widths[stage - 1] * 9, random);
        parameters.add(named(stage, "scale"), at::ones({widths[stage]}));
        parameters.add(named(stage, "shift"), at::zeros({widths[stage]}));
    }
    addLayer(parameters, "trunk.all", widths.back() * halvedFourTimes(height) * halvedFourTimes(width),
             features, random);
}

at::Tensor FaceNetwork::operator()(const Parameters& parameters, const at::Tensor& pictures) const {
    const at::Tensor mean = pictures.mean({2, 3}, true);
    const at::Tensor deviation = (pictures - mean).square().mean({2, 3}, true).sqrt();
    at::Tensor maps = (pictures - mean) / at::clamp_min(deviation, leastDeviation);
    for (std::size_t stage = 1; stage < widths.size(); ++stage) {
        maps = at::conv2d(maps, parameters[named(stage, "weight")], {}, 2, 1);
        maps = at::relu(at::group_norm(maps, groups, parameters[named(stage, "scale")],
                                       parameters[named(stage, "shift")]));
    }
    return at::relu(applyLayer(parameters, "trunk.all", maps.flatten(1)));
}

} // namespace moderato::ml
