#include "core/usecases/TagLibrary.h"

#include "core/storage/ContentList.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/Annotate.h"
#include "core/usecases/LibraryList.h"
#include "core/usecases/TrendFile.h"
#include "core/usecases/Verify.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

namespace moderato::usecases {

using storage::must;

class TagLibraryTest : public storage::StorageTest {
protected:
    QStringList given(domain::ContentId id) {
        return must(storage::ContentRepository(reader()).find(id)).givenTopics;
    }
    QStringList decided(domain::ContentId id) {
        return must(storage::ContentRepository(reader()).decidedTopics(id));
    }
    QStringList learned(domain::ContentId id) {
        const auto records = must(storage::TrainingRepository(reader()).of(id));
        return records.empty() ? QStringList() : records.back().topics;
    }
    qint64 found(const QString& text) {
        LibraryFilter filter;
        filter.text = text;
        return qint64(
            must(LibraryList(*library).page(filter, LibrarySort::Oldest, std::nullopt, 50)).rows.size());
    }
    domain::TopicAnswer answer(domain::ContentId id, const QStringList& topics,
                               const QString& person = QStringLiteral("ann")) {
        AnswerDraft draft;
        draft.content = id;
        draft.person = person;
        draft.topics = topics;
        clock.advance(Milliseconds(1000));
        return must(annotate.answer(draft).takeResult());
    }
    qint64 uses(const QString& name) { return must(tags.find(name)).useCount; }
    QString write(const char* name, const QByteArray& content) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }

    const QString ann = QStringLiteral("ann");
    const QString soup = QStringLiteral("soup");
    const QString broth = QStringLiteral("broth");
    TagLibrary tags{*library, clock};
    Annotate annotate{*library, clock};
};

TEST_F(TagLibraryTest, MergingTakesEverythingAlongAndCanBeUndone) {
    const auto a = addArticle(QStringLiteral("A"), {}, {}, {broth});
    const auto b = addArticle(QStringLiteral("B"), {}, {}, {soup, broth});
    const auto c = addArticle(QStringLiteral("C"));
    answer(c, {broth});
    must(annotate.setGold(c, {broth}, ann));
    clock.advance(Milliseconds(1000));
    EXPECT_EQ(found(broth), 3);

    const domain::Topic merged = must(tags.merge(broth, soup, ann));
    EXPECT_EQ(merged.name, soup);
    EXPECT_EQ(merged.useCount, 3);
    EXPECT_EQ(merged.synonyms, QStringList{broth});
    EXPECT_EQ(given(a), QStringList{soup});
    EXPECT_EQ(given(b), QStringList{soup}) << "once, though it had both";
    EXPECT_EQ(decided(c), QStringList{soup});
    EXPECT_EQ(learned(c), QStringList{soup}) << "past annotations follow into training";
    EXPECT_EQ(must(annotate.view(c, ann)).mine->topics, QStringList{soup});
    EXPECT_EQ(*must(annotate.view(c, ann)).gold, QStringList{soup});
    EXPECT_EQ(found(soup), 3);
    EXPECT_EQ(found(broth), 0);
    EXPECT_EQ(must(tags.find(broth)).name, soup) << "the old name still finds it";
    EXPECT_FALSE(tags.merge(soup, broth, ann).ok()) << "with itself";

    // What is given anew by the old name is the new topic's, and stays so.
    const auto d = addArticle(QStringLiteral("D"));
    answer(d, {broth});
    EXPECT_EQ(decided(d), QStringList{soup});

    const TagChange undone = must(tags.undo());
    EXPECT_EQ(undone.kind, TagChange::Kind::Merge);
    EXPECT_EQ(given(a), QStringList{broth});
    EXPECT_EQ(given(b), (QStringList{soup, broth}));
    EXPECT_EQ(decided(c), QStringList{broth});
    EXPECT_EQ(learned(c), QStringList{broth});
    EXPECT_EQ(decided(d), QStringList{soup});
    EXPECT_EQ(uses(broth), 3);
    EXPECT_EQ(uses(soup), 2);
    EXPECT_EQ(found(broth), 3);
    EXPECT_TRUE(must(verify(*library, {})).ok) << "the chain never changed";
}

