#include "core/storage/ContentRepository.h"
#include "core/storage/TopicRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::Topic;

class TopicTest : public StorageTest {
protected:
    QStringList complete(const QString& typed, int limit = 10) {
        QStringList names;
        for (const Topic& topic : must(TopicRepository(reader()).complete(typed, limit))) {
            names << topic.name;
        }
        return names;
    }
    Topic topic(const QString& name) {
        return must(TopicRepository(reader()).byName(name)).value_or(Topic{});
    }
    template <class F> auto write(F f) {
        return library->writeAndWait([&](Connection& c) {
            TopicRepository topics(c);
            return f(topics);
        });
    }
};

TEST_F(TopicTest, spellingsOfTheSameTopicAreOne) {
    const auto make = [this](const QString& name) {
        return write([&](TopicRepository& t) { return t.findOrCreate(name, clock.now()); });
    };
    const domain::TopicId id = must(make(QStringLiteral("Slow  Cooking")));
    EXPECT_EQ(id, must(make(QStringLiteral(" #slow cooking "))));
    EXPECT_EQ(id, must(make(QStringLiteral("ｓｌｏｗ cooking"))));
    EXPECT_NE(id, must(make(QStringLiteral("面条"))));
    EXPECT_EQ(QStringLiteral("Slow Cooking"), topic(QStringLiteral("slow cooking")).name);
    EXPECT_FALSE(make(QStringLiteral(" # ")));
    must(write([&](TopicRepository& t) { return t.addSynonym(id, QStringLiteral("Stewing")); }));
    EXPECT_EQ(id, must(make(QStringLiteral("stewing"))));
    EXPECT_EQ(QStringList{QStringLiteral("Stewing")}, topic(QStringLiteral("stewing")).synonyms);
    EXPECT_FALSE(write([&](TopicRepository& t) { return t.addSynonym(id, QStringLiteral("面条")); }));
}

TEST_F(TopicTest, useCountsFollowPublishersAndDecisions) {
    const domain::ContentId item = addArticle(
        QStringLiteral("a"), {}, {}, {QStringLiteral("x"), QStringLiteral("X"), QStringLiteral("y")});
    addArticle(QStringLiteral("b"), {}, {}, {QStringLiteral("x")});
    EXPECT_EQ(2, topic(QStringLiteral("x")).useCount);
    const domain::Decision decision = decide(item, domain::Decision::Kind::SetTopics);
    const auto set = [&](const QStringList& names) {
        must(library->writeAndWait([&](Connection& c) {
            return ContentRepository(c).setDecidedTopics(item, names, decision.id, clock.now());
        }));
    };
    set({QStringLiteral("x"), QStringLiteral("z")}); // x counts once for this item.
    EXPECT_EQ(2, topic(QStringLiteral("x")).useCount);
    EXPECT_EQ(1, topic(QStringLiteral("z")).useCount);
    EXPECT_EQ((QStringList{QStringLiteral("x"), QStringLiteral("z")}),
              must(ContentRepository(reader()).decidedTopics(item)));
    set({});
    EXPECT_EQ(2, topic(QStringLiteral("x")).useCount);
    EXPECT_EQ(0, topic(QStringLiteral("z")).useCount);
    EXPECT_EQ(1, topic(QStringLiteral("y")).useCount);
}

TEST_F(TopicTest, completesPrefixesBeforeSubstringsMuchUsedFirst) {
    for (int n = 0; n < 3; ++n) {
        addArticle(QString::number(n), {}, {}, {QStringLiteral("scooking"), QStringLiteral("cooks")});
    }
    addArticle(
        QStringLiteral("x"), {}, {},
        {QStringLiteral("cook"), QStringLiteral("cooking"), QStringLiteral("100%"), QStringLiteral("烹饪")});
    EXPECT_EQ((QStringList{QStringLiteral("cook"), QStringLiteral("cooks"), QStringLiteral("cooking"),
                           QStringLiteral("scooking")}),
              complete(QStringLiteral("#Cook")));
    EXPECT_EQ(2, complete(QStringLiteral("cook"), 2).size());
    EXPECT_EQ(QStringList{QStringLiteral("烹饪")}, complete(QStringLiteral("饪")));
    EXPECT_EQ(QStringList{QStringLiteral("100%")}, complete(QStringLiteral("%")));
    EXPECT_TRUE(complete(QStringLiteral("_")).isEmpty());
    EXPECT_EQ(3, topic(complete(QString(), 1).front()).useCount); // Nothing typed: the most used.
    must(write([&](TopicRepository& t) {
        return t.addSynonym(topic(QStringLiteral("烹饪")).id, QStringLiteral("cookery"));
    }));
    EXPECT_TRUE(complete(QStringLiteral("cookery")).contains(QStringLiteral("烹饪")));
    must(write([&](TopicRepository& t) { return t.retire(topic(QStringLiteral("cook")).id, clock.now()); }));
    EXPECT_FALSE(complete(QStringLiteral("cook")).contains(QStringLiteral("cook")));
}

TEST_F(TopicTest, popularWithinAPeriod) {
    addArticle(QStringLiteral("old"), {}, {}, {QStringLiteral("past")});
    clock.advance(std::chrono::hours(48));
    const Timestamp start = clock.now();
    addArticle(QStringLiteral("a"), {}, {}, {QStringLiteral("now"), QStringLiteral("rare")});
    addArticle(QStringLiteral("b"), {}, {}, {QStringLiteral("now")});
    const auto popular = must(TopicRepository(reader()).popular(start, start + std::chrono::hours(1), 10));
    ASSERT_EQ(2u, popular.size());
    EXPECT_EQ(QStringLiteral("now"), popular[0].name);
    EXPECT_EQ(2, popular[0].items);
}

} // namespace
} // namespace moderato::storage
