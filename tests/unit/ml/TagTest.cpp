#include "core/base/Random.h"
#include "core/ml/Cpu.h"
#include "core/ml/tags/TagTrainer.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr int edge = 16;

/// Made-up videos of a few tags: each modality says something of the tag.
class Videos {
public:
    explicit Videos(std::uint64_t seed = 5)
        : random_(seed) {}

    static std::vector<std::string> names() { return {"red apple", "green tree", "blue sea", "grey stone"}; }

    Pictures pictures(int kind) {
        Pictures result{.size = edge, .places = 2, .variants = 2, .pixels = {}};
        for (int frame = 0; frame < result.places * result.variants; ++frame) {
            for (int channel = 0; channel < 3; ++channel) {
                for (int i = 0; i < edge * edge; ++i) {
                    const int base = channel == kind ? 200 : 60;
                    result.pixels.push_back(std::uint8_t(base + int(random_.below(40))));
                }
            }
        }
        return result;
    }
    SoundFrames sound(int kind) {
        SoundFrames result{.frames = 20, .coefficients = 4, .values = {}};
        for (int frame = 0; frame < result.frames; ++frame) {
            for (int c = 0; c < result.coefficients; ++c) {
                result.values.push_back(float((c == kind ? 3 : 0) + random_.uniform()));
            }
        }
        return result;
    }
    Text text(int kind) {
        return {.title = "some video with words " + names()[std::size_t(kind)].substr(0, 5) + " number " +
                         std::to_string(random_.below(1000))};
    }
    TagItem item(int kind, bool text = true, bool pictures = true, bool sound = true) {
        TagItem result;
        if (text) {
            result.text = this->text(kind);
        }
        if (pictures) {
            result.pictures = this->pictures(kind);
        }
        if (sound) {
            result.sound = this->sound(kind);
        }
        return result;
    }
    std::vector<TagExample> examples(int count, int kinds = 4) {
        std::vector<TagExample> result;
        for (int i = 0; i < count; ++i) {
            const int kind = i % kinds;
            const int missing = i % 5; // One of the modalities now and then.
            result.push_back(
                {item(kind, missing != 0, missing != 1, missing != 2), {names()[std::size_t(kind)]}});
        }
        return result;
    }

private:
    Random random_;
};

TagTrainingOptions small() {
    TagTrainingOptions options;
    options.dimensions = 16;
    options.pictureSize = edge;
    options.segments = 2;
    options.batch = 16;
    options.maxRounds = 12;
    options.fewestSteps = 0;
    return options;
}

double rightShare(const TagModel& model, Videos& videos, bool text, bool pictures, bool sound) {
    std::vector<TagExample> examples;
    for (int i = 0; i < 40; ++i) {
        examples.push_back(
            {videos.item(i % 4, text, pictures, sound), {Videos::names()[std::size_t(i % 4)]}});
    }
    return evaluateTags(model, *model.trained(), examples).precision.at1;
}

TEST(Tags, EachModalityAloneAndAllTogetherAreLearned) {
    Videos videos;
    int rounds = 0;
    const auto trained = trainTags(videos.examples(200), small(), {}, [&](const Round& round) {
        EXPECT_EQ(round.number, ++rounds);
        EXPECT_TRUE(std::isfinite(round.loss) && std::isfinite(round.heldOutScore));
        EXPECT_TRUE(std::isnan(round.satisfiedShare));
    });
    ASSERT_TRUE(trained.ok()) << qPrintable(trained.error().message + trained.error().detail);
    EXPECT_EQ(rounds, 12);
    EXPECT_EQ(trained->report.heldOut, 20u);
    EXPECT_GE(trained->report.metrics.precision.at1, 0.9);
    EXPECT_GE(rightShare(*trained->model, videos, true, true, true), 0.95);
    EXPECT_GE(rightShare(*trained->model, videos, true, false, false), 0.95);
    EXPECT_GE(rightShare(*trained->model, videos, false, true, false), 0.7);
    EXPECT_GE(rightShare(*trained->model, videos, false, false, true), 0.9);
}

