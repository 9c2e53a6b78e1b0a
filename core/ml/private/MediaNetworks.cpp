#include "core/ml/private/MediaNetworks.h"

#include "core/ml/private/Layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::ml {
namespace {

constexpr std::int64_t groups = 8;

at::Tensor convolve(const Parameters& parameters, const std::string& name, const at::Tensor& maps) {
    const at::Tensor& weight = parameters[name + ".weight"];
    const at::Tensor out = at::conv1d(maps, weight, {}, 2, weight.size(2) / 2);
    return at::relu(at::group_norm(out, groups, parameters[name + ".scale"], parameters[name + ".shift"]));
}

/// Mean and deviation of a column, and of its changes from row to row.
void addStatistics(const SoundFrames& sound, int column, std::vector<float>& result) {
    double sum = 0, squares = 0, changes = 0, changeSquares = 0, before = 0;
    for (int row = 0; row < sound.frames; ++row) {
        const double value =
            double(sound.values[std::size_t(row) * std::size_t(sound.coefficients) + std::size_t(column)]);
        sum += value;
        squares += value * value;
        if (row > 0) {
            changes += std::abs(value - before);
            changeSquares += (value - before) * (value - before);
        }
        before = value;
    }
    const double n = sound.frames, pairs = std::max(1.0, n - 1);
    result.push_back(float(sum / n));
    result.push_back(float(std::sqrt(std::max(0.0, squares / n - sum / n * (sum / n)))));
    result.push_back(float(changes / pairs));
    result.push_back(float(std::sqrt(changeSquares / pairs)));
}

} // namespace

void FrameFuser::addParameters(Parameters& parameters, std::int64_t size, Random& random) const {
    if (fusion == FrameFusion::Recurrent) {
        parameters.addNormal("frames.input.weight", {3 * size, size}, 2 * size, random);
        parameters.addNormal("frames.state.weight", {3 * size, size}, 2 * size, random);
        parameters.add("frames.input.bias", at::zeros({3 * size}));
        parameters.add("frames.state.bias", at::zeros({3 * size}));
    }
}

at::Tensor FrameFuser::operator()(const Parameters& parameters, const at::Tensor& frames) const {
    const std::int64_t items = frames.size(0), size = frames.size(2), segments = frames.size(1) / parts;
    const at::Tensor byPart = frames.reshape({items * parts, segments, size});
    at::Tensor fused;
    if (fusion == FrameFusion::Max) {
        fused = byPart.amax(1);
    } else if (fusion == FrameFusion::Recurrent) {
        const std::vector<at::Tensor> weights{
            parameters["frames.input.weight"], parameters["frames.state.weight"],
            parameters["frames.input.bias"], parameters["frames.state.bias"]};
        const at::Tensor begin = at::zeros({1, items * parts, size});
        fused = std::get<1>(at::gru(byPart, begin, weights, true, 1, 0, false, false, true))[0];
    } else {
        fused = byPart.mean(1);
    }
    return fused.reshape({items, parts, size}).mean(1);
}

void SoundNetwork::addParameters(Parameters& parameters, Random& random) const {
    if (encoder == SoundEncoder::Statistics) {
        const std::int64_t in = 4 * coefficients;
        parameters.add("sound.mean", at::zeros({in}), false);
        parameters.add("sound.scale", at::ones({in}), false);
        addLinear(parameters, "sound.hidden", in, vectorSize, random);
        return;
    }
    constexpr std::int64_t middle = 32, kernel = 5;
    parameters.add("sound.mean", at::zeros({coefficients, 1}), false);
    parameters.add("sound.scale", at::ones({coefficients, 1}), false);
    const std::int64_t widths[]{coefficients, middle, vectorSize / 2};
    for (int layer = 0; layer < 2; ++layer) {
        const std::string name = "sound.layer" + std::to_string(layer);
        parameters.addNormal(name + ".weight", {widths[layer + 1], widths[layer], kernel},
                             widths[layer] * kernel, random);
        parameters.add(name + ".scale", at::ones({widths[layer + 1]}));
        parameters.add(name + ".shift", at::zeros({widths[layer + 1]}));
    }
}

