#include "core/ml/quality/QualityTrainer.h"

#include "core/ml/private/QualityTraining.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t fewestToCalibrate = 25; ///< Held-out labels of each kind.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QualityTrainer)
};

Status checked(const QualitySchema& schema, std::span<const QualityExample> examples,
               const QualityTrainingOptions& options) {
    if (schema.tasks.empty()) {
        return Error::invalid(Words::tr("Name at least one task to learn."));
    }
    if (options.startFrom &&
        (options.startFrom->schema() != schema || options.startFrom->sharing() != options.sharing)) {
        return Error::invalid(Words::tr("The model to continue from has other tasks, attributes or another "
                                        "network: train from scratch."));
    }
    if (options.batch < 1 || options.maxRounds < 1 || options.experts < 1 || options.expertSize < 1 ||
        options.towerSize < 1 || options.levels < 1 || options.taskExperts < 1 || options.bins < 1 ||
        options.embedding < 1 || options.imageTextSize % ImageTextNetwork::heads != 0 ||
        options.pictureSize < 16 || options.pictureSize > 256) {
        return Error::invalid(Words::tr("A size of the model is out of its range."));
    }
    std::size_t complete = 0;
    for (std::size_t task = 0; task < schema.tasks.size(); ++task) {
        const auto has = [&](TaskLabel label) {
            return std::any_of(examples.begin(), examples.end(), [&](const QualityExample& example) {
                return task < example.labels.size() && example.labels[task] == label;
            });
        };
        const bool both = has(TaskLabel::Positive) && has(TaskLabel::Negative);
        complete += both ? 1 : 0;
        if (!both && !options.startFrom) {
            return Error::invalid(Words::tr("“%1” needs examples of both kinds, positive and negative; leave "
                                            "the task out or bring more examples.")
                                      .arg(QString::fromStdString(schema.tasks[task])));
        }
    }
    if (complete == 0) { // A model that is continued may lack new labels of some tasks.
        return Error::invalid(Words::tr("No task has new examples of both kinds, positive and negative."));
    }
    return {};
}

/// What is learned from, and everything that the result depends on, as a hash: a checkpoint belongs to it.
QByteArray fingerprintOf(const QualitySchema& schema, std::span<const QualityExample> examples,
                         const QualityTrainingOptions& o) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::string& text) {
        hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
        hash.addData(QByteArrayView("\0", 1));
    };
    const auto addAll = [&add](const std::vector<std::string>& texts) {
        std::for_each(texts.begin(), texts.end(), add);
        add("|");
    };
    addAll(schema.tasks);
    addAll(schema.numbers);
    addAll(schema.categories);
    for (const QualityExample& example : examples) {
        const QualityItem& item = example.item;
        add(item.text.title);
        add(item.text.body);
        addAll(item.text.tags);
        addAll(item.categories);
        addAll(item.sentences);
        hash.addData(QByteArrayView(item.pictures.pixels.data(), qsizetype(item.pictures.pixels.size())));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(item.numbers.data()),
                                    qsizetype(item.numbers.size() * sizeof(float))));
        for (const LayoutUnit& unit : item.layout) {
            add(std::to_string(int(unit.kind)) + " " + std::to_string(unit.size));
        }
        for (const TaskLabel label : example.labels) {
            add(std::to_string(int(label)));
        }
    }
    std::vector<double> numbers{double(o.sharing),
                                double(o.lossWeights),
                                double(o.readText),
                                double(o.wideText),
                                double(o.readAttributes),
                                double(o.readLayout),
                                double(o.readImageText),
                                double(o.imageTextSize),
                                double(o.pictureSize),
                                double(o.textSize),
                                double(o.channelSize),
                                double(o.embedding),
                                double(o.crossSize),
                                double(o.bins),
                                double(o.layoutSize),
                                double(o.categoryMinimum),
                                double(o.experts),
                                double(o.taskExperts),
                                double(o.levels),
                                double(o.expertHidden),
                                double(o.expertSize),
                                double(o.towerSize),
                                double(o.maxRounds),
                                double(o.patience),
                                double(o.batch),
                                o.learningRate,
                                o.textLearningRate,
                                o.weightDecay,
                                o.dropout,
                                o.featureDropout,
                                o.heldOutShare,
                                double(o.refit),
                                double(o.seed >> 32),
                                double(o.seed & 0xffffffff),
                                double(o.encoder.maxFeatures),
                                double(o.encoder.minimumCount),
                                double(o.encoder.wordNgrams),
                                double(o.encoder.charNgramsFrom),
                                double(o.encoder.charNgramsTo),
                                double(o.encoder.ideographNgrams),
                                double(o.encoder.idfPower),
                                double(o.encoder.maxBodyBytes)};
    numbers.insert(numbers.end(), o.taskWeights.begin(), o.taskWeights.end());
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(numbers.data()),
                                qsizetype(numbers.size() * sizeof(double))));
    add(o.startFrom ? o.startFrom->manifest().weightsSha256 : std::string());
    return hash.result().toHex();
}

