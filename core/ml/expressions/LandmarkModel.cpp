#include "core/ml/expressions/LandmarkModel.h"

#include "core/ml/private/FaceNetwork.h"
#include "core/ml/private/Parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>

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

namespace {

class Training {
public:
    using Draw = std::function<LandmarkExample(std::size_t)>;

    Training(std::size_t examples, const Draw& draw, const LandmarkTrainingOptions& options)
        : draw_(draw)
        , options_(options)
        , random_(options.seed)
        , order_(examples) {
        addParameters(parameters_, random_);
        std::iota(order_.begin(), order_.end(), std::size_t(0));
    }

    Status run(const JobContext& job, const std::function<void(const Round&)>& onRound) {
        Adam adam(parameters_.trained(), options_.weightDecay);
        const auto batch = std::size_t(options_.batch);
        const std::size_t steps = (order_.size() + batch - 1) / batch,
                          all = steps * std::size_t(options_.rounds);
        std::size_t done = 0;
        for (int number = 1; number <= options_.rounds; ++number) {
            const auto started = std::chrono::steady_clock::now();
            random_.shuffle(std::span(order_));
            Round round{.number = number, .loss = 0};
            for (std::size_t step = 0; step < steps; ++step, ++done) {
                if (job.isCancelled()) {
                    return Error::cancelled();
                }
                const std::size_t from = step * batch;
                const at::Tensor loss =
                    lossOf(std::span(order_).subspan(from, std::min(batch, order_.size() - from)));
                loss.backward();
                const double share = double(done) / double(all);
                adam.step(options_.rate * 0.5 * (1 + std::cos(std::numbers::pi * share)));
                round.loss += loss.item<double>() / double(steps);
                job.report(qint64(done + 1), qint64(all));
            }
            round.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
            if (onRound) {
                onRound(round);
            }
        }
        return {};
    }

    std::unique_ptr<LandmarkModel::State> freeze() const {
        auto state = std::make_unique<LandmarkModel::State>();
        state->parameters = parameters_.copy();
        state->manifest.task = task;
        state->manifest.examples = order_.size();
        state->manifest.seed = options_.seed;
        return state;
    }

private:
    static void write(const LandmarkExample& example, float* picture, float* truth) {
        if (example.patch.size() != patchPixels) {
            throw std::invalid_argument("a patch of another size");
        }
        std::copy(example.patch.begin(), example.patch.end(), picture);
        for (std::size_t k = 0; k < faceLandmarkCount; ++k) {
            truth[2 * k] = (example.points[k].x - half) / half;
            truth[2 * k + 1] = (example.points[k].y - half) / half;
        }
        truth[2 * faceLandmarkCount] = example.isFace ? 1.f : 0.f;
    }

    /// Where the points are, of the faces, and whether there is a face, of all.
    at::Tensor lossOf(std::span<const std::size_t> set) {
        constexpr double bend = 0.05; ///< Of half a patch: beyond it a point counts by its distance.
        constexpr double doubtShare = 0.05;
        const auto items = std::int64_t(set.size());
        at::Tensor pictures = at::empty({items, 1, landmarkPatchSize, landmarkPatchSize});
        at::Tensor truth = at::zeros({items, outputs});
        for (std::size_t i = 0; i < set.size(); ++i) {
            write(draw_(set[i]), pictures.data_ptr<float>() + i * patchPixels,
                  truth.data_ptr<float>() + i * std::size_t(outputs));
        }
        const at::Tensor answer = answers(parameters_, pictures);
        const at::Tensor isFace = truth.narrow(1, outputs - 1, 1), logit = answer.narrow(1, outputs - 1, 1);
        const at::Tensor far = ((answer - truth).narrow(1, 0, outputs - 1) * isFace).abs();
        const at::Tensor distance = at::where(far < bend, far.square() / (2 * bend), far - bend / 2).sum() /
                                    at::clamp_min(isFace.sum() * (outputs - 1), 1);
        const at::Tensor doubt = at::clamp_min(logit, 0) - logit * isFace + at::log1p(at::exp(-logit.abs()));
        return distance + doubtShare * doubt.mean();
    }

    const Draw& draw_;
    const LandmarkTrainingOptions& options_;
    Random random_;
    std::vector<std::size_t> order_;
    Parameters parameters_;
};

} // namespace

Result<std::shared_ptr<const LandmarkModel>>
trainLandmarks(std::size_t examples, const std::function<LandmarkExample(std::size_t)>& draw,
               const LandmarkTrainingOptions& options, const JobContext& job,
               const std::function<void(const Round&)>& onRound) try {
    if (examples == 0 || options.rounds < 1 || options.batch < 1 || !(options.rate > 0)) {
        return Error::invalid(tr("There are no faces to learn from: give some."));
    }
    Training training(examples, draw, options);
    if (Status done = training.run(job, onRound); !done) {
        return done.error();
    }
    return std::make_shared<const LandmarkModel>(training.freeze());
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

} // namespace moderato::ml
