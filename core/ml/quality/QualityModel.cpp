#include "core/ml/quality/QualityModel.h"

#include "core/ml/private/Parts.h"
#include "core/ml/private/QualityState.h"

#include <algorithm>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr std::size_t itemsAtOnce = 1024;
const std::string taskLabel = "task:", numberLabel = "number:", categoryLabel = "category:",
                  valueLabel = "value:";

std::string slopeKey(std::size_t task) {
    return "slope" + std::to_string(task);
}
std::string offsetKey(std::size_t task) {
    return "offset" + std::to_string(task);
}

std::string partName(std::size_t part) {
    return "part" + std::to_string(part) + ".";
}

/// The schema and the attributes' values as lines in a fixed order, and back.
std::vector<std::string> labelsOf(const QualityModel::State& state) {
    std::vector<std::string> labels;
    for (const std::string& task : state.schema.tasks) {
        labels.push_back(taskLabel + task);
    }
    for (const std::string& number : state.schema.numbers) {
        labels.push_back(numberLabel + number);
    }
    for (std::size_t i = 0; i < state.schema.categories.size(); ++i) {
        labels.push_back(categoryLabel + state.schema.categories[i]);
        for (const std::string& value : state.values.values()[i]) {
            labels.push_back(valueLabel + value);
        }
    }
    return labels;
}

Status readLabels(const std::vector<std::string>& labels, QualityModel::State& state) {
    std::vector<std::vector<std::string>> values;
    const auto take = [](const std::string& label, const std::string& kind, std::vector<std::string>& to) {
        if (!label.starts_with(kind)) {
            return false;
        }
        to.push_back(label.substr(kind.size()));
        return true;
    };
    for (const std::string& label : labels) {
        if (take(label, taskLabel, state.schema.tasks) || take(label, numberLabel, state.schema.numbers) ||
            (!values.empty() && take(label, valueLabel, values.back()))) {
            continue;
        }
        if (!take(label, categoryLabel, state.schema.categories)) {
            return unusableModel(QStringLiteral("labels"));
        }
        values.emplace_back();
    }
    state.values = AttributeValues(std::move(values));
    return state.schema.tasks.empty() ? Status(unusableModel(QStringLiteral("no tasks"))) : Status();
}

Result<QualityPart> readPart(const ModelFile& file, const QualityShape& shape, std::size_t number,
                             std::vector<int> tasks) {
    QualityPart part;
    part.network.shape = shape;
    part.network.shape.tasks.tasks = std::int64_t(tasks.size());
    part.network.addParameters(0);
    part.network.parameters = part.network.parameters.copy();
    part.tasks = std::move(tasks);
    if (Status restored = part.network.parameters.restore(file, {}, partName(number)); !restored) {
        return restored.error();
    }
    if (shape.readsWords()) {
        auto words = restoreTable(file, partName(number) + "words");
        if (!words) {
            return words.error();
        }
        part.words = std::move(*words);
    }
    return part;
}

} // namespace

QualityBatch batchFor(const QualityPart& part, const QualityData& data, std::span<const int> rows) {
    QualityBatch batch = data.batch(part.network.shape, rows, 0, nullptr);
    if (part.network.shape.imageText) {
        batch.imageText.words = part.words.sum(data.words(rows));
    }
    for (int channel = 0; part.network.shape.text && channel < fieldCount; ++channel) {
        batch.texts[std::size_t(channel)] = part.words.sum(data.texts(channel, rows, 0, nullptr));
    }
    return batch;
}

QualityModel::QualityModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
QualityModel::~QualityModel() = default;

Result<std::shared_ptr<const QualityModel>> QualityModel::load(const QString& folder) try {
    auto file = loadModelFile(folder, "quality");
    if (!file) {
        return file.error();
    }
    auto state = std::make_unique<State>();
    if (Status read = readLabels(file->labels, *state); !read) {
        return read.error();
    }
    auto shape = QualityShape::restore(file->manifest);
    if (!shape) {
        return shape.error();
    }
    shape->atomicNetwork.values = state->values.counts();
    if (shape->atomic && shape->atomicNetwork.numbers != std::int64_t(state->schema.numbers.size())) {
        return unusableModel(QStringLiteral("numbers"));
    }
    if (shape->readsWords()) {
        auto encoder = restoreEncoder(*file, "text");
        if (!encoder) {
            return encoder.error();
        }
        state->encoder = std::move(*encoder);
    }
    std::vector<int> tasks(state->schema.tasks.size());
    std::iota(tasks.begin(), tasks.end(), 0);
    const bool twins = shape->tasks.sharing == TaskSharing::Twins;
    for (std::size_t number = 0; number < (twins ? tasks.size() : 1); ++number) {
        auto part = readPart(*file, *shape, number, twins ? std::vector{tasks[number]} : tasks);
        if (!part) {
            return part.error();
        }
        if (shape->readsWords() && (part->words.rows != state->encoder.vocabulary().size() ||
                                    part->words.columns != shape->textChannels.textSize)) {
            return unusableModel(QStringLiteral("sizes of table and vocabulary differ"));
        }
        state->parts.push_back(std::move(*part));
    }
    state->manifest = std::move(file->manifest);
    for (std::size_t task = 0; task < tasks.size(); ++task) { // Earlier models are not calibrated.
        state->calibration.push_back(
            {state->manifest.setting(slopeKey(task), 1), state->manifest.setting(offsetKey(task), 0)});
    }
    return std::make_shared<const QualityModel>(std::move(state));
} catch (const std::exception& problem) {
    return unusableModel(QString::fromUtf8(problem.what()));
}

