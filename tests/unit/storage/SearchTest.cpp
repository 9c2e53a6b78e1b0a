#include "core/base/Random.h"
#include "core/storage/ContentList.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/SearchText.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

class SearchTest : public StorageTest {
protected:
    std::vector<qint64> search(const QString& typed) {
        std::vector<qint64> ids;
        for (const ContentRow& row :
             must(ContentList(reader()).page({.text = typed}, ContentSort::Oldest, {}, 100)).rows) {
            ids.push_back(row.content.value);
        }
        return ids;
    }
    using Ids = std::vector<qint64>;
};

TEST_F(SearchTest, english) {
    addArticle(QStringLiteral("Noodles at home"), QStringLiteral("Boil the water. Café style."));
    addArticle(QStringLiteral("Water polo"), QStringLiteral("A sport"));
    EXPECT_EQ((Ids{1, 2}), search(QStringLiteral("water")));
    EXPECT_EQ((Ids{1, 2}), search(QStringLiteral("WAT")));     // The last word is a prefix,
    EXPECT_EQ((Ids{}), search(QStringLiteral("wat ")));        // unless a space ends it,
    EXPECT_EQ((Ids{}), search(QStringLiteral("wat polo")));    // and the others are whole words.
    EXPECT_EQ((Ids{2}), search(QStringLiteral("polo water"))); // In any order and field.
    EXPECT_EQ((Ids{1}), search(QStringLiteral("cafe")));       // With or without accents.
    EXPECT_EQ((Ids{}), search(QStringLiteral("noodles polo")));
}

TEST_F(SearchTest, chinese) {
    addArticle(QStringLiteral("中国足球队赢了"), QStringLiteral("昨天的比赛。5G时代"));
    addArticle(QStringLiteral("国中足球"), QStringLiteral("ニュース"));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("中国")));
    EXPECT_EQ((Ids{1, 2}), search(QStringLiteral("足球")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("足球队 比赛")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("5G时")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("时代")));
    EXPECT_EQ((Ids{2}), search(QStringLiteral("ュース")));
    EXPECT_EQ((Ids{}), search(QStringLiteral("球足")));
}

TEST_F(SearchTest, charactersBeyondTheBasicPlane) {
    addArticle(QStringLiteral("𠮷野家 🍜"), {});
    EXPECT_EQ((Ids{1}), search(QStringLiteral("𠮷野")));
    EXPECT_EQ((Ids{}), search(QStringLiteral("🍜")));
}

TEST_F(SearchTest, topicsAreFoundAndFollowDecisions) {
    const domain::ContentId item = addArticle(QStringLiteral("a"), {}, {}, {QStringLiteral("slow cooking")});
    EXPECT_EQ((Ids{1}), search(QStringLiteral("#cooking")));
    const domain::Decision decision = decide(item, domain::Decision::Kind::SetTopics);
    const auto setTopics = [&](const QStringList& topics) {
        must(library->writeAndWait([&](Connection& c) {
            return ContentRepository(c).setDecidedTopics(item, topics, decision.id, clock.now());
        }));
    };
    setTopics({QStringLiteral("面条"), QStringLiteral("pasta")});
    EXPECT_EQ((Ids{1}), search(QStringLiteral("面条")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("cooking pasta")));
    setTopics({});
    EXPECT_EQ((Ids{}), search(QStringLiteral("pasta")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("cooking")));
    // The index is whole after all that.
    must(library->writeAndWait([](Connection& c) {
        return c.execute(
            QStringLiteral("INSERT INTO content_search (content_search) VALUES ('integrity-check')"));
    }));
}

TEST_F(SearchTest, markupIsNotText) {
    domain::Content page;
    page.title = QStringLiteral("page");
    page.bodyFormat = domain::BodyFormat::Html;
    page.body = QStringLiteral("<style>p{color:red}</style><script>var hidden;</script><p "
                               "class=\"shiny\">Fish&nbsp;&amp; chips&#33; 1 < 2</p>");
    add(page);
    EXPECT_EQ((Ids{1}), search(QStringLiteral("fish chips")));
    EXPECT_EQ((Ids{}), search(QStringLiteral("hidden")));
    EXPECT_EQ((Ids{}), search(QStringLiteral("shiny")));
    EXPECT_EQ((Ids{}), search(QStringLiteral("color")));
}

