#include "core/ml/private/TagNetwork.h"

#include "core/ml/private/Parts.h"
#include "core/ml/private/TopicState.h"

#include <algorithm>

namespace moderato::ml {
namespace {

constexpr float middleGrey = 0.45f, spread = 0.25f;

std::string layerOf(Modality modality) {
    return std::string("join.") + modalityNames[std::size_t(modality)];
}

at::Tensor joined(const Parameters& parameters, Modality modality, const at::Tensor& rows) {
    const std::string name = layerOf(modality);
    return unitRows(at::linear(rows, parameters[name + ".weight"], parameters[name + ".bias"]));
}

/// How a training step sees an item's pictures.
struct View {
    bool mirrored = false;
    int right = 0, down = 0; ///< Pixels of the network's picture.
    float brightness = 1;
};

void copyPicture(const std::uint8_t* from, int fromSize, float* to, int size, const View& view) {
    for (int channel = 0; channel < 3; ++channel) {
        for (int y = 0; y < size; ++y) {
            const int row = std::clamp(y + view.down, 0, size - 1) * fromSize / size;
            for (int x = 0; x < size; ++x) {
                const int moved = std::clamp(x + view.right, 0, size - 1);
                const int column = (view.mirrored ? size - 1 - moved : moved) * fromSize / size;
                const auto byte = float(from[(channel * fromSize + row) * fromSize + column]);
                *to++ = (byte / 255 * view.brightness - middleGrey) / spread;
            }
        }
    }
}

} // namespace

at::Tensor indexTensor(std::span<const std::int64_t> indices) {
    at::Tensor result = at::empty({std::int64_t(indices.size())}, at::kLong);
    std::copy(indices.begin(), indices.end(), result.data_ptr<std::int64_t>());
    return result;
}

TagShape TagShape::of(const TagTrainingOptions& options, int coefficients) {
    TagShape shape;
    shape.read = options.read;
    shape.dimensions = options.dimensions;
    shape.pictureSize = options.pictureSize;
    shape.segments = options.segments;
    shape.parts = options.parts;
    shape.coefficients = coefficients;
    shape.frameFusion = options.frameFusion;
    shape.temporalShift = options.temporalShift;
    shape.tagOffsets = options.tagOffsets;
    shape.soundEncoder = options.soundEncoder;
    shape.fusion = options.fusion;
    shape.distance = options.distance;
    shape.temperature = options.temperature;
    return shape;
}

void TagShape::store(Manifest& manifest) const {
    auto& settings = manifest.settings;
    for (int i = 0; i < modalityCount; ++i) {
        settings[std::string("reads_") + modalityNames[std::size_t(i)]] = read[std::size_t(i)];
    }
    settings["dimensions"] = dimensions;
    settings["picture_size"] = pictureSize;
    settings["segments"] = segments;
    settings["parts"] = parts;
    settings["coefficients"] = coefficients;
    settings["frame_fusion"] = int(frameFusion);
    settings["temporal_shift"] = temporalShift;
    settings["tag_offsets"] = tagOffsets;
    settings["sound_encoder"] = int(soundEncoder);
    settings["fusion"] = int(fusion);
    settings["distance"] = int(distance);
    settings["temperature"] = double(temperature);
}

Result<TagShape> TagShape::restore(const Manifest& manifest) {
    bool within = true;
    const auto number = [&](const std::string& key, double fallback, double lowest, double highest) {
        const double value = manifest.setting(key, fallback);
        within = within && value >= lowest && value <= highest;
        return value;
    };
    TagShape shape;
    for (int i = 0; i < modalityCount; ++i) {
        shape.read[std::size_t(i)] =
            number(std::string("reads_") + modalityNames[std::size_t(i)], 1, 0, 1) != 0;
    }
    shape.dimensions = int(number("dimensions", 0, 2, 4096));
    shape.pictureSize = int(number("picture_size", 64, 16, 256));
    shape.segments = int(number("segments", 8, 1, 256));
    shape.parts = int(number("parts", 1, 1, 64));
    shape.coefficients = int(number("coefficients", 13, 1, 256));
    shape.frameFusion = FrameFusion(int(number("frame_fusion", 0, 0, 2)));
    shape.temporalShift = number("temporal_shift", 0, 0, 1) != 0;
    shape.tagOffsets = number("tag_offsets", 0, 0, 1) != 0;
    shape.soundEncoder = SoundEncoder(int(number("sound_encoder", 0, 0, 1)));
    shape.fusion = ModalityFusion(int(number("fusion", 0, 0, 1)));
    shape.distance = TagDistance(int(number("distance", 0, 0, 1)));
    shape.temperature = float(number("temperature", 0.1, 1e-4, 100));
    return within ? Result<TagShape>(shape) : unusableModel(QStringLiteral("settings out of range"));
}

at::Tensor picturesOf(const TagShape& shape, std::span<const Pictures* const> items, Random* random,
                      bool augment) {
    constexpr int largestShift = 8; // Of the edge's parts.
    const int size = shape.pictureSize, frames = shape.segments * shape.parts;
    const std::size_t bytes = 3 * std::size_t(size) * std::size_t(size);
    at::Tensor result = at::empty({std::int64_t(items.size()) * frames, 3, size, size});
    float* to = result.data_ptr<float>();
    for (const Pictures* const item : items) {
        View view;
        if (random && augment) {
            const auto shift = [&] {
                return int(random->below(std::uint64_t(2 * (size / largestShift) + 1))) - size / largestShift;
            };
            view.mirrored = random->below(2) == 1;
            view.right = shift();
            view.down = shift();
            view.brightness = float(0.8 + 0.4 * random->uniform());
        }
        const std::size_t step = 3 * std::size_t(item->size) * std::size_t(item->size);
        for (int frame = 0; frame < frames; ++frame) {
            const int place = (2 * frame + 1) * item->places / (2 * frames);
            const int variant = random ? int(random->below(std::uint64_t(item->variants))) : 0;
            copyPicture(item->pixels.data() + std::size_t(place * item->variants + variant) * step,
                        item->size, to, size, view);
            to += bytes;
        }
    }
    return result;
}

void TagNetwork::addParameters(std::int64_t tags, std::uint64_t seed) {
    Random random(seed);
    const std::int64_t size = shape.dimensions;
    const auto addJoin = [&](Modality modality, std::int64_t in) {
        const std::string name = layerOf(modality);
        if (in == size) { // Words of a title and of a tag begin where they are the same.
            parameters.add(name + ".weight", at::eye(size));
        } else {
            parameters.addNormal(name + ".weight", {size, in}, 2 * in, random);
        }
        parameters.add(name + ".bias", at::zeros({size}));
    };
    if (shape.reads(Modality::Text)) {
        addJoin(Modality::Text, size);
    }
    if (shape.reads(Modality::Pictures)) {
        ResidualNetwork::addParameters(parameters, random);
        FrameFuser{shape.frameFusion, shape.parts}.addParameters(parameters, ResidualNetwork::vectorSize,
                                                                 random);
        parameters.addNormal(layerOf(Modality::Pictures) + ".weight", {size, ResidualNetwork::vectorSize},
                             2 * ResidualNetwork::vectorSize, random);
        parameters.add(layerOf(Modality::Pictures) + ".bias", at::zeros({size}));
    }
    if (shape.reads(Modality::Sound)) {
        shape.sound().addParameters(parameters, random);
        parameters.addNormal(layerOf(Modality::Sound) + ".weight", {size, SoundNetwork::vectorSize},
                             2 * SoundNetwork::vectorSize, random);
        parameters.add(layerOf(Modality::Sound) + ".bias", at::zeros({size}));
    }
    Gate::addParameters(parameters, size, random);
    parameters.add("tags.weight", at::eye(size));
    parameters.add("tags.bias", at::zeros({size}));
    if (shape.tagOffsets) {
        parameters.add("tags.offset", at::zeros({tags, size}));
    }
}

TagNetwork::Pass TagNetwork::forward(const TagBatch& batch) const {
    const std::int64_t items = batch.present.size(0), size = shape.dimensions;
    const auto spread = [&](const at::Tensor& rows, const std::vector<std::int64_t>& to) {
        return at::zeros({items, size}).index_copy(0, indexTensor(to), rows);
    };
    std::vector<at::Tensor> parts(modalityCount, at::zeros({items, size}));
    if (shape.reads(Modality::Text)) {
        parts[std::size_t(Modality::Text)] = joined(parameters, Modality::Text, batch.text);
    }
    if (!batch.withPictures.empty()) {
        const std::int64_t frames = shape.segments * shape.parts;
        const ResidualNetwork image{shape.pictureSize, shape.temporalShift};
        const at::Tensor vectors = image(parameters, batch.pictures, frames);
        const at::Tensor fused = FrameFuser{shape.frameFusion, shape.parts}(
            parameters, vectors.reshape({-1, frames, ResidualNetwork::vectorSize}));
        parts[std::size_t(Modality::Pictures)] =
            spread(joined(parameters, Modality::Pictures, fused), batch.withPictures);
    }
    if (!batch.withSound.empty()) {
        parts[std::size_t(Modality::Sound)] = spread(
            joined(parameters, Modality::Sound, shape.sound()(parameters, batch.sound)), batch.withSound);
    }
    Pass pass;
    pass.modalities = at::stack(parts, 1) * batch.present.unsqueeze(2);
    const Gate::Result gated = Gate{shape.fusion}(parameters, pass.modalities, batch.present);
    pass.weights = gated.weights;
    pass.vector = shape.distance == TagDistance::Cosine ? unitRows(gated.vector) : gated.vector;
    return pass;
}

at::Tensor TagNetwork::tags(const at::Tensor& words, const at::Tensor& offsets) const {
    at::Tensor result = at::linear(words, parameters["tags.weight"], parameters["tags.bias"]);
    if (offsets.defined()) {
        result = result + offsets;
    }
    return shape.distance == TagDistance::Cosine ? unitRows(result) : result;
}

at::Tensor TagNetwork::distances(const at::Tensor& vectors, const at::Tensor& tags) const {
    const at::Tensor products = at::mm(vectors, tags.t());
    if (shape.distance == TagDistance::Cosine) {
        return 1 - products;
    }
    const at::Tensor squares =
        vectors.square().sum(1, true) + tags.square().sum(1).unsqueeze(0) - 2 * products;
    return squares.clamp_min(1e-8).sqrt();
}

} // namespace moderato::ml
