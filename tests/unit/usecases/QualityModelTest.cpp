#include "core/storage/ContentRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/QualityRepository.h"
#include "core/usecases/Decide.h"
#include "core/usecases/Evaluate.h"
#include "core/usecases/GivenLabels.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/Predict.h"
#include "core/usecases/QualityDataSet.h"
#include "core/usecases/QualityLabels.h"
#include "core/usecases/QualityUpdate.h"
#include "tests/unit/usecases/Lessons.h"

#include <QDirIterator>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::ModelTask;
using storage::must;

/// Content about food is liked, about politics is not; a day has ten items.
class QualityModelTest : public LessonsTest {
protected:
    static constexpr int itemsADay = 10;

    domain::Content content(bool food, int i, int day) const {
        domain::Content content;
        content.title = title(food, i);
        content.body =
            QStringLiteral("A first sentence about %1. A second one, number %2.").arg(word(food, i)).arg(i);
        content.publishedAt = clock.now() + std::chrono::days(day);
        domain::ConsumptionFigures figures;
        figures.impressions = 1000;
        figures.likes = food ? 300 + i % 7 : 20 + i % 7;
        figures.comments = food ? 5 + i % 3 : 50 + i % 3;
        content.consumption = figures;
        return content;
    }
    /// `likesFood` false: the readers changed their minds.
    std::vector<ContentId> addDays(int from, int to, bool likesFood = true) {
        std::vector<ContentId> ids;
        for (int i = from * itemsADay; i < to * itemsADay; ++i) {
            const bool food = i % 2 == 0;
            domain::Content one = content(food, i, i / itemsADay);
            if (!likesFood) {
                one.consumption->likes = food ? 20 + i % 7 : 300 + i % 7;
            }
            ids.push_back(add(one));
        }
        return ids;
    }
    TrainOutcome train(const PublishingPeriod& period = {}, ModelTask task = ModelTask::Quality) {
        TrainOptions options;
        options.task = task;
        options.promote = true;
        options.period = period;
        options.settings = {QStringLiteral("cross_size=0"), QStringLiteral("bins=4"),
                            QStringLiteral("experts=2")};
        clock.advance(Milliseconds(1000));
        return must(training.train(options, {}));
    }
    Timestamp atDay(int day) const { return started + std::chrono::days(day); }
    double accuracyOf(const domain::QualityVerification& found, const char* task) {
        for (const auto& one : found.tasks) {
            if (one.task == QLatin1String(task)) {
                return one.accuracy;
            }
        }
        return -1;
    }

    const Timestamp started = clock.now();
    ModelService models{*library, clock};
    Predict predict{*library, models, clock};
    TrainRun training{*library, models, clock};
    QualityUpdate updates{*library, models, training, clock};
    ItemReader items{*library};
};

TEST_F(QualityModelTest, LearnsFromConsumptionAndPredictsEachTaskWithWhatItLookedAt) {
    addDays(0, 12);
    const auto trained = train();
    EXPECT_EQ(trained.version.name, QStringLiteral("quality-1"));
    EXPECT_GT(trained.metrics[QStringLiteral("tasks")][QStringLiteral("likes")][QStringLiteral("accuracy")]
                  .toDouble(),
              0.9);
    domain::Content fresh = content(true, 1000, 20);
    fresh.consumption.reset();
    const ContentId id = add(fresh);
    EXPECT_EQ(must(predict.predictPending({})), 121);
    const auto view = must(items.read(id));
    ASSERT_TRUE(view->predictedQuality);
    EXPECT_EQ(view->predictedQuality->version, trained.version.name);
    ASSERT_EQ(view->predictedQuality->scores.size(), 2u);
    EXPECT_EQ(view->predictedQuality->scores[1].task, QStringLiteral("likes"));
    EXPECT_GT(view->predictedQuality->scores[1].probability, 0.5);
    EXPECT_LT(view->predictedQuality->scores[0].probability, 0.5);
    ASSERT_FALSE(view->predictedQuality->sentences.empty());
    const auto& strongest = view->predictedQuality->sentences.front();
    EXPECT_DOUBLE_EQ(strongest.weight, 1);
    EXPECT_TRUE(view->article.plainText.mid(strongest.begin, strongest.length).endsWith(u'.'));
    ASSERT_TRUE(view->qualityVerdict);
    EXPECT_EQ(view->qualityVerdict->tasks, 2);
    EXPECT_EQ(view->qualityVerdict->positive, 1);
    EXPECT_FALSE(view->qualityVerdict->isPositive) << "one of two is not more than half";
}

