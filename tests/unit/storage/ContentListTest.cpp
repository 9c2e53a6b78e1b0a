#include "core/storage/ContentList.h"
#include "core/base/Random.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "tests/support/StorageFixture.h"

#include <algorithm>

namespace moderato::storage {
namespace {

/// Forty items with equal titles and certainties among them, so that keys have to break ties.
class ContentListTest : public StorageTest {
protected:
    ContentListTest() {
        must(library->writeAndWait([](Connection& c) -> Status {
            domain::ModelVersion version;
            version.name = QStringLiteral("category-1");
            const auto model = must(ModelRepository(c).add(version));
            must(ModelRepository(c).promote(model.id, {}));
            const auto fun =
                must(CategoryRepository(c).save({{}, QStringLiteral("fun"), {}, {}, {}, 1, false}));
            const auto food =
                must(CategoryRepository(c).save({{}, QStringLiteral("food"), {}, {}, {}, 2, false}));
            for (int n = 0; n < 40; ++n) {
                domain::Content content;
                content.externalId = QString::number(n);
                content.kind = n % 4 == 0 ? domain::ContentKind::Video : domain::ContentKind::Article;
                content.title = QStringLiteral("Title %1").arg(n * 7 % 10);
                content.body = n % 3 == 0 ? QStringLiteral("needle") : QStringLiteral("hay");
                content.language = n % 2 == 0 ? QStringLiteral("en") : QStringLiteral("zh");
                content.givenCategory = n % 5 == 0 ? QStringLiteral("politics") : QString();
                content.givenTopics = n % 8 == 0 ? QStringList{QStringLiteral("Rare")} : QStringList{};
                const auto id = must(ContentRepository(c).insert(content)).id;
                if (n % 6 == 0) {
                    must(ContentRepository(c).setState(id, domain::RecommendationState::Suspended));
                }
                if (n < 30) {
                    must(PredictionRepository(c).save(domain::CategoryPrediction{
                        id, model.id, {{n % 2 == 0 ? fun : food, 0.5 + 0.1 * (n % 5)}}, {}, {}}));
                }
            }
            return {};
        }));
        decide(domain::ContentId{1}, domain::Decision::Kind::Correct, QStringLiteral("food"));
    }
    std::vector<ContentRow> all(const ContentFilter& filter, ContentSort sort, int limit) {
        std::vector<ContentRow> rows;
        std::optional<ContentKey> key;
        do {
            const ContentPage page = must(ContentList(reader()).page(filter, sort, key, limit));
            EXPECT_LE(page.rows.size(), size_t(limit));
            rows.insert(rows.end(), page.rows.begin(), page.rows.end());
            key = page.next;
        } while (key);
        return rows;
    }
};

TEST_F(ContentListTest, pagesByKeyShowEveryItemOnce) {
    for (const auto sort :
         {ContentSort::Newest, ContentSort::Oldest, ContentSort::Title, ContentSort::LeastCertain}) {
        for (const QString& text : {QString(), QStringLiteral("needle")}) {
            const ContentFilter filter{.text = text};
            const auto whole = all(filter, sort, 1000);
            EXPECT_EQ(text.isEmpty() ? 40u : 14u, whole.size());
            EXPECT_EQ(qint64(whole.size()), must(ContentList(reader()).count(filter)));
            for (const int limit : {1, 3, 7, 40}) {
                const auto paged = all(filter, sort, limit);
                ASSERT_EQ(whole.size(), paged.size());
                for (size_t i = 0; i < whole.size(); ++i) {
                    EXPECT_EQ(whole[i].content, paged[i].content);
                }
            }
        }
    }
}

TEST_F(ContentListTest, sorts) {
    const auto newest = all({}, ContentSort::Newest, 100);
    EXPECT_EQ(40, newest.front().content.value);
    EXPECT_EQ(1, newest.back().content.value);
    const auto titles = all({}, ContentSort::Title, 100);
    EXPECT_TRUE(std::is_sorted(titles.begin(), titles.end(),
                               [](const auto& a, const auto& b) { return a.title < b.title; }));
    const auto uncertain = all({}, ContentSort::LeastCertain, 100);
    EXPECT_DOUBLE_EQ(0.5, uncertain.front().probability);
    EXPECT_TRUE(uncertain.back().predictedCategory.isEmpty()); // Those without a prediction come last.
}

TEST_F(ContentListTest, filters) {
    const auto count = [this](const ContentFilter& filter) {
        return must(ContentList(reader()).count(filter));
    };
    EXPECT_EQ(10, count({.kind = domain::ContentKind::Video}));
    EXPECT_EQ(20, count({.language = QStringLiteral("zh")}));
    EXPECT_EQ(7, count({.state = domain::RecommendationState::Suspended}));
    EXPECT_EQ(5, count({.topic = QStringLiteral("#rare")}));
    EXPECT_EQ(0, count({.topic = QStringLiteral("unknown")}));
    EXPECT_EQ(1, count({.decided = true}));
    EXPECT_EQ(39, count({.decided = false}));
    EXPECT_EQ(7, count({.category = QStringLiteral("politics")})); // Given, but for the one that was decided.
    EXPECT_EQ(13, count({.category = QStringLiteral("food")}));    // Twelve predicted, one decided.
    EXPECT_EQ(5, count({.text = QStringLiteral("needle"),
                        .kind = domain::ContentKind::Video,
                        .state = {},
                        .decided = {}}) +
                     count({.text = QStringLiteral("needle"), .kind = domain::ContentKind::Pictures}) +
                     (count({.text = QStringLiteral("needle")}) == 14 ? 1 : 0));
    EXPECT_EQ(3, must(ContentList(reader()).count({}, 3)));
}

} // namespace
} // namespace moderato::storage
