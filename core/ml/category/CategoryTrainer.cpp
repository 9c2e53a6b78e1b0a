#include "core/ml/category/CategoryTrainer.h"

#include "core/ml/private/CategoryState.h"
#include "core/ml/private/Parts.h"
#include "core/ml/private/TrainingSet.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr float start = 0.1f; ///< AdaGrad's accumulators: rare n-grams move like in plain descent.
constexpr double biasRate = 0.05;
constexpr int continuedRounds = 30; ///< At most; it stops as soon as all examples are learned.
constexpr int continuedBatch = 16;
constexpr double learned = 0.8; ///< An example counts as learned with this probability.
constexpr int scoredAtOnce = 512;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// The weights while they are trained.
struct Weights {
    RowTable table;
    at::Tensor bias, biasAccumulated;
};

/// One training: what is learned from, and the weights that result.
class Training {
public:
    Training(std::span<const CategoryExample> examples, const CategoryTrainingOptions& options,
             const JobContext& job)
        : examples_(examples)
        , options_(options)
        , job_(job)
        , continued_(options.startFrom != nullptr) {}

    Result<TrainedCategoryModel> run(const std::function<void(const Round&)>& onRound);

private:
    void collectLabels();
    bool encode();
    Weights newWeights() const;
    at::Tensor scores(const Weights& weights, const SparseBatch& batch) const {
        return weights.table.sum(batch).add_(weights.bias);
    }
    /// The weights after `rounds`; nothing when cancelled.
    std::optional<Weights> train(const std::vector<int>& indices, int rounds, const std::vector<int>& heldOut,
                                 const std::function<bool(const Round&)>& goOn);
    double step(Weights& weights, std::span<const int> indices, double rate, Random& random);
    at::Tensor probabilities(const std::function<at::Tensor(const SparseBatch&)>& score,
                             std::span<const int> indices, float temperature) const;
    double accuracyOn(const Weights& weights, std::span<const int> indices) const;
    bool allLearned(const Weights& weights, std::span<const int> indices) const;
    std::unique_ptr<CategoryModel::State> freeze(const Weights& weights) const;
    float fitTemperature(const CategoryModel::State& state, std::span<const int> heldOut) const;
    Metrics measure(const CategoryModel::State& state, std::span<const int> heldOut) const;

    std::span<const CategoryExample> examples_;
    const CategoryTrainingOptions& options_;
    const JobContext& job_;
    const bool continued_;
    std::vector<std::string> labels_;
    std::vector<int> labelOf_;
    at::Tensor logPrior_;
    Encoder encoder_;
    EncodedTexts texts_;
    std::size_t doneSteps_ = 0, allSteps_ = 0;
};

void Training::collectLabels() {
    std::map<std::string, int> index;
    if (continued_) {
        labels_ = options_.startFrom->labels();
    } else {
        for (const CategoryExample& example : examples_) {
            index.emplace(example.label, 0);
        }
        for (const auto& [label, unused] : index) {
            labels_.push_back(label);
        }
    }
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        index[labels_[i]] = int(i);
    }
    for (const CategoryExample& example : examples_) {
        const auto [found, isNew] = index.emplace(example.label, int(labels_.size()));
        if (isNew) {
            labels_.push_back(example.label);
        }
        labelOf_.push_back(found->second);
    }
    logPrior_ = at::ones({std::int64_t(labels_.size())});
    for (const int label : labelOf_) {
        logPrior_.data_ptr<float>()[label] += 1;
    }
    logPrior_ = (logPrior_ / logPrior_.sum()).log();
}