TEST_F(TagLibraryTest, AMergeOfAMergeComesBackStepByStep) {
    const QString stew = QStringLiteral("stew");
    const auto item = addArticle(QStringLiteral("A"), {}, {}, {broth});
    must(tags.add(soup, ann));
    must(tags.add(stew, ann));
    must(tags.merge(broth, soup, ann));
    clock.advance(Milliseconds(1000));
    must(tags.merge(soup, stew, ann));
    EXPECT_EQ(given(item), QStringList{stew});
    EXPECT_EQ(must(tags.find(broth)).name, stew);
    must(tags.undo());
    EXPECT_EQ(given(item), QStringList{soup});
    EXPECT_EQ(must(tags.find(broth)).name, soup);
    EXPECT_EQ(must(tags.find(stew)).synonyms, QStringList());
    must(tags.undo());
    EXPECT_EQ(given(item), QStringList{broth});
    EXPECT_EQ(must(tags.find(soup)).synonyms, QStringList());
}

TEST_F(TagLibraryTest, ARenamedTopicKeepsItsOldNameAsASynonym) {
    const auto item = addArticle(QStringLiteral("A"), {}, {}, {broth});
    must(tags.rename(broth, QStringLiteral("#Bouillon"), ann));
    EXPECT_EQ(given(item), QStringList{QStringLiteral("Bouillon")});
    EXPECT_EQ(must(tags.find(broth)).name, QStringLiteral("Bouillon"));
    EXPECT_EQ(found(QStringLiteral("bouillon")), 1);
    // Back to a synonym of its own, and only the spelling.
    must(tags.rename(QStringLiteral("bouillon"), broth, ann));
    EXPECT_EQ(must(tags.find(broth)).synonyms, QStringList{QStringLiteral("Bouillon")});
    must(tags.rename(broth, QStringLiteral("Broth"), ann));
    EXPECT_EQ(given(item), QStringList{QStringLiteral("Broth")});
    must(tags.undo());
    must(tags.undo());
    must(tags.undo());
    EXPECT_EQ(given(item), QStringList{broth});
    EXPECT_TRUE(must(tags.find(broth)).synonyms.isEmpty());
    EXPECT_EQ(tags.undo().error().kind, Error::Kind::NotFound);
    must(tags.add(soup, ann));
    EXPECT_EQ(tags.rename(broth, soup, ann).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(tags.rename(broth, QStringLiteral(" # "), ann).error().kind, Error::Kind::InvalidInput);
}

TEST_F(TagLibraryTest, ARetiredTopicIsNotOfferedAndComesBack) {
    const auto item = addArticle(QStringLiteral("A"), {}, {}, {soup});
    const auto other = addArticle(QStringLiteral("B"));
    must(tags.retire(soup, ann));
    EXPECT_EQ(given(item), QStringList{soup}) << "what has it keeps it";
    EXPECT_TRUE(must(tags.list({}, ann)).empty());
    EXPECT_EQ(must(tags.list({{}, TagFilter::Part::Retired}, ann)).size(), 1u);
    EXPECT_FALSE(tags.retire(soup, ann).ok());
    EXPECT_FALSE(tags.add(soup, ann).ok());
    AnswerDraft draft;
    draft.content = other;
    draft.person = ann;
    draft.topics = QStringList{soup};
    EXPECT_EQ(annotate.answer(draft).takeResult().error().kind, Error::Kind::InvalidInput);
    must(tags.restore(soup, ann));
    EXPECT_EQ(must(tags.list({}, ann)).size(), 1u);
    EXPECT_FALSE(tags.restore(soup, ann).ok());
    EXPECT_EQ(tags.retire(QStringLiteral("nothing"), ann).error().kind, Error::Kind::NotFound);
}

TEST_F(TagLibraryTest, ListsAreSearchedByNameAndSynonymTheMostUsedFirst) {
    addArticle(QStringLiteral("A"), {}, {}, {soup, broth});
    addArticle(QStringLiteral("B"), {}, {}, {broth});
    must(tags.merge(must(tags.add(QStringLiteral("stock"), ann)).name, broth, ann));
    const auto all = must(tags.list({}, ann));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].topic.name, broth);
    EXPECT_EQ(all[0].topic.useCount, 2);
    const auto some = must(tags.list({QStringLiteral("STO"), TagFilter::Part::Offered}, ann));
    ASSERT_EQ(some.size(), 1u);
    EXPECT_EQ(some[0].topic.name, broth);
}

