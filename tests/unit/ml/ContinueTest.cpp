#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace moderato::ml {
namespace {

using test::Samples;

std::string bestLabel(const CategoryModel& model, const Text& text) {
    return model.labels()[std::size_t(model.predict(std::span(&text, 1))[0].best())];
}

/// A model that knows six classes, and what it says of texts that nobody corrects.
class ContinueCategory : public testing::Test {
protected:
    ContinueCategory()
        : samples_(6) {
        base_ = trainCategory(samples_.categories(900), {})->model;
        for (int i = 0; i < 120; ++i) {
            others_.push_back(samples_.text(i % 6));
        }
    }

    double unchanged(const CategoryModel& model) const {
        int same = 0;
        for (const Text& text : others_) {
            same += bestLabel(model, text) == bestLabel(*base_, text);
        }
        return double(same) / double(others_.size());
    }

    static Text drone(int number) {
        return {
            .title = "quadcopter drone test flight number " + std::to_string(number), .body = {}, .tags = {}};
    }

    Samples samples_;
    std::shared_ptr<const CategoryModel> base_;
    std::vector<Text> others_;
};

TEST_F(ContinueCategory, FiveDecisionsChangeTheirKindAndNothingElse) {
    std::vector<CategoryExample> decisions;
    for (int i = 0; i < 5; ++i) {
        decisions.push_back({drone(i), Samples::label(4), 1});
    }
    const auto trained = trainCategory(decisions, {.startFrom = base_});
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(trained->model->labels(), base_->labels());
    EXPECT_EQ(bestLabel(*trained->model, drone(2)), Samples::label(4));
    EXPECT_EQ(bestLabel(*trained->model, {.title = "a new quadcopter drone", .body = {}, .tags = {}}),
              Samples::label(4));
    EXPECT_GE(unchanged(*trained->model), 0.98);
    EXPECT_LT(trained->report.seconds, 5);
}

TEST_F(ContinueCategory, KnownWordsCanBeCorrected) {
    // What was class 1 with word 3 is class 2 from now on: two hundred decisions against what the model
    // knows.
    std::vector<CategoryExample> decisions;
    for (int i = 0; i < 200; ++i) {
        decisions.push_back({samples_.text(i % 6), Samples::label(i % 6 == 1 ? 2 : i % 6), 1});
    }
    const auto trained = trainCategory(decisions, {.startFrom = base_});
    ASSERT_TRUE(trained.ok());
    int moved = 0, kept = 0;
    for (int i = 0; i < 60; ++i) {
        moved += bestLabel(*trained->model, samples_.text(1)) == Samples::label(2);
        kept += bestLabel(*trained->model, samples_.text(3)) == Samples::label(3);
    }
    EXPECT_GE(moved, 54);
    EXPECT_GE(kept, 58);
    EXPECT_EQ(trained->report.heldOut, 20u);
}

TEST_F(ContinueCategory, NewLabelsAreAdded) {
    std::vector<CategoryExample> decisions;
    for (int i = 0; i < 8; ++i) {
        decisions.push_back({drone(i), "drones", 1});
    }
    const auto trained = trainCategory(decisions, {.startFrom = base_});
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(trained->model->labels().size(), base_->labels().size() + 1);
    EXPECT_EQ(trained->model->labels().back(), "drones");
    EXPECT_EQ(bestLabel(*trained->model, {.title = "the drone", .body = {}, .tags = {}}), "drones");
    EXPECT_GE(unchanged(*trained->model), 0.98);
    EXPECT_EQ(trained->model->manifest().examples, base_->manifest().examples + 8);
}

class ContinueTopics : public testing::Test {
protected:
    ContinueTopics()
        : samples_(6) {
        TopicTrainingOptions options;
        options.dimensions = 32;
        base_ = trainTopics(samples_.topics(600), options)->model;
    }

    static std::string best(const TopicModel& model, const Text& text) {
        return model.topics()[std::size_t(model.predict(std::span(&text, 1), 1)[0][0].topic)];
    }

    Samples samples_;
    std::shared_ptr<const TopicModel> base_;
};

TEST_F(ContinueTopics, NewTopicsAreLearnedAndTheRestStays) {
    std::vector<TopicExample> decisions;
    for (int i = 0; i < 6; ++i) {
        decisions.push_back({{.title = "quadcopter drone flight " + std::to_string(i)}, {"drones"}, 1});
    }
    const auto trained = trainTopics(decisions, {.moreTopics = {"kites"}, .startFrom = base_});
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(trained->model->topics().size(), base_->topics().size() + 2);
    EXPECT_GE(trained->model->indexOf("kites"), 0);
    EXPECT_EQ(best(*trained->model, {.title = "my drone", .body = {}, .tags = {}}), "drones");
    int same = 0;
    for (int i = 0; i < 60; ++i) {
        const Text text = samples_.text(i % 6);
        same += best(*trained->model, text) == best(*base_, text);
    }
    EXPECT_GE(same, 58);
}

TEST_F(ContinueTopics, ATopicMadeOfKnownWordsHasAVectorAtOnce) {
    TopicTrainingOptions options;
    options.dimensions = 32;
    options.topicEncoder = TopicEncoder::Words;
    Samples samples(6);
    const auto words = trainTopics(samples.topics(600), options);
    ASSERT_TRUE(words.ok());
    // One example that changes nothing; the new topic shares its words with a known one.
    const auto trained =
        trainTopics(samples.topics(1), {.moreTopics = {"3 label"}, .startFrom = words->model});
    ASSERT_TRUE(trained.ok());
    const Text text = samples.text(3);
    const auto scores = trained->model->predict(std::span(&text, 1), 3)[0];
    const int added = trained->model->indexOf("3 label");
    EXPECT_TRUE(
        std::any_of(scores.begin(), scores.end(), [&](const TopicScore& s) { return s.topic == added; }));
}

} // namespace
} // namespace moderato::ml
