#include "core/ml/expressions/ExpressionModel.h"

#include "core/ml/private/ExpressionState.h"
#include "core/ml/private/Parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr const char* task = "expressions";
constexpr float usualThreshold = 0.5f;
constexpr std::size_t facesAtOnce = 64;

QString tr(const char* text) {
    return QCoreApplication::translate("moderato::ml", text);
}

Error wrongSize() {
    return Error::invalid(
        tr("The picture of the face has another size than the models read: align it again."));
}

std::vector<const AlignedFace*> pointers(std::span<const AlignedFace> faces) {
    std::vector<const AlignedFace*> result;
    for (const AlignedFace& face : faces) {
        result.push_back(&face);
    }
    return result;
}

bool allFit(std::span<const AlignedFace> faces) {
    return std::all_of(faces.begin(), faces.end(), [](const AlignedFace& face) { return face.fits(); });
}

bool areThresholds(std::span<const float> thresholds) {
    return std::all_of(thresholds.begin(), thresholds.end(), [](float one) { return one >= 0 && one <= 1; });
}

void storeSettings(const ExpressionModel::State& state, Manifest& manifest) {
    const FacePart& part = state.network.part;
    manifest.settings["part_left"] = part.left;
    manifest.settings["part_top"] = part.top;
    manifest.settings["part_width"] = part.width;
    manifest.settings["part_height"] = part.height;
    manifest.settings["part_step"] = part.step;
    for (std::size_t i = 0; i < state.features.size(); ++i) {
        manifest.settings["threshold." + state.features[i]] = double(state.thresholds[i]);
    }
}

Status restoreSettings(const Manifest& manifest, ExpressionModel::State& state) {
    const auto whole = [&manifest](const char* key) {
        const double value = manifest.setting(key, -1);
        return value >= 0 && value <= alignedFaceSize ? int(value) : -1;
    };
    state.network.part = {whole("part_left"), whole("part_top"), whole("part_width"), whole("part_height"),
                          whole("part_step")};
    if (!state.network.part.fits() || state.features.empty()) {
        return unusableModel(QStringLiteral("part of the face or features"));
    }
    for (const std::string& feature : state.features) {
        state.thresholds.push_back(float(manifest.setting("threshold." + feature, double(usualThreshold))));
    }
    return areThresholds(state.thresholds) ? Status() : unusableModel(QStringLiteral("thresholds"));
}

} // namespace

bool FacePart::fits() const {
    const bool isWhole = step > 0 && width % step == 0 && height % step == 0;
    return left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= alignedFaceSize &&
           top + height <= alignedFaceSize && isWhole;
}

void ExpressionNetwork::addParameters(Random& random) {
    trunk().addParameters(parameters, random);
    addLayer(parameters, "joint", 3 * vectorSize, jointSize, random);
    addLayer(parameters, "head", jointSize, outputs, random);
}

at::Tensor ExpressionNetwork::logits(const at::Tensor& vectors, const at::Tensor& neutral,
                                     const at::Tensor& known) const {
    const at::Tensor none = at::zeros_like(vectors);
    const at::Tensor resting = neutral.defined() ? (known * neutral).expand_as(vectors) : none;
    const at::Tensor change = neutral.defined() ? known * (vectors - neutral) : none;
    const at::Tensor joint =
        at::relu(applyLayer(parameters, "joint", at::cat({vectors, resting, change}, 1)));
    return applyLayer(parameters, "head", joint);
}

at::Tensor partsOf(std::span<const AlignedFace* const> faces, const FacePart& part) {
    const int rows = part.height / part.step, columns = part.width / part.step;
    at::Tensor pictures = at::empty({std::int64_t(faces.size()), 1, rows, columns});
    float* to = pictures.data_ptr<float>();
    for (const AlignedFace* const face : faces) {
        for (int y = 0; y < rows; ++y) {
            for (int x = 0; x < columns; ++x) {
                int sum = 0;
                for (int dy = 0; dy < part.step; ++dy) {
                    const int row = part.top + y * part.step + dy;
                    const std::uint8_t* const line =
                        face->pixels.data() + row * alignedFaceSize + part.left + x * part.step;
                    sum = std::accumulate(line, line + part.step, sum);
                }
                *to++ = float(sum) / float(part.step * part.step);
            }
        }
    }
    return pictures;
}