QualityShape shapeOf(const QualitySchema& schema, std::span<const QualityExample> examples,
                     const AttributeValues& values, const QualityTrainingOptions& options) {
    const auto any = [&](auto has) { return std::any_of(examples.begin(), examples.end(), has); };
    QualityShape shape;
    shape.text = options.readText && any([](const QualityExample& example) {
                     const Text& text = example.item.text;
                     return !text.title.empty() || !text.body.empty() || !text.tags.empty();
                 });
    shape.wide = options.wideText;
    shape.atomic = options.readAttributes && !(schema.numbers.empty() && schema.categories.empty());
    shape.imageText = options.readImageText && any([](const QualityExample& example) {
                          return !example.item.sentences.empty() || example.item.pictures.fits();
                      });
    shape.style =
        options.readLayout && any([](const QualityExample& example) { return !example.item.layout.empty(); });
    shape.textChannels = {options.textSize, options.channelSize};
    shape.atomicNetwork = {values.counts(), std::int64_t(schema.numbers.size()), options.bins,
                           options.embedding, options.crossSize};
    shape.imageTextNetwork = {options.textSize, options.imageTextSize, options.pictureSize};
    shape.styleNetwork = {options.layoutSize};
    shape.tasks = {.sharing = options.sharing,
                   .in = 0,
                   .tasks = std::int64_t(schema.tasks.size()),
                   .experts = options.experts,
                   .expertHidden = options.expertHidden,
                   .expertSize = options.expertSize,
                   .towerSize = options.towerSize,
                   .taskExperts = options.taskExperts,
                   .levels = options.levels};
    return shape;
}

/// The n-grams that tell most about the tasks' labels.
Encoder encoderOf(std::span<const QualityExample> examples, std::span<const int> training, int tasks,
                  const EncoderOptions& options) {
    VocabularyBuilder builder;
    for (const int row : training) {
        const QualityExample& example = examples[std::size_t(row)];
        std::vector<int> labels;
        for (int task = 0; task < std::min(tasks, int(example.labels.size())); ++task) {
            const TaskLabel label = example.labels[std::size_t(task)];
            if (label != TaskLabel::None) {
                labels.push_back(2 * task + int(label));
            }
        }
        Text text = example.item.text;
        for (const std::string& sentence : example.item.sentences) {
            text.body.append(text.body.empty() ? "" : "\n").append(sentence);
        }
        builder.add(distinctFeatures(text, options), labels);
    }
    return Encoder(options, builder.build(2 * tasks, std::size_t(options.maxFeatures), options.minimumCount));
}

Metrics metricsOf(const std::vector<TaskFigures>& figures, std::size_t examples) {
    Metrics metrics;
    metrics.examples = examples;
    double sum = 0, defined = 0;
    for (const TaskFigures& one : figures) {
        if (!std::isnan(one.accuracy)) {
            sum += one.accuracy;
            ++defined;
        }
    }
    metrics.accuracy = defined > 0 ? sum / defined : undefined;
    return metrics;
}

class Training {
public:
    Training(const QualitySchema& schema, std::span<const QualityExample> examples,
             const QualityTrainingOptions& options, const JobContext& job)
        : schema_(schema)
        , examples_(examples)
        , options_(options)
        , job_(job)
        , split_(splitExamples(int(examples.size()), options.heldOutShare, options.seed)) {}