TEST_F(SearchTest, anyInputIsSafe) {
    addArticle(QStringLiteral("plain text"), {});
    const QStringList hostile = {QStringLiteral("\""),
                                 QStringLiteral("\"\"\""),
                                 QStringLiteral("'; DROP TABLE content; --"),
                                 QStringLiteral("text OR"),
                                 QStringLiteral("AND"),
                                 QStringLiteral("NOT text"),
                                 QStringLiteral("NEAR(a b)"),
                                 QStringLiteral("title:text"),
                                 QStringLiteral("-text"),
                                 QStringLiteral("^plain"),
                                 QStringLiteral("te*xt*"),
                                 QStringLiteral("(((("),
                                 QStringLiteral("{a b}: c"),
                                 QStringLiteral("a + b"),
                                 QStringLiteral("\\"),
                                 QStringLiteral("%"),
                                 QStringLiteral("a\"b"),
                                 QString(QChar(0)),
                                 QString(QChar(0xd83c)),
                                 QStringLiteral("te") + QChar(0) + QStringLiteral("xt"),
                                 QString(100000, u'x'),
                                 QStringLiteral("word ").repeated(5000),
                                 QStringLiteral("中").repeated(20000)};
    for (const QString& typed : hostile) {
        EXPECT_TRUE(ContentList(reader()).page({.text = typed}, ContentSort::Newest, {}, 10))
            << typed.left(40).toStdString();
        EXPECT_TRUE(ContentList(reader()).page({.text = typed}, ContentSort::Title, {}, 10))
            << typed.left(40).toStdString();
        EXPECT_TRUE(ContentList(reader()).count({.text = typed})) << typed.left(40).toStdString();
    }
    EXPECT_EQ((Ids{1}), search(QStringLiteral("\"plain\" (te")));
    Random random(7);
    for (int n = 0; n < 300; ++n) {
        QString typed;
        for (quint64 length = random.below(12); length > 0; --length) {
            typed += QChar(char16_t(random.below(4) == 0 ? random.below(0x10000) : 32 + random.below(96)));
        }
        EXPECT_TRUE(ContentList(reader()).page({.text = typed}, ContentSort::Newest, {}, 10))
            << typed.toStdString();
    }
}

TEST_F(SearchTest, nothingThatCanBeSearchedFindsNothing) {
    addArticle(QStringLiteral("plain text"), {});
    EXPECT_EQ((Ids{}), search(QStringLiteral("!!!")));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("   "))); // No filter at all.
}

TEST_F(SearchTest, theIndexCanBeBuiltAnew) {
    addArticle(QStringLiteral("plain text"), {}, {}, {QStringLiteral("pasta")});
    addArticle(QStringLiteral("中国"), {});
    must(library->writeAndWait([](Connection& c) {
        return c.execute(QStringLiteral("INSERT INTO content_search (content_search) VALUES ('delete-all')"));
    }));
    EXPECT_EQ((Ids{}), search(QStringLiteral("text")));
    must(library->writeAndWait([](Connection& c) { return ContentRepository(c).rebuildSearch({}); }));
    EXPECT_EQ((Ids{1}), search(QStringLiteral("text pasta")));
    EXPECT_EQ((Ids{2}), search(QStringLiteral("国")));
}

TEST(SearchText, segmentsAndQueries) {
    EXPECT_EQ(QStringLiteral("a 中 国 b"), searchText::segmented(QStringLiteral("a中国b")));
    EXPECT_EQ(QStringLiteral("\"ab\" \"c\"*"), searchText::query(QStringLiteral("ab c")));
    EXPECT_EQ(QStringLiteral("\"ab\" \"c\""), searchText::query(QStringLiteral("ab c ")));
    EXPECT_EQ(QStringLiteral("\"中 国\"*"), searchText::query(QStringLiteral("中国")));
    EXPECT_EQ(QString(), searchText::query(QStringLiteral(" \" ")));
}

} // namespace
} // namespace moderato::storage