TEST_F(TagLibraryTest, TrendsMakeTopicsAndBadLinesAreTold) {
    must(tags.add(soup, ann));
    const QString file = write("trends.csv", "name,date,weight\n#世界杯#,2026-11-20,98.5\nSoup,2026-11-21,3\n"
                                             "bad,yesterday,1\nworse,2026-11-21,much\n,2026-11-21,1\n");
    const TrendReport report = must(tags.importTrends(file, {}, {}));
    EXPECT_EQ(report.list, QStringLiteral("trends"));
    EXPECT_EQ(report.listed, 2);
    EXPECT_EQ(report.made, 1);
    ASSERT_EQ(report.problems.size(), 3);
    EXPECT_TRUE(report.problems[0].contains(QStringLiteral("4"))) << qPrintable(report.problems[0]);
    const auto rows = must(tags.list({QStringLiteral("世界杯"), TagFilter::Part::Offered}, ann));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(*rows[0].weight, 98.5);
    EXPECT_EQ(toIso(*rows[0].trendingAt), QStringLiteral("2026-11-20T00:00:00.000Z"));
    // The same list again changes nothing.
    EXPECT_EQ(must(tags.importTrends(file, {}, {})).made, 0);
}

TEST_F(TagLibraryTest, AListOfTrendsIsTakenBackWithWhatNobodyUsed) {
    must(tags.add(soup, ann));
    must(tags.importTrends(write("hot.txt", "#one\n#two\n#three\n#four\nSoup\n"), {}, {}));
    must(tags.importTrends(write("other.txt", "#four\n"), {}, {}));
    addArticle(QStringLiteral("A"), {}, {}, {QStringLiteral("two")});
    must(tags.rename(QStringLiteral("three"), QStringLiteral("drei"), ann));
    const auto removed = must(tags.removeTrends(QStringLiteral("hot")));
    EXPECT_EQ(removed.topics, 5);
    EXPECT_EQ(removed.removed, 1);
    EXPECT_EQ(removed.retired, 0);
    EXPECT_EQ(tags.find(QStringLiteral("one")).error().kind, Error::Kind::NotFound);
    for (const char* kept : {"two", "drei", "four", "soup"}) {
        EXPECT_TRUE(tags.find(QString::fromLatin1(kept)).ok()) << kept;
    }
    const auto rows = must(tags.list({}, ann));
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const TagRow& row) { return row.trendingAt; }), 1);
    // It can come again as if for the first time.
    EXPECT_EQ(must(tags.importTrends(write("hot.txt", "#one\n"), {}, {})).made, 1);
    const auto none = tags.removeTrends(QStringLiteral("cold"));
    EXPECT_EQ(none.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(none.error().message.contains(QStringLiteral("hot, other")))
        << qPrintable(none.error().message);
}

TEST_F(TagLibraryTest, TrendsComeAsLinesAndJsonlToo) {
    const auto lines = must(readTrendFile(write("plain.txt", "\xef\xbb\xbf#one\n\n  two words \n#\n")));
    ASSERT_EQ(lines.trends.size(), 2u);
    EXPECT_EQ(lines.trends[0].name, QStringLiteral("one"));
    EXPECT_EQ(lines.trends[1].name, QStringLiteral("two words"));
    EXPECT_EQ(lines.problems.size(), 1);
    const auto json = must(readTrendFile(write(
        "t.jsonl", "{\"name\":\"a\",\"date\":\"2026-11-21T08:00:00Z\",\"weight\":2}\n{\"topic\":\"b\"}\n"
                   "{\"x\":1}\nnot json\n")));
    ASSERT_EQ(json.trends.size(), 2u);
    EXPECT_EQ(*json.trends[0].weight, 2);
    EXPECT_EQ(json.problems.size(), 2);
    EXPECT_EQ(readTrendFile(write("empty.txt", "\n\n")).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(readTrendFile(folder.filePath(QStringLiteral("none"))).error().kind, Error::Kind::Io);
    const auto broken = readTrendFile(write("bytes.bin", QByteArray(1 << 18, '\xff')));
    EXPECT_FALSE(broken.ok());
}

} // namespace moderato::usecases
