#include "core/ml/private/QualityTraining.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr float tableStart = 1e-2f; ///< AdaGrad's accumulators.
constexpr float knownStart = 0.05f; ///< And those of a table that training continues from.
constexpr std::size_t scoredAtOnce = 4096;
constexpr double laterIsBetter = 1e-7;

/// Each round's own, so that a round after an interruption draws what it would have drawn.
std::uint64_t seedOf(std::uint64_t seed, int round) {
    return seed + 0x9e3779b97f4a7c15ULL * std::uint64_t(round);
}

} // namespace

QualityPartTraining::QualityPartTraining(const Common& common, QualityShape shape, std::vector<int> tasks,
                                         LabelTensors labels, const QualityPart* known, int number)
    : common_(common)
    , number_(number)
    , tasks_(std::move(tasks))
    , labels_(std::move(labels)) {
    network_.shape = std::move(shape);
    network_.shape.tasks.tasks = std::int64_t(tasks_.size());
    loss_.weights = common_.options.lossWeights;
    for (const int task : tasks_) {
        const auto& weights = common_.options.taskWeights;
        loss_.taskWeights.push_back(std::size_t(task) < weights.size() ? weights[std::size_t(task)] : 1);
    }
    begin(known);
}

void QualityPartTraining::begin(const QualityPart* known) {
    const QualityTrainingOptions& options = common_.options;
    network_.addParameters(options.seed);
    if (network_.shape.readsWords()) {
        const float range = 1 / std::sqrt(float(options.textSize));
        words_ = known ? RowTable(known->words, knownStart)
                       : RowTable(common_.ngrams, options.textSize, tableStart, range, options.seed + 1);
    }
    if (known) {
        ModelFile file;
        known->network.parameters.store(file);
        (void)network_.parameters.restore(file).ok(); // The shape is that part's.
    } else if (network_.shape.atomic) {
        network_.shape.atomicNetwork.measure(network_.parameters,
                                             rowsOf(common_.data.numbers(), common_.split.training));
    }
    loss_.addParameters(network_.parameters);
    adam_.emplace(network_.parameters.trained(), options.weightDecay);
}

QualityBatch QualityPartTraining::batch(std::span<const int> rows, double hidden, Random* random,
                                        TextBatches& texts) const {
    QualityBatch batch = common_.data.batch(network_.shape, rows, hidden, random);
    if (network_.shape.imageText) {
        texts.back() = common_.data.words(rows);
        batch.imageText.words = words_.sum(texts.back());
    }
    for (int channel = 0; network_.shape.text && channel < fieldCount; ++channel) {
        SparseBatch& sparse = texts[std::size_t(channel)];
        sparse = common_.data.texts(channel, rows, hidden, random);
        batch.texts[std::size_t(channel)] = words_.sum(sparse);
    }
    return batch;
}

double QualityPartTraining::step(std::span<const int> rows, double rate, Random& random) {
    const QualityTrainingOptions& options = common_.options;
    TextBatches texts;
    QualityBatch batch = this->batch(rows, options.featureDropout, &random, texts);
    const std::array<at::Tensor*, textKinds> sums{&batch.texts[0], &batch.texts[1], &batch.texts[2],
                                                  &batch.imageText.words};
    for (at::Tensor* const sum : sums) {
        if (sum->defined()) {
            sum->requires_grad_(true);
        }
    }
    const at::Tensor logits = network_.logits(batch, Hiding(options.dropout, &random));
    const QualityLoss::Losses losses =
        loss_(network_.parameters, logits, rowsOf(labels_.labels, rows), rowsOf(labels_.known, rows));
    losses.total.backward();
    adam_->step(rate * options.learningRate);
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        const at::Tensor& sum = *sums[kind];
        if (sum.defined() && sum.grad().defined()) { // The table's steps do not depend on the batch's size.
            words_.update(texts[kind], sum.grad() * double(rows.size()), rate * options.textLearningRate);
        }
    }
    return losses.byTask.detach().sum().item<double>() * double(rows.size());
}

