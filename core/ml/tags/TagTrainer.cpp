#include "core/ml/tags/TagTrainer.h"

#include "core/ml/private/Calibration.h"
#include "core/ml/private/Parts.h"
#include "core/ml/private/TagData.h"
#include "core/ml/private/TagLosses.h"
#include "core/ml/private/TagState.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr float tableStart = 1e-2f; ///< AdaGrad's accumulators.
constexpr float knownStart = 0.05f; ///< And those of a table that training continues from.
constexpr int scoredAtOnce = 16;
constexpr int mostRanked = 10;
constexpr int fewestTries = 256; ///< To draw a tag that makes a triplet.
constexpr std::size_t fewestToCalibrate = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TagTrainer)
};

Status checked(const TagTrainingOptions& options) {
    if (std::none_of(options.read.begin(), options.read.end(), [](bool read) { return read; })) {
        return Error::invalid(Words::tr("Choose at least one of text, frames and sound to read."));
    }
    if (options.dimensions < 2 || options.dimensions > 4096 || options.pictureSize < 16 ||
        options.pictureSize > 256 || options.segments < 1 || options.segments > 256 || options.parts < 1 ||
        options.parts > 64 || options.batch < 2 || options.maxRounds < 1 || !(options.temperature > 0)) {
        return Error::invalid(Words::tr("A size of the model is out of its range."));
    }
    if (options.loss == TagLoss::Triplet && !(options.beyond >= 0 && options.beyond < options.margin)) {
        return Error::invalid(Words::tr("Mining needs 0 ≤ v < m: beyond the margin no triplet has a loss."));
    }
    return {};
}

class Training {
public:
    Training(const TagTrainingOptions& options, TagData data, const JobContext& job)
        : options_(options)
        , data_(std::move(data))
        , job_(job) {}

    Result<TrainedTagModel> run(const std::function<void(const Round&)>& onRound);

private:
    struct Step {
        double loss = 0, withLoss = 0, triplets = 0;
    };

    Status begin(const std::vector<int>& indices);
    int passesARound(std::size_t examples, int batch) const;
    bool hasNegative(int index) const;
    Step step(std::span<const int> indices, double rate, Adam& adam);
    std::vector<int> columnsFor(std::span<const int> indices);
    at::Tensor lossOf(const at::Tensor& distances, const at::Tensor& importance, Step* counted) const;
    void arrange(std::span<const int> indices, const std::vector<int>& columns);
    void drawNegatives(std::span<const int> indices, bool mine);
    at::Tensor vectorsOf(std::span<const int> indices) const;
    at::Tensor everyTag() const;
    at::Tensor offsetsOf(std::span<const int> columns) const;
    double precisionAtOne(std::span<const int> heldOut) const;
    std::unique_ptr<TagModel::State> freeze() const;
    std::vector<TagExample> examplesOf(std::span<const int> indices) const;

    const TagTrainingOptions& options_;
    TagData data_;
    const JobContext& job_;
    TagNetwork network_;
    RowTable words_;
    std::optional<TagFilter> filter_;
    std::vector<std::vector<int>> negatives_; ///< By example, one an own tag.
    std::optional<Random> random_;
    // Of the set in hand.
    std::vector<std::vector<int>> own_;
    std::vector<Triplet> triplets_;
    at::Tensor leftOut_;
};

