#include "core/ml/topics/TopicTrainer.h"

#include "core/ml/Cpu.h"
#include "core/ml/private/Calibration.h"
#include "core/ml/private/Parts.h"
#include "core/ml/private/TopicExamples.h"
#include "core/ml/private/TopicLosses.h"
#include "core/ml/private/TopicSets.h"
#include "core/ml/private/TopicStart.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double cosineSharpness = 16;
constexpr int continuedRounds = 30; ///< At most; it stops as soon as all examples are learned.
constexpr int continuedBatch = 16;
constexpr int continuedNegatives = 4096;
constexpr int scoredAtOnce = 256;
constexpr int mostRanked = 10;
constexpr std::size_t fewestAPart = 16; ///< Texts that are worth a thread.
/// What scoring may cost, so that it does not outweigh training where there are many topics: after a round
/// this many multiplications, at least `fewestScored` texts; at the end `mostScored` texts.
constexpr double scoredARound = 4e8;
constexpr std::size_t fewestScored = 100, mostScored = 5000, mostCalibrated = 2000;

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
        , continued_(options.startFrom != nullptr) {
        if (continued_) { // A few examples of a topic or two say little about the others.
            options_.uniformNegatives = std::max(options_.uniformNegatives, continuedNegatives);
        }
    }

    Result<TrainedTopicModel> run(const std::function<void(const Round&)>& onRound);

private:
    using Ranked = std::vector<std::vector<int>>;

    std::optional<TopicNetwork> train(const std::vector<int>& indices, int rounds,
                                      const std::vector<int>& heldOut,
                                      const std::function<bool(const Round&)>& goOn);
    /// What some texts of a set teach.
    struct Step {
        SparseBatch texts;
        SetLoss loss;
        TopicNetwork::Gradients gradients;
    };
    Step stepOf(const TopicNetwork& network, const TopicNetwork::Topics& topics, const TopicSet& set,
                std::size_t begin, std::size_t end, const FalseNegatives& filter, Random& random) const;
    SetLoss step(TopicNetwork& network, const TopicSet& set, double rate, const FalseNegatives& filter,
                 Random& random) const;
    double scoreRound(const TopicNetwork& network, std::span<const int> heldOut) const;
    template <class Relevancies>
    Ranked rank(std::span<const int> indices, std::int64_t most, Relevancies&& relevancies) const;
    Ranked truthOf(std::span<const int> indices) const;
    bool allLearned(const TopicNetwork& network, std::span<const int> indices) const;
    std::unique_ptr<TopicModel::State> freeze(const TopicNetwork& network) const;
    void calibrate(TopicModel::State& state, std::span<const int> heldOut) const;

    TopicExamples data_;
    TopicTrainingOptions options_;
    const JobContext& job_;
    const bool continued_;
    TopicShape shape_;
    double sharpness_ = 1;
    std::size_t doneSteps_ = 0, allSteps_ = 0;
};

Training::Step Training::stepOf(const TopicNetwork& network, const TopicNetwork::Topics& topics,
                                const TopicSet& set, std::size_t begin, std::size_t end,
                                const FalseNegatives& filter, Random& random) const {
    Step step{set.texts.part(begin, end), {}, {}};
    const TopicNetwork::Pass pass = network.forward(step.texts, topics);
    switch (options_.loss) {
    case TopicLoss::Margin:
        step.loss = marginSetLoss(pass.relevancy, set.columns, set.own, set.weights, options_.margin,
                                  options_.negatives, filter, random);
        break;
    case TopicLoss::Triplet:
        step.loss = tripletSetLoss(pass.relevancy, set.own, set.negatives, set.weights, options_.margin);
        break;
    case TopicLoss::Softmax:
    case TopicLoss::SampledSoftmax:
        step.loss = softmaxLoss(pass.relevancy, std::span(set.own).subspan(begin, end - begin),
                                std::span(set.weights).subspan(begin, end - begin),
                                {options_.labelSmoothing, sharpness_, set.logInclusion});
        break;
    }
    step.gradients = network.backward(topics, pass, step.loss.gradient);
    return step;
}

