#include "core/ml/tags/TagModel.h"

#include "core/ml/private/Parts.h"
#include "core/ml/private/TagState.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr std::size_t itemsAtOnce = 16;

Error nothingToRead() {
    return Error::invalid(QCoreApplication::translate(
        "moderato::ml",
        "The model finds nothing to read here: the item has no words that it knows, no pictures "
        "and no sound."));
}

} // namespace

TagLibrary::TagLibrary(std::vector<std::string> names, std::shared_ptr<const Vectors> vectors)
    : names_(std::move(names))
    , vectors_(std::move(vectors)) {}
TagLibrary::~TagLibrary() = default;

TagModel::TagModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
TagModel::~TagModel() = default;

at::Tensor TagModel::State::tagVectors(std::span<const std::string> names) const {
    const at::NoGradGuard noGradients;
    std::vector<Text> texts;
    for (const std::string& name : names) {
        texts.push_back(asText(name));
    }
    at::Tensor offsets;
    if (network.shape.tagOffsets) {
        offsets = at::zeros({std::int64_t(names.size()), network.shape.dimensions});
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const auto known = trainedIndex.find(names[i]); known != trainedIndex.end()) {
                offsets[std::int64_t(i)].copy_(network.parameters["tags.offset"][known->second]);
            }
        }
    }
    return network.tags(words.sum(encodeBatch(encoder, texts)), offsets);
}

void TagModel::State::finish(std::vector<std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        trainedIndex.emplace(names[i], std::int64_t(i));
    }
    auto vectors = std::make_shared<TagLibrary::Vectors>();
    vectors->values = tagVectors(names);
    trained = std::make_shared<const TagLibrary>(std::move(names), std::move(vectors));
}

Result<std::shared_ptr<const TagModel>> TagModel::load(const QString& folder) try {
    auto file = loadModelFile(folder, "tags");
    if (!file) {
        return file.error();
    }
    const auto shape = TagShape::restore(file->manifest);
    auto encoder = restoreEncoder(*file, "text");
    auto words = restoreTable(*file, "words");
    if (!shape || !encoder || !words) {
        return !shape ? shape.error() : !encoder ? encoder.error() : words.error();
    }
    if (words->rows != encoder->vocabulary().size() || words->columns != shape->dimensions) {
        return unusableModel(QStringLiteral("sizes of table and vocabulary differ"));
    }
    auto state = std::make_unique<State>();
    state->network.shape = *shape;
    state->network.addParameters(std::int64_t(file->labels.size()), 0);
    state->network.parameters = state->network.parameters.copy();
    if (Status restored = state->network.parameters.restore(*file); !restored) {
        return restored.error();
    }
    state->encoder = std::move(*encoder);
    state->words = std::move(*words);
    state->manifest = std::move(file->manifest);
    state->slope = float(state->manifest.setting("slope", 1));
    state->offset = float(state->manifest.setting("offset", 0));
    state->finish(std::move(file->labels));
    return std::make_shared<const TagModel>(std::move(state));
} catch (const std::exception& problem) {
    return unusableModel(QString::fromUtf8(problem.what()));
}

Status TagModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    state_->network.shape.store(file.manifest);
    file.manifest.settings["slope"] = double(state_->slope);
    file.manifest.settings["offset"] = double(state_->offset);
    file.labels = state_->trained->names();
    storeEncoder(state_->encoder, "text", file);
    storeTable(state_->words, "words", file);
    state_->network.parameters.store(file);
    const std::string card =
        extras.card.empty() ? defaultCard(file.manifest, file.labels.size()) : extras.card;
    return saveModelFile(folder, std::move(file), card);
}

const Manifest& TagModel::manifest() const {
    return state_->manifest;
}
int TagModel::dimensions() const {
    return state_->network.shape.dimensions;
}
int TagModel::pictureSize() const {
    return state_->network.shape.pictureSize;
}
int TagModel::segments() const {
    return state_->network.shape.segments;
}
int TagModel::parts() const {
    return state_->network.shape.parts;
}
const std::shared_ptr<const TagLibrary>& TagModel::trained() const {
    return state_->trained;
}

std::shared_ptr<const TagLibrary> TagModel::library(std::vector<std::string> names,
                                                    const TagLibrary* known) const {
    std::unordered_map<std::string, std::int64_t> knownAt;
    for (std::size_t i = 0; known && i < known->names().size(); ++i) {
        knownAt.emplace(known->names()[i], std::int64_t(i));
    }
    auto vectors = std::make_shared<TagLibrary::Vectors>();
    vectors->values = at::empty({std::int64_t(names.size()), dimensions()});
    std::vector<std::string> added;
    std::vector<std::int64_t> addedAt;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (const auto found = knownAt.find(names[i]); found != knownAt.end()) {
            vectors->values[std::int64_t(i)].copy_(known->vectors().values[found->second]);
        } else {
            added.push_back(names[i]);
            addedAt.push_back(std::int64_t(i));
        }
    }
    if (!added.empty()) {
        vectors->values.index_copy_(0, indexTensor(addedAt), state_->tagVectors(added));
    }
    return std::make_shared<const TagLibrary>(std::move(names), std::move(vectors));
}