TEST_F(QualityModelTest, LabelsOfPeopleCountBeforeThoseOfConsumption) {
    const auto ids = addDays(0, 1);
    const auto labelOf = [&] {
        return must(labelledItems(*library, ModelTask::Quality, {}, {}))
            .front()
            .labels.at(QStringLiteral("likes"));
    };
    EXPECT_TRUE(labelOf());
    domain::QualityLabel label;
    label.content = ids.front();
    label.task = QStringLiteral("likes");
    label.value = domain::QualityLabel::Value::Negative;
    label.at = clock.now();
    for (const auto origin : {domain::QualityLabel::Origin::Similar, domain::QualityLabel::Origin::Expert}) {
        label.origin = origin;
        must(library->writeAndWait([&](storage::Connection& connection) {
            return storage::QualityRepository(connection).save(label);
        }));
        EXPECT_EQ(labelOf(), origin == domain::QualityLabel::Origin::Similar);
    }
}

TEST_F(QualityModelTest, EachSideOfADataSetHasItsOwnReference) {
    // Early items get 10 to 19 likes, later ones 100 to 109: against one reference all of a side would be
    // alike.
    for (int i = 0; i < 60; ++i) {
        domain::Content one = content(true, i, i / itemsADay);
        one.consumption->likes = (i < 40 ? 10 : 100) + i % 10;
        add(one);
    }
    TrainOptions options;
    options.task = ModelTask::Quality;
    options.heldOutAreLatest = true;
    options.heldOutShare = 1.0 / 3;
    std::vector<IngestProblem> problems;
    const auto frozen = must(freezeQuality(*library, nullptr, options, problems, {}));
    EXPECT_EQ(frozen.heldOut, 20);
    int positive[2] = {}, negative[2] = {};
    for (const TrainingLine& line : must(readTrainingFile(frozen.path, {}))) {
        ++(line.quality->labels.at(QStringLiteral("likes")) ? positive : negative)[line.heldOut ? 1 : 0];
    }
    EXPECT_EQ(positive[0], 20);
    EXPECT_EQ(negative[0], 20);
    EXPECT_EQ(positive[1], 10);
    EXPECT_EQ(negative[1], 10);
}