bool Training::encode() {
    EncoderOptions encoding = options_.encoder;
    if (continued_) {
        encoder_ = options_.startFrom->state().encoder;
        encoding = encoder_.options();
    }
    VocabularyBuilder builder;
    const float rarest = float(std::log(1.0 + std::max(1.0, double(examples_.size()))));
    for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (i % 256 == 0 && job_.isCancelled()) {
            return false;
        }
        const auto hashes = distinctFeatures(examples_[i].text, encoding);
        if (!continued_) {
            builder.add(hashes, std::span(&labelOf_[i], 1));
            continue;
        }
        for (const std::uint32_t hash : hashes) {
            encoder_.vocabulary().add(hash, rarest);
        }
    }
    if (!continued_) {
        encoder_ = Encoder(encoding,
                           builder.build(int(labels_.size()), encoding.maxFeatures, encoding.minimumCount));
    }
    for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (i % 256 == 0 && job_.isCancelled()) {
            return false;
        }
        texts_.add(encoder_.encode(examples_[i].text));
    }
    return true;
}

Weights Training::newWeights() const {
    const int rows = encoder_.vocabulary().size();
    const auto width = std::int64_t(labels_.size());
    Weights weights{RowTable(rows, int(width), start), at::zeros({width}), at::full({width}, 1e-3f)};
    if (!continued_) {
        return weights;
    }
    const CategoryModel::State& known = options_.startFrom->state();
    const double seen = double(known.manifest.examples);
    for (int row = 0; row < known.table.rows; ++row) {
        const std::vector<float> values = known.table.row(row);
        std::copy(values.begin(), values.end(), weights.table.row(row));
        weights.table.setAccumulated(row,
                                     accumulatedBefore(known.encoder, row, seen, options_.anchor, start));
    }
    // A label without examples so far starts below all known ones, so that it does not win where nothing is
    // known.
    const float lowest = *std::min_element(known.bias.begin(), known.bias.end());
    weights.bias.fill_(lowest);
    std::copy(known.bias.begin(), known.bias.end(), weights.bias.data_ptr<float>());
    return weights;
}

double Training::step(Weights& weights, std::span<const int> indices, double rate, Random& random) {
    SparseBatch batch;
    const auto count = std::int64_t(indices.size());
    const auto width = std::int64_t(labels_.size());
    const double smoothing = options_.labelSmoothing;
    const Dropout dropout{continued_ ? std::max(options_.featureDropout, continuedFeatureDropout)
                                     : options_.featureDropout,
                          options_.fieldDropout};
    at::Tensor target = at::full({count, width}, smoothing / double(width));
    at::Tensor importance = at::ones({count, 1});
    for (std::int64_t i = 0; i < count; ++i) {
        const int index = indices[std::size_t(i)];
        appendForTraining(batch, texts_, index, encoder_, dropout, random);
        target.data_ptr<float>()[i * width + labelOf_[std::size_t(index)]] += float(1 - smoothing);
        importance.data_ptr<float>()[i] = examples_[std::size_t(index)].weight;
    }
    at::Tensor score = scores(weights, batch);
    if (continued_) {
        score = score / options_.startFrom->state().temperature;
    } else {
        // Menon et al. 2021: the prior is taken out of what the weights learn, so that rare classes are not
        // drowned.
        score = score + options_.classBalance * logPrior_;
    }
    const at::Tensor logProbability = at::log_softmax(score, 1);
    const at::Tensor gradient = (logProbability.exp() - target) * importance;
    weights.table.update(batch, gradient, rate * options_.learningRate);
    if (!continued_) {
        const at::Tensor biasGradient = gradient.sum(0);
        weights.biasAccumulated.add_(biasGradient * biasGradient);
        weights.bias.addcdiv_(biasGradient, weights.biasAccumulated.sqrt(), -rate * biasRate);
    }
    return -(logProbability * target * importance).sum().item<double>();
}

