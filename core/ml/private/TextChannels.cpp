#include "core/ml/private/TextChannels.h"

#include <vector>

namespace moderato::ml {
namespace {

constexpr std::array<const char*, fieldCount> channelNames{"text.title", "text.body", "text.tags"};

} // namespace

void TextChannels::addParameters(Parameters& parameters, Random& random) const {
    for (const char* name : channelNames) {
        addLinear(parameters, name, textSize, channelSize, random);
    }
}

at::Tensor TextChannels::operator()(const Parameters& parameters,
                                    const std::array<at::Tensor, fieldCount>& sums) const {
    std::vector<at::Tensor> channels;
    for (std::size_t i = 0; i < channelNames.size(); ++i) {
        const at::Tensor there = sums[i].detach().abs().amax(1, true).gt(0).to(at::kFloat);
        channels.push_back(at::relu(linear(parameters, channelNames[i], sums[i])) * there);
    }
    return at::cat(channels, 1);
}

} // namespace moderato::ml
