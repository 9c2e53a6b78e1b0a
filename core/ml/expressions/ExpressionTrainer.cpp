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

Status checked(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
               const ExpressionTrainingOptions& options) {
    const bool sensible = !options.features.empty() && options.part.fits() && options.rounds > 0 &&
                          options.batch > 0 && options.rate > 0 && options.shift >= 0;
    const bool complete =
        std::all_of(examples.begin(), examples.end(), [&](const ExpressionExample& example) {
            return example.face.fits() && example.features.size() == options.features.size() &&
                   example.neutral < int(neutrals.size());
        });
    if (!sensible || examples.empty() || !complete) {
        return Error::invalid(tr("The faces to learn from do not fit to the model: each needs an aligned "
                                 "picture and an answer for each feature."));
    }
    return {};
}

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
    Training(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
             const ExpressionTrainingOptions& options)
        : examples_(examples)
        , neutrals_(neutrals)
        , options_(options)
        , random_(options.seed) {
        network_.part = options.part;
        network_.outputs = std::int64_t(options.features.size());
        network_.addParameters(random_);
    }

    Status run(const JobContext& job, const std::function<void(const Round&)>& onRound) {
        Adam adam(network_.parameters.trained(), options_.weightDecay);
        std::vector<int> order(examples_.size());
        std::iota(order.begin(), order.end(), 0);
        const auto batch = std::size_t(options_.batch);
        const std::size_t steps = (order.size() + batch - 1) / batch,
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
                    std::span(order).subspan(step * batch, std::min(batch, order.size() - step * batch));
                round.loss += this->step(set, rateAt(options_.rate, done_, all), adam) / double(steps);
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
        state->manifest.examples = examples_.size();
        state->manifest.seed = options_.seed;
        return state;
    }

private:
    struct Batch {
        at::Tensor pictures, resting, known, truth, counts;
        std::vector<std::int64_t> rows; ///< Whose neutral faces those of `resting` are.
    };

    FaceShift shift(bool mirrored) {
        const auto range = std::uint64_t(2 * options_.shift + 1);
        return {int(random_.below(range)) - options_.shift, int(random_.below(range)) - options_.shift,
                mirrored};
    }

    Batch batchOf(std::span<const int> set) {
        const auto items = std::int64_t(set.size());
        Batch batch{.pictures = {},
                    .resting = {},
                    .known = at::zeros({items, 1}),
                    .truth = at::zeros({items, network_.outputs}),
                    .counts = at::zeros({items, network_.outputs}),
                    .rows = {}};
        std::vector<const AlignedFace*> faces, resting;
        std::vector<FaceShift> shifts, restingShifts;
        for (std::size_t i = 0; i < set.size(); ++i) {
            const ExpressionExample& example = examples_[std::size_t(set[i])];
            const bool mirrored = random_.below(2) == 0;
            const bool withNeutral = example.neutral >= 0 && random_.uniform() < options_.neutralShare;
            faces.push_back(&example.face);
            shifts.push_back(shift(mirrored));
            if (withNeutral) {
                resting.push_back(&neutrals_[std::size_t(example.neutral)]);
                restingShifts.push_back(shift(mirrored));
                batch.rows.push_back(std::int64_t(i));
                batch.known.data_ptr<float>()[i] = 1;
            }
            for (std::size_t k = 0; k < example.features.size(); ++k) {
                const std::size_t at = i * example.features.size() + k;
                batch.truth.data_ptr<float>()[at] = example.features[k] == Shown::Yes ? 1.f : 0.f;
                batch.counts.data_ptr<float>()[at] = example.features[k] == Shown::Unclear ? 0.f : 1.f;
            }
        }
        batch.pictures = partsOf(faces, network_.part, shifts);
        batch.resting = partsOf(resting, network_.part, restingShifts);
        return batch;
    }

    double step(std::span<const int> set, double rate, Adam& adam) {
        const Batch batch = batchOf(set);
        const at::Tensor both = network_.vectors(at::cat({batch.pictures, batch.resting}));
        const auto items = std::int64_t(set.size()), known = std::int64_t(batch.rows.size());
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

    std::span<const ExpressionExample> examples_;
    std::span<const AlignedFace> neutrals_;
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
trainExpressions(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
                 const ExpressionTrainingOptions& options, const JobContext& job,
                 const std::function<void(const Round&)>& onRound) try {
    if (Status fits = checked(examples, neutrals, options); !fits) {
        return fits.error();
    }
    Training training(examples, neutrals, options);
    if (Status done = training.run(job, onRound); !done) {
        return done.error();
    }
    return std::make_shared<const ExpressionModel>(training.freeze());
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
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
