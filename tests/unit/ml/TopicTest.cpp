#include "Samples.h"
#include "core/ml/Cpu.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <functional>

namespace moderato::ml {
namespace {

using test::Samples;

TopicTrainingOptions small() {
    TopicTrainingOptions options;
    options.dimensions = 16;
    options.batch = 16;
    return options;
}

TEST(Topics, OverfitEightSamples) {
    Samples samples(8);
    const auto examples = samples.topics(8);
    TopicTrainingOptions options = small();
    options.maxRounds = 60;
    const auto trained = trainTopics(examples, options);
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(evaluateTopics(*trained->model, examples).precision.at1, 1);
    EXPECT_GE(evaluateTopics(*trained->model, examples).recall.at3, 0.99);
}

TEST(Topics, EveryLossAndEncoderLearns) {
    Samples samples(8);
    const auto examples = samples.topics(400);
    for (const TopicLoss loss :
         {TopicLoss::Softmax, TopicLoss::SampledSoftmax, TopicLoss::Margin, TopicLoss::Triplet}) {
        for (const TopicEncoder encoder : {TopicEncoder::OneHot, TopicEncoder::Words, TopicEncoder::Both}) {
            const bool pairs = loss == TopicLoss::Margin || loss == TopicLoss::Triplet;
            TopicTrainingOptions options = loss == TopicLoss::Margin    ? TopicTrainingOptions::document()
                                           : loss == TopicLoss::Triplet ? TopicTrainingOptions::documentTags()
                                                                        : small();
            options.dimensions = 32;
            options.loss = loss;
            options.topicEncoder = encoder;
            options.refit = false;
            options.negatives.filter = NegativeOptions::Filter::None;
            const auto trained = trainTopics(examples, options);
            ASSERT_TRUE(trained.ok());
            EXPECT_GT(trained->report.metrics.precision.at1, 0.9) << int(loss) << ' ' << int(encoder);
            const Round& last = trained->report.rounds.back();
            EXPECT_EQ(std::isnan(last.satisfiedShare), !pairs);
            EXPECT_EQ(std::isnan(last.lossShare), loss != TopicLoss::Triplet);
            if (loss == TopicLoss::Margin) {
                EXPECT_GT(last.satisfiedShare, trained->report.rounds.front().satisfiedShare);
            } else if (loss == TopicLoss::Triplet) {
                EXPECT_LT(last.lossShare, trained->report.rounds.front().lossShare);
            }
        }
    }
}

TEST(Topics, EveryWayOfChoosingNegativesLearns) {
    Samples samples(8);
    const auto examples = samples.topics(400);
    const auto scoreWith = [&examples](const std::function<void(TopicTrainingOptions&)>& change) {
        TopicTrainingOptions options = small();
        options.refit = false;
        options.loss = TopicLoss::SampledSoftmax;
        change(options);
        const auto trained = trainTopics(examples, options);
        return trained.ok() ? trained->report.metrics.precision.at1 : -1;
    };
    EXPECT_GT(scoreWith([](auto& options) { options.uniformNegatives = 4; }), 0.9);
    EXPECT_GT(scoreWith([](auto& options) { options.uniformNegatives = 100; }), 0.9);
    EXPECT_GT(scoreWith([](auto& options) { options.frequencyCorrection = false; }), 0.9);
    EXPECT_GT(scoreWith([](auto& options) { options.temperature = 0.5; }), 0.9);
    EXPECT_GT(scoreWith([](auto& options) {
                  options = TopicTrainingOptions::document();
                  options.dimensions = 32;
                  options.negatives.filter = NegativeOptions::Filter::None;
                  options.negatives.choice = NegativeOptions::Choice::SemiHard;
              }),
              0.9);
}

TEST(Topics, AMiningSlackThatLeavesNoLossIsRefused) {
    Samples samples(4);
    TopicTrainingOptions options = TopicTrainingOptions::documentTags();
    options.miningSlack = options.margin;
    EXPECT_EQ(trainTopics(samples.topics(50), options).error().kind, Error::Kind::InvalidInput);
}

TEST(Topics, ANameThatTrainingNeverSawIsPredictedAtOnce) {
    Samples samples(8);
    for (const TopicEncoder encoder : {TopicEncoder::OneHot, TopicEncoder::Both}) {
        TopicTrainingOptions options = small();
        options.topicEncoder = encoder;
        const auto trained = trainTopics(samples.topics(400), options);
        ASSERT_TRUE(trained.ok());
        std::vector<std::string> names = trained->model->topics();
        std::erase(names, Samples::label(1));
        names.insert(names.begin(), {"kind3word4", "qqq"});
        const auto grown = trained->model->withTopics(names);
        ASSERT_TRUE(grown.ok());
        EXPECT_EQ((*grown)->topics(), names);
        EXPECT_EQ((*grown)->indexOf(Samples::label(1)), -1);
        const Text text{.title = "kind3word4 kind3word2 common3"};
        const auto best = (*grown)->predict(std::span(&text, 1), 4)[0];
        EXPECT_TRUE(std::any_of(best.begin(), best.end(), [](const TopicScore& s) { return s.topic == 0; }));
        // What it knew already stays as it was.
        const int before = trained->model->indexOf(Samples::label(3)),
                  now = (*grown)->indexOf(Samples::label(3));
        EXPECT_EQ((*grown)->relevancies(text)[std::size_t(now)],
                  trained->model->relevancies(text)[std::size_t(before)]);
        QTemporaryDir dir;
        ASSERT_TRUE((*grown)->save(dir.path(), {.name = "Test"}).ok());
        const auto loaded = TopicModel::load(dir.path());
        ASSERT_TRUE(loaded.ok());
        EXPECT_EQ((*loaded)->relevancies(text), (*grown)->relevancies(text));
        EXPECT_EQ((*(*loaded)->withTopics(names))->relevancies(text), (*grown)->relevancies(text));
    }
}

TEST(Topics, ATopicSetIsNotEmptyAndHasNothingTwice) {
    Samples samples(4);
    const auto trained = trainTopics(samples.topics(60), small());
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(trained->model->withTopics({}).error().kind, Error::Kind::InvalidInput);
    const std::vector<std::string> twice{"a", "b", "a"};
    EXPECT_EQ(trained->model->withTopics(twice).error().kind, Error::Kind::InvalidInput);
}

TEST(Topics, FiltersOfFalseNegativesRun) {
    Samples samples(6);
    for (const auto filter : {NegativeOptions::Filter::Cosine, NegativeOptions::Filter::WordOverlap,
                              NegativeOptions::Filter::CharacterOverlap}) {
        TopicTrainingOptions options = TopicTrainingOptions::document();
        options.dimensions = 16;
        options.maxRounds = 2;
        options.negatives.filter = filter;
        EXPECT_TRUE(trainTopics(samples.topics(60), options).ok());
    }
}

TEST(Topics, SameSeedSameBitsOnOneThread) {
    setThreads(1);
    const auto once = [] {
        Samples samples(5);
        TopicTrainingOptions options = TopicTrainingOptions::document();
        options.dimensions = 16;
        options.maxRounds = 2;
        const auto trained = trainTopics(samples.topics(100), options);
        return trained->model->relevancies(samples.text(1));
    };
    EXPECT_EQ(once(), once());
}

TEST(Topics, ThreadsShareASetWithoutTeachingOtherwise) {
    for (const Similarity similarity : {Similarity::Dot, Similarity::Cosine}) {
        std::vector<std::vector<float>> relevancies;
        for (const int count : {1, 2, 3}) {
            setThreads(count);
            Samples samples(8);
            TopicTrainingOptions options = small();
            options.batch = 100; // Parts of different sizes.
            options.maxRounds = 3;
            options.similarity = similarity;
            const auto trained = trainTopics(samples.topics(300), options);
            ASSERT_TRUE(trained.ok());
            relevancies.push_back(trained->model->relevancies(samples.text(2)));
        }
        setThreads(1);
        for (std::size_t topic = 0; topic < relevancies[0].size(); ++topic) { // Weights are kept in 8 bits.
            EXPECT_NEAR(relevancies[1][topic], relevancies[0][topic], 0.02);
            EXPECT_NEAR(relevancies[2][topic], relevancies[0][topic], 0.02);
        }
    }
}

TEST(Topics, PredictIsExactOrderedAndThresholded) {
    Samples samples(8);
    const auto trained = trainTopics(samples.topics(300), small());
    ASSERT_TRUE(trained.ok());
    const TopicModel& model = *trained->model;
    const Text text = samples.text(3);
    const std::vector<float> all = model.relevancies(text);
    const auto scores = model.predict(std::span(&text, 1), 5)[0];
    ASSERT_EQ(scores.size(), 5u);
    EXPECT_EQ(scores[0].relevancy, *std::max_element(all.begin(), all.end()));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        EXPECT_EQ(scores[i].relevancy, all[std::size_t(scores[i].topic)]);
        EXPECT_TRUE(scores[i].probability >= 0 && scores[i].probability <= 1);
        EXPECT_TRUE(i == 0 || scores[i].relevancy <= scores[i - 1].relevancy);
    }
    EXPECT_EQ(model.predict(std::span(&text, 1), 100)[0].size(), 8u);
    EXPECT_EQ(model.predict(std::span(&text, 1), 5, scores[1].relevancy)[0].size(), 2u);
    EXPECT_TRUE(model.predict({}, 5).empty());
}

TEST(Topics, SurviveTheDisk) {
    Samples samples(6);
    for (const TopicEncoder encoder : {TopicEncoder::OneHot, TopicEncoder::Words, TopicEncoder::Both}) {
        TopicTrainingOptions options = small();
        options.topicEncoder = encoder;
        options.similarity = Similarity::Cosine;
        const auto trained = trainTopics(samples.topics(100), options);
        ASSERT_TRUE(trained.ok());
        QTemporaryDir dir;
        ASSERT_TRUE(trained->save(dir.path(), {.name = "Test"}).ok());
        const auto loaded = TopicModel::load(dir.path());
        ASSERT_TRUE(loaded.ok());
        const Text text = samples.text(2);
        EXPECT_EQ((*loaded)->relevancies(text), trained->model->relevancies(text));
        EXPECT_EQ((*loaded)->predict(std::span(&text, 1)), trained->model->predict(std::span(&text, 1)));
        EXPECT_EQ(int((*loaded)->embed(text).size()), (*loaded)->dimensions());
        const auto evidence = (*loaded)->explain(text, (*loaded)->indexOf(Samples::label(2)), 2);
        ASSERT_FALSE(evidence.empty());
        EXPECT_EQ(text.title.substr(std::size_t(evidence[0].begin), 5), "kind2");
    }
}

TEST(Topics, CanBeCancelledAndNeedTopics) {
    Samples samples(4);
    JobContext job;
    job.cancel();
    EXPECT_TRUE(trainTopics(samples.topics(50), small(), job).error().isCancelled());
    EXPECT_EQ(trainTopics(std::vector<TopicExample>{{{.title = "a"}, {}}}, small()).error().kind,
              Error::Kind::InvalidInput);
}

} // namespace
} // namespace moderato::ml