Result<double> QualityPartTraining::round(int number, qint64 allParts) {
    const QualityTrainingOptions& options = common_.options;
    Random random(seedOf(options.seed, number));
    std::vector<int> order = common_.split.training;
    random.shuffle(std::span(order));
    const auto batch = std::size_t(batchSize(options.batch, order.size()));
    const std::size_t stepsARound = (order.size() + batch - 1) / batch;
    const double steps = double(stepsARound) * options.maxRounds;
    const auto perPart = qint64(order.size()) * options.maxRounds;
    double loss = 0, step = double(stepsARound) * (number - 1);
    for (std::size_t at = 0; at < order.size(); at += batch, ++step) {
        if (common_.job.isCancelled()) {
            return Error::cancelled();
        }
        const auto rows = std::span(order).subspan(at, std::min(batch, order.size() - at));
        loss += this->step(rows, 1 - step / steps, random);
        common_.job.report(perPart * number_ + qint64(order.size()) * (number - 1) + qint64(at + rows.size()),
                           perPart * allParts);
    }
    return loss / double(order.size());
}

/// Mean area under the curve of the tasks.
double QualityPartTraining::heldOutScore() const {
    const at::NoGradGuard noGradients;
    const std::span<const int> heldOut(common_.split.heldOut);
    if (heldOut.empty()) {
        return undefined;
    }
    std::vector<at::Tensor> parts;
    for (std::size_t at = 0; at < heldOut.size(); at += scoredAtOnce) {
        TextBatches texts;
        parts.push_back(network_.logits(
            batch(heldOut.subspan(at, std::min(scoredAtOnce, heldOut.size() - at)), 0, nullptr, texts)));
    }
    const at::Tensor logits = at::cat(parts).contiguous();
    const at::Tensor labels = rowsOf(labels_.labels, heldOut), known = rowsOf(labels_.known, heldOut);
    double sum = 0, defined = 0;
    for (std::size_t task = 0; task < tasks_.size(); ++task) {
        std::vector<float> scores;
        std::vector<int> positive;
        for (std::size_t i = task; i < std::size_t(logits.numel()); i += tasks_.size()) {
            if (known.data_ptr<float>()[i] > 0) {
                scores.push_back(logits.data_ptr<float>()[i]);
                positive.push_back(labels.data_ptr<float>()[i] > 0);
            }
        }
        if (const double area = areaUnderCurve(scores, positive); !std::isnan(area)) {
            sum += area;
            ++defined;
        }
    }
    return defined > 0 ? sum / defined : undefined;
}

void QualityPartTraining::keepBest() {
    best_.network.shape = network_.shape;
    best_.network.parameters = network_.parameters.copy();
    best_.words = network_.shape.readsWords() ? words_.quantize() : QuantizedTable();
    best_.tasks = tasks_;
}

Result<QualityPart> QualityPartTraining::run(const QString& checkpoint, const QByteArray& fingerprint,
                                             qint64 allParts, int mostRounds,
                                             const std::function<void(const Round&)>& onRound) {
    bool finished = false;
    const bool resumed = !checkpoint.isEmpty() && resume(checkpoint, fingerprint, finished);
    EarlyStop stop(common_.options.patience);
    // Of equal scores the later round's: its steps were smaller.
    const auto add = [&stop](Round round) {
        round.heldOutScore += laterIsBetter * round.number;
        return stop.add(round);
    };
    for (const Round& known : rounds_) {
        add(known);
        if (resumed && onRound) {
            onRound(known);
        }
    }
    const int before = number_ * common_.options.maxRounds;
    while (!finished && int(rounds_.size()) < mostRounds) {
        const int number = int(rounds_.size()) + 1;
        const auto started = Clock::now();
        const auto loss = round(number, allParts);
        if (!loss) {
            return loss.error();
        }
        Round round{.number = before + number, .loss = *loss};
        round.heldOutScore = heldOutScore();
        round.seconds = std::chrono::duration<double>(Clock::now() - started).count();
        rounds_.push_back(round);
        finished = add(round) || number == mostRounds;
        if (stop.best() == round.number) {
            keepBest();
        }
        if (!checkpoint.isEmpty()) {
            if (Status saved = save(checkpoint, fingerprint, finished); !saved) {
                return saved.error();
            }
        }
        if (onRound) {
            onRound(round);
        }
    }
    bestRound_ = stop.best() - before;
    return best_;
}

} // namespace moderato::ml
