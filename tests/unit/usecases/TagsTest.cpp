#include "core/base/Hash.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/Decide.h"
#include "core/usecases/Evaluate.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/Predict.h"
#include "core/usecases/PredictFile.h"
#include "core/usecases/TagDataSet.h"
#include "core/usecases/TrainRun.h"
#include "tests/unit/media/Clips.h"
#include "tests/unit/usecases/Lessons.h"

#include <QDir>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::ModelTask;
using storage::must;
using test::clip;

/// Videos of two kinds: a counter on grey with a tone, and a test card without sound.
class TagsTest : public LessonsTest {
protected:
    static constexpr auto counter = "counted.mp4";
    static constexpr auto card = "plain.mp4";

    ContentId addVideo(const QString& path, const QString& title, const QString& id) {
        domain::Content content;
        content.kind = domain::ContentKind::Video;
        content.externalId = id;
        content.title = title;
        content.importedAt = clock.now();
        content.media = domain::MediaFile{path, must(sha256OfFile(path)), QFileInfo(path).size()};
        return add(content);
    }
    void give(ContentId id, const QString& topic) {
        DecisionDraft draft;
        draft.content = id;
        draft.kind = domain::Decision::Kind::SetTopics;
        draft.topics = QStringList{topic};
        draft.person = QStringLiteral("ann");
        must(decide.decide(draft).takeResult());
    }
    /// Sixteen decided videos of both kinds, and an article, of which the tag model learns nothing.
    void decideVideos() {
        for (int i = 0; i < 16; ++i) {
            const bool grey = i % 2 == 0;
            const ContentId id = addVideo(clip(QLatin1String(grey ? counter : card)),
                                          grey ? QStringLiteral("grey numbers, part %1").arg(i)
                                               : QStringLiteral("coloured pattern, part %1").arg(i),
                                          QString::number(i));
            give(id, grey ? QStringLiteral("counting numbers") : QStringLiteral("test card"));
        }
        give(addArticle(QStringLiteral("A text about cards")), QStringLiteral("essays"));
    }
    /// Enough for clips that are all alike.
    const QString onePass = QStringLiteral("fewest_steps=0");

    TrainOutcome train(bool promote = true) {
        TrainOptions options;
        options.task = ModelTask::Tags;
        options.promote = promote;
        options.settings = {onePass};
        return must(training.train(options, {}));
    }

    media::DecoderProcess decoder{QStringLiteral(MODERATO_PROGRAM)};
    TagFeatures features{library->cacheFolder(), &decoder};
    ModelService models{*library, clock};
    Predict predict{*library, models, clock, &features};
    TrainRun training{*library, models, clock, &features};
    Decide decide{*library, clock};
};

TEST_F(TagsTest, FeaturesAreReadOnceAndKept) {
    FeatureSource source{clip(QLatin1String(counter)), {}, true};
    ASSERT_TRUE(features.ensure(source, TagFeatures::For::Prediction, {}).ok());
    EXPECT_EQ(source.sha256, must(sha256OfFile(source.path)));
    const auto middle = features.kept(source.sha256, TagFeatures::For::Prediction);
    ASSERT_TRUE(middle);
    EXPECT_TRUE(middle->pictures.fits() && middle->sound.fits());
    EXPECT_EQ(middle->pictures.places, TagFeatures::segments);
    EXPECT_EQ(middle->pictures.variants, 1);
    EXPECT_EQ(middle->sound.coefficients, 13);
    EXPECT_NEAR(middle->sound.frames, 198, 4); // Two seconds.
    // The greys of the counter rise: one frame a segment, in order.
    const std::size_t step = 3 * TagFeatures::pictureSize * TagFeatures::pictureSize;
    for (std::size_t place = 1; place < std::size_t(middle->pictures.places); ++place) {
        EXPECT_GT(middle->pictures.pixels[place * step], middle->pictures.pixels[(place - 1) * step]);
    }
    // Training wants drawn frames beside the middle ones, from the same segments.
    EXPECT_FALSE(features.kept(source.sha256, TagFeatures::For::Training));
    ASSERT_TRUE(features.ensure(source, TagFeatures::For::Training, {}).ok());
    const auto drawn = features.kept(source.sha256, TagFeatures::For::Training);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->pictures.variants, TagFeatures::variants);
    EXPECT_EQ(drawn->pictures.pixels[0], middle->pictures.pixels[0]);

    const TagFeatures withoutDecoder(library->cacheFolder(), nullptr);
    EXPECT_TRUE(withoutDecoder.of(source, TagFeatures::For::Training, {}).ok());
    // A damaged file counts as not there.
    const QString kept = library->cacheFolder() + QStringLiteral("/features/") +
                         QString::fromLatin1(source.sha256) + QStringLiteral(".features");
    QFile file(kept);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.resize(file.size() - 8);
    file.close();
    EXPECT_FALSE(features.kept(source.sha256, TagFeatures::For::Prediction));
    EXPECT_FALSE(withoutDecoder.of(source, TagFeatures::For::Prediction, {}).ok());
    EXPECT_FALSE(features.kept("../../secret", TagFeatures::For::Prediction));
}

