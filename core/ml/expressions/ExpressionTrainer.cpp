#include "core/ml/expressions/ExpressionTrainer.h"

#include "core/ml/private/ExpressionState.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>

namespace moderato::ml {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("moderato::ml", text);
}

Error unfit() {
    return Error::invalid(tr("The faces to learn from do not fit to the model: each needs an aligned "
                             "picture and an answer for each feature."));
}

bool isSensible(const ExpressionTrainingOptions& options) {
    return !options.features.empty() && options.part.fits() && options.rounds > 0 && options.batch > 0 &&
           options.rate > 0 && options.shift >= 0;
}

bool areComplete(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
                 const ExpressionTrainingOptions& options) {
    return std::all_of(examples.begin(), examples.end(), [&](const ExpressionExample& example) {
        return example.face.fits() && example.features.size() == options.features.size() &&
               example.neutral < int(neutrals.size());
    });
}

struct FaceShift {
    int dx = 0, dy = 0;
    bool mirrored = false;
};

/// What lies beyond the face repeats its edge. `mirrored`: left for right.
AlignedFace moved(const AlignedFace& face, const FaceShift& shift) {
    AlignedFace result;
    for (int y = 0; y < alignedFaceSize; ++y) {
        const int row = std::clamp(y + shift.dy, 0, alignedFaceSize - 1);
        for (int x = 0; x < alignedFaceSize; ++x) {
            const int column = std::clamp(x + shift.dx, 0, alignedFaceSize - 1);
            const int from = shift.mirrored ? alignedFaceSize - 1 - column : column;
            result.pixels.push_back(face.pixels[std::size_t(row * alignedFaceSize + from)]);
        }
    }
    return result;
}

/// Examples as they are, moved by chance.
class MovedExamples {
public:
    MovedExamples(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
                  const ExpressionTrainingOptions& options)
        : examples_(examples)
        , neutrals_(neutrals)
        , options_(options)
        , random_(options.seed) {}

    DrawnExpression operator()(std::size_t i) {
        const ExpressionExample& example = examples_[i];
        const bool mirrored = random_.below(2) == 0;
        const bool withNeutral = example.neutral >= 0 && random_.uniform() < options_.neutralShare;
        DrawnExpression drawn{moved(example.face, shift(mirrored)), {}, example.features};
        if (withNeutral) {
            drawn.neutral = moved(neutrals_[std::size_t(example.neutral)], shift(mirrored));
        }
        return drawn;
    }

private:
    FaceShift shift(bool mirrored) {
        const auto range = std::uint64_t(2 * options_.shift + 1);
        return {int(random_.below(range)) - options_.shift, int(random_.below(range)) - options_.shift,
                mirrored};
    }

    std::span<const ExpressionExample> examples_;
    std::span<const AlignedFace> neutrals_;
    const ExpressionTrainingOptions& options_;
    Random random_;
};

/// The rate rises for a moment, then falls along a cosine to nothing.
double rateAt(double rate, std::size_t step, std::size_t steps) {
    constexpr double warming = 0.05;
    const double share = double(step) / double(std::max<std::size_t>(1, steps));
    return share < warming
               ? rate * (share / warming + 0.01)
               : rate * 0.5 * (1 + std::cos(std::numbers::pi * (share - warming) / (1 - warming)));
}

class Training {
public:
    Training(std::size_t examples, const DrawExpression& draw, const ExpressionTrainingOptions& options)
        : examples_(examples)
        , draw_(draw)
        , options_(options)
        , random_(options.seed) {
        network_.part = options.part;
        network_.outputs = std::int64_t(options.features.size());
        network_.addParameters(random_);
    }

    Status run(const JobContext& job, const std::function<void(const Round&)>& onRound) {
        Adam adam(network_.parameters.trained(), options_.weightDecay);
        std::vector<std::size_t> order(examples_);
        std::iota(order.begin(), order.end(), std::size_t(0));
        const auto size = std::size_t(options_.batch);
        const std::size_t steps = (order.size() + size - 1) / size,
                          all = steps * std::size_t(options_.rounds);
        for (int number = 1; number <= options_.rounds; ++number) {
            const auto started = std::chrono::steady_clock::now();
            random_.shuffle(std::span(order));
            Round round{.number = number, .loss = 0};
            for (std::size_t step = 0; step < steps; ++step, ++done_) {
                if (job.isCancelled()) {
                    return Error::cancelled();
                }
                const auto set =
                    std::span(order).subspan(step * size, std::min(size, order.size() - step * size));
                const auto batch = batchOf(set);
                if (!batch) {
                    return batch.error();
                }
                round.loss += this->step(*batch, rateAt(options_.rate, done_, all), adam) / double(steps);
                job.report(qint64(done_ + 1), qint64(all));
            }
            round.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
            if (onRound) {
                onRound(round);
            }
        }
        return {};
    }

