#include "core/ml/category/CategoryModel.h"

#include "core/ml/private/CategoryState.h"
#include "core/ml/private/Parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr std::size_t textsAtOnce = 256;

std::vector<float> unitLength(const at::Tensor& vector) {
    const at::Tensor unit = (vector / vector.norm().clamp_min(1e-12)).contiguous();
    const float* const values = unit.data_ptr<float>();
    return {values, values + unit.numel()};
}

} // namespace

int CategoryPrediction::best() const {
    return probabilities.empty()
               ? -1
               : int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

std::vector<std::pair<int, float>> CategoryPrediction::top(int k) const {
    std::vector<std::pair<int, float>> ranked;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        ranked.emplace_back(int(i), probabilities[i]);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    ranked.resize(std::min(ranked.size(), std::size_t(std::max(0, k))));
    return ranked;
}

CategoryModel::CategoryModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
CategoryModel::~CategoryModel() = default;

at::Tensor CategoryModel::State::scores(const SparseBatch& batch) const {
    const auto width = std::int64_t(bias.size());
    return table.sum(batch).add_(at::from_blob(const_cast<float*>(bias.data()), {1, width}, at::kFloat));
}

Result<std::shared_ptr<const CategoryModel>> CategoryModel::load(const QString& folder) {
    auto file = loadModelFile(folder, "category");
    if (!file) {
        return file.error();
    }
    auto state = std::make_unique<State>();
    auto encoder = restoreEncoder(*file, "text");
    auto table = restoreTable(*file, "weights");
    if (!encoder || !table) {
        return !encoder ? encoder.error() : table.error();
    }
    const Tensor* const bias = file->tensor("bias");
    const double temperature = file->manifest.setting("temperature", 1);
    if (!bias || bias->values<float>().size() != file->labels.size() ||
        table->columns != int(file->labels.size()) || table->rows != encoder->vocabulary().size() ||
        !(temperature > 1e-3 && temperature < 1e3)) {
        return unusableModel(QStringLiteral("sizes of labels, table and vocabulary differ"));
    }
    state->bias.assign(bias->values<float>().begin(), bias->values<float>().end());
    state->temperature = float(temperature);
    state->encoder = std::move(*encoder);
    state->table = std::move(*table);
    state->labels = std::move(file->labels);
    state->manifest = std::move(file->manifest);
    return std::make_shared<const CategoryModel>(std::move(state));
}

Status CategoryModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    file.manifest.settings["temperature"] = double(state_->temperature);
    file.labels = state_->labels;
    storeEncoder(state_->encoder, "text", file);
    storeTable(state_->table, "weights", file);
    file.tensors.push_back(
        makeTensor<float>("bias", {std::int64_t(state_->bias.size())}, std::span(state_->bias)));
    const std::string card =
        extras.card.empty() ? defaultCard(file.manifest, file.labels.size()) : extras.card;
    return saveModelFile(folder, std::move(file), card);
}

const std::vector<std::string>& CategoryModel::labels() const {
    return state_->labels;
}

int CategoryModel::indexOf(const std::string& label) const {
    const auto found = std::find(state_->labels.begin(), state_->labels.end(), label);
    return found == state_->labels.end() ? -1 : int(found - state_->labels.begin());
}

const Manifest& CategoryModel::manifest() const {
    return state_->manifest;
}

int CategoryModel::dimensions() const {
    return int(state_->labels.size());
}

std::vector<CategoryPrediction> CategoryModel::predict(std::span<const Text> texts) const {
    std::vector<CategoryPrediction> result;
    result.reserve(texts.size());
    for (std::size_t at = 0; at < texts.size(); at += textsAtOnce) {
        const auto part = texts.subspan(at, std::min(textsAtOnce, texts.size() - at));
        const at::Tensor probabilities =
            at::softmax(state_->scores(encodeBatch(state_->encoder, part)) / state_->temperature, 1)
                .contiguous();
        const float* const values = probabilities.data_ptr<float>();
        const std::size_t width = state_->labels.size();
        for (std::size_t i = 0; i < part.size(); ++i) {
            result.push_back({{values + i * width, values + (i + 1) * width}});
        }
    }
    return result;
}

std::vector<Evidence> CategoryModel::explain(const Text& text, int label, int maxSpans) const {
    if (label < 0 || label >= dimensions()) {
        return {};
    }
    // What speaks for this label rather than for the labels on average.
    return explainText(
        state_->encoder, text,
        [&](int row, float weight) {
            const std::vector<float> scores = state_->table.row(row);
            const float mean = std::accumulate(scores.begin(), scores.end(), 0.0f) / float(scores.size());
            return weight * (scores[std::size_t(label)] - mean);
        },
        maxSpans);
}

std::vector<float> CategoryModel::embed(const Text& text) const {
    return unitLength(state_->table.sum(encodeBatch(state_->encoder, std::span(&text, 1))));
}

} // namespace moderato::ml
