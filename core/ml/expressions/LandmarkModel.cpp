#include "core/ml/expressions/LandmarkModel.h"

#include "core/ml/private/FaceNetwork.h"
#include "core/ml/private/Parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr const char* task = "face_landmarks";
constexpr int vectorSize = 64;
constexpr auto outputs = std::int64_t(2 * faceLandmarkCount + 1); ///< Points, and whether there is a face.
constexpr auto patchPixels = std::size_t(landmarkPatchSize) * std::size_t(landmarkPatchSize);
constexpr FaceNetwork trunk{landmarkPatchSize, landmarkPatchSize, vectorSize};
constexpr float half = float(landmarkPatchSize) / 2;

QString tr(const char* text) {
    return QCoreApplication::translate("moderato::ml", text);
}

at::Tensor answers(const Parameters& parameters, const at::Tensor& pictures) {
    return applyLayer(parameters, "points", trunk(parameters, pictures));
}

void addParameters(Parameters& parameters, Random& random) {
    trunk.addParameters(parameters, random);
    addLayer(parameters, "points", vectorSize, outputs, random);
}

} // namespace

struct LandmarkModel::State {
    Parameters parameters;
    Manifest manifest;
};

LandmarkModel::LandmarkModel(std::unique_ptr<const State> state)
    : state_(std::move(state)) {}
LandmarkModel::~LandmarkModel() = default;

Result<std::shared_ptr<const LandmarkModel>> LandmarkModel::load(const QString& folder) try {
    auto file = loadModelFile(folder, task);
    if (!file) {
        return file.error();
    }
    auto state = std::make_unique<State>();
    Random random(0);
    addParameters(state->parameters, random);
    state->parameters = state->parameters.copy();
    if (Status restored = state->parameters.restore(*file); !restored) {
        return restored.error();
    }
    state->manifest = std::move(file->manifest);
    return std::make_shared<const LandmarkModel>(std::move(state));
} catch (const std::exception& problem) {
    return unusableModel(QString::fromUtf8(problem.what()));
}

Status LandmarkModel::save(const QString& folder, const ManifestExtras& extras) const {
    ModelFile file;
    file.manifest = state_->manifest;
    fillManifest(file.manifest, extras);
    state_->parameters.store(file);
    return saveModelFile(folder, std::move(file),
                         extras.card.empty() ? defaultCard(state_->manifest, 0) : extras.card);
}

const Manifest& LandmarkModel::manifest() const {
    return state_->manifest;
}

Result<LandmarkModel::Found> LandmarkModel::find(std::span<const std::uint8_t> patch) const {
    if (patch.size() != patchPixels) {
        return Error::invalid(
            tr("The picture of the face has another size than the models read: align it again."));
    }
    const at::NoGradGuard noGradients;
    at::Tensor picture = at::empty({1, 1, landmarkPatchSize, landmarkPatchSize});
    std::copy(patch.begin(), patch.end(), picture.data_ptr<float>());
    const at::Tensor answer = answers(state_->parameters, picture).contiguous();
    const float* const from = answer.data_ptr<float>();
    Found found;
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        found.points[i] = {half + half * from[2 * i], half + half * from[2 * i + 1]};
    }
    found.presence = 1 / (1 + std::exp(-from[2 * faceLandmarkCount]));
    return found;
}

Result<std::shared_ptr<const LandmarkModel>>
trainLandmarks(std::size_t examples, const std::function<LandmarkExample(std::size_t)>& draw,
               const LandmarkTrainingOptions& options, const JobContext& job,
               const std::function<void(const Round&)>& onRound) try {
    if (examples == 0 || options.rounds < 1 || options.batch < 1 || !(options.rate > 0)) {
        return Error::invalid(tr("There are no faces to learn from: give some."));
    }
    Random random(options.seed);
    Parameters parameters;
    addParameters(parameters, random);
    Adam adam(parameters.trained(), options.weightDecay);
    std::vector<std::size_t> order(examples);
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto batch = std::size_t(options.batch);
    const std::size_t steps = (examples + batch - 1) / batch, all = steps * std::size_t(options.rounds);
    std::size_t done = 0;
    for (int number = 1; number <= options.rounds; ++number) {
        const auto started = std::chrono::steady_clock::now();
        random.shuffle(std::span(order));
        Round round{.number = number, .loss = 0};
        for (std::size_t step = 0; step < steps; ++step, ++done) {
            if (job.isCancelled()) {
                return Error::cancelled();
            }
            const auto set = std::span(order).subspan(step * batch, std::min(batch, examples - step * batch));
            const auto items = std::int64_t(set.size());
            at::Tensor pictures = at::empty({items, 1, landmarkPatchSize, landmarkPatchSize});
            at::Tensor truth = at::zeros({items, outputs});
            for (std::size_t i = 0; i < set.size(); ++i) {
                const LandmarkExample example = draw(set[i]);
                if (example.patch.size() != patchPixels) {
                    return Error::invalid(tr("There are no faces to learn from: give some."));
                }
                std::copy(example.patch.begin(), example.patch.end(),
                          pictures.data_ptr<float>() + i * patchPixels);
                float* const to = truth.data_ptr<float>() + i * std::size_t(outputs);
                for (std::size_t k = 0; k < faceLandmarkCount; ++k) {
                    to[2 * k] = (example.points[k].x - half) / half;
                    to[2 * k + 1] = (example.points[k].y - half) / half;
                }
                to[2 * faceLandmarkCount] = example.isFace ? 1.f : 0.f;
            }
            const at::Tensor answer = answers(parameters, pictures);
            const at::Tensor isFace = truth.narrow(1, outputs - 1, 1);
            const at::Tensor off = (answer - truth).narrow(1, 0, outputs - 1) * isFace;
            const at::Tensor logit = answer.narrow(1, outputs - 1, 1);
            const at::Tensor doubt =
                at::clamp_min(logit, 0) - logit * isFace + at::log1p(at::exp(-logit.abs()));
            // Beyond a twentieth of the patch a point counts by its distance, below by the square of it.
            constexpr double bend = 0.05;
            const at::Tensor far = off.abs();
            const at::Tensor distance =
                at::where(far < bend, far.square() / (2 * bend), far - bend / 2).sum() /
                at::clamp_min(isFace.sum() * (outputs - 1), 1);
            constexpr double doubtShare = 0.05;
            const at::Tensor loss = distance + doubtShare * doubt.mean();
            loss.backward();
            const double share = double(done) / double(all);
            adam.step(options.rate * 0.5 * (1 + std::cos(std::numbers::pi * share)));
            round.loss += loss.item<double>() / double(steps);
            job.report(qint64(done + 1), qint64(all));
        }
        round.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        if (onRound) {
            onRound(round);
        }
    }
    auto state = std::make_unique<LandmarkModel::State>();
    state->parameters = parameters.copy();
    state->manifest.task = task;
    state->manifest.examples = examples;
    state->manifest.seed = options.seed;
    return std::make_shared<const LandmarkModel>(std::move(state));
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

} // namespace moderato::ml