Status Training::begin(const std::vector<int>& indices) {
    random_.emplace(options_.seed);
    std::vector<std::string> titles;
    for (const TagExample* example : data_.examples) {
        titles.push_back(example->item.text.title);
    }
    filter_.emplace(options_.falseNegative, data_.names, titles);
    if (std::none_of(indices.begin(), indices.end(), [this](int index) { return hasNegative(index); })) {
        return Error::invalid(
            Words::tr("The tags resemble each other so much that none is left as a wrong answer: "
                      "raise filter_threshold, or set it to 2 to leave none out."));
    }
    const auto tags = std::int64_t(data_.names.size());
    const int rows = data_.encoder.vocabulary().size();
    if (options_.startFrom) {
        const TagModel::State& known = options_.startFrom->state();
        network_.shape = known.network.shape;
        network_.addParameters(tags, options_.seed);
        ModelFile file;
        known.network.parameters.store(file);
        if (network_.shape.tagOffsets) { // Tags that are new begin without an offset.
            std::erase_if(file.tensors, [](const Tensor& tensor) { return tensor.name == "tags.offset"; });
            const at::Tensor before = known.network.parameters["tags.offset"];
            at::Tensor offsets = at::zeros({tags, network_.shape.dimensions});
            offsets.narrow(0, 0, before.size(0)).copy_(before);
            Parameters grown;
            grown.add("tags.offset", offsets, false);
            grown.store(file);
        }
        words_ = RowTable(known.words, knownStart);
        words_.grow(rows);
        return network_.parameters.restore(file);
    }
    network_.shape = TagShape::of(options_, data_.coefficients);
    network_.addParameters(tags, options_.seed);
    if (network_.shape.reads(Modality::Sound)) {
        network_.shape.sound().measure(network_.parameters, data_.soundsOf(indices));
    }
    const float range = 1 / std::sqrt(float(options_.dimensions));
    words_ = RowTable(rows, options_.dimensions, tableStart, range, options_.seed + 1);
    if (!options_.imageFolder.empty() && network_.shape.reads(Modality::Pictures)) {
        const auto file = loadModelFile(QString::fromStdString(options_.imageFolder), "tags");
        return file ? network_.parameters.restore(*file, "image.") : Status(file.error());
    }
    return {};
}

/// More than one where few examples would make too few steps to learn anything; an update stays near what it
/// continues from.
int Training::passesARound(std::size_t examples, int batch) const {
    const int stepsAPass = int((examples + std::size_t(batch) - 1) / std::size_t(batch));
    const int steps = std::max(1, stepsAPass * options_.maxRounds);
    return options_.startFrom ? 1 : std::max(1, (options_.fewestSteps + steps - 1) / steps);
}

/// Whether any tag is certainly wrong for it.
bool Training::hasNegative(int index) const {
    const auto& own = data_.tagsOf[std::size_t(index)];
    for (int tag = 0; tag < int(data_.names.size()); ++tag) {
        if (std::find(own.begin(), own.end(), tag) == own.end() && !filter_->mayBeRight(index, own, tag)) {
            return true;
        }
    }
    return false;
}