std::optional<Weights> Training::train(const std::vector<int>& indices, int rounds,
                                       const std::vector<int>& heldOut,
                                       const std::function<bool(const Round&)>& goOn) {
    Weights weights = newWeights();
    std::vector<int> order = indices;
    Random random(options_.seed);
    const int batch =
        continued_ ? std::min(options_.batch, continuedBatch) : batchSize(options_.batch, order.size());
    FallingRate rate(rounds, order.size(), batch);
    for (int number = 1; number <= rounds; ++number) {
        const auto begin = Clock::now();
        random.shuffle(std::span(order));
        Round round{.number = number, .loss = 0};
        for (std::size_t at = 0; at < order.size(); at += std::size_t(batch)) {
            if (job_.isCancelled()) {
                return {};
            }
            const auto set = std::span(order).subspan(at, std::min(std::size_t(batch), order.size() - at));
            round.loss += step(weights, set, continued_ ? 1 : rate.next(), random);
            doneSteps_ += set.size();
            job_.report(qint64(doneSteps_), qint64(std::max(allSteps_, doneSteps_)));
        }
        round.loss /= double(order.size());
        round.heldOutScore = accuracyOn(weights, heldOut);
        round.seconds = secondsSince(begin);
        if (!goOn(round) || (continued_ && allLearned(weights, indices))) {
            break;
        }
    }
    return weights;
}

at::Tensor Training::probabilities(const std::function<at::Tensor(const SparseBatch&)>& score,
                                   std::span<const int> indices, float temperature) const {
    std::vector<at::Tensor> parts;
    for (std::size_t at = 0; at < indices.size(); at += scoredAtOnce) {
        const auto part = indices.subspan(at, std::min<std::size_t>(scoredAtOnce, indices.size() - at));
        parts.push_back(at::softmax(score(batchOf(texts_, part, encoder_)) / temperature, 1));
    }
    return parts.empty() ? at::zeros({0, std::int64_t(labels_.size())}) : at::cat(parts).contiguous();
}

double Training::accuracyOn(const Weights& weights, std::span<const int> indices) const {
    const at::Tensor rows =
        probabilities([&](const SparseBatch& b) { return scores(weights, b); }, indices, 1);
    const at::Tensor best = rows.argmax(1).contiguous();
    std::vector<int> truth, predicted;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        truth.push_back(labelOf_[std::size_t(indices[i])]);
        predicted.push_back(int(best.data_ptr<std::int64_t>()[i]));
    }
    return accuracy(truth, predicted);
}

bool Training::allLearned(const Weights& weights, std::span<const int> indices) const {
    const float temperature = options_.startFrom->state().temperature;
    const at::Tensor rows =
        probabilities([&](const SparseBatch& b) { return scores(weights, b); }, indices, temperature);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto at = std::int64_t(i) * rows.size(1) + labelOf_[std::size_t(indices[i])];
        if (double(rows.data_ptr<float>()[at]) < learned) {
            return false;
        }
    }
    return true;
}

std::unique_ptr<CategoryModel::State> Training::freeze(const Weights& weights) const {
    auto state = std::make_unique<CategoryModel::State>();
    state->encoder = encoder_;
    state->table = weights.table.quantize();
    const float* const bias = weights.bias.data_ptr<float>();
    state->bias.assign(bias, bias + weights.bias.numel());
    state->labels = labels_;
    state->temperature = continued_ ? options_.startFrom->state().temperature : 1.0f;
    return state;
}

float Training::fitTemperature(const CategoryModel::State& state, std::span<const int> heldOut) const {
    float best = state.temperature;
    double least = std::numeric_limits<double>::infinity();
    const at::Tensor scored =
        probabilities([&](const SparseBatch& b) { return state.scores(b); }, heldOut, 1).log();
    for (float temperature = 0.2f; temperature < 5 && !heldOut.empty(); temperature *= 1.03f) {
        const at::Tensor rows = at::log_softmax(scored / temperature, 1).contiguous();
        double loss = 0;
        for (std::size_t i = 0; i < heldOut.size(); ++i) {
            loss -= double(
                rows.data_ptr<float>()[std::int64_t(i) * rows.size(1) + labelOf_[std::size_t(heldOut[i])]]);
        }
        if (loss < least) {
            least = loss;
            best = temperature;
        }
    }
    return best;
}

