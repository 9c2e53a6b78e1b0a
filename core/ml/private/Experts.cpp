#include "core/ml/private/Experts.h"

namespace moderato::ml {

void Experts::addParameters(Parameters& parameters, Random& random) const {
    if (hidden == 0) {
        addLinear(parameters, name, in, count * size, random);
        return;
    }
    addLinear(parameters, name + ".first", in, count * hidden, random);
    parameters.addNormal(name + ".second.weight", {count, hidden, size}, 2 * hidden, random);
    parameters.add(name + ".second.bias", at::zeros({count, 1, size}));
}

at::Tensor Experts::operator()(const Parameters& parameters, const at::Tensor& x,
                               const Hiding& hiding) const {
    if (hidden == 0) {
        return hiding(at::relu(linear(parameters, name, x))).reshape({x.size(0), count, size});
    }
    const at::Tensor first = hiding(at::relu(linear(parameters, name + ".first", x)))
                                 .reshape({x.size(0), count, hidden})
                                 .transpose(0, 1);
    const at::Tensor second =
        at::baddbmm(parameters[name + ".second.bias"], first, parameters[name + ".second.weight"]);
    return hiding(at::relu(second)).transpose(0, 1);
}

void ExpertGate::addParameters(Parameters& parameters, Random& random) const {
    parameters.addNormal(name + ".weight", {experts, in}, 2 * in, random);
}

at::Tensor ExpertGate::weights(const Parameters& parameters, const at::Tensor& x) const {
    return at::softmax(at::linear(x, parameters[name + ".weight"]), 1);
}

at::Tensor ExpertGate::mix(const at::Tensor& weights, const at::Tensor& experts) {
    return at::bmm(weights.unsqueeze(1), experts).squeeze(1);
}

void Tower::addParameters(Parameters& parameters, Random& random) const {
    addLinear(parameters, name + ".hidden", in, hidden, random);
    addLinear(parameters, name + ".out", hidden, 1, random);
}

at::Tensor Tower::operator()(const Parameters& parameters, const at::Tensor& x, const Hiding& hiding) const {
    return linear(parameters, name + ".out", hiding(at::relu(linear(parameters, name + ".hidden", x))));
}

} // namespace moderato::ml