TEST(Tags, WeightsSayWhatWasThere) {
    Videos videos;
    const auto trained = trainTags(videos.examples(60), small());
    ASSERT_TRUE(trained.ok());
    const std::vector<TagItem> items{videos.item(0), videos.item(1, false),
                                     videos.item(2, true, false, false), TagItem{},
                                     TagItem{.text = {.title = "zzqx"}}};
    const auto predicted = trained->model->predict(items, *trained->model->trained(), 3);
    ASSERT_EQ(predicted.size(), 5u);
    for (int i = 0; i < 3; ++i) {
        const TagPrediction& one = *predicted[std::size_t(i)];
        EXPECT_NEAR(std::accumulate(one.weights.begin(), one.weights.end(), 0.0), 1, 1e-5);
        ASSERT_EQ(one.tags.size(), 3u);
        EXPECT_LE(one.tags[0].distance, one.tags[1].distance);
        EXPECT_TRUE(one.tags[0].probability >= 0 && one.tags[0].probability <= 1);
    }
    EXPECT_EQ(predicted[1]->weights[0], 0.0f);
    EXPECT_EQ(predicted[2]->weights, (std::array<float, modalityCount>{1, 0, 0}));
    for (int i = 3; i < 5; ++i) { // Nothing at all, and only words that it does not know.
        ASSERT_FALSE(predicted[std::size_t(i)].ok());
        EXPECT_EQ(predicted[std::size_t(i)].error().kind, Error::Kind::InvalidInput);
        EXPECT_FALSE(predicted[std::size_t(i)].error().message.isEmpty());
    }
    const float within = predicted[0]->tags[1].distance;
    EXPECT_EQ(trained->model->predict(std::span(items.data(), 1), *trained->model->trained(), 10, within)[0]
                  ->tags.size(),
              2u);
}

TEST(Tags, FewExamplesAreGoneThroughUntilThereAreStepsEnough) {
    Videos videos;
    const auto examples = videos.examples(16);
    TagTrainingOptions options = small();
    options.heldOutShare = 0;
    const auto once = trainTags(examples, options);
    options.fewestSteps = 240;
    const auto often = trainTags(examples, options);
    ASSERT_TRUE(once.ok() && often.ok());
    EXPECT_EQ(once->report.rounds.size(), often->report.rounds.size());
    EXPECT_LT(often->report.rounds.back().loss, 0.5 * once->report.rounds.back().loss);
    EXPECT_GE(evaluateTags(*often->model, *often->model->trained(), examples).precision.at1, 0.9);
}

TEST(Tags, EveryOptionLearns) {
    Videos videos;
    const auto examples = videos.examples(160);
    std::vector<TagTrainingOptions> all(8, small());
    all[0] = TagTrainingOptions::document();
    all[0].dimensions = 16;
    all[0].pictureSize = edge;
    all[0].segments = 2;
    all[0].maxRounds = 12;
    all[0].fewestSteps = 0;
    all[1].loss = TagLoss::Triplet;
    all[1].mining = TagMining::Within;
    all[2].distance = TagDistance::Euclidean;
    all[3].frameFusion = FrameFusion::Recurrent;
    all[4].frameFusion = FrameFusion::Max;
    all[4].temporalShift = true;
    all[5].soundEncoder = SoundEncoder::Convolution;
    all[6].tagOffsets = true;
    all[6].fusion = ModalityFusion::Mean;
    all[7].parts = 2;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto trained = trainTags(examples, all[i]);
        ASSERT_TRUE(trained.ok()) << i << qPrintable(trained.error().detail);
        EXPECT_GE(trained->report.metrics.precision.at1, 0.8) << i;
        EXPECT_EQ(std::isnan(trained->report.rounds.back().satisfiedShare), all[i].loss == TagLoss::Softmax);
    }
}

TEST(Tags, SurviveTheDisk) {
    Videos videos;
    for (const bool offsets : {false, true}) {
        TagTrainingOptions options = small();
        options.tagOffsets = offsets;
        options.frameFusion = offsets ? FrameFusion::Recurrent : FrameFusion::Mean;
        options.soundEncoder = offsets ? SoundEncoder::Convolution : SoundEncoder::Statistics;
        options.maxRounds = 3;
        const auto trained = trainTags(videos.examples(60), options);
        ASSERT_TRUE(trained.ok());
        QTemporaryDir dir;
        ASSERT_TRUE(trained->save(dir.path(), {.name = "Test"}).ok());
        const auto loaded = TagModel::load(dir.path());
        ASSERT_TRUE(loaded.ok()) << qPrintable(loaded.error().detail);
        const std::vector<TagItem> items{videos.item(0), videos.item(3, false)};
        const auto before = trained->model->predict(items, *trained->model->trained());
        const auto after = (*loaded)->predict(items, *(*loaded)->trained());
        for (std::size_t i = 0; i < items.size(); ++i) {
            EXPECT_EQ(*before[i], *after[i]);
        }
        EXPECT_EQ((*loaded)->trained()->names(), trained->model->trained()->names());
        EXPECT_EQ(int((*loaded)->embed(items[0])->size()), (*loaded)->dimensions());
    }
}