std::vector<float> SoundNetwork::prepare(const SoundFrames& sound) const {
    std::vector<float> result;
    if (encoder == SoundEncoder::Statistics) {
        for (int column = 0; column < coefficients; ++column) {
            addStatistics(sound, column, result);
        }
        return result;
    }
    result.resize(std::size_t(coefficients) * steps);
    for (int step = 0; step < steps; ++step) {
        const bool longer = sound.frames > steps;
        const int begin = longer ? int(std::int64_t(step) * sound.frames / steps) : step % sound.frames;
        const int end = longer ? int(std::int64_t(step + 1) * sound.frames / steps) : begin + 1;
        for (int column = 0; column < coefficients; ++column) {
            float sum = 0;
            for (int row = begin; row < end; ++row) {
                sum += sound.values[std::size_t(row) * std::size_t(coefficients) + std::size_t(column)];
            }
            result[std::size_t(column) * steps + std::size_t(step)] = sum / float(end - begin);
        }
    }
    return result;
}

at::Tensor SoundNetwork::batch(const std::vector<std::vector<float>>& prepared) const {
    const auto items = std::int64_t(prepared.size());
    at::Tensor result = encoder == SoundEncoder::Statistics ? at::empty({items, 4 * coefficients})
                                                            : at::empty({items, coefficients, steps});
    float* to = result.data_ptr<float>();
    for (const std::vector<float>& row : prepared) {
        to = std::copy(row.begin(), row.end(), to);
    }
    return result;
}

void SoundNetwork::measure(Parameters& parameters, std::span<const std::vector<float>> prepared) const {
    if (prepared.empty()) {
        return;
    }
    const at::NoGradGuard noGradients;
    const at::Tensor all = batch({prepared.begin(), prepared.end()});
    const bool statistics = encoder == SoundEncoder::Statistics;
    const at::Tensor rows = statistics ? all : all.transpose(0, 1).reshape({coefficients, -1}).t();
    const at::Tensor mean = rows.mean(0);
    const at::Tensor scale = rows.std(0, false).clamp_min(1e-3);
    parameters.add("sound.mean", mean.reshape(parameters["sound.mean"].sizes()).clone(), false);
    parameters.add("sound.scale", scale.reshape(parameters["sound.scale"].sizes()).clone(), false);
}

at::Tensor SoundNetwork::operator()(const Parameters& parameters, const at::Tensor& batch) const {
    // A sound unlike all of the training's must not drown the rest.
    const at::Tensor normal = ((batch - parameters["sound.mean"]) / parameters["sound.scale"]).clamp(-6, 6);
    if (encoder == SoundEncoder::Statistics) {
        return at::relu(linear(parameters, "sound.hidden", normal));
    }
    const at::Tensor maps =
        convolve(parameters, "sound.layer1", convolve(parameters, "sound.layer0", normal));
    return at::cat({maps.mean(2), maps.amax(2)}, 1);
}

void Gate::addParameters(Parameters& parameters, std::int64_t size, Random& random) {
    addLinear(parameters, "gate.hidden", size, size / 2, random);
    parameters.add("gate.out", at::zeros({size / 2}));
    parameters.add("gate.bias", at::zeros({modalityCount}));
}

Gate::Result Gate::operator()(const Parameters& parameters, const at::Tensor& modalities,
                              const at::Tensor& present) const {
    constexpr double never = -std::numeric_limits<double>::infinity();
    at::Tensor scores;
    if (fusion == ModalityFusion::Gated) {
        const at::Tensor hidden = at::tanh(linear(parameters, "gate.hidden", modalities));
        scores = at::matmul(hidden, parameters["gate.out"]) + parameters["gate.bias"];
    } else {
        scores = at::zeros({modalities.size(0), modalities.size(1)});
    }
    const at::Tensor weights = at::softmax(scores.masked_fill(present.logical_not(), never), 1);
    return {(modalities * weights.unsqueeze(2)).sum(1), weights};
}

} // namespace moderato::ml
