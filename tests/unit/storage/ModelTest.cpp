#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentList.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/TopicRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::ModelTask;
using domain::ModelVersion;

class ModelTest : public StorageTest {
protected:
    ModelVersion addVersion(ModelTask task = ModelTask::Category) {
        ModelVersion version;
        version.task = task;
        version.folder = QStringLiteral("/models/x");
        version.metrics = QJsonObject{{QStringLiteral("accuracy"), 0.5}};
        version.createdAt = clock.now();
        return must(library->writeAndWait([&](Connection& c) { return ModelRepository(c).add(version); }));
    }
    void promote(const ModelVersion& version) {
        must(library->writeAndWait(
            [&](Connection& c) { return ModelRepository(c).promote(version.id, clock.now()); }));
    }
    Result<ModelVersion> rollBack() {
        return library->writeAndWait(
            [&](Connection& c) { return ModelRepository(c).rollBack(ModelTask::Category, clock.now()); });
    }
    QString inService() {
        return must(models().inService(ModelTask::Category)).value_or(ModelVersion{}).name;
    }
    domain::CategoryId category(const QString& code) {
        return must(library->writeAndWait([&](Connection& c) {
            return CategoryRepository(c).save({{}, code, code, {}, {}, 0, false});
        }));
    }
    template <class Prediction> void save(const Prediction& prediction) {
        must(library->writeAndWait([&](Connection& c) { return PredictionRepository(c).save(prediction); }));
    }
    ModelRepository models() { return ModelRepository(reader()); }
    PredictionRepository predictions() { return PredictionRepository(reader()); }
    ContentRow firstRow() {
        return must(ContentList(reader()).page({}, ContentSort::Oldest, {}, 1)).rows.front();
    }
};

TEST_F(ModelTest, namesAreGivenAndUnique) {
    const ModelVersion one = addVersion();
    EXPECT_EQ(QStringLiteral("category-1"), one.name);
    EXPECT_EQ(QStringLiteral("category-2"), addVersion().name);
    EXPECT_EQ(QStringLiteral("topics-1"), addVersion(ModelTask::Topics).name);
    EXPECT_EQ(one, must(models().find(one.id)));
    const auto taken = library->writeAndWait([&](Connection& c) { return ModelRepository(c).add(one); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(Error::Kind::Conflict, taken.error().kind);
    EXPECT_EQ(2u, must(models().all(ModelTask::Category)).size());
}

TEST_F(ModelTest, oneIsInServiceAndRollingBackGoesOnBack) {
    const ModelVersion a = addVersion(), b = addVersion(), c = addVersion();
    EXPECT_FALSE(rollBack());
    promote(a);
    promote(b);
    promote(c);
    promote(c); // Changes nothing.
    EXPECT_EQ(c.name, inService());
    EXPECT_EQ(b.name, must(models().previousInService(ModelTask::Category))->name);
    EXPECT_EQ(b.name, must(rollBack()).name);
    EXPECT_EQ(a.name, must(rollBack()).name);
    EXPECT_EQ(Error::Kind::NotFound, rollBack().error().kind);
    EXPECT_EQ(a.name, inService());
    promote(c);
    EXPECT_EQ(a.name, must(rollBack()).name);
    const auto history = must(models().promotions(ModelTask::Category));
    ASSERT_EQ(7u, history.size());
    EXPECT_TRUE(history.front().isRollBack);
    EXPECT_EQ(ModelVersion::State::Retired, must(models().find(c.id)).state);
}

TEST_F(ModelTest, predictionsAreKeptByVersion) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    const domain::ContentId other = addArticle(QStringLiteral("b"));
    const auto fun = category(QStringLiteral("fun")), food = category(QStringLiteral("food"));
    const ModelVersion a = addVersion(), b = addVersion();
    const domain::CategoryPrediction first{item,
                                           a.id,
                                           {{fun, 0.75}, {food, 0.25}},
                                           {{domain::TextEvidence::Field::Body, 3, 4, -0.5}},
                                           clock.now()};
    domain::CategoryPrediction second{item, b.id, {{food, 0.5}, {fun, 0.5}}, {}, clock.now()};
    save(first);
    save(second);
    second.scores = {{food, 0.875}};
    save(second); // Replaces what b said.
    EXPECT_EQ(first, *must(predictions().category(item, a.id)));
    EXPECT_EQ(second, *must(predictions().category(item, b.id)));
    EXPECT_FALSE(must(predictions().category(other, a.id)));
    EXPECT_FALSE(must(predictions().categoryInService(item)));
    EXPECT_EQ(QString(), firstRow().predictedCategory);

    promote(a);
    EXPECT_EQ(first, *must(predictions().categoryInService(item)));
    EXPECT_EQ(QStringLiteral("fun"), firstRow().predictedCategory);
    promote(b);
    EXPECT_EQ(QStringLiteral("food"), firstRow().predictedCategory);
    EXPECT_DOUBLE_EQ(0.875, firstRow().probability);

    EXPECT_EQ(std::vector{other}, must(predictions().pending(ModelTask::Category, b.id, {}, 10)));
    EXPECT_EQ(1, must(predictions().predicted(ModelTask::Category, b.id)));
    const auto changes = must(predictions().changes(ModelTask::Category, a.id, b.id, 10));
    EXPECT_EQ(1, changes.total);
    ASSERT_EQ(1u, changes.rows.size());
    EXPECT_EQ(QStringLiteral("fun"), changes.rows[0].before);
    EXPECT_EQ(QStringLiteral("food"), changes.rows[0].after);
    EXPECT_EQ(0, must(predictions().changes(ModelTask::Category, a.id, a.id, 10)).total);
}

TEST_F(ModelTest, topicPredictions) {
    const domain::ContentId item =
        addArticle(QStringLiteral("a"), {}, {}, {QStringLiteral("cooking"), QStringLiteral("pasta")});
    const ModelVersion version = addVersion(ModelTask::Topics), next = addVersion(ModelTask::Topics);
    const domain::TopicPrediction one{
        item, version.id, {{domain::TopicId{2}, 0.9}, {domain::TopicId{1}, 0.1}}, clock.now()};
    const domain::TopicPrediction two{item, next.id, {{domain::TopicId{1}, 1.0000001}}, clock.now()};
    save(one);
    save(two);
    promote(version);
    EXPECT_EQ(one, *must(predictions().topicsInService(item)));
    EXPECT_DOUBLE_EQ(1, must(predictions().topics(item, next.id))->scores[0].relevancy);
    const auto changes = must(predictions().changes(ModelTask::Topics, version.id, next.id, 10));
    ASSERT_EQ(1u, changes.rows.size());
    EXPECT_EQ(QStringLiteral("pasta"), changes.rows[0].before);
    EXPECT_EQ(QStringLiteral("cooking"), changes.rows[0].after);
}

} // namespace
} // namespace moderato::storage