Metrics Training::measure(const CategoryModel::State& state, std::span<const int> heldOut) const {
    const at::Tensor rows =
        probabilities([&](const SparseBatch& b) { return state.scores(b); }, heldOut, state.temperature);
    std::vector<int> truth;
    for (const int index : heldOut) {
        truth.push_back(labelOf_[std::size_t(index)]);
    }
    return singleLabelMetrics(truth, {rows.data_ptr<float>(), std::size_t(rows.numel())},
                              int(labels_.size()));
}

Result<TrainedCategoryModel> Training::run(const std::function<void(const Round&)>& onRound) {
    const auto begin = Clock::now();
    collectLabels();
    if (examples_.empty() || (!continued_ && (examples_.size() < 2 || labels_.size() < 2))) {
        return Error::invalid(
            QStringLiteral("Training needs examples of at least two categories: decide more items."));
    }
    const int rounds = continued_ ? std::max(options_.maxRounds, continuedRounds) : options_.maxRounds;
    const Split split = splitExamples(int(examples_.size()), options_.heldOutShare, options_.seed);
    const bool twice = options_.refit && !split.heldOut.empty();
    allSteps_ = (split.training.size() + (twice ? examples_.size() : 0)) * std::size_t(rounds);
    if (!encode()) {
        return Error::cancelled();
    }
    TrainedCategoryModel result;
    EarlyStop stop(options_.patience);
    auto weights = train(split.training, rounds, split.heldOut, [&](const Round& round) {
        result.report.rounds.push_back(round);
        if (onRound) {
            onRound(round);
        }
        return !stop.add(round) || continued_;
    });
    if (!weights) {
        return Error::cancelled();
    }
    auto state = freeze(*weights);
    if (!continued_) {
        state->temperature = fitTemperature(*state, split.heldOut);
    }
    result.report.metrics = measure(*state, split.heldOut);
    if (twice) {
        const float temperature = state->temperature;
        const bool stoppedEarly = !continued_ && result.report.rounds.back().number < rounds;
        const int refitRounds = stoppedEarly ? stop.best() : rounds;
        std::vector<int> all(examples_.size());
        std::iota(all.begin(), all.end(), 0);
        weights = train(all, refitRounds, {}, [](const Round&) { return true; });
        if (!weights) {
            return Error::cancelled();
        }
        state = freeze(*weights);
        state->temperature = temperature;
    }
    result.report.examples = twice ? examples_.size() : split.training.size();
    result.report.heldOut = split.heldOut.size();
    job_.report(qint64(allSteps_), qint64(allSteps_));
    result.report.seconds = secondsSince(begin);
    Manifest& manifest = state->manifest;
    manifest.task = "category";
    manifest.examples = result.report.examples;
    manifest.heldOut = result.report.heldOut;
    manifest.seed = options_.seed;
    manifest.metrics = result.report.metrics;
    manifest.settings["labels"] = double(labels_.size());
    manifest.settings["features"] = double(encoder_.vocabulary().size());
    if (continued_) {
        const Manifest& parent = options_.startFrom->manifest();
        manifest.examples += parent.examples;
        manifest.parent = parent.weightsSha256;
    }
    result.model = std::make_shared<const CategoryModel>(std::move(state));
    return result;
}

} // namespace

Result<TrainedCategoryModel> trainCategory(std::span<const CategoryExample> examples,
                                           const CategoryTrainingOptions& options, const JobContext& job,
                                           const std::function<void(const Round&)>& onRound) try {
    return Training(examples, options, job).run(onRound);
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, QStringLiteral("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

Metrics evaluateCategory(const CategoryModel& model, std::span<const CategoryExample> examples) {
    std::vector<Text> texts;
    std::vector<int> truth;
    for (const CategoryExample& example : examples) {
        texts.push_back(example.text);
        truth.push_back(model.indexOf(example.label));
    }
    std::vector<float> probabilities;
    for (const CategoryPrediction& prediction : model.predict(texts)) {
        probabilities.insert(probabilities.end(), prediction.probabilities.begin(),
                             prediction.probabilities.end());
    }
    return singleLabelMetrics(truth, probabilities, int(model.labels().size()));
}

} // namespace moderato::ml
