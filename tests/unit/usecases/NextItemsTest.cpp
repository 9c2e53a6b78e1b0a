#include "core/usecases/NextItems.h"

#include "core/storage/Connection.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/Annotate.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/Predict.h"
#include "core/usecases/TrainRun.h"
#include "tests/unit/usecases/Lessons.h"

#include <algorithm>
#include <set>

namespace moderato::usecases {

using domain::ContentId;
using storage::must;
using Strategy = NextItems::Strategy;
using Reason = NextItems::Reason;

class NextItemsTest : public LessonsTest {
protected:
    void train() {
        TrainOptions options;
        options.task = domain::ModelTask::Topics;
        options.dataFile = file();
        options.promote = true;
        must(training.train(options, {}));
    }
    void predictAll() { must(predict.predictPending({})); }
    std::vector<NextItems::Item> order(Strategy strategy, int limit = 50,
                                       const QString& person = QStringLiteral("ann")) {
        return must(next.order(strategy, limit, person, {})).items;
    }
    void answer(ContentId id, const QStringList& topics, const QString& person) {
        AnswerDraft draft;
        draft.content = id;
        draft.person = person;
        draft.topics = topics;
        must(annotate.answer(draft).takeResult());
    }
    static std::set<ContentId> idsOf(const std::vector<NextItems::Item>& items) {
        std::set<ContentId> ids;
        for (const auto& item : items) {
            ids.insert(item.content);
        }
        return ids;
    }

    ModelService models{*library, clock};
    Predict predict{*library, models, clock};
    TrainRun training{*library, models, clock};
    Annotate annotate{*library, clock};
    NextItems next{*library, models};
};

TEST_F(NextItemsTest, WithoutAModelTheOrderIsRandomAndSaysSo) {
    addArticle(QStringLiteral("a"));
    addArticle(QStringLiteral("b"));
    const auto found = must(next.order(Strategy::Gain, 10, QStringLiteral("ann"), {}));
    EXPECT_EQ(found.items.size(), 2u);
    EXPECT_EQ(found.items[0].reason, Reason::Random);
    EXPECT_FALSE(found.notice.isEmpty());
    EXPECT_TRUE(order(Strategy::Uncertain).empty());
    EXPECT_EQ(order(Strategy::Random, 1).size(), 1u);
}

TEST_F(NextItemsTest, TheUncertainComeFirstWithTheNumbersBehindIt) {
    train();
    std::vector<ContentId> items;
    for (int i = 0; i < 3; ++i) {
        items.push_back(addArticle(QStringLiteral("Item %1").arg(i)));
    }
    // Predictions by hand: the second item is the least certain.
    const auto version = **models.inService(domain::ModelTask::Topics);
    const double relevancies[] = {0.98, 0.55, 0.9};
    must(library->writeAndWait([&](storage::Connection& c) -> Status {
        const auto topic =
            must(storage::TopicRepository(c).findOrCreate(QStringLiteral("noodles"), clock.now()));
        for (int i = 0; i < 3; ++i) {
            must(storage::PredictionRepository(c).save(domain::TopicPrediction{
                items[std::size_t(i)], version.id, {{topic, relevancies[i]}}, clock.now()}));
        }
        return {};
    }));
    const auto found = order(Strategy::Uncertain);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].content, items[1]);
    EXPECT_EQ(found[1].content, items[2]);
    EXPECT_NEAR(found[0].score, 0.9928, 5e-5);
    EXPECT_TRUE(found[0].why.contains(QStringLiteral("#noodles 55 %"))) << qPrintable(found[0].why);
    EXPECT_TRUE(found[0].why.contains(QStringLiteral("0.99")));
}

TEST_F(NextItemsTest, VideosGoByTheirOwnModel) {
    train();
    const ContentId article = addArticle(QStringLiteral("An article")),
                    video = addArticle(QStringLiteral("A video"));
    const auto topics = **models.inService(domain::ModelTask::Topics);
    must(library->writeAndWait([&](storage::Connection& c) -> Status {
        domain::ModelVersion version;
        version.task = domain::ModelTask::Tags;
        version.name = QStringLiteral("tags-1");
        version.createdAt = clock.now();
        const auto tags = must(storage::ModelRepository(c).add(version));
        must(c.run(QStringLiteral("UPDATE model_versions SET state = 'in_service' WHERE task = 'tags'")));
        const auto topic =
            must(storage::TopicRepository(c).findOrCreate(QStringLiteral("noodles"), clock.now()));
        storage::PredictionRepository predictions(c);
        must(predictions.save(domain::TopicPrediction{article, topics.id, {{topic, 0.6}}, clock.now()}));
        must(predictions.save(domain::TopicPrediction{video, topics.id, {{topic, 0.99}}, clock.now()}));
        must(predictions.save(domain::TopicPrediction{video, tags.id, {{topic, 0.5}}, clock.now()}));
        return {};
    }));
    const auto found = order(Strategy::Uncertain);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].content, video);
    EXPECT_TRUE(found[0].why.contains(QStringLiteral("#noodles 50 %"))) << qPrintable(found[0].why);
    EXPECT_EQ(found[1].content, article);
}