    std::unique_ptr<ExpressionModel::State> freeze() const {
        auto state = std::make_unique<ExpressionModel::State>();
        state->network = {network_.part, network_.outputs, network_.parameters.copy()};
        state->features = options_.features;
        state->thresholds.assign(options_.features.size(), 0.5f);
        state->manifest.task = "expressions";
        state->manifest.name = options_.code;
        state->manifest.examples = examples_;
        state->manifest.seed = options_.seed;
        return state;
    }

private:
    struct Batch {
        at::Tensor pictures, resting, known, truth, counts;
        std::vector<std::int64_t> rows; ///< Whose neutral faces those of `resting` are.
    };

    Result<Batch> batchOf(std::span<const std::size_t> set) {
        const auto items = std::int64_t(set.size());
        Batch batch{.pictures = {},
                    .resting = {},
                    .known = at::zeros({items, 1}),
                    .truth = at::zeros({items, network_.outputs}),
                    .counts = at::zeros({items, network_.outputs}),
                    .rows = {}};
        std::vector<DrawnExpression> drawn;
        std::vector<const AlignedFace*> faces, resting;
        drawn.reserve(set.size());
        for (std::size_t i = 0; i < set.size(); ++i) {
            const DrawnExpression& example = drawn.emplace_back(draw_(set[i]));
            const bool withNeutral = !example.neutral.pixels.empty();
            if (!example.face.fits() || (withNeutral && !example.neutral.fits()) ||
                example.features.size() != options_.features.size()) {
                return unfit();
            }
            faces.push_back(&example.face);
            if (withNeutral) {
                resting.push_back(&example.neutral);
                batch.rows.push_back(std::int64_t(i));
                batch.known.data_ptr<float>()[i] = 1;
            }
            for (std::size_t k = 0; k < example.features.size(); ++k) {
                const std::size_t at = i * example.features.size() + k;
                batch.truth.data_ptr<float>()[at] = example.features[k] == Shown::Yes ? 1.f : 0.f;
                batch.counts.data_ptr<float>()[at] = example.features[k] == Shown::Unclear ? 0.f : 1.f;
            }
        }
        batch.pictures = partsOf(faces, network_.part);
        batch.resting = partsOf(resting, network_.part);
        return batch;
    }

    double step(const Batch& batch, double rate, Adam& adam) {
        const at::Tensor both = network_.vectors(at::cat({batch.pictures, batch.resting}));
        const std::int64_t items = batch.pictures.size(0), known = batch.resting.size(0);
        const at::Tensor own = both.narrow(0, 0, items);
        const at::Tensor rows = at::tensor(batch.rows, at::kLong);
        const at::Tensor resting = at::zeros_like(own).index_copy(0, rows, both.narrow(0, items, known));
        const at::Tensor logits = network_.logits(own, resting, batch.known);
        const at::Tensor losses =
            at::clamp_min(logits, 0) - logits * batch.truth + at::log1p(at::exp(-logits.abs()));
        const at::Tensor loss = (losses * batch.counts).sum() / at::clamp_min(batch.counts.sum(), 1);
        loss.backward();
        adam.step(rate);
        return loss.item<double>();
    }

    std::size_t examples_;
    const DrawExpression& draw_;
    const ExpressionTrainingOptions& options_;
    Random random_;
    ExpressionNetwork network_;
    std::size_t done_ = 0;
};

/// The probabilities of each example, with its neutral face where there is one and it is wanted.
Result<std::vector<std::vector<float>>> opinions(const ExpressionModel& model,
                                                 std::span<const ExpressionExample> examples,
                                                 std::span<const AlignedFace> neutrals) {
    std::vector<std::vector<float>> rows;
    for (const ExpressionExample& example : examples) {
        NeutralFace resting;
        if (example.neutral >= 0 && example.neutral < int(neutrals.size())) {
            auto made = model.neutral(neutrals.subspan(std::size_t(example.neutral), 1));
            if (!made) {
                return made.error();
            }
            resting = std::move(*made);
        }
        auto row = model.predict(std::span(&example.face, 1), resting);
        if (!row) {
            return row.error();
        }
        rows.push_back(std::move(row->front()));
    }
    return rows;
}