TEST_F(TagsTest, NoSoundIsAFactAndABrokenFileASentence) {
    const auto silent =
        must(features.of({clip(QLatin1String(card)), {}, true}, TagFeatures::For::Prediction, {}));
    EXPECT_TRUE(silent.pictures.fits());
    EXPECT_FALSE(silent.sound.fits());
    const auto picture =
        must(features.of({clip(QStringLiteral("picture.png")), {}, false}, TagFeatures::For::Training, {}));
    EXPECT_EQ(picture.pictures.places, 1);
    for (const char* broken : {"random.mp4", "empty.mp4", "script.mp4"}) {
        const auto read =
            features.of({clip(QLatin1String(broken)), {}, true}, TagFeatures::For::Prediction, {});
        ASSERT_FALSE(read.ok()) << broken;
        EXPECT_FALSE(read.error().message.isEmpty()) << broken;
    }
}

TEST_F(TagsTest, DecidedVideosTeachAModelThatServesVideos) {
    decideVideos();
    const TrainOutcome outcome = train();
    EXPECT_EQ(outcome.version.name, QStringLiteral("tags-1"));
    EXPECT_EQ(outcome.version.task, ModelTask::Tags);
    EXPECT_EQ(outcome.examples, 16);
    EXPECT_TRUE(outcome.problems.empty());
    EXPECT_EQ(must(models.inService(ModelTask::Tags))->name, QStringLiteral("tags-1"));
    EXPECT_FALSE(must(models.inService(ModelTask::Topics)));

    // The topic is new: no model was trained with it, and it can be predicted at once (S2.9).
    must(library->writeAndWait([this](storage::Connection& connection) {
        return storage::TopicRepository(connection).findOrCreate(QStringLiteral("grey numbers"), clock.now());
    }));
    const ContentId grey = addVideo(clip(QLatin1String(counter)), QStringLiteral("some numbers"), {});
    const ContentId pattern = addVideo(clip(QLatin1String(card)), QStringLiteral("colours"), {});
    const ContentId article = addArticle(QStringLiteral("A text"));
    EXPECT_EQ(must(predict.predictPending({})), 18); // All videos; articles have no model.
    const ItemReader items(*library);
    const auto first = must(items.read(grey)), second = must(items.read(pattern));
    ASSERT_TRUE(first->topics && second->topics);
    EXPECT_EQ(first->topics->version, QStringLiteral("tags-1"));
    EXPECT_EQ(first->topics->scores.size(), 4); // The whole library: also that of the article.
    EXPECT_EQ(second->topics->scores[0].topic, QStringLiteral("test card"));
    QStringList nearest{first->topics->scores[0].topic, first->topics->scores[1].topic};
    nearest.sort();
    EXPECT_EQ(nearest, (QStringList{QStringLiteral("counting numbers"), QStringLiteral("grey numbers")}));
    ASSERT_TRUE(first->topics->weights && second->topics->weights);
    const domain::ModalityWeights& heard = *first->topics->weights;
    EXPECT_NEAR(heard.text + heard.frames + heard.sound, 1, 1e-4);
    EXPECT_GT(heard.sound, 0);
    EXPECT_EQ(second->topics->weights->sound, 0); // The card is silent.
    EXPECT_FALSE(must(items.read(article))->topics);
    EXPECT_EQ(must(predict.predictPending({})), 0);
}

TEST_F(TagsTest, EachKindOfContentHasItsModel) {
    decideVideos();
    train();
    TrainOptions options;
    options.task = ModelTask::Topics;
    options.dataFile = file();
    options.promote = true;
    must(training.train(options, {}));
    const ContentId video = addVideo(clip(QLatin1String(card)), QStringLiteral("noodles and soup"), {});
    const ContentId article = addArticle(QStringLiteral("noodles and soup"));
    must(predict.predictPending({}));
    const ItemReader items(*library);
    EXPECT_EQ(must(items.read(video))->topics->version, QStringLiteral("tags-1"));
    const auto text = must(items.read(article));
    EXPECT_EQ(text->topics->version, QStringLiteral("topics-1"));
    EXPECT_FALSE(text->topics->weights);
    // Without a model for videos, that for text serves them as well as it can.
    must(library->writeAndWait([](storage::Connection& connection) {
        return connection.run(
            QStringLiteral("UPDATE model_versions SET state = 'retired' WHERE task = 'tags'"));
    }));
    EXPECT_EQ(must(items.read(video))->topics->version, QStringLiteral("topics-1"));
}