std::vector<int> Training::columnsFor(std::span<const int> indices) {
    std::vector<int> columns;
    const bool triplets = options_.loss == TagLoss::Triplet;
    for (const int index : indices) {
        const auto& own = data_.tagsOf[std::size_t(index)];
        columns.insert(columns.end(), own.begin(), own.end());
        if (triplets) {
            const auto& negatives = negatives_[std::size_t(index)];
            columns.insert(columns.end(), negatives.begin(), negatives.end());
        }
    }
    for (int i = 0; !triplets && i < options_.moreTags; ++i) {
        columns.push_back(int(random_->below(data_.names.size())));
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

/// Which columns are right, left out, and make triplets.
void Training::arrange(std::span<const int> indices, const std::vector<int>& columns) {
    const auto columnOf = [&](int tag) {
        return int(std::lower_bound(columns.begin(), columns.end(), tag) - columns.begin());
    };
    own_.clear();
    triplets_.clear();
    leftOut_ = at::zeros({std::int64_t(indices.size()), std::int64_t(columns.size())}, at::kBool);
    for (std::size_t row = 0; row < indices.size(); ++row) {
        const int index = indices[row];
        const auto& tags = data_.tagsOf[std::size_t(index)];
        std::vector<int>& own = own_.emplace_back();
        for (std::size_t i = 0; i < tags.size(); ++i) {
            own.push_back(columnOf(tags[i]));
            const int negative =
                options_.loss == TagLoss::Triplet ? negatives_[std::size_t(index)][i] : tags[i];
            if (negative != tags[i]) {
                triplets_.push_back({std::int64_t(row), own.back(), columnOf(negative)});
            }
        }
        bool* const leftOut = leftOut_.data_ptr<bool>() + row * columns.size();
        for (std::size_t c = 0; options_.loss == TagLoss::Softmax && c < columns.size(); ++c) {
            leftOut[c] = std::find(own.begin(), own.end(), int(c)) == own.end() &&
                         filter_->mayBeRight(index, tags, columns[c]);
        }
    }
}

at::Tensor Training::lossOf(const at::Tensor& distances, const at::Tensor& importance, Step* counted) const {
    if (options_.loss == TagLoss::Softmax) {
        return softmaxTagLoss(distances, own_, leftOut_, importance, double(options_.temperature));
    }
    const at::Tensor losses = tripletLosses(distances, triplets_, double(options_.margin));
    std::vector<std::int64_t> rows;
    for (const Triplet& triplet : triplets_) {
        rows.push_back(triplet.item);
    }
    if (counted) {
        counted->withLoss += losses.gt(0).sum().item<double>();
        counted->triplets += double(triplets_.size());
    }
    const at::Tensor weights = importance.index_select(0, indexTensor(rows));
    return (losses * weights).sum() / weights.sum().clamp_min(1e-6);
}

at::Tensor Training::offsetsOf(std::span<const int> columns) const {
    if (!network_.shape.tagOffsets) {
        return {};
    }
    const std::vector<std::int64_t> rows(columns.begin(), columns.end());
    return network_.parameters["tags.offset"].index_select(0, indexTensor(rows));
}

Training::Step Training::step(std::span<const int> indices, double rate, Adam& adam) {
    Step result;
    const std::vector<int> columns = columnsFor(indices);
    arrange(indices, columns);
    TagBatch batch = data_.batch(network_.shape, indices, options_, &*random_);
    const SparseBatch texts = data_.texts(indices, batch.present, options_.featureDropout, &*random_);
    const SparseBatch names = data_.namesOf(columns);
    batch.text = words_.sum(texts).requires_grad_(true);
    const at::Tensor nameSums = words_.sum(names).requires_grad_(true);
    const TagNetwork::Pass pass = network_.forward(batch);
    const at::Tensor tags = network_.tags(nameSums, offsetsOf(columns));
    at::Tensor loss =
        lossOf(network_.distances(pass.vector, tags), at::ones({std::int64_t(indices.size())}), &result);
    result.loss = loss.item<double>() * double(indices.size());
    for (int modality = 0; options_.alone > 0 && modality < modalityCount; ++modality) {
        const at::Tensor importance = batch.present.select(1, modality).to(at::kFloat);
        if (network_.shape.read[std::size_t(modality)] && importance.sum().item<double>() > 0) {
            const at::Tensor distances = network_.distances(pass.modalities.select(1, modality), tags);
            loss = loss + lossOf(distances, importance, nullptr) * options_.alone;
        }
    }
    loss.backward();
    adam.step(rate * options_.learningRate);
    // The table's steps do not depend on the size of the set.
    const double items = double(indices.size());
    if (batch.text.grad().defined()) {
        words_.update(texts, batch.text.grad() * items, rate * options_.textLearningRate);
    }
    if (nameSums.grad().defined()) {
        words_.update(names, nameSums.grad() * items, rate * options_.textLearningRate);
    }
    return result;
}

at::Tensor Training::vectorsOf(std::span<const int> indices) const {
    const at::NoGradGuard noGradients;
    std::vector<at::Tensor> parts;
    for (std::size_t at = 0; at < indices.size(); at += scoredAtOnce) {
        const auto part = indices.subspan(at, std::min<std::size_t>(scoredAtOnce, indices.size() - at));
        TagBatch batch = data_.batch(network_.shape, part, options_, nullptr);
        batch.text = words_.sum(data_.texts(part, batch.present, 0, nullptr));
        parts.push_back(network_.forward(batch).vector);
    }
    return at::cat(parts);
}

at::Tensor Training::everyTag() const {
    const at::NoGradGuard noGradients;
    std::vector<int> all(data_.names.size());
    std::iota(all.begin(), all.end(), 0);
    return network_.tags(words_.sum(data_.namesOf(all)), offsetsOf(all));
}

void Training::drawNegatives(std::span<const int> indices, bool mine) {
    const std::size_t count = data_.names.size();
    const std::size_t tries = std::max<std::size_t>(fewestTries, count < 1000 ? 4 * count : 0);
    const at::NoGradGuard noGradients;
    const at::Tensor tags = mine ? everyTag() : at::Tensor();
    const at::Tensor vectors = mine ? vectorsOf(indices) : at::Tensor();
    negatives_.resize(data_.examples.size());
    for (std::size_t at = 0; at < indices.size(); ++at) {
        const int index = indices[at];
        const auto& own = data_.tagsOf[std::size_t(index)];
        const at::Tensor distances =
            mine ? network_.distances(vectors.narrow(0, std::int64_t(at), 1), tags).contiguous()
                 : at::Tensor();
        auto& negatives = negatives_[std::size_t(index)];
        negatives.clear();
        for (const int positive : own) {
            int fallback = -1, drawn = -1;
            for (std::size_t i = 0; i < tries && drawn < 0; ++i) {
                const int tag = int(random_->below(count));
                if (std::find(own.begin(), own.end(), tag) != own.end() ||
                    filter_->mayBeRight(index, own, tag)) {
                    continue;
                }
                fallback = tag;
                if (!mine) {
                    break;
                }
                const float* const d = distances.data_ptr<float>();
                const float more = d[tag] - d[positive];
                const bool fits = options_.mining == TagMining::Beyond ? more > options_.beyond
                                                                       : more > 0 && more < options_.margin;
                drawn = fits ? tag : -1;
            }
            // Where nothing fits, any that may be one; where all may be right, the own one: no triplet.
            negatives.push_back(drawn >= 0 ? drawn : fallback >= 0 ? fallback : positive);
        }
    }
}

double Training::precisionAtOne(std::span<const int> heldOut) const {
    if (heldOut.empty()) {
        return undefined;
    }
    const at::NoGradGuard noGradients;
    const at::Tensor best = network_.distances(vectorsOf(heldOut), everyTag()).argmin(1).contiguous();
    double right = 0;
    for (std::size_t i = 0; i < heldOut.size(); ++i) {
        const auto& own = data_.tagsOf[std::size_t(heldOut[i])];
        right += double(std::count(own.begin(), own.end(), int(best.data_ptr<std::int64_t>()[i])));
    }
    return right / double(heldOut.size());
}

std::unique_ptr<TagModel::State> Training::freeze() const {
    auto state = std::make_unique<TagModel::State>();
    state->network.shape = network_.shape;
    state->network.parameters = network_.parameters.copy();
    state->encoder = data_.encoder;
    state->words = words_.quantize();
    state->finish(data_.names);
    return state;
}

std::vector<TagExample> Training::examplesOf(std::span<const int> indices) const {
    std::vector<TagExample> result;
    for (const int index : indices) {
        result.push_back(*data_.examples[std::size_t(index)]);
    }
    return result;
}

/// The share of right ones among candidates of the same log share, on items that were held out.
void calibrate(TagModel::State& state, const TagModel& model, const std::vector<TagExample>& heldOut) {
    std::vector<std::pair<double, double>> candidates; // log share, right or not
    for (const TagExample& example : heldOut) {
        const auto predicted = model.predict(std::span(&example.item, 1), *model.trained(), mostRanked);
        for (std::size_t i = 0; predicted.front() && i < predicted.front()->tags.size(); ++i) {
            const TagScore& score = predicted.front()->tags[i];
            const std::string& name = model.trained()->names()[std::size_t(score.tag)];
            const double share = std::clamp(double(score.probability), 1e-30, 1 - 1e-7);
            candidates.emplace_back(std::log(share / (1 - share)),
                                    double(std::count(example.tags.begin(), example.tags.end(), name)));
        }
    }
    if (candidates.size() >= fewestToCalibrate) {
        const Sigmoid fitted = fitSigmoid(candidates);
        state.slope = float(fitted.slope);
        state.offset = float(fitted.offset);
    }
}

Result<TrainedTagModel> Training::run(const std::function<void(const Round&)>& onRound) {
    const auto started = Clock::now();
    const auto secondsSince = [](Clock::time_point time) {
        return std::chrono::duration<double>(Clock::now() - time).count();
    };
    const Split split = splitExamples(int(data_.examples.size()), options_.heldOutShare, options_.seed);
    if (Status begun = begin(split.training); !begun) {
        return begun.error();
    }
    Adam adam(network_.parameters.trained(), options_.weightDecay);
    std::vector<int> order = split.training;
    const int batch = std::max(2, batchSize(options_.batch, order.size()));
    const int passes = passesARound(order.size(), batch);
    FallingRate rate(options_.maxRounds * passes, order.size(), batch);
    const auto allSteps = qint64(order.size()) * options_.maxRounds * passes;
    qint64 done = 0;
    TrainedTagModel result;
    EarlyStop stop(options_.patience);
    std::unique_ptr<TagModel::State> best;
    for (int number = 1; number <= options_.maxRounds; ++number) {
        const auto roundStarted = Clock::now();
        if (options_.loss == TagLoss::Triplet) {
            drawNegatives(order, number > 1 && options_.mining != TagMining::Random);
        }
        Round round{.number = number, .loss = 0};
        Step sum;
        for (int pass = 0; pass < passes; ++pass) {
            random_->shuffle(std::span(order));
            for (std::size_t at = 0; at < order.size(); at += std::size_t(batch)) {
                if (job_.isCancelled()) {
                    return Error::cancelled();
                }
                const auto set =
                    std::span(order).subspan(at, std::min(std::size_t(batch), order.size() - at));
                const Step one = step(set, rate.next(), adam);
                sum.loss += one.loss;
                sum.withLoss += one.withLoss;
                sum.triplets += one.triplets;
                done += qint64(set.size());
                job_.report(done, allSteps);
            }
        }
        round.loss = sum.loss / double(order.size() * std::size_t(passes));
        round.lossShare = sum.triplets > 0 ? sum.withLoss / sum.triplets : undefined;
        round.satisfiedShare = 1 - round.lossShare;
        round.heldOutScore = precisionAtOne(split.heldOut);
        round.seconds = secondsSince(roundStarted);
        result.report.rounds.push_back(round);
        const bool enough = stop.add(round);
        if (stop.best() == number && !split.heldOut.empty()) {
            best = freeze();
        }
        if (onRound) {
            onRound(round);
        }
        if (enough) {
            break;
        }
    }
    if (!best) {
        best = freeze();
    }
    result.report.examples = order.size();
    result.report.heldOut = split.heldOut.size();
    TagModel::State& state = *best; // Nobody else has it before this returns.
    auto model = std::make_shared<const TagModel>(std::move(best));
    const std::vector<TagExample> heldOut = examplesOf(split.heldOut);
    calibrate(state, *model, heldOut);
    result.report.metrics = evaluateTags(*model, *model->trained(), heldOut);
    Manifest& manifest = state.manifest;
    manifest.task = "tags";
    manifest.examples = order.size();
    manifest.heldOut = heldOut.size();
    manifest.seed = options_.seed;
    manifest.metrics = result.report.metrics;
    manifest.settings["tags"] = double(data_.names.size());
    manifest.settings["features"] = double(data_.encoder.vocabulary().size());
    if (options_.startFrom) {
        manifest.examples += options_.startFrom->manifest().examples;
        manifest.parent = options_.startFrom->manifest().weightsSha256;
    }
    result.model = std::move(model);
    job_.report(allSteps, allSteps);
    result.report.seconds = secondsSince(started);
    return result;
}

} // namespace

TagTrainingOptions TagTrainingOptions::document() {
    TagTrainingOptions options;
    options.loss = TagLoss::Triplet;
    options.mining = TagMining::Beyond;
    options.hidden = 0;
    options.alone = 0;
    options.moreTags = 0;
    return options;
}

Result<TrainedTagModel> trainTags(std::span<const TagExample> examples, const TagTrainingOptions& options,
                                  const JobContext& job,
                                  const std::function<void(const Round&)>& onRound) try {
    if (Status fits = checked(options); !fits) {
        return fits.error();
    }
    const TagModel* const known = options.startFrom.get();
    auto data = TagData::make(examples, options, known ? &known->state().network.shape : nullptr,
                              known ? &known->state().encoder : nullptr,
                              known ? known->trained()->names() : std::vector<std::string>(), job);
    if (!data) {
        return data.error();
    }
    return Training(options, std::move(*data), job).run(onRound);
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, Words::tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

Metrics evaluateTags(const TagModel& model, const TagLibrary& library, std::span<const TagExample> examples) {
    std::unordered_map<std::string, int> index;
    for (std::size_t i = 0; i < library.names().size(); ++i) {
        index.emplace(library.names()[i], int(i));
    }
    std::vector<std::vector<int>> truth, ranked;
    int unknown = -1; // Each its own number, so that it counts as missed.
    for (const TagExample& example : examples) {
        const auto predicted = model.predict(std::span(&example.item, 1), library, mostRanked);
        if (!predicted.front()) {
            continue;
        }
        std::vector<int>& own = truth.emplace_back();
        for (const std::string& tag : example.tags) {
            const auto found = index.find(tag);
            own.push_back(found == index.end() ? unknown-- : found->second);
        }
        std::vector<int>& row = ranked.emplace_back();
        for (const TagScore& score : predicted.front()->tags) {
            row.push_back(score.tag);
        }
    }
    return multiLabelMetrics(truth, ranked);
}

} // namespace moderato::ml
