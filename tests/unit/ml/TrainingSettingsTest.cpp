#include "core/ml/TrainingSettings.h"

#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/quality/QualityOptions.h"
#include "core/ml/tags/TagOptions.h"
#include "core/ml/topics/TopicTrainer.h"

#include <gmock/gmock.h>

namespace moderato::ml {

using testing::HasSubstr;

namespace {

template <class Options> Status set(Options& options, const std::vector<std::string>& settings) {
    return TrainingSettings(options).apply(settings);
}

} // namespace

TEST(TrainingSettings, SetsWhatItNames) {
    TopicTrainingOptions topics;
    ASSERT_TRUE(set(topics, {"loss=triplet", "dimensions=64", "random_share=0.25", "hard=semi", "refit=0",
                             "topic_encoder=words", "word_ngrams=3"}));
    EXPECT_EQ(topics.loss, TopicLoss::Triplet);
    EXPECT_EQ(topics.dimensions, 64);
    EXPECT_EQ(topics.negatives.randomShare, 0.25);
    EXPECT_EQ(topics.negatives.choice, NegativeOptions::Choice::SemiHard);
    EXPECT_FALSE(topics.refit);
    EXPECT_EQ(topics.topicEncoder, TopicEncoder::Words);
    EXPECT_EQ(topics.encoder.wordNgrams, 3);
    TagTrainingOptions tags;
    ASSERT_TRUE(set(tags, {"sound=0", "frame_fusion=recurrent", "temporal_shift=1", "distance=euclidean"}));
    EXPECT_FALSE(tags.read[std::size_t(Modality::Sound)]);
    EXPECT_TRUE(tags.read[std::size_t(Modality::Text)]);
    EXPECT_EQ(tags.frameFusion, FrameFusion::Recurrent);
    EXPECT_TRUE(tags.temporalShift);
    EXPECT_EQ(tags.distance, TagDistance::Euclidean);
    QualityTrainingOptions quality;
    ASSERT_TRUE(set(quality, {"network=ple", "loss_weights=learned", "task_weights=1,0.5", "layout=0"}));
    EXPECT_EQ(quality.sharing, TaskSharing::Layered);
    EXPECT_EQ(quality.lossWeights, LossWeights::Learned);
    EXPECT_EQ(quality.taskWeights, (std::vector<double>{1, 0.5}));
    EXPECT_FALSE(quality.readLayout);
    EXPECT_FALSE(set(quality, {"task_weights=1,much"}).ok());
    CategoryTrainingOptions category;
    ASSERT_TRUE(set(category, {"class_balance=0.5"}));
    EXPECT_EQ(category.classBalance, 0.5);
}

TEST(TrainingSettings, APresetComesFirst) {
    TopicTrainingOptions options;
    ASSERT_TRUE(set(options, {"margin=0.7", "preset=document"}));
    EXPECT_EQ(options.loss, TopicLoss::Margin);
    EXPECT_EQ(options.dimensions, TopicTrainingOptions::document().dimensions);
    EXPECT_FLOAT_EQ(options.margin, 0.7f);
}

TEST(TrainingSettings, SaysWhatDoesNotFit) {
    TopicTrainingOptions options;
    const auto sentence = [&](const std::string& setting) {
        const Status status = set(options, {setting});
        EXPECT_FALSE(status) << setting;
        return status ? std::string() : status.error().message.toStdString();
    };
    EXPECT_THAT(sentence("lose=margin"), HasSubstr("loss=softmax|sampled|margin|triplet"));
    EXPECT_THAT(sentence("loss"), HasSubstr("loss=softmax|sampled|margin|triplet"));
    EXPECT_THAT(sentence("loss=hinge"), HasSubstr("softmax|sampled|margin|triplet"));
    for (const char* wrong : {"batch=0", "batch=1.5", "batch=many", "batch=", "batch=1e99", "margin=nan"}) {
        EXPECT_THAT(sentence(wrong), HasSubstr(std::string(wrong).substr(0, 5))) << wrong;
    }
    EXPECT_EQ(options.batch, TopicTrainingOptions().batch);
    EXPECT_FLOAT_EQ(options.margin, TopicTrainingOptions().margin);
}

} // namespace moderato::ml
