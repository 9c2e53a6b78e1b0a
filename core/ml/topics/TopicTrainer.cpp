#include "core/ml/topics/TopicTrainer.h"

#include "core/ml/private/Parts.h"
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
        : options_(options)
        , job_(job)
        , continued_(options.startFrom != nullptr) {
        for (const TopicExample& example : examples) {
            if (!example.topics.empty()) {
                examples_.push_back(&example);
            }
        }
    }

    Result<TrainedTopicModel> run(const std::function<void(const Round&)>& onRound);

private:
    using Ranked = std::vector<std::vector<int>>;

    void collectTopics();
    bool encode();
    void encodeNames();
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

    std::vector<const TopicExample*> examples_;
    const TopicTrainingOptions& options_;
    const JobContext& job_;
    const bool continued_;
    bool cosine_ = false, byWords_ = false;
    double sharpness_ = 1;
    std::vector<std::string> names_;
    std::vector<int> everyTopic_;
    Ranked topicsOf_; ///< By example.
    Encoder encoder_, nameEncoder_;
    EncodedTexts texts_, encodedNames_;
    std::size_t doneSteps_ = 0, allSteps_ = 0;
};

void Training::collectTopics() {
    std::unordered_map<std::string, int> index;
    const auto add = [&](const std::string& name) {
        const auto [found, isNew] = index.emplace(name, int(names_.size()));
        if (isNew) {
            names_.push_back(name);
        }
        return found->second;
    };
    if (continued_) {
        for (const std::string& name : options_.startFrom->topics()) {
            add(name);
        }
    } else {
        std::vector<std::string> sorted;
        for (const TopicExample* example : examples_) {
            sorted.insert(sorted.end(), example->topics.begin(), example->topics.end());
        }
        std::sort(sorted.begin(), sorted.end());
        std::for_each(sorted.begin(), sorted.end(), add);
    }
    for (const TopicExample* example : examples_) {
        std::vector<int>& own = topicsOf_.emplace_back();
        for (const std::string& name : example->topics) {
            const int topic = add(name);
            if (std::find(own.begin(), own.end(), topic) == own.end()) {
                own.push_back(topic);
            }
        }
    }
    std::for_each(options_.moreTopics.begin(), options_.moreTopics.end(), add);
    everyTopic_.resize(names_.size());
    std::iota(everyTopic_.begin(), everyTopic_.end(), 0);
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
        const auto hashes = distinctFeatures(examples_[i]->text, encoding);
        if (!continued_) {
            builder.add(hashes, topicsOf_[i]);
            continue;
        }
        for (const std::uint32_t hash : hashes) {
            encoder_.vocabulary().add(hash, rarest);
        }
    }
    if (!continued_) {
        encoder_ =
            Encoder(encoding, builder.build(int(names_.size()), encoding.maxFeatures, encoding.minimumCount));
    }
    for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (i % 256 == 0 && job_.isCancelled()) {
            return false;
        }
        texts_.add(encoder_.encode(examples_[i]->text));
    }
    return true;
}

void Training::encodeNames() {
    if (continued_) {
        nameEncoder_ = options_.startFrom->state().words->encoder;
    } else {
        EncoderOptions encoding;
        encoding.wordNgrams = 1;
        encoding.idfPower = 0;
        nameEncoder_ = Encoder(encoding, {});
    }
    for (const std::string& name : names_) {
        const Text text{.title = name};
        for (const std::uint32_t hash : distinctFeatures(text, nameEncoder_.options())) {
            nameEncoder_.vocabulary().add(hash, 1);
        }
        encodedNames_.add(nameEncoder_.encode(text));
    }
}