    Result<TrainedQualityModel> run(const std::function<void(const Round&)>& onRound);

private:
    /// The parts of one pass over `split`; `rounds`: as many as each part makes at most.
    struct Pass {
        std::vector<QualityPart> parts;
        std::vector<int> bestRounds;
        std::vector<Round> rounds;
    };
    QualityShape prepare(QualityModel::State& state) const;
    Result<Pass> pass(const QualityModel::State& state, const QualityShape& shape, const QualityData& data,
                      const Split& split, const std::vector<int>& rounds,
                      const std::function<void(const Round&)>& onRound) const;
    bool isRefitted() const { return options_.refit && !split_.heldOut.empty(); }
    /// What it says of the held-out examples, brought to probabilities that come true.
    std::vector<Sigmoid> calibrate(const QualityModel& model, std::span<const QualityExample> heldOut) const;
    void describe(Manifest& manifest, const TrainingReport& report) const;

    const QualitySchema& schema_;
    std::span<const QualityExample> examples_;
    const QualityTrainingOptions& options_;
    const JobContext& job_;
    const Split split_;
};

QualityShape Training::prepare(QualityModel::State& state) const {
    state.schema = schema_;
    state.calibration.resize(schema_.tasks.size());
    if (options_.startFrom) {
        const QualityModel::State& known = options_.startFrom->state();
        state.calibration = known.calibration;
        state.values = known.values;
        state.encoder = known.encoder;
        return known.parts.front().network.shape;
    }
    state.values = AttributeValues::of(examples_, schema_.categories.size(), options_.categoryMinimum);
    const QualityShape shape = shapeOf(schema_, examples_, state.values, options_);
    if (shape.readsWords()) {
        state.encoder = encoderOf(examples_, split_.training, int(schema_.tasks.size()), options_.encoder);
    }
    return shape;
}

Result<Training::Pass> Training::pass(const QualityModel::State& state, const QualityShape& shape,
                                      const QualityData& data, const Split& split,
                                      const std::vector<int>& rounds,
                                      const std::function<void(const Round&)>& onRound) const {
    const bool again = split.heldOut.empty() && !split_.heldOut.empty();
    const QualityPartTraining::Common common{options_, data, split, state.encoder.vocabulary().size(), job_};
    const QByteArray fingerprint =
        options_.checkpoint.isEmpty() ? QByteArray() : fingerprintOf(schema_, examples_, options_);
    std::vector<int> tasks(schema_.tasks.size());
    std::iota(tasks.begin(), tasks.end(), 0);
    const bool twins = options_.sharing == TaskSharing::Twins;
    Pass result;
    for (std::size_t part = 0; part < rounds.size(); ++part) {
        const std::vector<int> own = twins ? std::vector{tasks[part]} : tasks;
        const QualityPart* const known =
            options_.startFrom ? &options_.startFrom->state().parts[part] : nullptr;
        const std::size_t number = part + (again ? rounds.size() : 0);
        QualityPartTraining training(common, shape, own, LabelTensors::of(examples_, own), known,
                                     int(number));
        const QString checkpoint = options_.checkpoint.isEmpty()
                                       ? QString()
                                       : options_.checkpoint + QStringLiteral(".%1").arg(number);
        auto trained = training.run(checkpoint, fingerprint, qint64(rounds.size()) * (isRefitted() ? 2 : 1),
                                    rounds[part], onRound);
        if (!trained) {
            return trained.error();
        }
        result.parts.push_back(std::move(*trained));
        result.bestRounds.push_back(training.bestRound());
        result.rounds.insert(result.rounds.end(), training.rounds().begin(), training.rounds().end());
    }
    return result;
}

std::vector<Sigmoid> Training::calibrate(const QualityModel& model,
                                         std::span<const QualityExample> heldOut) const {
    std::vector<Sigmoid> result = model.state().calibration;
    std::vector<QualityItem> items;
    for (const QualityExample& example : heldOut) {
        items.push_back(example.item);
    }
    const auto predicted = model.predict(items);
    for (std::size_t task = 0; task < result.size(); ++task) {
        std::vector<std::pair<double, double>> pairs; // logit, label
        std::size_t positive = 0;
        for (std::size_t i = 0; i < heldOut.size(); ++i) {
            const auto& labels = heldOut[i].labels;
            if (task < labels.size() && labels[task] != TaskLabel::None) {
                const double p = std::clamp(double(predicted[i][task]), 1e-7, 1 - 1e-7);
                const bool is = labels[task] == TaskLabel::Positive;
                pairs.emplace_back(std::log(p / (1 - p)), is);
                positive += is ? 1 : 0;
            }
        }
        if (std::min(positive, pairs.size() - positive) >= fewestToCalibrate) {
            const double slope = fitSlope(pairs);
            result[task] = {slope * result[task].slope, slope * result[task].offset};
        }
    }
    return result;
}