ExpressionModel::ExpressionModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
ExpressionModel::~ExpressionModel() = default;

Result<std::shared_ptr<const ExpressionModel>> ExpressionModel::load(const QString& folder) try {
    auto file = loadModelFile(folder, task);
    if (!file) {
        return file.error();
    }
    auto state = std::make_unique<State>();
    state->features = file->labels;
    if (Status restored = restoreSettings(file->manifest, *state); !restored) {
        return restored.error();
    }
    state->network.outputs = std::int64_t(state->features.size());
    Random random(0);
    state->network.addParameters(random);
    state->network.parameters = state->network.parameters.copy();
    if (Status restored = state->network.parameters.restore(*file); !restored) {
        return restored.error();
    }
    state->manifest = std::move(file->manifest);
    return std::make_shared<const ExpressionModel>(std::move(state));
} catch (const std::exception& problem) {
    return unusableModel(QString::fromUtf8(problem.what()));
}

Status ExpressionModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    file.manifest.name = state_->manifest.name;
    storeSettings(*state_, file.manifest);
    file.labels = state_->features;
    state_->network.parameters.store(file);
    const std::string card =
        extras.card.empty() ? defaultCard(file.manifest, file.labels.size()) : extras.card;
    return saveModelFile(folder, std::move(file), card);
}

const Manifest& ExpressionModel::manifest() const {
    return state_->manifest;
}
const std::vector<std::string>& ExpressionModel::features() const {
    return state_->features;
}
const FacePart& ExpressionModel::part() const {
    return state_->network.part;
}
const std::vector<float>& ExpressionModel::thresholds() const {
    return state_->thresholds;
}

Result<std::shared_ptr<const ExpressionModel>>
ExpressionModel::withThresholds(std::span<const float> thresholds) const {
    if (thresholds.size() != state_->features.size() || !areThresholds(thresholds)) {
        return Error::invalid(tr("A threshold is a number from 0 to 1: give one for each feature."));
    }
    auto state = std::make_unique<State>(*state_);
    state->thresholds.assign(thresholds.begin(), thresholds.end());
    return std::make_shared<const ExpressionModel>(std::move(state));
}

Result<std::vector<std::vector<float>>> ExpressionModel::predict(std::span<const AlignedFace> faces,
                                                                 const NeutralFace& neutral) const {
    const at::NoGradGuard noGradients;
    const bool known = !neutral.vector.empty();
    if (!allFit(faces) || (known && neutral.vector.size() != std::size_t(ExpressionNetwork::vectorSize))) {
        return wrongSize();
    }
    at::Tensor rest;
    if (known) {
        rest = at::empty({1, ExpressionNetwork::vectorSize});
        std::copy(neutral.vector.begin(), neutral.vector.end(), rest.data_ptr<float>());
    }
    std::vector<std::vector<float>> result;
    const std::vector<const AlignedFace*> all = pointers(faces);
    for (std::size_t at = 0; at < all.size(); at += facesAtOnce) {
        const auto some = std::span(all).subspan(at, std::min(facesAtOnce, all.size() - at));
        const at::Tensor vectors = state_->network.vectors(partsOf(some, part()));
        const at::Tensor shares =
            at::sigmoid(state_->network.logits(vectors, rest, at::ones({1, 1}))).contiguous();
        for (std::size_t row = 0; row < some.size(); ++row) {
            const float* const from = shares.data_ptr<float>() + row * features().size();
            result.emplace_back(from, from + features().size());
        }
    }
    return result;
}

Result<NeutralFace> ExpressionModel::neutral(std::span<const AlignedFace> faces) const {
    const at::NoGradGuard noGradients;
    if (faces.empty() || !allFit(faces)) {
        return wrongSize();
    }
    const at::Tensor mean = state_->network.vectors(partsOf(pointers(faces), part())).mean(0).contiguous();
    return NeutralFace{{mean.data_ptr<float>(), mean.data_ptr<float>() + mean.numel()}};
}

} // namespace moderato::ml
