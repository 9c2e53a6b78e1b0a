#include "core/ml/private/Layers.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {

void addLinear(Parameters& parameters, const std::string& name, std::int64_t in, std::int64_t out,
               Random& random) {
    parameters.addNormal(name + ".weight", {out, in}, 2 * in, random);
    parameters.add(name + ".bias", at::zeros({out}));
}

at::Tensor linear(const Parameters& parameters, const std::string& name, const at::Tensor& rows) {
    return at::linear(rows, parameters[name + ".weight"], parameters[name + ".bias"]);
}

at::Tensor rowsOf(const at::Tensor& tensor, std::span<const int> rows) {
    at::Tensor index = at::empty({std::int64_t(rows.size())}, at::kLong);
    std::copy(rows.begin(), rows.end(), index.data_ptr<std::int64_t>());
    return tensor.index_select(0, index);
}

at::Tensor Hiding::operator()(const at::Tensor& values) const {
    constexpr int perDraw = 8, levels = 256; // A draw's bytes decide for one value each.
    const int hidden = std::clamp(int(std::lround(share_ * levels)), 0, levels - 1);
    if (!random_ || hidden == 0) {
        return values;
    }
    at::Tensor kept = at::empty(values.sizes());
    float* const to = kept.data_ptr<float>();
    const float scale = float(levels) / float(levels - hidden);
    for (std::int64_t i = 0; i < kept.numel(); i += perDraw) {
        std::uint64_t draw = random_->next();
        for (std::int64_t j = i; j < std::min(i + perDraw, kept.numel()); ++j, draw >>= 8) {
            to[j] = int(draw & 0xff) < hidden ? 0.0f : scale;
        }
    }
    return values * kept;
}

} // namespace moderato::ml