void Training::describe(Manifest& manifest, const TrainingReport& report) const {
    manifest.task = "quality";
    manifest.examples = report.examples;
    manifest.heldOut = report.heldOut;
    manifest.seed = options_.seed;
    manifest.metrics = report.metrics;
    if (options_.startFrom) {
        manifest.examples += options_.startFrom->manifest().examples;
        manifest.parent = options_.startFrom->manifest().weightsSha256;
    }
}

Result<TrainedQualityModel> Training::run(const std::function<void(const Round&)>& onRound) {
    const auto started = Clock::now();
    auto owned = std::make_unique<QualityModel::State>();
    QualityModel::State& state = *owned; // Nobody else has it before this returns.
    const QualityShape shape = prepare(state);
    if (shape.features() == 0) {
        return Error::invalid(Words::tr("There is nothing to learn from: the examples have no text, no "
                                        "attributes and no layout."));
    }
    std::vector<const QualityItem*> items;
    std::vector<QualityExample> heldOut;
    for (const QualityExample& example : examples_) {
        items.push_back(&example.item);
    }
    for (const int row : split_.heldOut) {
        heldOut.push_back(examples_[std::size_t(row)]);
    }
    const QualityData data(shape, state.values, state.encoder, items);
    const std::size_t parts = options_.sharing == TaskSharing::Twins ? schema_.tasks.size() : 1;
    auto first = pass(state, shape, data, split_, std::vector<int>(parts, options_.maxRounds), onRound);
    if (!first) {
        return first.error();
    }
    state.parts = std::move(first->parts);
    TrainedQualityModel result{std::make_shared<const QualityModel>(std::move(owned)), {}, {}};
    state.calibration = calibrate(*result.model, heldOut);
    result.heldOut = evaluateQuality(*result.model, heldOut);
    result.report.rounds = std::move(first->rounds);
    result.report.examples = split_.training.size();
    result.report.heldOut = heldOut.size();
    result.report.metrics = metricsOf(result.heldOut, heldOut.size());
    if (isRefitted()) {
        Split all;
        all.training.resize(examples_.size());
        std::iota(all.training.begin(), all.training.end(), 0);
        auto second = pass(state, shape, data, all, first->bestRounds, {});
        if (!second) {
            return second.error();
        }
        state.parts = std::move(second->parts);
        result.report.examples = examples_.size();
    }
    describe(state.manifest, result.report);
    result.report.seconds = std::chrono::duration<double>(Clock::now() - started).count();
    return result;
}

} // namespace

Result<TrainedQualityModel> trainQuality(const QualitySchema& schema,
                                         std::span<const QualityExample> examples,
                                         const QualityTrainingOptions& options, const JobContext& job,
                                         const std::function<void(const Round&)>& onRound) try {
    if (Status fits = checked(schema, examples, options); !fits) {
        return fits.error();
    }
    return Training(schema, examples, options, job).run(onRound);
} catch (const std::exception& problem) {
    return Error{Error::Kind::Internal, Words::tr("Training failed: try again with fewer examples."),
                 QString::fromUtf8(problem.what())};
}

std::vector<TaskFigures> evaluateQuality(const QualityModel& model,
                                         std::span<const QualityExample> examples) {
    std::vector<QualityItem> items;
    for (const QualityExample& example : examples) {
        items.push_back(example.item);
    }
    const auto predicted = model.predict(items);
    std::vector<TaskFigures> result;
    for (std::size_t task = 0; task < model.schema().tasks.size(); ++task) {
        std::vector<float> scores;
        std::vector<int> truth, guessed;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (task < examples[i].labels.size() && examples[i].labels[task] != TaskLabel::None) {
                scores.push_back(predicted[i][task]);
                truth.push_back(examples[i].labels[task] == TaskLabel::Positive);
                guessed.push_back(predicted[i][task] > 0.5f);
            }
        }
        result.push_back({model.schema().tasks[task], truth.size(), areaUnderCurve(scores, truth),
                          accuracy(truth, guessed), macroF1(truth, guessed, 2)});
    }
    return result;
}

} // namespace moderato::ml
