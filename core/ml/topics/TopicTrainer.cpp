#include "core/ml/topics/TopicTrainer.h"

#include "core/ml/private/Calibration.h"
#include "core/ml/private/Parts.h"
#include "core/ml/private/TopicExamples.h"
#include "core/ml/private/TopicLosses.h"
#include "core/ml/private/TopicNetwork.h"
#include "core/ml/private/TrainingSet.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr float start = 1e-6f; ///< AdaGrad's accumulators: rare n-grams move as far as frequent ones.
constexpr float topicStart = 1e-3f;
constexpr float knownTopic = 10; ///< Accumulator of a topic vector that training continues from.
constexpr float newTopic =
    0.1f; ///< And of one that is added: quicker ones spread over content that is not theirs.
constexpr float newTopicLength = 0.5f;
constexpr double cosineSharpness = 16;
constexpr int continuedRounds = 30; ///< At most; it stops as soon as all examples are learned.
constexpr int continuedBatch = 16;
constexpr int scoredAtOnce = 256;
constexpr int mostRanked = 10;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

class Training {
public:
    Training(std::span<const TopicExample> examples, const TopicTrainingOptions& options,
             const JobContext& job)
        : data_(examples)
        , options_(options)
        , job_(job)
        , continued_(options.startFrom != nullptr) {}

    Result<TrainedTopicModel> run(const std::function<void(const Round&)>& onRound);

private:
    using Ranked = std::vector<std::vector<int>>;

    TopicNetwork newNetwork(const std::vector<int>& indices) const;
    void addKnown(TopicNetwork& network, const std::vector<int>& indices) const;
    std::optional<TopicNetwork> train(const std::vector<int>& indices, int rounds,
                                      const std::vector<int>& heldOut,
                                      const std::function<bool(const Round&)>& goOn);
    SetLoss step(TopicNetwork& network, std::span<const int> indices, double rate,
                 const FalseNegatives& filter, Random& random) const;
    template <class Relevancies> Ranked rank(std::span<const int> indices, Relevancies&& relevancies) const;
    Ranked truthOf(std::span<const int> indices) const;
    bool allLearned(const TopicNetwork& network, std::span<const int> indices) const;
    std::unique_ptr<TopicModel::State> freeze(const TopicNetwork& network) const;
    void calibrate(TopicModel::State& state, std::span<const int> heldOut) const;

    TopicExamples data_;
    const TopicTrainingOptions& options_;
    const JobContext& job_;
    const bool continued_;
    bool cosine_ = false, byWords_ = false;
    double sharpness_ = 1;
    std::size_t doneSteps_ = 0, allSteps_ = 0;
};

TopicNetwork Training::newNetwork(const std::vector<int>& indices) const {
    const int size = continued_ ? options_.startFrom->dimensions() : options_.dimensions;
    const auto count = std::int64_t(data_.names.size());
    const float range = 1 / float(size);
    TopicNetwork network;
    network.cosine = cosine_;
    network.content =
        RowTable(data_.encoder.vocabulary().size(), size, start, continued_ ? 0 : range, options_.seed);
    if (byWords_) {
        network.names = data_.encodedNames;
        network.nameEncoder = data_.nameEncoder;
        network.words =
            RowTable(data_.nameEncoder.vocabulary().size(), size, topicStart, range, options_.seed + 1);
    } else {
        network.oneHot = at::zeros({count, size});
        network.oneHotAccumulated = at::full({count, size}, topicStart);
        Random random(options_.seed + 1);
        // With the full softmax topics may start at zero; where directions are compared they need one.
        for (std::int64_t i = 0; options_.loss != TopicLoss::Softmax && i < network.oneHot.numel(); ++i) {
            network.oneHot.data_ptr<float>()[i] = float(random.uniform() * 2 - 1) * range;
        }
    }
    if (continued_) {
        addKnown(network, indices);
    }
    return network;
}

