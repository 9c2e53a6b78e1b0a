#include "core/ml/topics/TopicModel.h"

#include "core/ml/private/Parts.h"
#include "core/ml/private/TopicState.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace moderato::ml {
namespace {

constexpr std::size_t textsAtOnce = 128;
constexpr double newTopicLength = 0.5;

} // namespace

TopicModel::TopicModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
TopicModel::~TopicModel() = default;

void TopicModel::State::finish() {
    matrix = TopicMatrix(topics.rows, topics.columns);
    for (int row = 0; row < topics.rows; ++row) {
        const std::vector<float> values = topics.row(row);
        std::copy(values.begin(), values.end(), matrix.row(row).begin());
    }
    topicVectors = at::from_blob(matrix.row(0).data(), {topics.rows, topics.columns},
                                 {std::int64_t(matrix.stride()), 1});
    if (cosine) {
        topicVectors.copy_(unitRows(topicVectors));
    }
}

at::Tensor TopicModel::State::nameVectors(std::span<const std::string> given) const {
    std::vector<Text> texts;
    for (const std::string& name : given) {
        texts.push_back({.title = name});
    }
    if (words) {
        return words->table.sum(encodeBatch(words->encoder, texts));
    }
    const at::Tensor vectors = content.sum(encodeBatch(encoder, texts));
    if (nameWeight > 0) {
        return vectors * nameWeight;
    }
    // Topics that know nothing of their names: a new one begins where its name as content is, as in training.
    const double length = topics.rows > 0 ? topicVectors.norm(2, {1}).mean().item<double>() : 1;
    return unitRows(vectors) * (length * newTopicLength);
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
    state->nameWeight = float(std::clamp(manifest.setting("name_weight", 0), 0.0, 100.0));
    state->sharpness = float(std::clamp(manifest.setting("sharpness", 1), 1e-6, 1e6));
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
    settings["name_weight"] = double(state_->nameWeight);
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

Result<std::shared_ptr<const TopicModel>> TopicModel::withTopics(std::span<const std::string> names) const {
    std::unordered_map<std::string, int> known;
    for (std::size_t i = 0; i < state_->names.size(); ++i) {
        known.emplace(state_->names[i], int(i));
    }
    std::unordered_set<std::string> given;
    std::vector<std::string> added;
    for (const std::string& name : names) {
        if (!given.insert(name).second) {
            return Error::invalid(
                QCoreApplication::translate("moderato::ml", "The topic “%1” is there twice.")
                    .arg(QString::fromStdString(name)));
        }
        if (!known.contains(name)) {
            added.push_back(name);
        }
    }
    if (names.empty()) {
        return Error::invalid(
            QCoreApplication::translate("moderato::ml", "A topic model needs a topic at least."));
    }
    auto state = std::make_unique<State>();
    state->encoder = state_->encoder;
    state->content = state_->content;
    state->words = state_->words;
    state->cosine = state_->cosine;
    state->nameWeight = state_->nameWeight;
    state->sharpness = state_->sharpness;
    state->slope = state_->slope;
    state->offset = state_->offset;
    state->manifest = state_->manifest;
    state->manifest.settings["topics"] = double(names.size());
    const at::Tensor vectors = state_->nameVectors(added).contiguous();
    const int size = dimensions();
    RowTable table(int(added.size()), size, 0);
    std::copy_n(vectors.data_ptr<float>(), vectors.numel(), table.row(0));
    const QuantizedTable fresh = table.quantize();
    QuantizedTable& topics = state->topics;
    topics.columns = size;
    for (int next = 0; const std::string& name : names) {
        const auto found = known.find(name);
        const QuantizedTable& from = found == known.end() ? fresh : state_->topics;
        const int row = found == known.end() ? next++ : found->second;
        const auto begin = from.values.begin() + std::ptrdiff_t(row) * size;
        topics.values.insert(topics.values.end(), begin, begin + size);
        topics.scales.push_back(from.scales[std::size_t(row)]);
        ++topics.rows;
    }
    state->names.assign(names.begin(), names.end());
    state->finish();
    return std::make_shared<const TopicModel>(std::move(state));
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
    for (std::size_t at = 0; at < texts.size(); at += textsAtOnce) {
        const auto part = texts.subspan(at, std::min(textsAtOnce, texts.size() - at));
        const at::Tensor contents = state_->contentVectors(encodeBatch(state_->encoder, part)).contiguous();
        const std::span<const float> queries(contents.data_ptr<float>(), std::size_t(contents.numel()));
        for (const Ranking& ranking : state_->matrix.best(queries, k, state_->sharpness)) {
            std::vector<TopicScore>& scores = result.emplace_back();
            for (const auto& [topic, relevancy] : ranking.rows) {
                if (relevancy < threshold) {
                    break;
                }
                const double logShare = double(relevancy * state_->sharpness) - ranking.logSum;
                const double odds = double(state_->slope) * logShare + double(state_->offset);
                scores.push_back({topic, relevancy, float(1 / (1 + std::exp(-odds)))});
            }
        }
    }
    return result;
}

std::vector<float> TopicModel::relevancies(const Text& text) const {
    const at::Tensor content =
        state_->contentVectors(encodeBatch(state_->encoder, std::span(&text, 1))).contiguous();
    return state_->matrix.relevancies({content.data_ptr<float>(), std::size_t(content.numel())});
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