TEST(Tags, DamagedFilesAreASentence) {
    Videos videos;
    TagTrainingOptions options = small();
    options.maxRounds = 1;
    const auto trained = trainTags(videos.examples(40), options);
    ASSERT_TRUE(trained.ok());
    QTemporaryDir dir;
    const auto expectRefused = [&](const char* what) {
        const auto loaded = TagModel::load(dir.path());
        ASSERT_FALSE(loaded.ok()) << what;
        EXPECT_EQ(loaded.error().kind, Error::Kind::Model) << what;
        EXPECT_FALSE(loaded.error().message.isEmpty()) << what;
    };
    const auto change = [&](const char* name, auto how) {
        ASSERT_TRUE(trained->save(dir.path(), {}).ok());
        QFile file(dir.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        how(content);
        file.resize(0);
        file.seek(0);
        file.write(content);
    };
    expectRefused("no folder's files");
    change("weights.safetensors", [](QByteArray& content) { content[content.size() / 2] ^= 1; });
    expectRefused("a flipped bit");
    change("weights.safetensors", [](QByteArray& content) { content.truncate(content.size() / 2); });
    expectRefused("half a file");
    change("manifest.json",
           [](QByteArray& content) { content.replace("\"picture_size\": 16", "\"picture_size\": 9999"); });
    expectRefused("a size out of range");
    change("manifest.json",
           [](QByteArray& content) { content.replace("\"dimensions\": 16", "\"dimensions\": 32"); });
    expectRefused("other dimensions");
    change("manifest.json",
           [](QByteArray& content) { content.replace("\"frame_fusion\": 0", "\"frame_fusion\": 2"); });
    expectRefused("tensors that are not there");
    change("manifest.json",
           [](QByteArray& content) { content.replace("\"task\": \"tags\"", "\"task\": \"topics\""); });
    expectRefused("another task");
}

TEST(Tags, ATagAddedAfterTrainingIsPredictedAboveChance) {
    // Twelve kinds of videos whose tags are made of a colour and a thing; four combinations are kept out.
    const std::vector<std::string> colours{"red", "green", "blue"},
        things{"circle", "square", "cross", "stripe"};
    Videos videos;
    Random random(9);
    const auto make = [&](int colour, int thing) {
        TagItem item;
        item.pictures = videos.pictures(colour);
        item.sound = videos.sound(thing);
        return item;
    };
    const auto name = [&](int colour, int thing) {
        return colours[std::size_t(colour)] + ' ' + things[std::size_t(thing)];
    };
    const auto keptOut = [](int colour, int thing) { return colour == thing || (colour == 0 && thing == 3); };
    std::vector<TagExample> learned, unseen;
    std::vector<std::string> all;
    for (int colour = 0; colour < 3; ++colour) {
        for (int thing = 0; thing < 4; ++thing) {
            all.push_back(name(colour, thing));
            for (int i = 0; i < 20; ++i) {
                (keptOut(colour, thing) ? unseen : learned).push_back({make(colour, thing), {all.back()}});
            }
        }
    }
    TagTrainingOptions options = small();
    options.maxRounds = 20;
    options.falseNegative = 2; // All of these names are alike.
    const auto trained = trainTags(learned, options);
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(trained->model->trained()->names().size(), 8u);
    const auto library = trained->model->library(all, trained->model->trained().get());
    const Metrics figures = evaluateTags(*trained->model, *library, unseen);
    EXPECT_EQ(figures.examples, 80u);
    EXPECT_GT(figures.recall.at3, 0.6);     // Chance: 0.25.
    EXPECT_GT(figures.precision.at1, 0.25); // Chance: 0.08.
    // The vectors of known tags are not made anew, and are those of a library made from nothing.
    const auto fresh = trained->model->library(all);
    const auto a = trained->model->predict(std::span(&unseen[0].item, 1), *library, 12);
    const auto b = trained->model->predict(std::span(&unseen[0].item, 1), *fresh, 12);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_NEAR(a[0]->tags[i].distance, b[0]->tags[i].distance, 1e-5);
    }
}