void Training::addKnown(TopicNetwork& network, const std::vector<int>& indices) const {
    const TopicModel::State& known = options_.startFrom->state();
    const double seen = double(known.manifest.examples);
    for (int row = 0; row < known.content.rows; ++row) {
        const std::vector<float> values = known.content.row(row);
        std::copy(values.begin(), values.end(), network.content.row(row));
        network.content.setAccumulated(row,
                                       accumulatedBefore(known.encoder, row, seen, options_.anchor, 0.05f));
    }
    if (network.words) {
        for (int row = 0; row < known.words->table.rows; ++row) {
            const std::vector<float> values = known.words->table.row(row);
            std::copy(values.begin(), values.end(), network.words->row(row));
            network.words->setAccumulated(row, knownTopic * float(options_.anchor));
        }
        return;
    }
    const std::int64_t old = known.topicVectors.size(0);
    network.oneHot.zero_();
    network.oneHot.narrow(0, 0, old).copy_(known.topicVectors);
    network.oneHotAccumulated.narrow(0, 0, old).fill_(knownTopic * options_.anchor);
    // A new topic begins where its content is, as long as the known topics are.
    const float length = old > 0 ? known.topicVectors.norm(2, {1}).mean().item<float>() : 1;
    for (const int index : indices) {
        const at::Tensor unit =
            unitRows(known.content.rows > 0
                         ? network.content.sum(batchOf(data_.texts, std::span(&index, 1), data_.encoder))
                         : at::zeros({1, network.oneHot.size(1)}));
        for (const int topic : data_.topicsOf[std::size_t(index)]) {
            if (topic >= old) {
                network.oneHot[topic].add_(unit[0]);
            }
        }
    }
    if (std::int64_t(data_.names.size()) > old) {
        at::Tensor added = network.oneHot.narrow(0, old, std::int64_t(data_.names.size()) - old);
        added.copy_(unitRows(added) * (length * newTopicLength));
        network.oneHotAccumulated.narrow(0, old, added.size(0)).fill_(newTopic);
    }
}

SetLoss Training::step(TopicNetwork& network, std::span<const int> indices, double rate,
                       const FalseNegatives& filter, Random& random) const {
    SparseBatch batch;
    std::vector<float> weights;
    Ranked own;
    std::vector<int> columns;
    const bool inSet = options_.loss != TopicLoss::Softmax;
    const Dropout dropout{continued_ ? std::max(options_.featureDropout, continuedFeatureDropout)
                                     : options_.featureDropout,
                          options_.fieldDropout};
    for (const int index : indices) {
        appendForTraining(batch, data_.texts, index, data_.encoder, dropout, random);
        weights.push_back(data_.examples[std::size_t(index)]->weight);
        own.push_back(data_.topicsOf[std::size_t(index)]);
        columns.insert(columns.end(), own.back().begin(), own.back().end());
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    for (std::size_t i = 0; inSet && i < own.size(); ++i) {
        for (int& topic : own[i]) {
            topic = int(std::lower_bound(columns.begin(), columns.end(), topic) - columns.begin());
        }
    }
    const TopicNetwork::Pass pass = network.forward(batch, inSet ? columns : data_.everyTopic);
    const SetLoss loss = options_.loss == TopicLoss::Margin
                             ? marginSetLoss(pass.relevancy, pass.columns, own, weights, options_.margin,
                                             options_.negatives, filter, random)
                             : softmaxLoss(pass.relevancy, own, weights, options_.labelSmoothing, sharpness_);
    network.backward(batch, pass, loss.gradient,
                     {rate * options_.learningRate, rate * options_.topicLearningRate});
    return loss;
}

std::optional<TopicNetwork> Training::train(const std::vector<int>& indices, int rounds,
                                            const std::vector<int>& heldOut,
                                            const std::function<bool(const Round&)>& goOn) {
    TopicNetwork network = newNetwork(indices);
    FalseNegatives filter(options_.negatives, data_.names);
    std::vector<int> order = indices;
    Random random(options_.seed);
    const bool setsMatter =
        options_.loss != TopicLoss::Softmax; // Their size is the number of candidates (S0.7).
    const int batch = continued_   ? std::min(options_.batch, continuedBatch)
                      : setsMatter ? options_.batch
                                   : batchSize(options_.batch, order.size());
    FallingRate rate(rounds, order.size(), batch);
    for (int number = 1; number <= rounds; ++number) {
        const auto begin = Clock::now();
        random.shuffle(std::span(order));
        if (options_.loss == TopicLoss::Margin &&
            options_.negatives.filter == NegativeOptions::Filter::Cosine) {
            std::vector<Text> names;
            for (const std::string& name : data_.names) {
                names.push_back({.title = name});
            }
            filter.setVectors(network.content.sum(encodeBatch(data_.encoder, names)));
        }
        Round round{.number = number, .loss = 0};
        double satisfied = 0, pairs = 0;
        for (std::size_t at = 0; at < order.size(); at += std::size_t(batch)) {
            if (job_.isCancelled()) {
                return {};
            }
            const auto set = std::span(order).subspan(at, std::min(std::size_t(batch), order.size() - at));
            const SetLoss loss = step(network, set, continued_ ? 1 : rate.next(), filter, random);
            round.loss += loss.loss;
            satisfied += loss.satisfied;
            pairs += loss.pairs;
            doneSteps_ += set.size();
            job_.report(qint64(doneSteps_), qint64(std::max(allSteps_, doneSteps_)));
        }
        round.loss /= double(order.size());
        round.satisfiedShare = pairs > 0 ? satisfied / pairs : undefined;
        round.heldOutScore = precisionAt(1, truthOf(heldOut), rank(heldOut, [&](const SparseBatch& part) {
                                             return network.forward(part, data_.everyTopic).relevancy;
                                         }));
        round.seconds = secondsSince(begin);
        if (!goOn(round) || round.satisfiedShare == 1 || (continued_ && allLearned(network, indices))) {
            break;
        }
    }
    return network;
}

template <class Relevancies>
Training::Ranked Training::rank(std::span<const int> indices, Relevancies&& relevancies) const {
    Ranked result;
    const auto count = std::min<std::int64_t>(mostRanked, std::int64_t(data_.names.size()));
    for (std::size_t at = 0; at < indices.size(); at += scoredAtOnce) {
        const auto part = indices.subspan(at, std::min<std::size_t>(scoredAtOnce, indices.size() - at));
        const at::Tensor best =
            std::get<1>(relevancies(batchOf(data_.texts, part, data_.encoder)).topk(count, 1)).contiguous();
        const std::int64_t* const index = best.data_ptr<std::int64_t>();
        for (std::size_t i = 0; i < part.size(); ++i) {
            result.emplace_back(index + std::int64_t(i) * count, index + std::int64_t(i + 1) * count);
        }
    }
    return result;
}

Training::Ranked Training::truthOf(std::span<const int> indices) const {
    Ranked result;
    for (const int index : indices) {
        result.push_back(data_.topicsOf[std::size_t(index)]);
    }
    return result;
}

bool Training::allLearned(const TopicNetwork& network, std::span<const int> indices) const {
    const Ranked ranked = rank(
        indices, [&](const SparseBatch& part) { return network.forward(part, data_.everyTopic).relevancy; });
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto& own = data_.topicsOf[std::size_t(indices[i])];
        const auto first = ranked[i].begin() + std::ptrdiff_t(std::min(own.size(), ranked[i].size()));
        if (!std::all_of(ranked[i].begin(), first, [&own](int topic) {
                return std::find(own.begin(), own.end(), topic) != own.end();
            })) {
            return false;
        }
    }
    return true;
}

