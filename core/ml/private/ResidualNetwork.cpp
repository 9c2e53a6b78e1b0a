#include "core/ml/private/ResidualNetwork.h"

#include <array>

namespace moderato::ml {
namespace {

constexpr std::array<std::int64_t, ResidualNetwork::blocks> widths{16, 32, 64, 128};
constexpr std::int64_t groups = 8;
constexpr int largeFrom = 48; ///< Pictures from this size on are halved by the first convolution already.

std::string named(int block, const char* part) {
    return "image.block" + std::to_string(block) + '.' + part;
}

void addConvolution(Parameters& parameters, const std::string& name, std::int64_t in, std::int64_t out,
                    std::int64_t kernel, Random& random) {
    parameters.addNormal(name + ".weight", {out, in, kernel, kernel}, in * kernel * kernel, random);
    parameters.add(name + ".scale", at::ones({out}));
    parameters.add(name + ".shift", at::zeros({out}));
}

at::Tensor convolve(const Parameters& parameters, const std::string& name, const at::Tensor& maps,
                    int stride) {
    const at::Tensor& weight = parameters[name + ".weight"];
    const at::Tensor out = at::conv2d(maps, weight, {}, stride, weight.size(2) / 2);
    return at::group_norm(out, groups, parameters[name + ".scale"], parameters[name + ".shift"]);
}

} // namespace

at::Tensor shiftInTime(const at::Tensor& maps, std::int64_t frames) {
    const std::int64_t items = maps.size(0) / frames, channels = maps.size(1), part = channels / 8;
    const at::Tensor byItem = maps.reshape({items, frames, channels, maps.size(2), maps.size(3)});
    const at::Tensor none = at::zeros_like(byItem.narrow(1, 0, 1).narrow(2, 0, part));
    const at::Tensor before = at::cat({none, byItem.narrow(1, 0, frames - 1).narrow(2, 0, part)}, 1);
    const at::Tensor after = at::cat({byItem.narrow(1, 1, frames - 1).narrow(2, part, part), none}, 1);
    return at::cat({before, after, byItem.narrow(2, 2 * part, channels - 2 * part)}, 2).reshape(maps.sizes());
}

void ResidualNetwork::addParameters(Parameters& parameters, Random& random) {
    addConvolution(parameters, "image.first", 3, widths[0], 3, random);
    for (int block = 0; block < blocks; ++block) {
        const std::int64_t in = widths[std::size_t(std::max(0, block - 1))], out = widths[std::size_t(block)];
        addConvolution(parameters, named(block, "a"), in, out, 3, random);
        addConvolution(parameters, named(block, "b"), out, out, 3, random);
        if (in != out) {
            addConvolution(parameters, named(block, "skip"), in, out, 1, random);
        }
    }
}

at::Tensor ResidualNetwork::operator()(const Parameters& parameters, const at::Tensor& pictures,
                                       std::int64_t frames) const {
    at::Tensor maps =
        at::relu(convolve(parameters, "image.first", pictures, pictureSize >= largeFrom ? 2 : 1));
    for (int block = 0; block < blocks; ++block) {
        const int stride = block == 0 ? 1 : 2;
        const at::Tensor seen = temporalShift ? shiftInTime(maps, frames) : maps;
        const at::Tensor inner = at::relu(convolve(parameters, named(block, "a"), seen, stride));
        const at::Tensor skipped =
            block == 0 ? maps : convolve(parameters, named(block, "skip"), maps, stride);
        maps = at::relu(convolve(parameters, named(block, "b"), inner, 1) + skipped);
    }
    return maps.mean({2, 3});
}

} // namespace moderato::ml