TopicNetwork Training::newNetwork(const std::vector<int>& indices) const {
    const int size = continued_ ? options_.startFrom->dimensions() : options_.dimensions;
    const auto count = std::int64_t(names_.size());
    const float range = 1 / float(size);
    TopicNetwork network;
    network.cosine = cosine_;
    network.content =
        RowTable(encoder_.vocabulary().size(), size, start, continued_ ? 0 : range, options_.seed);
    if (byWords_) {
        network.names = encodedNames_;
        network.nameEncoder = nameEncoder_;
        network.words =
            RowTable(nameEncoder_.vocabulary().size(), size, topicStart, range, options_.seed + 1);
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
        const at::Tensor unit = unitRows(
            known.content.rows > 0 ? network.content.sum(batchOf(texts_, std::span(&index, 1), encoder_))
                                   : at::zeros({1, network.oneHot.size(1)}));
        for (const int topic : topicsOf_[std::size_t(index)]) {
            if (topic >= old) {
                network.oneHot[topic].add_(unit[0]);
            }
        }
    }
    if (std::int64_t(names_.size()) > old) {
        at::Tensor added = network.oneHot.narrow(0, old, std::int64_t(names_.size()) - old);
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
        appendForTraining(batch, texts_, index, encoder_, dropout, random);
        weights.push_back(examples_[std::size_t(index)]->weight);
        own.push_back(topicsOf_[std::size_t(index)]);
        columns.insert(columns.end(), own.back().begin(), own.back().end());
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    for (std::size_t i = 0; inSet && i < own.size(); ++i) {
        for (int& topic : own[i]) {
            topic = int(std::lower_bound(columns.begin(), columns.end(), topic) - columns.begin());
        }
    }
    const TopicNetwork::Pass pass = network.forward(batch, inSet ? columns : everyTopic_);
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
    FalseNegatives filter(options_.negatives, names_);
    std::vector<int> order = indices;
    Random random(options_.seed);
    const int batch = continued_ ? std::min(options_.batch, continuedBatch) : options_.batch;
    FallingRate rate(rounds, order.size(), batch);
    for (int number = 1; number <= rounds; ++number) {
        const auto begin = Clock::now();
        random.shuffle(std::span(order));
        if (options_.loss == TopicLoss::Margin &&
            options_.negatives.filter == NegativeOptions::Filter::Cosine) {
            std::vector<Text> names;
            for (const std::string& name : names_) {
                names.push_back({.title = name});
            }
            filter.setVectors(network.content.sum(encodeBatch(encoder_, names)));
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
                                             return network.forward(part, everyTopic_).relevancy;
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
    const auto count = std::min<std::int64_t>(mostRanked, std::int64_t(names_.size()));
    for (std::size_t at = 0; at < indices.size(); at += scoredAtOnce) {
        const auto part = indices.subspan(at, std::min<std::size_t>(scoredAtOnce, indices.size() - at));
        const at::Tensor best =
            std::get<1>(relevancies(batchOf(texts_, part, encoder_)).topk(count, 1)).contiguous();
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
        result.push_back(topicsOf_[std::size_t(index)]);
    }
    return result;
}

bool Training::allLearned(const TopicNetwork& network, std::span<const int> indices) const {
    const Ranked ranked =
        rank(indices, [&](const SparseBatch& part) { return network.forward(part, everyTopic_).relevancy; });
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto& own = topicsOf_[std::size_t(indices[i])];
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
    const at::Tensor vectors = network.topicVectors(everyTopic_).contiguous();
    RowTable topics(int(names_.size()), int(vectors.size(1)), start);
    std::copy_n(vectors.data_ptr<float>(), vectors.numel(), topics.row(0));
    auto state = std::make_unique<TopicModel::State>();
    state->encoder = encoder_;
    state->content = network.content.quantize();
    state->topics = topics.quantize();
    if (network.words) {
        state->words = TopicModel::State::TopicWords{nameEncoder_, network.words->quantize()};
    }
    state->cosine = cosine_;
    state->sharpness = float(sharpness_);
    state->names = names_;
    if (continued_) {
        state->slope = options_.startFrom->state().slope;
        state->offset = options_.startFrom->state().offset;
    }
    state->finish();
    return state;
}

void Training::calibrate(TopicModel::State& state, std::span<const int> heldOut) const {
    std::vector<std::pair<double, double>> candidates; // log share, right or not
    const auto count = std::min<std::int64_t>(mostRanked, std::int64_t(names_.size()));
    for (const int index : heldOut) {
        const at::Tensor relevancy = state.relevancies(batchOf(texts_, std::span(&index, 1), encoder_));
        const auto [values, topics] = at::log_softmax(relevancy * state.sharpness, 1).topk(count, 1);
        const auto& own = topicsOf_[std::size_t(index)];
        for (std::int64_t j = 0; j < count; ++j) {
            const bool right =
                std::find(own.begin(), own.end(), int(topics.data_ptr<std::int64_t>()[j])) != own.end();
            candidates.emplace_back(double(values.data_ptr<float>()[j]), right);
        }
    }
    double slope = 1, offset = 0;
    for (int round = 0; round < 50 && !candidates.empty(); ++round) { // Newton's method
        double g0 = 1e-3 * (slope - 1), g1 = 1e-3 * offset, h00 = 1e-3, h01 = 0, h11 = 1e-3;
        for (const auto& [share, right] : candidates) {
            const double p = 1 / (1 + std::exp(-(slope * share + offset)));
            const double curve = p * (1 - p);
            g0 += (p - right) * share;
            g1 += p - right;
            h00 += curve * share * share;
            h01 += curve * share;
            h11 += curve;
        }
        const double determinant = h00 * h11 - h01 * h01;
        if (determinant < 1e-12) {
            break;
        }
        slope -= std::clamp((h11 * g0 - h01 * g1) / determinant, -1.0, 1.0);
        offset -= std::clamp((h00 * g1 - h01 * g0) / determinant, -1.0, 1.0);
    }
    if (slope > 0 && std::isfinite(slope) && std::isfinite(offset)) {
        state.slope = float(slope);
        state.offset = float(offset);
    }
}

Result<TrainedTopicModel> Training::run(const std::function<void(const Round&)>& onRound) {
    const auto begin = Clock::now();
    collectTopics();
    if (examples_.empty() || names_.size() < 2) {
        return Error::invalid(
            QStringLiteral("Training needs examples with at least two topics: decide more items."));
    }
    cosine_ = continued_ ? options_.startFrom->state().cosine : options_.similarity == Similarity::Cosine;
    byWords_ = continued_ ? options_.startFrom->state().words.has_value()
                          : options_.topicEncoder == TopicEncoder::Words;
    sharpness_ = cosine_ ? cosineSharpness : 1;
    const int rounds = continued_ ? std::max(options_.maxRounds, continuedRounds) : options_.maxRounds;
    const Split split = splitExamples(int(examples_.size()), options_.heldOutShare, options_.seed);
    const bool twice = options_.refit && !split.heldOut.empty();
    allSteps_ = (split.training.size() + (twice ? examples_.size() : 0)) * std::size_t(rounds);
    if (!encode()) {
        return Error::cancelled();
    }
    if (byWords_) {
        encodeNames();
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
        std::vector<int> all(examples_.size());
        std::iota(all.begin(), all.end(), 0);
        network = train(all, continued_ ? rounds : stop.best(), {}, [](const Round&) { return true; });
        if (!network) {
            return Error::cancelled();
        }
        auto refitted = freeze(*network);
        refitted->slope = state->slope;
        refitted->offset = state->offset;
        state = std::move(refitted);
    }
    result.report.examples = twice ? examples_.size() : split.training.size();
    result.report.heldOut = split.heldOut.size();
    job_.report(qint64(allSteps_), qint64(allSteps_));
    result.report.seconds = secondsSince(begin);
    Manifest& manifest = state->manifest;
    manifest.task = "topics";
    manifest.examples = result.report.examples;
    manifest.heldOut = result.report.heldOut;
    manifest.seed = options_.seed;
    manifest.metrics = result.report.metrics;
    manifest.settings["topics"] = double(names_.size());
    manifest.settings["dimensions"] = double(state->topics.columns);
    manifest.settings["features"] = double(encoder_.vocabulary().size());
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
