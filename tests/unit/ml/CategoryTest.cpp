#include "Samples.h"
#include "core/ml/Cpu.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

using test::Samples;

TEST(Category, OverfitsEightSamples) {
    const std::vector<CategoryExample> examples{
        {{.title = "the team won the final"}, "sports"},   {{.title = "a goal in the last minute"}, "sports"},
        {{.title = "soup with noodles"}, "food"},          {{.title = "bread from the oven"}, "food"},
        {{.title = "地震后的救援"}, "disaster"},           {{.title = "洪水淹没村庄"}, "disaster"},
        {{.title = "parliament votes today"}, "politics"}, {{.title = "the minister resigns"}, "politics"}};
    const auto trained = trainCategory(examples, {.maxRounds = 40, .heldOutShare = 0});
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(evaluateCategory(*trained->model, examples).accuracy, 1);
    EXPECT_TRUE(std::isnan(trained->report.metrics.accuracy)) << "nothing was held out";
    EXPECT_TRUE(std::isnan(trained->report.rounds.front().heldOutScore));
}

TEST(Category, SameSeedSameBitsOnOneThread) {
    setThreads(1);
    const auto once = [](std::uint64_t seed) {
        Samples samples(4);
        CategoryTrainingOptions options;
        options.maxRounds = 3;
        options.seed = seed;
        const auto trained = trainCategory(samples.categories(200), options);
        return trained->model->predict(std::vector<Text>{samples.text(1)})[0].probabilities;
    };
    EXPECT_EQ(once(5), once(5));
    EXPECT_NE(once(5), once(6));
}

TEST(Category, ProbabilitiesSumToOneAndSurviveTheDisk) {
    Samples samples(4);
    std::vector<Round> rounds;
    const auto trained =
        trainCategory(samples.categories(300), {}, {}, [&](const Round& round) { rounds.push_back(round); });
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(rounds.size(), trained->report.rounds.size());
    EXPECT_EQ(trained->report.heldOut, 30u);
    EXPECT_EQ(trained->report.examples, 300u);
    EXPECT_GT(trained->report.metrics.accuracy, 0.9);
    QTemporaryDir dir;
    ASSERT_TRUE(trained->save(dir.path(), {.name = "Test", .languages = {"en"}}).ok());
    const auto loaded = CategoryModel::load(dir.path());
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ((*loaded)->labels(), trained->model->labels());
    EXPECT_EQ((*loaded)->manifest().examples, 300u);
    const std::vector<Text> texts{samples.text(2), {}, {.title = "nothing known"}};
    const auto before = trained->model->predict(texts), after = (*loaded)->predict(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(before[i].probabilities, after[i].probabilities);
        EXPECT_NEAR(std::accumulate(after[i].probabilities.begin(), after[i].probabilities.end(), 0.0), 1,
                    1e-5);
    }
    EXPECT_EQ(after[0].top(2).size(), 2u);
    EXPECT_EQ(after[0].top(2)[0].first, after[0].best());
    EXPECT_EQ((*loaded)->labels()[std::size_t(after[0].best())], Samples::label(2));
}

TEST(Category, ExplainsByTheWordsThatMattered) {
    Samples samples(4);
    const auto trained = trainCategory(samples.categories(300), {});
    ASSERT_TRUE(trained.ok());
    const Text text{.title = "common1 kind2word3 common2", .body = "common4", .tags = {}};
    const auto evidence = trained->model->explain(text, trained->model->indexOf(Samples::label(2)), 3);
    ASSERT_FALSE(evidence.empty());
    EXPECT_EQ(evidence[0].field, Evidence::Field::Title);
    EXPECT_EQ(text.title.substr(std::size_t(evidence[0].begin), std::size_t(evidence[0].length)),
              "kind2word3");
    EXPECT_GT(evidence[0].weight, 0);
    EXPECT_TRUE(trained->model->explain(text, -1, 3).empty());
    EXPECT_TRUE(trained->model->explain({}, 0, 3).empty());
}

TEST(Category, CanBeCancelled) {
    Samples samples(4);
    JobContext job;
    int rounds = 0;
    const auto trained = trainCategory(samples.categories(300), {}, job, [&](const Round&) {
        ++rounds;
        job.cancel();
    });
    ASSERT_FALSE(trained.ok());
    EXPECT_TRUE(trained.error().isCancelled());
    EXPECT_EQ(rounds, 1);
}

TEST(Category, TooLittleIsAnError) {
    EXPECT_EQ(trainCategory({}, {}).error().kind, Error::Kind::InvalidInput);
    const std::vector<CategoryExample> one{{{.title = "a"}, "x"}, {{.title = "b"}, "x"}};
    EXPECT_EQ(trainCategory(one, {}).error().kind, Error::Kind::InvalidInput);
}

TEST(Category, ReportsProgressToTheEnd) {
    Samples samples(3);
    Progress last;
    const JobContext job([&](const Progress& progress) { last = progress; });
    ASSERT_TRUE(trainCategory(samples.categories(100), {.maxRounds = 3}, job).ok());
    EXPECT_GT(last.done, 0);
    EXPECT_EQ(last.done, last.total);
}

} // namespace
} // namespace moderato::ml
