#include "core/base/File.h"
#include "core/ml/Cpu.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/quality/QualityModel.h"
#include "core/ml/topics/TopicTrainer.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace moderato::ml {
namespace {

const QString resources = QStringLiteral(MODERATO_SOURCE_DIR "/resources/");

qint64 folderSize(const QString& folder) {
    const auto files = QDir(folder).entryInfoList(QDir::Files);
    return std::accumulate(files.begin(), files.end(), qint64(0),
                           [](qint64 sum, const QFileInfo& file) { return sum + file.size(); });
}

std::string best(const CategoryModel& model, const Text& text) {
    return model.labels()[std::size_t(model.predict(std::span(&text, 1))[0].best())];
}

TEST(ShippedModels, CategoriesAreThoseOfTheTaxonomy) {
    const auto model = CategoryModel::load(resources + "models/category-default");
    ASSERT_TRUE(model.ok()) << model.error().message.toStdString();
    EXPECT_LE(folderSize(resources + "models/category-default"), 16'000'000);
    const auto list = QJsonDocument::fromJson(*readFile(resources + "taxonomy/categories.json")).array();
    std::vector<std::string> codes;
    for (const auto& entry : list) {
        codes.push_back(entry.toObject()["code"].toString().toStdString());
        EXPECT_FALSE(entry.toObject()["en"].toString().isEmpty());
        EXPECT_FALSE(entry.toObject()["zh"].toString().isEmpty());
    }
    const std::vector<std::string> first{"politics",   "disaster",      "doctor_patient", "strange_events",
                                         "car_models", "entertainment", "food",           "fun"};
    ASSERT_GE(codes.size(), first.size());
    EXPECT_TRUE(std::equal(first.begin(), first.end(), codes.begin()));
    for (const std::string& label : (*model)->labels()) {
        EXPECT_NE(std::find(codes.begin(), codes.end(), label), codes.end()) << label;
    }
    EXPECT_TRUE(QFileInfo::exists(resources + "models/category-default/card.md"));
}

TEST(ShippedModels, CategoriesAreSensible) {
    const auto loaded = CategoryModel::load(resources + "models/category-default");
    ASSERT_TRUE(loaded.ok());
    const CategoryModel& model = **loaded;
    EXPECT_EQ(best(model, {.title = "Senate votes on the election bill as Republicans object"}), "politics");
    EXPECT_EQ(best(model, {.title = "My grandmother's recipe for chicken soup with garlic"}), "food");
    EXPECT_EQ(best(model, {.title = "王者荣耀游戏攻略"}), "games");
    EXPECT_EQ(best(model, {.title = "NBA总决赛精彩进球"}), "sports");
    EXPECT_EQ(best(model, {.title = "地震救援现场 多人被困"}), "disaster");
}

TEST(ShippedModels, CategoryLearnsFromAFewDecisions) {
    const auto base = CategoryModel::load(resources + "models/category-default");
    ASSERT_TRUE(base.ok());
    std::vector<CategoryExample> decisions;
    for (const char* title : {"梧桐镇医院护士站深夜来电", "梧桐镇医院门诊排队的老人",
                              "梧桐镇医院走廊里的长椅", "梧桐镇医院食堂换了师傅", "梧桐镇医院停车场扩建"}) {
        decisions.push_back({{.title = title}, "nonprofit", 1});
    }
    const auto trained = trainCategory(decisions, {.startFrom = *base});
    ASSERT_TRUE(trained.ok());
    EXPECT_EQ(best(*trained->model, decisions[3].text), "nonprofit");
    EXPECT_EQ(best(*trained->model, {.title = "梧桐镇医院新来的实习生"}), "nonprofit");
    EXPECT_EQ(best(*trained->model, {.title = "王者荣耀游戏攻略"}), "games");
    EXPECT_EQ(best(*trained->model, {.title = "NBA总决赛精彩进球"}), "sports");
    EXPECT_LT(trained->report.seconds, 10);
}

TEST(ShippedModels, TopicsAreSensible) {
    const auto loaded = TopicModel::load(resources + "models/topics-default");
    ASSERT_TRUE(loaded.ok()) << loaded.error().message.toStdString();
    const TopicModel& model = **loaded;
    EXPECT_LE(folderSize(resources + "models/topics-default"), 16'000'000);
    EXPECT_GE(model.topics().size(), 2400u);
    const auto has = [&model](const std::string& title, const std::string& topic) {
        const Text text{.title = title};
        const auto scores = model.predict(std::span(&text, 1), 10)[0];
        return std::any_of(scores.begin(), scores.end(), [&](const TopicScore& score) {
            return model.topics()[std::size_t(score.topic)] == topic;
        });
    };
    EXPECT_TRUE(has("How do I knead sourdough bread so that it rises?", "Breadit"));
    EXPECT_TRUE(has("My new bonsai tree, a juniper", "Bonsai"));
    EXPECT_TRUE(has("Which telescope for watching Saturn?", "Astronomy"));
}

TEST(Cpu, BlasIsMeasured) {
    EXPECT_GT(measureBlas().gigaflops, 0);
    setThreads(0);
    EXPECT_EQ(threads(), 1);
}

} // namespace
TEST(ShippedModels, LowQualityTellsWhatItsCardSays) {
    const auto loaded = QualityModel::load(resources + "models/low_quality-default");
    ASSERT_TRUE(loaded) << loaded.error().message.toStdString();
    EXPECT_LE(folderSize(resources + "models/low_quality-default"), 16'000'000);
    EXPECT_TRUE(QFileInfo::exists(resources + "models/low_quality-default/card.md"));
    const QualityModel& model = **loaded;
    EXPECT_EQ(model.schema().tasks, (std::vector<std::string>{"clickbait", "mature", "offensive", "vulgar"}));
    EXPECT_FALSE(model.reads().readsMedia()) << "texts alone: no media is decoded for it";
    std::vector<QualityItem> items(4);
    items[2].text.title = "My cat sleeping";
    items[3].text.title = "How do I keep bread fresh over the weekend?";
    items[0].text.title = "17 Things You Won't Believe Your Cat Is Thinking Right Now";
    items[1].text.title = "Parliament of Norway adopts budget for the coming year";
    const auto predicted = model.predict(items);
    EXPECT_GT(predicted[0][0], 0.5f);
    EXPECT_LT(predicted[1][0], 0.5f);
    EXPECT_LT(predicted[2][0], 0.5f) << "a plain title";
    EXPECT_LT(predicted[3][0], 0.5f) << "a question of somebody";
    for (std::size_t task = 1; task < predicted[1].size(); ++task) {
        EXPECT_LT(predicted[1][task], 0.5f) << model.schema().tasks[task];
    }
}

} // namespace moderato::ml
