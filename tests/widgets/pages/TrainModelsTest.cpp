#include "widgets/train/ChangeModel.h"
#include "widgets/train/CurveView.h"
#include "widgets/train/DataSetCard.h"
#include "widgets/train/MetricModel.h"
#include "widgets/train/VersionModel.h"

#include <QAbstractItemModelTester>
#include <QJsonObject>
#include <QLabel>

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace moderato::widgets {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(MetricModelTest, ShowsUndefinedFiguresAsADash) {
    MetricModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{"accuracy", 0.86, 0.913}, {"macro_f1", 0.71, 0.69}, {"precision@5", nan, 0.99}});
    EXPECT_EQ(model.index(0, 0).data().toString(), "Accuracy");
    EXPECT_EQ(model.index(0, 3).data().toString(), "+5.3");
    EXPECT_EQ(model.index(1, 3).data().toString(), "−2.0");
    EXPECT_EQ(model.index(2, 1).data().toString(), "–");
    EXPECT_EQ(model.index(2, 3).data().toString(), "–");
}

TEST(ChangeModelTest, NamesCategories) {
    domain::Category food;
    food.code = "food";
    food.nameEn = "Food";
    ChangeModel model(std::make_shared<Taxonomy>(std::vector{food}, "en"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{{1}, "Bread", "fun", "food", ""}});
    EXPECT_EQ(model.index(0, 1).data().toString(), "fun");
    EXPECT_EQ(model.index(0, 2).data().toString(), "Food");
    EXPECT_EQ(model.index(0, 3).data().toString(), "–");
}

domain::ModelVersion version(qint64 id, const QString& name, domain::ModelTask task, qint64 at) {
    domain::ModelVersion version;
    version.id = {id};
    version.name = name;
    version.task = task;
    version.createdAt = fromUnixMs(at);
    return version;
}

TEST(VersionModelTest, ShowsOneTaskTheNewestFirst) {
    auto first = version(1, "category-1", domain::ModelTask::Category, 1000);
    first.metrics = QJsonObject{{"accuracy", 0.9}};
    auto second = version(2, "category-2", domain::ModelTask::Category, 2000);
    second.parent = first.id;
    auto topics = version(3, "topics-1", domain::ModelTask::Topics, 3000);
    topics.metrics = QJsonObject{{"precision", QJsonObject{{"1", 0.412}}}};
    VersionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setVersions({first, second, topics}, domain::ModelTask::Category);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.row(0).name, "category-2");
    EXPECT_EQ(model.index(0, 5).data().toString(), "category-1");
    EXPECT_EQ(model.index(0, 4).data().toString(), "accuracy –") << "a figure that was not measured is not 0";
    EXPECT_EQ(model.index(1, 4).data().toString(), "accuracy 0.900");
    EXPECT_EQ(VersionModel::headline(topics), "P@1 0.412");
    auto quality = version(4, "quality-1", domain::ModelTask::Quality, 4000);
    quality.metrics = QJsonObject{{"accuracy", 0.7}};
    EXPECT_EQ(VersionModel::headline(quality), "accuracy 0.700");
    EXPECT_EQ(VersionModel::headline(version(5, "low_quality-1", domain::ModelTask::LowQuality, 1)),
              "accuracy –");
}

TEST(DataSetCardTest, QualityIsTaughtByReaders) {
    DataSetCard card(std::make_shared<Taxonomy>());
    usecases::DataSetSummary summary;
    summary.task = domain::ModelTask::Quality;
    const auto says = [&card](const QString& text) {
        const auto labels = card.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(text); });
    };
    card.setSummary(summary);
    EXPECT_TRUE(says("Import consumption figures"));
    summary.records = 3;
    summary.perLabel = {{"dwell", 2}, {"likes", 1}};
    card.setSummary(summary);
    EXPECT_TRUE(says("Dwell time"));
    summary.task = domain::ModelTask::LowQuality;
    summary.perLabel = {{"clickbait", 2}};
    card.setSummary(summary);
    EXPECT_TRUE(says("Clickbait"));
}

TEST(CurveViewTest, DrawsGapsForUndefinedScores) {
    CurveView curve;
    curve.resize(500, 240);
    EXPECT_FALSE(curve.grab().isNull());
    curve.add({1, 2.0, nan, nan});
    curve.add({2, nan, 0.5, nan});
    curve.add({3, 1.0, 0.7, nan});
    EXPECT_EQ(curve.rounds(), 3);
    EXPECT_FALSE(curve.grab().isNull());
    curve.clear();
    EXPECT_EQ(curve.rounds(), 0);
}

} // namespace
} // namespace moderato::widgets