TEST_F(TagsTest, AFileTeachesAndIsPredictedWithItsMedia) {
    QFile lessons(folder.filePath(QStringLiteral("videos.jsonl")));
    ASSERT_TRUE(lessons.open(QIODevice::WriteOnly));
    for (int i = 0; i < 12; ++i) {
        const bool grey = i % 2 == 0;
        const QString media =
            i == 5 ? clip(QStringLiteral("random.mp4")) : clip(QLatin1String(grey ? counter : card));
        lessons.write(
            QJsonDocument(QJsonObject{{QStringLiteral("title"), QStringLiteral("video %1").arg(i)},
                                      {QStringLiteral("media"), media},
                                      {QStringLiteral("kind"), QStringLiteral("video")},
                                      {QStringLiteral("topics"), QJsonArray{grey ? QStringLiteral("numbers")
                                                                                 : QStringLiteral("card")}}})
                .toJson(QJsonDocument::Compact) +
            '\n');
    }
    lessons.close();
    TrainOptions options;
    options.task = ModelTask::Tags;
    options.dataFile = lessons.fileName();
    options.promote = true;
    options.settings = {onePass};
    const TrainOutcome outcome = must(training.train(options, {}));
    EXPECT_EQ(outcome.examples, 12);
    ASSERT_FALSE(outcome.problems.empty()); // The broken one is named, and learned by its title.
    EXPECT_FALSE(outcome.problems[0].reason.isEmpty());
    EXPECT_EQ(outcome.problems[0].line, 6);

    std::vector<IngestProblem> problems;
    std::vector<PredictFile::Answer> answers;
    ASSERT_TRUE(PredictFile(*library, models, &features)(
                    lessons.fileName(), problems,
                    [&](const PredictFile::Answer& answer) { answers.push_back(answer); }, {})
                    .ok());
    ASSERT_EQ(answers.size(), 12);
    int right = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ASSERT_TRUE(answers[i].topics && answers[i].topics->weights);
        right += answers[i].topics->scores[0].topic ==
                 (i % 2 == 0 ? QStringLiteral("numbers") : QStringLiteral("card"));
    }
    EXPECT_GE(right, 11);
    Evaluate evaluate(*library, models, &features);
    EXPECT_GE(must(evaluate.file(ModelTask::Tags, lessons.fileName(), {}, {})).metrics.precision.at1, 0.9);
}

TEST_F(TagsTest, TitlesTeachWhatNobodyDecided) {
    decideVideos();
    addVideo(clip(QLatin1String(counter)), QStringLiteral("Counting, with numbers"), QStringLiteral("title"));
    addVideo(clip(QLatin1String(card)), QStringLiteral("Nothing to do with it"), QStringLiteral("none"));
    TrainOptions options;
    options.task = ModelTask::Tags;
    options.tagsFromTitles = true;
    options.settings = {onePass, QStringLiteral("rounds=2")};
    EXPECT_EQ(must(training.train(options, {})).examples, 17);
    options.tagsFromTitles = false;
    EXPECT_EQ(must(training.train(options, {})).examples, 16);
}

TEST_F(TagsTest, SettingsReachTheTrainerAndEveryRoundSaysHowItGoes) {
    decideVideos();
    TrainOptions options;
    options.task = ModelTask::Tags;
    options.settings = {QStringLiteral("preset=document"), QStringLiteral("rounds=3"),
                        QStringLiteral("dimensions=24"), onePass};
    std::vector<TrainRound> rounds;
    const TrainOutcome outcome =
        must(training.train(options, {}, [&](const TrainRound& round) { rounds.push_back(round); }));
    ASSERT_EQ(rounds.size(), 3);
    for (const TrainRound& round : rounds) {
        EXPECT_TRUE(round.lossShare >= 0 && round.lossShare <= 1) << round.lossShare;
        EXPECT_NEAR(round.satisfiedShare, 1 - round.lossShare, 1e-9);
    }
    EXPECT_EQ(must(models.loadTagModel(outcome.version)).model->dimensions(), 24);
    options.settings = {QStringLiteral("rounds=none")};
    const auto wrong = training.train(options, {});
    ASSERT_FALSE(wrong.ok());
    EXPECT_TRUE(wrong.error().message.contains(QStringLiteral("rounds")));
}

TEST_F(TagsTest, SaysWhatIsMissing) {
    TrainOptions options;
    options.task = ModelTask::Tags;
    const auto nothing = training.train(options, {});
    ASSERT_FALSE(nothing.ok());
    EXPECT_EQ(nothing.error().kind, Error::Kind::InvalidInput);
    TrainRun withoutDecoder(*library, models, clock);
    EXPECT_EQ(withoutDecoder.train(options, {}).error().kind, Error::Kind::Unsupported);
    decideVideos();
    JobContext job;
    job.cancel();
    EXPECT_TRUE(training.train(options, job).error().isCancelled());
    options.imageFolder = QStringLiteral("/nowhere");
    const auto noNetwork = training.train(options, {});
    ASSERT_FALSE(noNetwork.ok());
    EXPECT_EQ(noNetwork.error().kind, Error::Kind::Model);
}

} // namespace moderato::usecases