namespace {

/// Items that the model can read, as one batch; `errors` says why the others cannot.
struct ReadItems {
    TagBatch batch;
    std::vector<std::size_t> which;
};

ReadItems readItems(const TagModel::State& state, std::span<const TagItem> items) {
    const TagShape& shape = state.network.shape;
    const SoundNetwork sound = shape.sound();
    ReadItems read;
    std::vector<Text> texts;
    std::vector<Present> present;
    std::vector<const Pictures*> pictures;
    std::vector<std::vector<float>> sounds;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const TagItem& item = items[i];
        const bool words =
            shape.reads(Modality::Text) && !encodeBatch(state.encoder, std::span(&item.text, 1)).rows.empty();
        const bool seen = shape.reads(Modality::Pictures) && item.pictures.fits();
        const bool heard = shape.reads(Modality::Sound) && item.sound.fits() &&
                           item.sound.coefficients == shape.coefficients;
        if (!words && !seen && !heard) {
            continue;
        }
        const auto row = std::int64_t(read.which.size());
        read.which.push_back(i);
        texts.push_back(words ? item.text : Text{});
        present.push_back({words, seen, heard});
        if (seen) {
            pictures.push_back(&item.pictures);
            read.batch.withPictures.push_back(row);
        }
        if (heard) {
            sounds.push_back(sound.prepare(item.sound));
            read.batch.withSound.push_back(row);
        }
    }
    read.batch.present = at::zeros({std::int64_t(present.size()), modalityCount}, at::kBool);
    for (std::size_t i = 0; i < present.size(); ++i) {
        std::copy(present[i].begin(), present[i].end(),
                  read.batch.present.data_ptr<bool>() + i * modalityCount);
    }
    read.batch.text = state.words.sum(encodeBatch(state.encoder, texts));
    read.batch.pictures = picturesOf(shape, pictures, nullptr, false);
    read.batch.sound = sound.batch(sounds);
    return read;
}

std::vector<TagScore> nearest(const float* distances, const TagModel::State& state, int count, int k,
                              float within) {
    std::vector<TagScore> scores;
    double rest = 0;
    const float* const best = std::min_element(distances, distances + count);
    for (int i = 0; i < count; ++i) {
        rest += std::exp(double(*best - distances[i]) / double(state.network.shape.temperature));
        scores.push_back({i, distances[i], 0});
    }
    const auto kept = scores.begin() + std::min<std::ptrdiff_t>(std::max(0, k), count);
    std::partial_sort(scores.begin(), kept, scores.end(), [](const TagScore& a, const TagScore& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.tag < b.tag;
    });
    scores.erase(kept, scores.end());
    std::erase_if(scores, [within](const TagScore& score) { return score.distance > within; });
    for (TagScore& score : scores) {
        const double logShare =
            double(*best - score.distance) / double(state.network.shape.temperature) - std::log(rest);
        score.probability =
            float(1 / (1 + std::exp(-(double(state.slope) * logShare + double(state.offset)))));
    }
    return scores;
}

} // namespace

std::vector<Result<TagPrediction>> TagModel::predict(std::span<const TagItem> items,
                                                     const TagLibrary& library, int k, float within) const {
    const at::NoGradGuard noGradients;
    std::vector<Result<TagPrediction>> result(items.size(), nothingToRead());
    const int count = int(library.names().size());
    for (std::size_t at = 0; at < items.size(); at += itemsAtOnce) {
        const ReadItems read =
            readItems(*state_, items.subspan(at, std::min(itemsAtOnce, items.size() - at)));
        if (read.which.empty()) {
            continue;
        }
        const TagNetwork::Pass pass = state_->network.forward(read.batch);
        const at::Tensor weights = pass.weights.contiguous();
        const at::Tensor distances =
            state_->network.distances(pass.vector, library.vectors().values).contiguous();
        for (std::size_t row = 0; row < read.which.size(); ++row) {
            TagPrediction prediction;
            const float* const from = weights.data_ptr<float>() + row * modalityCount;
            std::copy(from, from + modalityCount, prediction.weights.begin());
            if (count > 0) {
                prediction.tags = nearest(distances.data_ptr<float>() + row * std::size_t(count), *state_,
                                          count, k, within);
            }
            result[at + read.which[row]] = std::move(prediction);
        }
    }
    return result;
}

Result<std::vector<float>> TagModel::embed(const TagItem& item) const {
    const at::NoGradGuard noGradients;
    const ReadItems read = readItems(*state_, std::span(&item, 1));
    if (read.which.empty()) {
        return nothingToRead();
    }
    const at::Tensor vector = state_->network.forward(read.batch).vector.contiguous();
    return std::vector<float>(vector.data_ptr<float>(), vector.data_ptr<float>() + vector.numel());
}

std::vector<float> TagModel::embedTag(const std::string& name) const {
    const at::Tensor vector = state_->tagVectors(std::span(&name, 1)).contiguous();
    return {vector.data_ptr<float>(), vector.data_ptr<float>() + vector.numel()};
}

} // namespace moderato::ml