Status QualityModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    state_->parts.front().network.shape.store(file.manifest);
    for (std::size_t task = 0; task < state_->calibration.size(); ++task) {
        file.manifest.settings[slopeKey(task)] = state_->calibration[task].slope;
        file.manifest.settings[offsetKey(task)] = state_->calibration[task].offset;
    }
    file.labels = labelsOf(*state_);
    for (std::size_t number = 0; number < state_->parts.size(); ++number) {
        const QualityPart& part = state_->parts[number];
        part.network.parameters.store(file, partName(number));
        if (part.network.shape.readsWords()) {
            storeTable(part.words, partName(number) + "words", file);
        }
    }
    if (state_->parts.front().network.shape.readsWords()) {
        storeEncoder(state_->encoder, "text", file);
    }
    const std::string card =
        extras.card.empty() ? defaultCard(file.manifest, state_->schema.tasks.size()) : extras.card;
    return saveModelFile(folder, std::move(file), card);
}

const Manifest& QualityModel::manifest() const {
    return state_->manifest;
}
const QualitySchema& QualityModel::schema() const {
    return state_->schema;
}
TaskSharing QualityModel::sharing() const {
    return state_->parts.front().network.shape.tasks.sharing;
}

QualityParts QualityModel::reads() const {
    const QualityShape& shape = state_->parts.front().network.shape;
    return {shape.text, shape.atomic, shape.imageText, shape.style};
}

std::vector<std::vector<float>> QualityModel::predict(std::span<const QualityItem> items) const {
    const at::NoGradGuard noGradients;
    std::vector<std::vector<float>> result(items.size(), std::vector<float>(schema().tasks.size()));
    for (std::size_t at = 0; at < items.size(); at += itemsAtOnce) {
        std::vector<const QualityItem*> some;
        for (std::size_t i = at; i < std::min(items.size(), at + itemsAtOnce); ++i) {
            some.push_back(&items[i]);
        }
        std::vector<int> rows(some.size());
        std::iota(rows.begin(), rows.end(), 0);
        const QualityData data(state_->parts.front().network.shape, state_->values, state_->encoder, some);
        for (const QualityPart& part : state_->parts) {
            const at::Tensor logits = part.network.logits(batchFor(part, data, rows)).contiguous();
            const float* from = logits.data_ptr<float>();
            for (std::size_t i = 0; i < some.size(); ++i) {
                for (const int task : part.tasks) {
                    result[at + i][std::size_t(task)] =
                        float(state_->calibration[std::size_t(task)](double(*from++)));
                }
            }
        }
    }
    return result;
}

std::vector<QualityEvidence> QualityModel::evidence(const QualityItem& item) const {
    const at::NoGradGuard noGradients;
    const QualityItem* const one = &item;
    const int row = 0;
    const QualityData data(state_->parts.front().network.shape, state_->values, state_->encoder,
                           std::span(&one, 1));
    const auto weights = [](const at::Tensor& tensor, std::size_t count) {
        std::vector<float> result;
        for (std::size_t i = 0; tensor.defined() && i < std::min(count, std::size_t(tensor.size(1))); ++i) {
            result.push_back(tensor[0][std::int64_t(i)].item<float>());
        }
        return result;
    };
    std::vector<QualityEvidence> result(schema().tasks.size());
    for (const QualityPart& part : state_->parts) {
        const auto features = part.network.features(batchFor(part, data, std::span(&row, 1)));
        const std::size_t pictures = item.pictures.fits() ? std::size_t(item.pictures.places) : 0;
        for (const int task : part.tasks) {
            result[std::size_t(task)] = {weights(features.sentences, item.sentences.size()),
                                         weights(features.pictures, pictures),
                                         weights(features.layout, item.layout.size())};
        }
    }
    return result;
}

} // namespace moderato::ml