std::unique_ptr<TopicModel::State> Training::freeze(const TopicNetwork& network) const {
    const at::Tensor vectors = network.topicVectors(data_.everyTopic).contiguous();
    RowTable topics(int(data_.names.size()), int(vectors.size(1)), start);
    std::copy_n(vectors.data_ptr<float>(), vectors.numel(), topics.row(0));
    auto state = std::make_unique<TopicModel::State>();
    state->encoder = data_.encoder;
    state->content = network.content.quantize();
    state->topics = topics.quantize();
    if (network.words) {
        state->words = TopicModel::State::TopicWords{data_.nameEncoder, network.words->quantize()};
    }
    state->cosine = cosine_;
    state->sharpness = float(sharpness_);
    state->names = data_.names;
    if (continued_) {
        state->slope = options_.startFrom->state().slope;
        state->offset = options_.startFrom->state().offset;
    }
    state->finish();
    return state;
}

void Training::calibrate(TopicModel::State& state, std::span<const int> heldOut) const {
    std::vector<std::pair<double, double>> candidates; // log share, right or not
    const auto count = std::min<std::int64_t>(mostRanked, std::int64_t(data_.names.size()));
    for (const int index : heldOut) {
        const at::Tensor relevancy =
            state.relevancies(batchOf(data_.texts, std::span(&index, 1), data_.encoder));
        const auto [values, topics] = at::log_softmax(relevancy * state.sharpness, 1).topk(count, 1);
        const auto& own = data_.topicsOf[std::size_t(index)];
        for (std::int64_t j = 0; j < count; ++j) {
            const bool right =
                std::find(own.begin(), own.end(), int(topics.data_ptr<std::int64_t>()[j])) != own.end();
            candidates.emplace_back(double(values.data_ptr<float>()[j]), right);
        }
    }
    const Sigmoid fitted = fitSigmoid(candidates);
    state.slope = float(fitted.slope);
    state.offset = float(fitted.offset);
}