/// With softmax each text stands for itself: some of them on each thread.
SetLoss Training::step(TopicNetwork& network, const TopicSet& set, double rate, const FalseNegatives& filter,
                       Random& random) const {
    const std::size_t texts = set.own.size();
    const bool together = options_.loss == TopicLoss::Margin || options_.loss == TopicLoss::Triplet;
    const std::size_t parts =
        together ? 1 : std::clamp<std::size_t>(texts / fewestAPart, 1, std::size_t(at::get_num_threads()));
    const TopicNetwork::Topics topics = network.topics(set.columns, set.alone);
    std::vector<Step> steps(parts);
    {
        const OneThreadAProduct one;
        at::parallel_for(0, std::int64_t(parts), 1, [&](std::int64_t begin, std::int64_t end) {
            for (auto i = std::size_t(begin); i < std::size_t(end); ++i) {
                steps[i] =
                    stepOf(network, topics, set, i * texts / parts, (i + 1) * texts / parts, filter, random);
            }
        });
    }
    const TopicNetwork::Rates rates{rate * options_.learningRate, rate * options_.topicLearningRate};
    SetLoss all;
    at::Tensor toTopics = steps.front().gradients.topics;
    for (std::size_t i = 0; i < parts; ++i) {
        const Step& one = steps[i];
        network.updateContent(one.texts, one.gradients.content, rates.content);
        toTopics = i == 0 ? toTopics : toTopics + one.gradients.topics;
        all.loss += one.loss.loss;
        all.satisfied += one.loss.satisfied;
        all.pairs += one.loss.pairs;
    }
    network.updateTopics(topics, toTopics, rates);
    return all;
}

std::optional<TopicNetwork> Training::train(const std::vector<int>& indices, int rounds,
                                            const std::vector<int>& heldOut,
                                            const std::function<bool(const Round&)>& goOn) {
    TopicNetwork network = startNetwork(data_, options_, shape_, indices);
    const auto everyRelevancy = [&](const SparseBatch& part) {
        return network.forward(part, network.topics(data_.everyTopic)).relevancy;
    };
    FalseNegatives filter(options_.negatives, data_.names);
    std::vector<int> order = indices;
    Random random(options_.seed);
    const bool setsMatter = // Their size is the number of candidates (S0.7).
        options_.loss == TopicLoss::Margin || options_.loss == TopicLoss::Triplet;
    const int batch = continued_   ? std::min(options_.batch, continuedBatch)
                      : setsMatter ? options_.batch
                                   : batchSize(options_.batch, order.size());
    const Dropout dropout{continued_ ? std::max(options_.featureDropout, continuedFeatureDropout)
                                     : options_.featureDropout,
                          options_.fieldDropout};
    const TopicSets sets(data_, options_, indices, batch,
                         shape_.nameWeight > 0 && !continued_ ? options_.nameAlone : 0);
    DrawnNegatives drawn;
    FallingRate rate(rounds, order.size(), batch);
    for (int number = 1; number <= rounds; ++number) {
        const auto begin = Clock::now();
        random.shuffle(std::span(order));
        if (setsMatter && options_.negatives.filter == NegativeOptions::Filter::Cosine) {
            std::vector<Text> names;
            for (const std::string& name : data_.names) {
                names.push_back({.title = name});
            }
            filter.setVectors(network.content.sum(encodeBatch(data_.encoder, names)));
        }
        if (options_.loss == TopicLoss::Triplet && number > 1) {
            drawn = mineTriplets(data_, order, everyRelevancy, options_, filter, random);
        }
        Round round{.number = number, .loss = 0};
        double satisfied = 0, pairs = 0;
        for (std::size_t at = 0; at < order.size(); at += std::size_t(batch)) {
            if (job_.isCancelled()) {
                return {};
            }
            const auto part = std::span(order).subspan(at, std::min(std::size_t(batch), order.size() - at));
            const SetLoss loss = step(network, sets.make(part, dropout, drawn, random),
                                      continued_ ? 1 : rate.next(), filter, random);
            round.loss += loss.loss;
            satisfied += loss.satisfied;
            pairs += loss.pairs;
            doneSteps_ += part.size();
            job_.report(qint64(doneSteps_), qint64(std::max(allSteps_, doneSteps_)));
        }
        round.loss /= double(order.size());
        round.satisfiedShare = pairs > 0 ? satisfied / pairs : undefined;
        round.lossShare = options_.loss == TopicLoss::Triplet ? 1 - round.satisfiedShare : undefined;
        round.heldOutScore = scoreRound(network, heldOut);
        round.seconds = secondsSince(begin);
        const bool allSatisfied = options_.loss == TopicLoss::Margin && round.satisfiedShare == 1;
        if (!goOn(round) || allSatisfied || (continued_ && allLearned(network, indices))) {
            break;
        }
    }
    return network;
}

