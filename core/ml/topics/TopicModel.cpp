#include "core/ml/topics/TopicModel.h"

#include "core/ml/private/Parts.h"
#include "core/ml/private/TopicState.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr std::size_t textsAtOnce = 128;

} // namespace

TopicModel::TopicModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
TopicModel::~TopicModel() = default;

void TopicModel::State::finish() {
    topicVectors = at::zeros({topics.rows, topics.columns});
    float* to = topicVectors.data_ptr<float>();
    for (int row = 0; row < topics.rows; ++row) {
        const std::vector<float> values = topics.row(row);
        to = std::copy(values.begin(), values.end(), to);
    }
    if (cosine) {
        topicVectors = unitRows(topicVectors);
    }
}

at::Tensor TopicModel::State::contentVectors(const SparseBatch& batch) const {
    const at::Tensor vectors = content.sum(batch);
    return cosine ? unitRows(vectors) : vectors;
}

at::Tensor TopicModel::State::relevancies(const SparseBatch& batch) const {
    return at::mm(contentVectors(batch), topicVectors.t());
}

Result<std::shared_ptr<const TopicModel>> TopicModel::load(const QString& folder) {
    auto file = loadModelFile(folder, "topics");
    if (!file) {
        return file.error();
    }
    auto encoder = restoreEncoder(*file, "text");
    auto content = restoreTable(*file, "content");
    auto topics = restoreTable(*file, "topics");
    if (!encoder || !content || !topics) {
        return !encoder ? encoder.error() : !content ? content.error() : topics.error();
    }
    auto state = std::make_unique<State>();
    const Manifest& manifest = file->manifest;
    state->cosine = manifest.setting("cosine", 0) != 0;
    state->sharpness = float(manifest.setting("sharpness", 1));
    state->slope = float(manifest.setting("slope", 1));
    state->offset = float(manifest.setting("offset", 0));
    if (content->rows != encoder->vocabulary().size() || content->columns != topics->columns ||
        topics->rows != int(file->labels.size())) {
        return unusableModel(QStringLiteral("sizes of topics, tables and vocabulary differ"));
    }
    if (file->tensor("words.values")) {
        auto words = restoreEncoder(*file, "name");
        auto table = restoreTable(*file, "words");
        if (!words || !table || table->rows != words->vocabulary().size() ||
            table->columns != topics->columns) {
            return unusableModel(QStringLiteral("topic words"));
        }
        state->words = State::TopicWords{std::move(*words), std::move(*table)};
    }
    state->encoder = std::move(*encoder);
    state->content = std::move(*content);
    state->topics = std::move(*topics);
    state->names = std::move(file->labels);
    state->manifest = std::move(file->manifest);
    state->finish();
    return std::make_shared<const TopicModel>(std::move(state));
}

Status TopicModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    auto& settings = file.manifest.settings;
    settings["cosine"] = state_->cosine;
    settings["sharpness"] = double(state_->sharpness);
    settings["slope"] = double(state_->slope);
    settings["offset"] = double(state_->offset);
    file.labels = state_->names;
    storeEncoder(state_->encoder, "text", file);
    storeTable(state_->content, "content", file);
    storeTable(state_->topics, "topics", file);
    if (state_->words) {
        storeEncoder(state_->words->encoder, "name", file);
        storeTable(state_->words->table, "words", file);
    }
    const std::string card =
        extras.card.empty() ? defaultCard(file.manifest, file.labels.size()) : extras.card;
    return saveModelFile(folder, std::move(file), card);
}

const std::vector<std::string>& TopicModel::topics() const {
    return state_->names;
}

int TopicModel::indexOf(const std::string& topic) const {
    const auto found = std::find(state_->names.begin(), state_->names.end(), topic);
    return found == state_->names.end() ? -1 : int(found - state_->names.begin());
}

const Manifest& TopicModel::manifest() const {
    return state_->manifest;
}

int TopicModel::dimensions() const {
    return state_->topics.columns;
}

std::vector<std::vector<TopicScore>> TopicModel::predict(std::span<const Text> texts, int k,
                                                         float threshold) const {
    std::vector<std::vector<TopicScore>> result;
    const auto count = std::min<std::int64_t>(std::max(0, k), std::int64_t(state_->names.size()));
    for (std::size_t at = 0; at < texts.size(); at += textsAtOnce) {
        const auto part = texts.subspan(at, std::min(textsAtOnce, texts.size() - at));
        const at::Tensor relevancies = state_->relevancies(encodeBatch(state_->encoder, part));
        const at::Tensor rest = at::logsumexp(relevancies * state_->sharpness, {1}).contiguous();
        const auto [values, indices] = relevancies.topk(count, 1);
        const float* const value = values.data_ptr<float>();
        const std::int64_t* const index = indices.data_ptr<std::int64_t>();
        for (std::int64_t i = 0; i < std::int64_t(part.size()); ++i) {
            std::vector<TopicScore> scores;
            for (std::int64_t j = i * count; j < (i + 1) * count && value[j] >= threshold; ++j) {
                const float logShare = value[j] * state_->sharpness - rest.data_ptr<float>()[i];
                const float probability = 1 / (1 + std::exp(-(state_->slope * logShare + state_->offset)));
                scores.push_back({int(index[j]), value[j], probability});
            }
            result.push_back(std::move(scores));
        }
    }
    return result;
}

std::vector<float> TopicModel::relevancies(const Text& text) const {
    const at::Tensor row =
        state_->relevancies(encodeBatch(state_->encoder, std::span(&text, 1))).contiguous();
    return {row.data_ptr<float>(), row.data_ptr<float>() + row.numel()};
}

std::vector<Evidence> TopicModel::explain(const Text& text, int topic, int maxSpans) const {
    if (topic < 0 || topic >= int(state_->names.size())) {
        return {};
    }
    // What speaks for this topic rather than for the topics on average.
    const at::Tensor direction = (state_->topicVectors[topic] - state_->topicVectors.mean(0)).contiguous();
    const float* const towards = direction.data_ptr<float>();
    return explainText(
        state_->encoder, text,
        [&](int row, float weight) {
            const std::vector<float> vector = state_->content.row(row);
            return weight * std::inner_product(vector.begin(), vector.end(), towards, 0.0f);
        },
        maxSpans);
}

std::vector<float> TopicModel::embed(const Text& text) const {
    const at::Tensor unit =
        unitRows(state_->content.sum(encodeBatch(state_->encoder, std::span(&text, 1)))).contiguous();
    return {unit.data_ptr<float>(), unit.data_ptr<float>() + unit.numel()};
}

} // namespace moderato::ml