struct Scored {
    float probability;
    bool shown;
};

std::vector<Scored> scoresOf(std::size_t feature, std::span<const ExpressionExample> examples,
                             const std::vector<std::vector<float>>& rows) {
    std::vector<Scored> scores;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ExpressionExample& example = examples[i % examples.size()];
        if (feature < example.features.size() && example.features[feature] != Shown::Unclear) {
            scores.push_back({rows[i][feature], example.features[feature] == Shown::Yes});
        }
    }
    return scores;
}

float bestThreshold(std::vector<Scored> scores) {
    std::sort(scores.begin(), scores.end(),
              [](const Scored& a, const Scored& b) { return a.probability > b.probability; });
    const auto all =
        double(std::count_if(scores.begin(), scores.end(), [](const Scored& s) { return s.shown; }));
    double hits = 0, best = 0;
    float threshold = 0.5f;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        hits += scores[i].shown;
        const double f1 = 2 * hits / (double(i + 1) + all);
        if (f1 > best) {
            best = f1;
            const float next = i + 1 < scores.size() ? scores[i + 1].probability : 0;
            threshold = (scores[i].probability + next) / 2;
        }
    }
    return threshold;
}

} // namespace

Result<std::shared_ptr<const ExpressionModel>>
trainExpressions(std::size_t examples, const DrawExpression& draw, const ExpressionTrainingOptions& options,
                 const JobContext& job, const std::function<void(const Round&)>& onRound) try {
    if (examples == 0 || !isSensible(options)) {
        return unfit();
    }
    Training training(examples, draw, options);
    if (Status done = training.run(job, onRound); !done) {
        return done.error();
    }
    return std::make_shared<const ExpressionModel>(training.freeze());
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

Result<std::shared_ptr<const ExpressionModel>>
trainExpressions(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
                 const ExpressionTrainingOptions& options, const JobContext& job,
                 const std::function<void(const Round&)>& onRound) {
    if (!areComplete(examples, neutrals, options) || !isSensible(options)) {
        return unfit();
    }
    return trainExpressions(examples.size(), MovedExamples(examples, neutrals, options), options, job,
                            onRound);
}

Result<std::vector<FeatureFigures>> evaluateExpressions(const ExpressionModel& model,
                                                        std::span<const ExpressionExample> examples,
                                                        std::span<const AlignedFace> neutrals) {
    const auto rows = opinions(model, examples, neutrals);
    if (!rows) {
        return rows.error();
    }
    std::vector<FeatureFigures> result;
    for (std::size_t feature = 0; feature < model.features().size(); ++feature) {
        FeatureFigures figures{.feature = model.features()[feature]};
        double right = 0, said = 0;
        for (const Scored& one : scoresOf(feature, examples, *rows)) {
            const bool yes = one.probability >= model.thresholds()[feature];
            ++figures.examples;
            figures.shown += one.shown;
            said += yes;
            right += yes && one.shown;
        }
        if (figures.shown > 0) {
            figures.precision = said > 0 ? right / said : 0;
            figures.recall = right / double(figures.shown);
            figures.f1 = 2 * right / (said + double(figures.shown));
        }
        result.push_back(figures);
    }
    return result;
}

Result<std::vector<float>> bestThresholds(const ExpressionModel& model,
                                          std::span<const ExpressionExample> examples,
                                          std::span<const AlignedFace> neutrals) {
    auto rows = opinions(model, examples, {});
    if (!rows) {
        return rows.error();
    }
    if (!neutrals.empty()) {
        auto more = opinions(model, examples, neutrals);
        if (!more) {
            return more.error();
        }
        rows->insert(rows->end(), more->begin(), more->end());
    }
    std::vector<float> thresholds;
    for (std::size_t feature = 0; feature < model.features().size(); ++feature) {
        thresholds.push_back(bestThreshold(scoresOf(feature, examples, *rows)));
    }
    return thresholds;
}

} // namespace moderato::ml