TEST_F(NextItemsTest, TheNewIsFarFromWhatIsLabelled) {
    train();
    std::vector<ContentId> food, politics;
    for (int i = 0; i < 8; ++i) {
        food.push_back(addArticle(title(true, i)));
        politics.push_back(addArticle(title(false, i)));
    }
    predictAll();
    for (int i = 0; i < 6; ++i) {
        answer(food[std::size_t(i)], {QStringLiteral("noodles")}, QStringLiteral("bob"));
    }
    for (const Strategy strategy : {Strategy::Diverse, Strategy::Gain}) {
        const auto found = order(strategy, 4);
        ASSERT_EQ(found.size(), 4u);
        EXPECT_TRUE(std::count(politics.begin(), politics.end(), found[0].content) == 1)
            << "only food is labelled";
        EXPECT_FALSE(found[0].why.isEmpty());
        EXPECT_GE(found[0].score, found[1].score);
        for (const auto& item : found) {
            EXPECT_EQ(std::count(food.begin(), food.begin() + 6, item.content), 0) << "is labelled already";
        }
    }
    EXPECT_EQ(order(Strategy::Diverse, 3)[0].reason, Reason::NewCluster);
}

TEST_F(NextItemsTest, DisputedItemsAreForThoseWhoHaveNotAnswered) {
    const auto disputed = addArticle(QStringLiteral("a"));
    const auto agreed = addArticle(QStringLiteral("b"));
    for (const char* person : {"bob", "cy"}) {
        answer(disputed, {QString::fromLatin1(person)}, QString::fromLatin1(person));
        answer(agreed, {QStringLiteral("same")}, QString::fromLatin1(person));
    }
    const auto found = order(Strategy::Disagreement);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].content, disputed);
    EXPECT_DOUBLE_EQ(found[0].score, 1);
    EXPECT_TRUE(found[0].why.contains(QStringLiteral("bob")));
    EXPECT_TRUE(order(Strategy::Disagreement, 50, QStringLiteral("bob")).empty());
}

TEST_F(NextItemsTest, MixedGivesEachItemOnceAndGoldBetweenThem) {
    train();
    std::vector<ContentId> items;
    for (int i = 0; i < 12; ++i) {
        items.push_back(addArticle(title(i % 2 == 0, i)));
    }
    predictAll();
    must(annotate.setGold(items[3], {QStringLiteral("noodles")}, QStringLiteral("bob")));
    const auto found = order(Strategy::Mixed);
    EXPECT_EQ(idsOf(found).size(), found.size()) << "each once";
    EXPECT_EQ(found.size(), 12u);
    const auto gold = std::find_if(found.begin(), found.end(),
                                   [](const auto& item) { return item.reason == Reason::Gold; });
    ASSERT_NE(gold, found.end());
    EXPECT_EQ(gold->content, items[3]);
    EXPECT_FALSE(gold->why.contains(QStringLiteral("gold"), Qt::CaseInsensitive))
        << "does not give itself away";
    answer(items[3], {QStringLiteral("soup")}, QStringLiteral("ann"));
    EXPECT_EQ(idsOf(order(Strategy::Mixed)).count(items[3]), 0u);
}

TEST_F(NextItemsTest, DroppedItemsAreLeftOut) {
    addArticle(QStringLiteral("a"));
    const auto dropped = addArticle(QStringLiteral("b"));
    must(library->writeAndWait([&](storage::Connection& c) {
        return c.run(QStringLiteral("UPDATE content SET state = 'dropped' WHERE id = ?"), dropped);
    }));
    EXPECT_EQ(idsOf(order(Strategy::Random)).count(dropped), 0u);
    EXPECT_EQ(order(Strategy::Random).size(), 1u);
}

} // namespace moderato::usecases