TEST_F(QualityModelTest, AFileTeachesByLabelsOrByItsOwnFiguresOfConsumption) {
    QFile file(folder.filePath(QStringLiteral("quality.jsonl")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 80; ++i) {
        const bool food = i % 2 == 0;
        QJsonObject item{{QStringLiteral("title"), title(food, i)}};
        if (i < 40) {
            item[QStringLiteral("labels")] = QJsonObject{{QStringLiteral("likes"), food ? 1 : 0}};
        } else {
            item[QStringLiteral("consumption")] =
                QJsonObject{{QStringLiteral("views"), 1000}, {QStringLiteral("likes"), food ? 90 : 10}};
        }
        file.write(QJsonDocument(item).toJson(QJsonDocument::Compact) + '\n');
    }
    file.write("{broken\n");
    file.close();
    TrainOptions options;
    options.task = ModelTask::Quality;
    options.dataFile = file.fileName();
    const auto trained = must(training.train(options, {}));
    EXPECT_EQ(trained.examples, 80);
    EXPECT_EQ(trained.problems.size(), 1u);
    const auto report =
        must(Evaluate(*library, models).file(ModelTask::Quality, file.fileName(), trained.version.name, {}));
    ASSERT_EQ(report.tasks.size(), 1u);
    EXPECT_EQ(report.tasks[0].examples, 80u);
    EXPECT_GT(report.tasks[0].accuracy, 0.9);
}

TEST_F(QualityModelTest, LowQualityIsLearnedFromWhatPeopleMarked) {
    Decide decide(*library, clock);
    for (int i = 0; i < 40; ++i) {
        DecisionDraft draft;
        draft.content = add(content(i % 2 == 0, i, 0));
        draft.kind = domain::Decision::Kind::Disallow;
        draft.reason = i % 2 == 0 ? QStringLiteral("other") : QStringLiteral("clickbait");
        draft.person = QStringLiteral("ann");
        must(decide.decide(draft).takeResult());
    }
    const auto trained = train({}, ModelTask::LowQuality);
    EXPECT_EQ(trained.version.name, QStringLiteral("low_quality-1"));
    const ContentId id = add(content(false, 501, 1));
    must(predict.predictPending({}));
    const auto view = must(items.read(id));
    ASSERT_TRUE(view->predictedLowQuality);
    EXPECT_EQ(view->predictedLowQuality->scores.at(0).task, QStringLiteral("clickbait"));
    EXPECT_GT(view->predictedLowQuality->scores.at(0).probability, 0.5);
}

TEST_F(QualityModelTest, VerifyingCountsItemsThatCoincideByAge) {
    addDays(0, 12);
    train({{}, atDay(12)});
    addDays(12, 17);
    addDays(17, 22, false);
    const auto found = must(updates.verify({.detector = DriftDetector::Adwin}, {}));
    EXPECT_EQ(found.items, 100);
    EXPECT_EQ(found.from, atDay(11) + Milliseconds(1)) << "from where its data end";
    EXPECT_LT(found.accuracy(), 0.9);
    ASSERT_EQ(found.decay.size(), 3u);
    EXPECT_EQ(found.decay[0].days, 5);
    EXPECT_GT(found.decay[0].accuracy, found.decay[2].accuracy);
    EXPECT_EQ(must(updates.history(ModelTask::Quality)).front(), found) << "kept";
    EXPECT_EQ(updates.verify({.task = ModelTask::Category}, {}).error().kind, Error::Kind::InvalidInput);
}

TEST_F(QualityModelTest, AnUpdateIsDueAfterSomeDaysOrBelowTheRequiredAccuracy) {
    EXPECT_FALSE(must(updates.dueFrom(ModelTask::Quality)));
    addDays(0, 12);
    const auto trained = train();
    EXPECT_EQ(must(updates.dueFrom(ModelTask::Quality)), trained.version.createdAt + std::chrono::days(5));
    addDays(12, 18, false);
    UpdateRules rules;
    rules.requiredAccuracy = 0.99;
    must(updates.setRules(rules));
    const auto found = must(updates.verify({}, {}));
    EXPECT_TRUE(found.isBelow());
    EXPECT_EQ(must(updates.dueFrom(ModelTask::Quality)), found.at);
    rules.days = 0;
    EXPECT_FALSE(updates.setRules(rules).ok());
}

TEST_F(QualityModelTest, AnUpdateLearnsTheChangeAndRollingBackGivesTheSameScores) {
    addDays(0, 12);
    const auto first = train({{}, atDay(12)});
    const auto ids = addDays(12, 36, false);
    must(predict.predictPending({}));
    const auto before = must(items.read(ids.back()))->predictedQuality;
    clock.advance(Milliseconds(1000));
    const auto outcome = must(updates.update({}, ModelTask::Quality, {}, {}));
    EXPECT_EQ(outcome.before, first.version.name);
    EXPECT_EQ(outcome.trained.version.parent, first.version.id) << "continued from the one in service";
    const auto likes =
        std::find_if(outcome.tasks.begin(), outcome.tasks.end(),
                     [](const TaskComparison& task) { return task.task == QLatin1String("likes"); });
    ASSERT_NE(likes, outcome.tasks.end());
    EXPECT_EQ(likes->examples, 80) << "the latest third of 240";
    EXPECT_TRUE(likes->isBetter());
    EXPECT_TRUE(outcome.promoted);
    EXPECT_FALSE(outcome.seesaw);
    must(predict.predictPending({}));
    EXPECT_NE(must(items.read(ids.back()))->predictedQuality->scores, before->scores);
    EXPECT_EQ(must(models.rollBack(ModelTask::Quality)).name, first.version.name);
    EXPECT_EQ(must(predict.predictPending({})), 0) << "what it said is kept";
    EXPECT_EQ(must(items.read(ids.back()))->predictedQuality->scores, before->scores);
}

TEST_F(QualityModelTest, AnUpdateThatMakesATaskWorseIsNotPromoted) {
    addDays(0, 12);
    train({{}, atDay(12)});
    addDays(12, 28, false); // Two thirds of the period teach the opposite of what the last third wants.
    addDays(28, 36, true);
    const auto outcome = must(updates.update({}, ModelTask::Quality, {}, {}));
    const bool worse = std::any_of(outcome.tasks.begin(), outcome.tasks.end(),
                                   [](const TaskComparison& task) { return task.isWorse(); });
    EXPECT_TRUE(worse);
    EXPECT_FALSE(outcome.promoted);
    EXPECT_EQ(must(models.inService(ModelTask::Quality))->name, outcome.before);
    EXPECT_EQ(must(updates.dueFrom(ModelTask::Quality)), clock.now() + std::chrono::days(5))
        << "an update that was not promoted is not tried again at once";
    const auto compared =
        must(updates.compare(outcome.before, outcome.trained.version.name, {atDay(28), {}}, {}));
    ASSERT_EQ(compared.size(), outcome.tasks.size());
    EXPECT_GT(compared[1].lost, compared[1].gained);
}

TEST_F(QualityModelTest, AnUpdateThatWasStoppedGoesOnWhereItWas) {
    addDays(0, 12);
    train({{}, atDay(12)});
    addDays(12, 36, false);
    const auto checkpoints = [&] {
        int found = 0;
        for (QDirIterator files(library->folder(), {QStringLiteral("checkpoint-quality.*")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext(); files.next()) {
            ++found;
        }
        return found;
    };
    JobContext context;
    std::vector<double> before, after;
    const auto stopped = updates.update({}, ModelTask::Quality, {}, context, [&](const TrainRound& round) {
        before.push_back(round.loss);
        if (round.number == 3) {
            context.cancel();
        }
    });
    ASSERT_FALSE(stopped.ok());
    EXPECT_TRUE(stopped.error().isCancelled());
    EXPECT_GT(checkpoints(), 0);
    EXPECT_EQ(must(models.inService(ModelTask::Quality))->name, QStringLiteral("quality-1"));
    const auto outcome = must(updates.update({}, ModelTask::Quality, {}, {},
                                             [&](const TrainRound& round) { after.push_back(round.loss); }));
    ASSERT_GT(after.size(), before.size());
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
    EXPECT_TRUE(outcome.promoted);
    EXPECT_EQ(checkpoints(), 0) << "nobody needs it any more";
}

TEST_F(QualityModelTest, TheShareOfAVerdictIsTheLibrarysOwn) {
    QualityLabels labels(*library, clock);
    const ContentId id = addDays(0, 1).front();
    must(GivenLabels(*library, clock).give(id, QStringLiteral("likes"), true));
    must(GivenLabels(*library, clock).give(id, QStringLiteral("shares"), true));
    must(GivenLabels(*library, clock).give(id, QStringLiteral("comments"), false));
    EXPECT_TRUE(must(items.read(id))->qualityVerdict->isPositive);
    QualityRules rules = must(labels.rules());
    rules.verdictShare = 0.7;
    must(labels.setRules(rules));
    EXPECT_FALSE(must(items.read(id))->qualityVerdict->isPositive);
    EXPECT_EQ(must(items.read(id))->qualityVerdict->share, 0.7);
    rules.verdictShare = 1;
    EXPECT_EQ(labels.setRules(rules).error().kind, Error::Kind::InvalidInput) << "never beyond it";
}

TEST_F(QualityModelTest, TooLittleToUpdateWithIsSaid) {
    addDays(0, 12);
    train();
    addDays(12, 13);
    EXPECT_EQ(updates.update({}, ModelTask::Quality, {}, {}).error().kind, Error::Kind::InvalidInput);
    TrainOptions options;
    options.task = ModelTask::LowQuality;
    EXPECT_EQ(training.train(options, {}).error().kind, Error::Kind::InvalidInput);
}

} // namespace moderato::usecases
