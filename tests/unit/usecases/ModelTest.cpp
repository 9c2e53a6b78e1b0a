#include "core/storage/CategoryRepository.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/usecases/Decide.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/Predict.h"
#include "core/usecases/TrainRun.h"
#include "tests/unit/usecases/Lessons.h"

#include <QDir>

namespace moderato::usecases {

using domain::ModelTask;
using storage::must;

class ModelTest : public LessonsTest {
protected:
    TrainOutcome train(ModelTask task, bool promote, const QString& file = {}) {
        TrainOptions options;
        options.task = task;
        options.dataFile = file;
        options.promote = promote;
        clock.advance(Milliseconds(1000));
        return must(training.train(options, {}));
    }
    void confirm(domain::ContentId id, const QString& category) {
        DecisionDraft draft;
        draft.content = id;
        draft.kind = domain::Decision::Kind::Correct;
        draft.category = category;
        draft.person = QStringLiteral("ann");
        must(decide.decide(draft).takeResult());
    }
    QString predicted(domain::ContentId id) {
        const auto prediction = must(storage::PredictionRepository(reader()).categoryInService(id));
        return prediction
                   ? must(storage::CategoryRepository(reader()).find(prediction->scores.at(0).category)).code
                   : QString();
    }

    ModelService models{*library, clock};
    Predict predict{*library, models, clock};
    TrainRun training{*library, models, clock};
    Decide decide{*library, clock};
};

TEST_F(ModelTest, WithoutAModelThereIsASentence) {
    EXPECT_EQ(predict.predictPending({}).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(models.categoryModel().error().kind, Error::Kind::NotFound);
    EXPECT_EQ(models.promote(QStringLiteral("category-7")).error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(models.rollBack(ModelTask::Topics).ok());
}

TEST_F(ModelTest, ATrainedVersionIsACandidateUntilItIsPromoted) {
    const auto outcome = train(ModelTask::Category, false, file());
    EXPECT_EQ(outcome.version.state, domain::ModelVersion::State::Candidate);
    EXPECT_EQ(outcome.version.name, QStringLiteral("category-1"));
    EXPECT_EQ(outcome.examples, 40);
    EXPECT_FALSE(must(models.inService(ModelTask::Category)));
    int told = 0;
    QObject::connect(&models, &ModelService::changed, [&told] { ++told; });
    must(models.promote(outcome.version.name));
    EXPECT_EQ(told, 1);
    EXPECT_EQ(must(models.categoryModel()).version.name, outcome.version.name);
    EXPECT_TRUE(must(storage::CategoryRepository(reader()).byCode(QStringLiteral("politics"))));
}

TEST_F(ModelTest, PendingItemsArePredictedOnceAndAgainByANewVersion) {
    const auto food = addArticle(QStringLiteral("Garlic noodles in the kitchen"));
    const auto state = addArticle(QStringLiteral("The minister and the budget"));
    train(ModelTask::Category, true, file());
    train(ModelTask::Topics, true, file());
    EXPECT_EQ(must(predict.predictPending({})), 2);
    EXPECT_EQ(must(predict.predictPending({})), 0);
    EXPECT_EQ(predicted(food), QStringLiteral("food"));
    EXPECT_EQ(predicted(state), QStringLiteral("politics"));
    const auto topics = must(storage::PredictionRepository(reader()).topicsInService(food));
    ASSERT_TRUE(topics && !topics->scores.empty());
    const auto category = must(storage::PredictionRepository(reader()).categoryInService(food));
    EXPECT_FALSE(category->evidence.empty());
    EXPECT_FALSE(must(predict.explain(food, QStringLiteral("politics"))).empty());

    train(ModelTask::Category, true, file());
    EXPECT_EQ(must(predict.predictPending({})), 2);
    EXPECT_EQ(must(models.rollBack(ModelTask::Category)).name, QStringLiteral("category-1"));
    EXPECT_EQ(must(predict.predictPending({})), 0) << "its predictions were kept";
}

TEST_F(ModelTest, DecisionsAreLearnedOnTopOfTheVersionInService) {
    train(ModelTask::Category, true, file());
    const auto item = addArticle(QStringLiteral("Garlic noodles on the floor of parliament"));
    must(predict.predictPending({}));
    confirm(item, QStringLiteral("politics"));
    const auto outcome = train(ModelTask::Category, true);
    EXPECT_EQ(outcome.examples, 1);
    EXPECT_EQ(outcome.version.parent, must(models.find(QStringLiteral("category-1"))).id);
    must(predict.predictPending({}));
    EXPECT_EQ(predicted(item), QStringLiteral("politics"));
    EXPECT_EQ(must(training.summary(ModelTask::Category)).records, 1);
}

TEST_F(ModelTest, EnoughDecisionsHoldSomeOutForTheComparison) {
    train(ModelTask::Category, true, file());
    for (int i = 0; i < 60; ++i) {
        confirm(addArticle(title(i % 2 == 0, i + 100)),
                i % 2 == 0 ? QStringLiteral("food") : QStringLiteral("politics"));
    }
    const auto outcome = train(ModelTask::Category, false);
    EXPECT_LT(outcome.examples, 60);
    EXPECT_GT(outcome.examples, 40);
    const auto comparison = must(training.compare(QStringLiteral("category-1"), outcome.version.name, {}));
    EXPECT_EQ(comparison.examples, 60 - outcome.examples);
    EXPECT_FALSE(comparison.seenInTraining);
    ASSERT_FALSE(comparison.rows.empty());
    EXPECT_EQ(comparison.rows[0].metric, QStringLiteral("accuracy"));
    EXPECT_GT(comparison.rows[0].after, 0.8);
    EXPECT_EQ(comparison.changed, qint64(comparison.changes.size()));
}

TEST_F(ModelTest, FewDecisionsAreComparedAndItIsSaidThatTheyWereLearned) {
    train(ModelTask::Category, true, file());
    confirm(addArticle(QStringLiteral("Soup in the kitchen")), QStringLiteral("politics"));
    const auto outcome = train(ModelTask::Category, false);
    const auto comparison = must(training.compare(QStringLiteral("category-1"), outcome.version.name, {}));
    EXPECT_TRUE(comparison.seenInTraining);
    EXPECT_EQ(comparison.examples, 1);
}

TEST_F(ModelTest, ACancelledTrainingLeavesNothingBehind) {
    const JobContext context;
    TrainOptions options;
    options.dataFile = file();
    const auto result = training.train(options, context, [&](const TrainRound&) { context.cancel(); });
    EXPECT_TRUE(!result.ok() && result.error().isCancelled());
    EXPECT_TRUE(must(models.versions()).empty());
    EXPECT_TRUE(QDir(library->modelsFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

TEST_F(ModelTest, ADamagedVersionDoesNotGoIntoService) {
    const auto outcome = train(ModelTask::Category, false, file());
    QFile weights(outcome.version.folder + QStringLiteral("/weights.safetensors"));
    ASSERT_TRUE(weights.open(QIODevice::ReadWrite));
    weights.seek(weights.size() / 2);
    weights.write("damage");
    weights.close();
    EXPECT_EQ(models.promote(outcome.version.name).error().kind, Error::Kind::Model);
    EXPECT_FALSE(must(models.inService(ModelTask::Category)));
}

TEST_F(ModelTest, ALibraryThatMovedFindsItsModels) {
    train(ModelTask::Category, true, file());
    close();
    ASSERT_TRUE(QDir(folder.path()).rename(QStringLiteral("library"), QStringLiteral("elsewhere")));
    const auto moved = must(storage::Library::open(folder.filePath(QStringLiteral("elsewhere")),
                                                   storage::OpenMode::ReadWrite, clock));
    ModelService service(*moved, clock);
    EXPECT_TRUE(service.categoryModel().ok());
}

} // namespace moderato::usecases