Result<TrainedTopicModel> Training::run(const std::function<void(const Round&)>& onRound) {
    const auto begin = Clock::now();
    data_.collectTopics(options_);
    if (data_.examples.empty() || data_.names.size() < 2) {
        return Error::invalid(
            QStringLiteral("Training needs examples with at least two topics: decide more items."));
    }
    cosine_ = continued_ ? options_.startFrom->state().cosine : options_.similarity == Similarity::Cosine;
    byWords_ = continued_ ? options_.startFrom->state().words.has_value()
                          : options_.topicEncoder == TopicEncoder::Words;
    sharpness_ = cosine_ ? cosineSharpness : 1;
    const int rounds = continued_ ? std::max(options_.maxRounds, continuedRounds) : options_.maxRounds;
    const Split split = splitExamples(int(data_.examples.size()), options_.heldOutShare, options_.seed);
    const bool twice = options_.refit && !split.heldOut.empty();
    allSteps_ = (split.training.size() + (twice ? data_.examples.size() : 0)) * std::size_t(rounds);
    if (!data_.encode(options_, job_)) {
        return Error::cancelled();
    }
    if (byWords_) {
        data_.encodeNames(options_);
    }
    TrainedTopicModel result;
    EarlyStop stop(options_.patience);
    auto network = train(split.training, rounds, split.heldOut, [&](const Round& round) {
        result.report.rounds.push_back(round);
        if (onRound) {
            onRound(round);
        }
        return !stop.add(round) || continued_;
    });
    if (!network) {
        return Error::cancelled();
    }
    auto state = freeze(*network);
    if (!continued_) {
        calibrate(*state, split.heldOut);
    }
    result.report.metrics = multiLabelMetrics(
        truthOf(split.heldOut),
        rank(split.heldOut, [&](const SparseBatch& part) { return state->relevancies(part); }));
    if (twice) {
        const bool stoppedEarly = !continued_ && result.report.rounds.back().number < rounds;
        const int refitRounds = stoppedEarly ? stop.best() : rounds;
        std::vector<int> all(data_.examples.size());
        std::iota(all.begin(), all.end(), 0);
        network = train(all, refitRounds, {}, [](const Round&) { return true; });
        if (!network) {
            return Error::cancelled();
        }
        auto refitted = freeze(*network);
        refitted->slope = state->slope;
        refitted->offset = state->offset;
        state = std::move(refitted);
    }
    result.report.examples = twice ? data_.examples.size() : split.training.size();
    result.report.heldOut = split.heldOut.size();
    job_.report(qint64(allSteps_), qint64(allSteps_));
    result.report.seconds = secondsSince(begin);
    Manifest& manifest = state->manifest;
    manifest.task = "topics";
    manifest.examples = result.report.examples;
    manifest.heldOut = result.report.heldOut;
    manifest.seed = options_.seed;
    manifest.metrics = result.report.metrics;
    manifest.settings["topics"] = double(data_.names.size());
    manifest.settings["dimensions"] = double(state->topics.columns);
    manifest.settings["features"] = double(data_.encoder.vocabulary().size());
    if (continued_) {
        const Manifest& parent = options_.startFrom->manifest();
        manifest.examples += parent.examples;
        manifest.parent = parent.weightsSha256;
    }
    result.model = std::make_shared<const TopicModel>(std::move(state));
    return result;
}

} // namespace

TopicTrainingOptions TopicTrainingOptions::document() {
    TopicTrainingOptions options;
    options.dimensions = 256;
    options.similarity = Similarity::Cosine;
    options.loss = TopicLoss::Margin;
    options.batch = 10;
    options.maxRounds = 20;
    options.patience = 3;
    return options;
}

Result<TrainedTopicModel> trainTopics(std::span<const TopicExample> examples,
                                      const TopicTrainingOptions& options, const JobContext& job,
                                      const std::function<void(const Round&)>& onRound) try {
    return Training(examples, options, job).run(onRound);
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, QStringLiteral("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

Metrics evaluateTopics(const TopicModel& model, std::span<const TopicExample> examples) {
    std::unordered_map<std::string, int> index;
    for (std::size_t i = 0; i < model.topics().size(); ++i) {
        index.emplace(model.topics()[i], int(i));
    }
    std::vector<Text> texts;
    std::vector<std::vector<int>> truth, ranked;
    int unknown = -1; // Each its own number, so that it counts as missed.
    for (const TopicExample& example : examples) {
        texts.push_back(example.text);
        std::vector<int>& own = truth.emplace_back();
        for (const std::string& topic : example.topics) {
            const auto found = index.find(topic);
            own.push_back(found == index.end() ? unknown-- : found->second);
        }
    }
    for (const auto& scores : model.predict(texts, mostRanked)) {
        std::vector<int>& row = ranked.emplace_back();
        for (const TopicScore& score : scores) {
            row.push_back(score.topic);
        }
    }
    return multiLabelMetrics(truth, ranked);
}

} // namespace moderato::ml
