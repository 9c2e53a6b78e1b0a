#include "core/base/Random.h"
#include "core/ml/Metrics.h"
#include "core/ml/quality/QualityTrainer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <optional>

namespace moderato::ml {
namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

const QualitySchema schema{{"likes", "shares"}, {"length", "sharpness", "pace"}, {"author"}};

/// Likes come with length, more so for one author; shares where sharpness and pace are both high or both low:
/// no attribute alone tells.
std::vector<QualityExample> examples(int count, std::uint64_t seed) {
    const std::vector<std::string> authors{"new", "known", "famous"};
    Random random(seed);
    std::vector<QualityExample> result;
    for (int i = 0; i < count; ++i) {
        const auto figure = [&random] { return float(random.uniform() * 2 - 1); };
        const float length = figure(), sharpness = figure(), pace = figure();
        const std::size_t author = random.below(authors.size());
        const bool liked = length + (author == 2 ? 0.5f : 0.0f) > 0;
        const bool shared = sharpness * pace > 0;
        QualityExample example;
        example.item.numbers = {length, sharpness, pace};
        example.item.categories = {authors[author]};
        example.labels = {liked ? TaskLabel::Positive : TaskLabel::Negative,
                          shared ? TaskLabel::Positive : TaskLabel::Negative};
        result.push_back(std::move(example));
    }
    return result;
}

QualityTrainingOptions smallOptions(TaskSharing sharing = TaskSharing::MultiGate) {
    QualityTrainingOptions options;
    options.sharing = sharing;
    options.maxRounds = 12;
    options.batch = 32;
    options.experts = 4;
    options.expertSize = 16;
    options.towerSize = 8;
    options.learningRate = 1e-2;
    return options;
}

TrainedQualityModel train(const std::vector<QualityExample>& data, const QualityTrainingOptions& options,
                          const QualitySchema& tasks = schema) {
    auto trained = trainQuality(tasks, data, options, JobContext());
    EXPECT_TRUE(trained.ok()) << (trained.ok() ? "" : qPrintable(trained.error().message));
    return trained.ok() ? std::move(*trained) : TrainedQualityModel();
}

std::vector<QualityItem> itemsOf(const std::vector<QualityExample>& data) {
    std::vector<QualityItem> items;
    for (const QualityExample& example : data) {
        items.push_back(example.item);
    }
    return items;
}

QByteArray weightsIn(const QString& folder) {
    QFile file(folder + QStringLiteral("/weights.safetensors"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

class QualityNetworks : public ::testing::TestWithParam<TaskSharing> {};

TEST_P(QualityNetworks, LearnTwoTasksAndComeBackFromTheDisk) {
    const auto trained = train(examples(1000, 1), smallOptions(GetParam()));
    ASSERT_TRUE(trained.model);
    const auto fresh = examples(1000, 2);
    const auto figures = evaluateQuality(*trained.model, fresh);
    ASSERT_EQ(figures.size(), 2u);
    EXPECT_EQ(figures[1].task, "shares");
    EXPECT_EQ(figures[1].examples, 1000u);
    EXPECT_GT(figures[0].auc, 0.97);
    EXPECT_GT(figures[1].auc, 0.93);
    EXPECT_GT(figures[0].accuracy, 0.9);

    const QTemporaryDir folder;
    ASSERT_TRUE(trained.save(folder.path(), {.name = "quality-1"}).ok());
    const auto loaded = QualityModel::load(folder.path());
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ((*loaded)->schema(), schema);
    EXPECT_EQ((*loaded)->sharing(), GetParam());
    EXPECT_EQ((*loaded)->predict(itemsOf(fresh)), trained.model->predict(itemsOf(fresh)));
}

INSTANTIATE_TEST_SUITE_P(All, QualityNetworks,
                         ::testing::Values(TaskSharing::SharedBottom, TaskSharing::OneGate,
                                           TaskSharing::MultiGate, TaskSharing::Layered, TaskSharing::Twins));

TEST(Quality, TheSameSeedGivesTheSameBits) {
    const auto data = examples(300, 1);
    const QTemporaryDir first, second, other;
    QualityTrainingOptions options = smallOptions();
    options.maxRounds = 3;
    ASSERT_TRUE(train(data, options).save(first.path(), {}).ok());
    ASSERT_TRUE(train(data, options).save(second.path(), {}).ok());
    options.seed = 2;
    ASSERT_TRUE(train(data, options).save(other.path(), {}).ok());
    EXPECT_EQ(weightsIn(first.path()), weightsIn(second.path()));
    EXPECT_NE(weightsIn(first.path()), weightsIn(other.path()));
}

TEST(Quality, TwinsAreWhatSeparateRunsMake) {
    const auto data = examples(300, 1);
    QualityTrainingOptions options = smallOptions(TaskSharing::Twins);
    options.maxRounds = 4;
    const auto together = train(data, options).model->predict(itemsOf(data));
    for (std::size_t task = 0; task < schema.tasks.size(); ++task) {
        auto one = data;
        for (QualityExample& example : one) {
            example.labels = {example.labels[task]};
        }
        const auto alone = train(one, options, {{schema.tasks[task]}, schema.numbers, schema.categories})
                               .model->predict(itemsOf(data));
        for (std::size_t i = 0; i < data.size(); ++i) {
            ASSERT_EQ(together[i][task], alone[i][0]);
        }
    }
}

TEST(Quality, ALabelThatIsMissingTeachesNothing) {
    // "shares" is known of a tenth: what stands in the others' place must not matter, and it is still
    // learned.
    auto data = examples(2000, 1);
    for (std::size_t i = 0; i < data.size(); ++i) {
        data[i].labels[1] = i % 10 == 0 ? data[i].labels[1] : TaskLabel::None;
    }
    const auto figures = evaluateQuality(*train(data, smallOptions()).model, examples(1000, 2));
    EXPECT_GT(figures[0].auc, 0.97);
    EXPECT_GT(figures[1].auc, 0.8);
    EXPECT_EQ(evaluateQuality(*train(data, smallOptions()).model, data)[1].examples, 200u);
}

TEST(Quality, WhatIsNotKnownOfAnItemIsNoError) {
    const auto model = train(examples(300, 1), smallOptions()).model;
    QualityItem nothing, odd;
    odd.numbers = {unknown, std::numeric_limits<float>::infinity(), 1e30f, 4};
    odd.categories = {"never seen", "too many"};
    for (const auto& scores : model->predict(std::vector{nothing, odd})) {
        for (const float score : scores) {
            EXPECT_TRUE(score >= 0 && score <= 1);
        }
    }
    EXPECT_TRUE(model->predict({}).empty());
}

/// Stops after round `last` and goes on from the checkpoint.
TrainedQualityModel interrupted(const std::vector<QualityExample>& data,
                                const QualityTrainingOptions& options, int last) {
    const JobContext job;
    const auto stopped = trainQuality(schema, data, options, job, [&](const Round& round) {
        if (round.number == last) {
            job.cancel();
        }
    });
    EXPECT_TRUE(!stopped.ok() && stopped.error().isCancelled());
    return train(data, options);
}

TEST(Quality, AnInterruptedTrainingMakesTheSameModel) {
    auto data = examples(300, 1);
    for (std::size_t i = 0; i < data.size(); ++i) {
        data[i].item.text.title = i % 2 == 0 ? "a short title" : "another one";
        data[i].item.layout.resize(i % 3);
    }
    const QTemporaryDir folder;
    for (const TaskSharing sharing : {TaskSharing::MultiGate, TaskSharing::Twins}) {
        QualityTrainingOptions options = smallOptions(sharing);
        options.maxRounds = 4;
        const auto undisturbed = train(data, options).model->predict(itemsOf(data));
        options.checkpoint = folder.filePath(QStringLiteral("checkpoint%1").arg(int(sharing)));
        const int last = sharing == TaskSharing::Twins ? 6 : 2; // The second twin's second round.
        const auto resumed = interrupted(data, options, last);
        EXPECT_EQ(resumed.model->predict(itemsOf(data)), undisturbed);
        EXPECT_EQ(resumed.report.rounds.size(), sharing == TaskSharing::Twins ? 8u : 4u);
    }
}

TEST(Quality, ACheckpointOfOtherDataOrADamagedOneIsNotUsed) {
    const auto data = examples(300, 1);
    const QTemporaryDir folder;
    QualityTrainingOptions options = smallOptions();
    options.maxRounds = 3;
    const auto undisturbed = train(data, options).model->predict(itemsOf(data));
    options.checkpoint = folder.filePath(QStringLiteral("checkpoint"));
    train(examples(300, 5), options); // Leaves a checkpoint of other data.
    EXPECT_EQ(train(data, options).model->predict(itemsOf(data)), undisturbed);

    QFile file(options.checkpoint + QStringLiteral(".0"));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    file.resize(whole.size() / 2);
    file.close();
    EXPECT_EQ(train(data, options).model->predict(itemsOf(data)), undisturbed);
}

TEST(Quality, ARefitLearnsFromAllExamplesAndGoesOnWhereItWas) {
    const auto data = examples(300, 1), later = examples(300, 9);
    const QTemporaryDir folder;
    for (const TaskSharing sharing : {TaskSharing::MultiGate, TaskSharing::Twins}) {
        QualityTrainingOptions options = smallOptions(sharing);
        options.maxRounds = 5;
        options.heldOutShare = 0.3;
        const auto once = train(data, options);
        options.refit = true;
        const auto undisturbed = train(data, options);
        EXPECT_EQ(undisturbed.report.examples, data.size());
        EXPECT_EQ(undisturbed.report.heldOut, once.report.heldOut);
        EXPECT_EQ(undisturbed.heldOut[0].auc, once.heldOut[0].auc) << "measured before it learned from them";
        const auto all = undisturbed.model->predict(itemsOf(later));
        EXPECT_NE(all, once.model->predict(itemsOf(later)));
        options.checkpoint = folder.filePath(QStringLiteral("checkpoint%1").arg(int(sharing)));
        std::optional<JobContext> job;
        job.emplace([&](const Progress& progress) {
            if (progress.done > progress.total * 7 / 10) {
                job->cancel();
            }
        });
        EXPECT_FALSE(trainQuality(schema, data, options, *job).ok());
        EXPECT_TRUE(QFile::exists(options.checkpoint + (sharing == TaskSharing::Twins ? ".2" : ".1")));
        EXPECT_EQ(train(data, options).model->predict(itemsOf(later)), all);
    }
}

TEST(Quality, HowSureItIsComesTrue) {
    // A quarter of the labels is wrong: who is sure of more than three quarters says too much.
    const auto noisy = [](int count, std::uint64_t seed) {
        auto data = examples(count, seed);
        Random random(seed + 100);
        for (QualityExample& example : data) {
            for (TaskLabel& label : example.labels) {
                if (random.uniform() < 0.25) {
                    label = label == TaskLabel::Positive ? TaskLabel::Negative : TaskLabel::Positive;
                }
            }
        }
        return data;
    };
    const auto later = noisy(2000, 2);
    const auto errorOf = [&](double heldOut) {
        QualityTrainingOptions options = smallOptions();
        options.maxRounds = 40;
        options.patience = 40;
        options.weightDecay = 0;
        options.dropout = 0;
        options.heldOutShare = heldOut;
        options.refit = true;
        const auto predicted = train(noisy(600, 1), options).model->predict(itemsOf(later));
        std::vector<float> confidence;
        const std::unique_ptr<bool[]> right(new bool[later.size()]);
        for (std::size_t i = 0; i < later.size(); ++i) {
            const float p = predicted[i][1];
            confidence.push_back(std::max(p, 1 - p));
            right[i] = (p > 0.5f) == (later[i].labels[1] == TaskLabel::Positive);
        }
        return expectedCalibrationError(confidence, {right.get(), later.size()});
    };
    const double calibrated = errorOf(0.3);
    EXPECT_LT(calibrated, 0.1);
    EXPECT_GT(errorOf(0), calibrated + 0.05) << "nothing held out to calibrate with";
}

TEST(Quality, NumbersAloneAndCategoriesAlone) {
    auto numbers = examples(400, 1), categories = numbers;
    for (QualityExample& example : numbers) {
        example.item.categories.clear();
    }
    for (QualityExample& example : categories) {
        example.item.categories.push_back(example.item.numbers[1] * example.item.numbers[2] > 0 ? "a" : "b");
        example.item.numbers.clear();
    }
    const QTemporaryDir first, second;
    const auto byNumbers = train(numbers, smallOptions(), {schema.tasks, schema.numbers, {}});
    const auto byCategories = train(categories, smallOptions(), {schema.tasks, {}, {"author", "kind"}});
    EXPECT_GT(evaluateQuality(*byNumbers.model, numbers)[0].auc, 0.9);
    EXPECT_GT(evaluateQuality(*byCategories.model, categories)[1].auc, 0.97);
    ASSERT_TRUE(byNumbers.save(first.path(), {}).ok());
    ASSERT_TRUE(byCategories.save(second.path(), {}).ok());
    const auto one = QualityModel::load(first.path()), two = QualityModel::load(second.path());
    ASSERT_TRUE(one.ok() && two.ok());
    EXPECT_EQ((*one)->predict(itemsOf(numbers)), byNumbers.model->predict(itemsOf(numbers)));
    EXPECT_EQ((*two)->predict(itemsOf(categories)), byCategories.model->predict(itemsOf(categories)));
}

TEST(Quality, TextAndLayoutAreLearnedFrom) {
    // Likes stand in the title, shares in whether a picture comes first.
    const QualitySchema tasks{{"likes", "shares"}, {}, {}};
    Random random(3);
    std::vector<QualityExample> data;
    for (int i = 0; i < 600; ++i) {
        const bool liked = random.below(2) == 0, pictureFirst = random.below(2) == 0;
        QualityExample example;
        example.item.text.title =
            std::string(liked ? "lovely" : "boring") + " word" + std::to_string(random.below(30));
        example.item.layout = {{LayoutUnit::Kind::Paragraph, 200}, {LayoutUnit::Kind::Paragraph, 300}};
        example.item.layout.insert(pictureFirst ? example.item.layout.begin() : example.item.layout.end(),
                                   {LayoutUnit::Kind::Picture, 0});
        example.labels = {liked ? TaskLabel::Positive : TaskLabel::Negative,
                          pictureFirst ? TaskLabel::Positive : TaskLabel::Negative};
        data.push_back(std::move(example));
    }
    const auto trained = train(data, smallOptions(), tasks);
    const auto figures = evaluateQuality(*trained.model, data);
    EXPECT_GT(figures[0].auc, 0.97);
    EXPECT_GT(figures[1].auc, 0.97);

    const QTemporaryDir folder;
    ASSERT_TRUE(trained.save(folder.path(), {}).ok());
    EXPECT_EQ((*QualityModel::load(folder.path()))->predict(itemsOf(data)),
              trained.model->predict(itemsOf(data)));

    QualityTrainingOptions blind = smallOptions();
    blind.readLayout = false;
    EXPECT_LT(evaluateQuality(*train(data, blind, tasks).model, data)[1].auc, 0.8);
}

TEST(Quality, SentencesAndPicturesAreLearnedFrom) {
    // Likes stand in one of the sentences, shares in whether a picture is bright.
    constexpr int edge = 16;
    const QualitySchema tasks{{"likes", "shares"}, {}, {}};
    Random random(3);
    std::vector<QualityExample> data;
    for (int i = 0; i < 160; ++i) {
        const bool liked = random.below(2) == 0, bright = random.below(2) == 0;
        QualityExample example;
        example.item.sentences = {"Words about number " + std::to_string(random.below(9)) + ".",
                                  liked ? "A lovely day." : "A boring day."};
        example.item.pictures = {.size = edge, .places = 2};
        for (int byte = 0; byte < 2 * 3 * edge * edge; ++byte) {
            const bool first = byte < 3 * edge * edge;
            example.item.pictures.pixels.push_back(
                std::uint8_t(random.below(100) + (first && bright ? 150 : 0)));
        }
        example.labels = {liked ? TaskLabel::Positive : TaskLabel::Negative,
                          bright ? TaskLabel::Positive : TaskLabel::Negative};
        data.push_back(std::move(example));
    }
    QualityTrainingOptions options = smallOptions();
    options.pictureSize = edge;
    options.maxRounds = 8;
    const auto trained = train(data, options, tasks);
    const auto figures = evaluateQuality(*trained.model, data);
    EXPECT_GT(figures[0].auc, 0.95);
    EXPECT_GT(figures[1].auc, 0.95);

    const auto evidence = trained.model->evidence(data[0].item);
    ASSERT_EQ(evidence.size(), 2u);
    ASSERT_EQ(evidence[0].sentences.size(), 2u);
    ASSERT_EQ(evidence[0].pictures.size(), 2u);
    EXPECT_NEAR(evidence[0].sentences[0] + evidence[0].sentences[1], 1, 1e-5);
    EXPECT_NEAR(evidence[0].pictures[0] + evidence[0].pictures[1], 1, 1e-5);
    EXPECT_TRUE(evidence[0].layout.empty());

    const QTemporaryDir folder;
    ASSERT_TRUE(trained.save(folder.path(), {}).ok());
    const auto loaded = *QualityModel::load(folder.path());
    EXPECT_EQ(loaded->predict(itemsOf(data)), trained.model->predict(itemsOf(data)));
    EXPECT_EQ(loaded->evidence(data[0].item), evidence);
}

TEST(Quality, AnUpdateContinuesFromAModel) {
    const auto before = train(examples(600, 1), smallOptions()).model;
    QualityTrainingOptions options = smallOptions();
    options.startFrom = before;
    options.maxRounds = 1;
    options.learningRate = 1e-4;
    const auto data = examples(300, 9);
    const auto after = train(data, options);
    EXPECT_GT(evaluateQuality(*after.model, data)[1].auc, 0.93); // One small round alone would not.
    options.sharing = TaskSharing::Twins;
    EXPECT_FALSE(trainQuality(schema, data, options, JobContext()).ok());
}

TEST(Quality, LossWeightsThatAreLearnedLearnToo) {
    QualityTrainingOptions options = smallOptions();
    options.lossWeights = LossWeights::Learned;
    const auto figures = evaluateQuality(*train(examples(1000, 1), options).model, examples(500, 2));
    EXPECT_GT(figures[0].auc, 0.97);
    EXPECT_GT(figures[1].auc, 0.9);
}

TEST(Quality, WhatCannotBeLearnedIsASentence) {
    auto data = examples(50, 1);
    EXPECT_FALSE(trainQuality({}, data, smallOptions(), JobContext()).ok());
    EXPECT_FALSE(
        trainQuality({{"likes"}, {}, {}}, data, smallOptions(), JobContext()).ok()); // No attributes.
    for (QualityExample& example : data) {
        example.labels[1] = TaskLabel::Positive;
    }
    const auto oneKind = trainQuality(schema, data, smallOptions(), JobContext());
    ASSERT_FALSE(oneKind.ok());
    EXPECT_TRUE(oneKind.error().message.contains(QStringLiteral("shares")));
}

TEST(Quality, ADamagedModelIsAnError) {
    const QTemporaryDir folder;
    ASSERT_TRUE(train(examples(100, 1), smallOptions()).save(folder.path(), {}).ok());
    QFile labels(folder.filePath(QStringLiteral("labels.json")));
    ASSERT_TRUE(labels.open(QIODevice::ReadWrite | QIODevice::Truncate));
    labels.write("[\"task:likes\", \"nonsense\"]");
    labels.close();
    EXPECT_FALSE(QualityModel::load(folder.path()).ok());
    EXPECT_FALSE(QualityModel::load(folder.filePath(QStringLiteral("nowhere"))).ok());
}

} // namespace
} // namespace moderato::ml