double Training::scoreRound(const TopicNetwork& network, std::span<const int> heldOut) const {
    const double cost = double(data_.names.size()) * double(shape_.dimensions);
    const std::size_t count = std::max(fewestScored, std::size_t(scoredARound / cost));
    const auto part = heldOut.first(std::min(count, heldOut.size()));
    if (part.empty()) {
        return undefined;
    }
    const at::Tensor compared = network.topics(data_.everyTopic).unit;
    return precisionAt(1, truthOf(part), rank(part, 1, [&](const SparseBatch& texts) {
                           return at::mm(network.content.sum(texts), compared.t());
                       }));
}

template <class Relevancies>
Training::Ranked Training::rank(std::span<const int> indices, std::int64_t most,
                                Relevancies&& relevancies) const {
    Ranked result;
    const auto count = std::min(most, std::int64_t(data_.names.size()));
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
    const Ranked ranked = rank(indices, mostRanked, [&](const SparseBatch& part) {
        return network.forward(part, network.topics(data_.everyTopic)).relevancy;
    });
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
    const at::Tensor vectors = network.topics(data_.everyTopic).vectors.contiguous();
    RowTable topics(int(data_.names.size()), int(vectors.size(1)), 0);
    std::copy_n(vectors.data_ptr<float>(), vectors.numel(), topics.row(0));
    auto state = std::make_unique<TopicModel::State>();
    state->encoder = data_.encoder;
    state->content = network.content.quantize();
    state->topics = topics.quantize();
    if (network.words) {
        state->words = TopicModel::State::TopicWords{data_.nameEncoder, network.words->quantize()};
    }
    state->cosine = shape_.cosine;
    state->nameWeight = shape_.nameWeight;
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
    for (const int index : heldOut.first(std::min(heldOut.size(), mostCalibrated))) {
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
    if (options_.loss == TopicLoss::Triplet && options_.miningSlack >= options_.margin) {
        return Error::invalid(
            QStringLiteral("The slack of mining must be below the margin: no triplet would have a loss."));
    }
    shape_ = shapeOf(options_);
    sharpness_ = options_.temperature > 0 ? 1 / options_.temperature : shape_.cosine ? cosineSharpness : 1;
    const int rounds = continued_ ? std::max(options_.maxRounds, continuedRounds) : options_.maxRounds;
    const Split split = splitExamples(int(data_.examples.size()), options_.heldOutShare, options_.seed);
    const bool twice = options_.refit && !split.heldOut.empty();
    allSteps_ = (split.training.size() + (twice ? data_.examples.size() : 0)) * std::size_t(rounds);
    if (!data_.encode(options_, job_)) {
        return Error::cancelled();
    }
    if (shape_.byWords || (shape_.nameWeight > 0 && !continued_)) {
        data_.encodeNames(options_, !shape_.byWords);
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
    const auto scored = std::span(split.heldOut).first(std::min(split.heldOut.size(), mostScored));
    result.report.metrics = multiLabelMetrics(
        truthOf(scored),
        rank(scored, mostRanked, [&](const SparseBatch& part) { return state->relevancies(part); }));
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
    options.topicEncoder = TopicEncoder::OneHot;
    options.similarity = Similarity::Cosine;
    options.loss = TopicLoss::Margin;
    options.batch = 10;
    options.maxRounds = 20;
    options.patience = 3;
    return options;
}

TopicTrainingOptions TopicTrainingOptions::documentTags() {
    TopicTrainingOptions options = document();
    options.topicEncoder = TopicEncoder::Words;
    options.loss = TopicLoss::Triplet;
    options.batch = 32;
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