TEST(Tags, NamesThatAreAllAlikeLeaveNothingToLearn) {
    Videos videos;
    TagTrainingOptions options = small();
    options.maxRounds = 1;
    options.falseNegative = 0; // Any overlap, none included: every tag may be right for everything.
    const auto trained = trainTags(videos.examples(20), options);
    ASSERT_FALSE(trained.ok());
    EXPECT_EQ(trained.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(trained.error().message.contains(QStringLiteral("filter_threshold")));
}

TEST(Tags, SameSeedSameBitsOnOneThread) {
    setThreads(1);
    const auto once = [](TagLoss loss) {
        Videos videos;
        TagTrainingOptions options = small();
        options.maxRounds = 2;
        options.loss = loss;
        const auto trained = trainTags(videos.examples(40), options);
        return *trained->model->embed(videos.item(1));
    };
    EXPECT_EQ(once(TagLoss::Softmax), once(TagLoss::Softmax));
    EXPECT_EQ(once(TagLoss::Triplet), once(TagLoss::Triplet));
}

TEST(Tags, TrainingGoesOnFromAModelAndFromAPictureNetwork) {
    Videos videos;
    TagTrainingOptions options = small();
    const auto first = trainTags(videos.examples(120, 3), options);
    ASSERT_TRUE(first.ok());
    QTemporaryDir dir;
    ASSERT_TRUE(first->save(dir.path(), {}).ok());
    TagTrainingOptions more = small();
    more.startFrom = *TagModel::load(dir.path());
    more.learningRate = 5e-4;
    const auto second = trainTags(videos.examples(120), more);
    ASSERT_TRUE(second.ok()) << qPrintable(second.error().detail);
    EXPECT_EQ(second->model->trained()->names().size(), 4u);
    EXPECT_EQ(second->model->trained()->names()[0], first->model->trained()->names()[0]);
    EXPECT_GE(second->report.metrics.precision.at1, 0.9);
    EXPECT_EQ(second->model->manifest().parent, more.startFrom->manifest().weightsSha256);

    TagTrainingOptions plugged = small();
    plugged.dimensions = 24; // Only the picture network has to fit.
    plugged.imageFolder = dir.path().toStdString();
    EXPECT_TRUE(trainTags(videos.examples(60), plugged).ok());
    plugged.imageFolder = "/nowhere";
    EXPECT_EQ(trainTags(videos.examples(60), plugged).error().kind, Error::Kind::Model);
    TagTrainingOptions textOnly = small();
    textOnly.read = {true, false, false};
    const auto without = trainTags(videos.examples(60), textOnly);
    ASSERT_TRUE(without.ok());
    ASSERT_TRUE(without->save(dir.path(), {}).ok());
    plugged.imageFolder = dir.path().toStdString();
    const auto refused = trainTags(videos.examples(60), plugged);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("image.")))
        << qPrintable(refused.error().message);
}

TEST(Tags, CanBeCancelledAndSayWhatIsWrong) {
    Videos videos;
    JobContext job;
    int rounds = 0;
    const auto cancelled = trainTags(videos.examples(40), small(), job, [&](const Round&) {
        ++rounds;
        job.cancel();
    });
    EXPECT_TRUE(cancelled.error().isCancelled());
    EXPECT_EQ(rounds, 1);
    EXPECT_EQ(trainTags(videos.examples(40, 1), small()).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(trainTags({}, small()).error().kind, Error::Kind::InvalidInput);
    TagTrainingOptions nothing = small();
    nothing.read = {false, false, false};
    EXPECT_EQ(trainTags(videos.examples(40), nothing).error().kind, Error::Kind::InvalidInput);
    TagTrainingOptions beyond = TagTrainingOptions::document();
    beyond.beyond = beyond.margin;
    EXPECT_EQ(trainTags(videos.examples(40), beyond).error().kind, Error::Kind::InvalidInput);
    auto mixed = videos.examples(40);
    mixed[3].item.sound.coefficients = 2;
    mixed[3].item.sound.frames = 40;
    EXPECT_EQ(trainTags(mixed, small()).error().kind, Error::Kind::InvalidInput);
}

} // namespace
} // namespace moderato::ml
