#include "core/ml/private/QualityNetwork.h"

#include "core/ml/private/Parts.h"

namespace moderato::ml {

std::int64_t QualityShape::features() const {
    return (text ? textChannels.size() : 0) + (atomic ? atomicNetwork.size() : 0) +
           (imageText ? imageTextNetwork.size() : 0) + (style ? styleNetwork.size() : 0);
}

namespace {

constexpr const char* wideText = "text.wide";

/// The sizes that stand in the manifest, by name, with their ranges.
template <class Shape, class Use> void eachSize(Shape& shape, const Use& use) {
    use("text_size", shape.textChannels.textSize, 1, 4096);
    use("channel_size", shape.textChannels.channelSize, 1, 4096);
    use("numbers", shape.atomicNetwork.numbers, 0, 10'000);
    use("bins", shape.atomicNetwork.bins, 1, 1000);
    use("embedding", shape.atomicNetwork.embedding, 1, 1024);
    use("cross_size", shape.atomicNetwork.cross, 0, 1024);
    use("image_text_size", shape.imageTextNetwork.imageTextSize, 2, 1024);
    use("layout_size", shape.styleNetwork.layoutSize, 1, 1024);
    use("experts", shape.tasks.experts, 1, 1000);
    use("task_experts", shape.tasks.taskExperts, 1, 1000);
    use("levels", shape.tasks.levels, 1, 10);
    use("expert_hidden", shape.tasks.expertHidden, 0, 4096);
    use("expert_size", shape.tasks.expertSize, 1, 4096);
    use("tower_size", shape.tasks.towerSize, 1, 4096);
}

} // namespace

void QualityShape::store(Manifest& manifest) const {
    auto& settings = manifest.settings;
    settings["reads_text"] = text;
    settings["wide_text"] = wide;
    settings["reads_attributes"] = atomic;
    settings["reads_image_text"] = imageText;
    settings["picture_size"] = imageTextNetwork.pictureSize;
    settings["reads_layout"] = style;
    settings["sharing"] = double(tasks.sharing);
    eachSize(*this, [&](const char* name, std::int64_t value, int, int) { settings[name] = double(value); });
}

Result<QualityShape> QualityShape::restore(const Manifest& manifest) {
    QualityShape shape;
    shape.text = manifest.setting("reads_text", 0) > 0;
    shape.wide = manifest.setting("wide_text", 0) > 0;
    shape.atomic = manifest.setting("reads_attributes", 0) > 0;
    shape.style = manifest.setting("reads_layout", 0) > 0;
    shape.imageText = manifest.setting("reads_image_text", 0) > 0;
    bool fits = shape.text || shape.atomic || shape.imageText || shape.style;
    const double pictureSize = manifest.setting("picture_size", 64);
    fits = fits && pictureSize >= 16 && pictureSize <= 256;
    shape.imageTextNetwork.pictureSize = fits ? int(pictureSize) : 64;
    eachSize(shape, [&](const char* name, std::int64_t& value, int least, int most) {
        const double stored = manifest.setting(name, -1);
        fits = fits && stored >= least && stored <= most;
        value = fits ? std::int64_t(stored) : value;
    });
    const double sharing = manifest.setting("sharing", -1);
    if (!fits || !(sharing >= 0 && sharing <= double(TaskSharing::Twins))) {
        return unusableModel(QStringLiteral("sizes"));
    }
    shape.tasks.sharing = TaskSharing(int(sharing));
    shape.imageTextNetwork.textSize = shape.textChannels.textSize;
    if (shape.imageTextNetwork.imageTextSize % ImageTextNetwork::heads != 0) {
        return unusableModel(QStringLiteral("image_text_size"));
    }
    return shape;
}

void QualityNetwork::addParameters(std::uint64_t seed) {
    Random random(seed);
    if (shape.text) {
        shape.textChannels.addParameters(parameters, random);
    }
    if (shape.atomic) {
        shape.atomicNetwork.addParameters(parameters, random);
    }
    if (shape.imageText) {
        shape.imageTextNetwork.addParameters(parameters, random);
    }
    if (shape.style) {
        shape.styleNetwork.addParameters(parameters, random);
    }
    shape.tasks.in = shape.features();
    makeTaskNetwork(shape.tasks)->addParameters(parameters, random);
    if (shape.text && shape.wide) {
        addLinear(parameters, wideText, fieldCount * shape.textChannels.textSize, shape.tasks.tasks, random);
    }
}

QualityNetwork::Features QualityNetwork::features(const QualityBatch& batch) const {
    Features result;
    std::vector<at::Tensor> parts;
    if (shape.text) {
        parts.push_back(shape.textChannels(parameters, batch.texts));
    }
    if (shape.atomic) {
        parts.push_back(shape.atomicNetwork(parameters, batch.categories, batch.numbers));
    }
    if (shape.imageText) {
        const ImageTextNetwork::Pass pass = shape.imageTextNetwork(parameters, batch.imageText);
        parts.push_back(pass.vector);
        result.sentences = pass.sentenceWeights;
        result.pictures = pass.pictureWeights;
    }
    if (shape.style) {
        const StyleNetwork::Pass pass = shape.styleNetwork(parameters, batch.layout);
        parts.push_back(pass.vector);
        result.layout = pass.attention;
    }
    result.vector = at::cat(parts, 1);
    return result;
}

at::Tensor QualityNetwork::logits(const QualityBatch& batch, const Hiding& hiding) const {
    const at::Tensor deep = makeTaskNetwork(shape.tasks)->logits(parameters, features(batch).vector, hiding);
    return shape.text && shape.wide ? deep + linear(parameters, wideText, at::cat(batch.texts, 1)) : deep;
}

} // namespace moderato::ml
