#include "core/usecases/TopicIndex.h"

#include "core/usecases/TagLibrary.h"
#include "core/usecases/TopicChooser.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using storage::must;

namespace {

domain::Topic topic(qint64 id, const QString& name, qint64 uses = 0, const QStringList& synonyms = {}) {
    domain::Topic made;
    made.id = {id};
    made.name = name;
    made.useCount = uses;
    made.synonyms = synonyms;
    return made;
}

QStringList names(const std::vector<TopicIndex::Found>& found) {
    QStringList list;
    for (const auto& hit : found) {
        list << hit.topic.name;
    }
    return list;
}

TEST(TopicIndex, ExactThenBeginningsThenWordsThenInside) {
    const TopicIndex index({topic(1, QStringLiteral("overcooked"), 90),
                            topic(2, QStringLiteral("slow cooking"), 5),
                            topic(3, QStringLiteral("cooking"), 7), topic(4, QStringLiteral("cook"), 1),
                            topic(5, QStringLiteral("kitchen"), 50, {QStringLiteral("cookery")}),
                            topic(6, QStringLiteral("travel"), 99)});
    EXPECT_EQ(names(index.find(QStringLiteral("#Cook"), 10)),
              (QStringList{QStringLiteral("cook"), QStringLiteral("cooking"), QStringLiteral("kitchen"),
                           QStringLiteral("slow cooking"), QStringLiteral("overcooked")}));
    EXPECT_EQ(index.find(QStringLiteral("cookery"), 10).front().through, QStringLiteral("cookery"));
    EXPECT_EQ(index.find(QStringLiteral("cook"), 2).size(), 2u);
}

TEST(TopicIndex, ChineseIsFoundByInitialsAndPinyin) {
    const TopicIndex index({topic(1, QStringLiteral("美食"), 3), topic(2, QStringLiteral("面食"), 9),
                            topic(3, QStringLiteral("军事"), 5), topic(4, QStringLiteral("msg"), 1)});
    EXPECT_EQ(names(index.find(QStringLiteral("ms"), 10)),
              (QStringList{QStringLiteral("msg"), QStringLiteral("面食"), QStringLiteral("美食")}));
    EXPECT_EQ(names(index.find(QStringLiteral("meishi"), 10)), QStringList{QStringLiteral("美食")});
    EXPECT_EQ(names(index.find(QStringLiteral("mei shi"), 10)), QStringList{QStringLiteral("美食")});
    EXPECT_EQ(names(index.find(QStringLiteral("食"), 10)),
              (QStringList{QStringLiteral("面食"), QStringLiteral("美食")}));
}

TEST(TopicIndex, FavouritesAndRecentOnesComeFirstAmongEquals) {
    const TopicIndex index({topic(1, QStringLiteral("cooking"), 90), topic(2, QStringLiteral("cookies"), 1),
                            topic(3, QStringLiteral("cookware"), 2), topic(4, QStringLiteral("travel"), 50)});
    TopicIndex::Taste taste;
    taste.favourites.insert(2);
    taste.recent.emplace(3, 0);
    EXPECT_EQ(
        names(index.find(QStringLiteral("cook"), 10, taste)),
        (QStringList{QStringLiteral("cookies"), QStringLiteral("cookware"), QStringLiteral("cooking")}));
    const auto all = index.find({}, 10, taste);
    EXPECT_EQ(names(all), (QStringList{QStringLiteral("cookies"), QStringLiteral("cookware"),
                                       QStringLiteral("cooking"), QStringLiteral("travel")}));
    EXPECT_TRUE(all[0].isFavourite);
    EXPECT_TRUE(all[1].isRecent);
    EXPECT_FALSE(all[2].isRecent);
}

class TopicChooserTest : public storage::StorageTest {
protected:
    TagLibrary tags{*library, clock};
    TopicChooser chooser{*library};
};

TEST_F(TopicChooserTest, WhatIsAddedRenamedOrRetiredShowsAtOnce) {
    const QString ann = QStringLiteral("ann");
    EXPECT_TRUE(must(chooser.find(QStringLiteral("noo"), 5, ann)).empty());
    must(tags.add(QStringLiteral("noodles"), ann));
    EXPECT_EQ(names(must(chooser.find(QStringLiteral("noo"), 5, ann))),
              QStringList{QStringLiteral("noodles")});
    must(tags.rename(QStringLiteral("noodles"), QStringLiteral("面条"), ann));
    EXPECT_EQ(names(must(chooser.find(QStringLiteral("mt"), 5, ann))), QStringList{QStringLiteral("面条")});
    EXPECT_EQ(names(must(chooser.find(QStringLiteral("noo"), 5, ann))), QStringList{QStringLiteral("面条")});
    must(tags.retire(QStringLiteral("面条"), ann));
    EXPECT_TRUE(must(chooser.find(QStringLiteral("mt"), 5, ann)).empty());
    must(tags.undo());
    EXPECT_EQ(must(chooser.find(QStringLiteral("mt"), 5, ann)).size(), 1u);
    must(tags.setFavourite(QStringLiteral("noodles"), ann, true));
    EXPECT_TRUE(must(chooser.find({}, 5, ann)).front().isFavourite);
    EXPECT_FALSE(must(chooser.find({}, 5, QStringLiteral("bob"))).front().isFavourite);
}

} // namespace
} // namespace moderato::usecases
