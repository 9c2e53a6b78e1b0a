#include "tests/cli/Program.h"

namespace moderato::cli {

class TagsCommandTest : public ProgramTest {
protected:
    TagsCommandTest() { ask({QStringLiteral("import"), articles()}); }

    QJsonObject tags(const QStringList& arguments) {
        return ask(QStringList{QStringLiteral("tags")} + arguments);
    }
    QStringList names(const QStringList& options = {}) {
        QStringList list;
        for (const QJsonValue& value :
             tags(QStringList{QStringLiteral("list")} + options)[QStringLiteral("items")].toArray()) {
            list << value[QStringLiteral("name")].toString();
        }
        return list;
    }
    qint64 count() { return tags({QStringLiteral("list")})[QStringLiteral("total")].toInteger(); }
    bool has(const QString& name) { return names({QStringLiteral("--search"), name}).contains(name); }
    QJsonObject annotate(const QString& id, const QStringList& options, const QString& person) {
        return ask(QStringList{QStringLiteral("annotate"), id, QStringLiteral("--person"), person} + options);
    }
};

TEST_F(TagsCommandTest, TheLibraryChangesAndTakesItBack) {
    const qint64 before = count();
    EXPECT_EQ(tags({QStringLiteral("add"), QStringLiteral("#Bouillon")})[QStringLiteral("name")],
              QStringLiteral("Bouillon"));
    tags({QStringLiteral("rename"), QStringLiteral("bouillon"), QStringLiteral("Broth")});
    tags({QStringLiteral("add"), QStringLiteral("Stock")});
    const QJsonObject merged =
        tags({QStringLiteral("merge"), QStringLiteral("Stock"), QStringLiteral("Broth")});
    EXPECT_EQ(merged[QStringLiteral("synonyms")],
              (QJsonArray{QStringLiteral("Bouillon"), QStringLiteral("Stock")}));
    EXPECT_EQ(count(), before + 1);
    tags({QStringLiteral("retire"), QStringLiteral("Broth")});
    EXPECT_FALSE(has(QStringLiteral("Broth")));
    EXPECT_EQ(count(), before);
    EXPECT_EQ(names({QStringLiteral("--retired")}), QStringList{QStringLiteral("Broth")});
    tags({QStringLiteral("restore"), QStringLiteral("stock")});
    EXPECT_EQ(names({QStringLiteral("--search"), QStringLiteral("boui")}),
              QStringList{QStringLiteral("Broth")});
    for (int i = 0; i < 3; ++i) {
        tags({QStringLiteral("undo")}); // restore, retire, merge
    }
    EXPECT_TRUE(has(QStringLiteral("Stock")));
    EXPECT_NE(run({QStringLiteral("tags"), QStringLiteral("merge"), QStringLiteral("x")}).status, 0);
    EXPECT_NE(run({QStringLiteral("tags"), QStringLiteral("paint"), QStringLiteral("x")}).status, 0);
    const Answer missing = run({QStringLiteral("tags"), QStringLiteral("retire"), QStringLiteral("nothing")});
    EXPECT_NE(missing.status, 0);
    EXPECT_TRUE(missing.err.contains("nothing")) << missing.err.constData();
}

TEST_F(TagsCommandTest, TrendsAreImportedLineByLine) {
    const QString file =
        write(QStringLiteral("hot.csv"), "name,date,weight\nWorld Cup,2026-11-20,9\nx,never,1\n");
    const QJsonObject report = tags({QStringLiteral("import"), file});
    EXPECT_EQ(report[QStringLiteral("new")], 1);
    EXPECT_EQ(report[QStringLiteral("errors")].toArray().size(), 1);
    EXPECT_TRUE(has(QStringLiteral("World Cup")));
    EXPECT_EQ(tags({QStringLiteral("unimport"), QStringLiteral("hot")})[QStringLiteral("removed")], 1);
    EXPECT_FALSE(has(QStringLiteral("World Cup")));
}

TEST_F(TagsCommandTest, AnnotatorsAnswerAndAgreementIsSaid) {
    annotate(QStringLiteral("a1"), {QStringLiteral("--topics"), QStringLiteral("soup|lunch")},
             QStringLiteral("ann"));
    annotate(QStringLiteral("a1"),
             {QStringLiteral("--topics"), QStringLiteral("soup"), QStringLiteral("--blind")},
             QStringLiteral("bob"));
    annotate(QStringLiteral("a2"), {QStringLiteral("--topics"), QStringLiteral("tax")},
             QStringLiteral("ann"));
    const QJsonObject both = annotate(
        QStringLiteral("a2"), {QStringLiteral("--topics"), QStringLiteral("tax")}, QStringLiteral("bob"));
    EXPECT_EQ(both[QStringLiteral("items")].toArray().size(), 2);
    annotate(QStringLiteral("a1"),
             {QStringLiteral("--topics"), QStringLiteral("soup|lunch"), QStringLiteral("--gold")},
             QStringLiteral("lead"));
    const QJsonObject agreement = ask({QStringLiteral("agreement")});
    EXPECT_EQ(agreement[QStringLiteral("shared_items")], 2);
    const QJsonObject pair = agreement[QStringLiteral("items")].toArray().first().toObject();
    EXPECT_EQ(pair[QStringLiteral("first")], QStringLiteral("ann"));
    EXPECT_EQ(pair[QStringLiteral("jaccard")].toDouble(), 0.75);
    EXPECT_GT(agreement[QStringLiteral("alpha_masi")].toDouble(), 0);
    EXPECT_EQ(agreement[QStringLiteral("gold")].toArray().size(), 2);
    EXPECT_TRUE(ask({QStringLiteral("verify")})[QStringLiteral("ok")].toBool());
    const QJsonObject segment =
        annotate(QStringLiteral("a3"), {QStringLiteral("--segment"), QStringLiteral("dance@512-1024x1/512")},
                 QStringLiteral("ann"));
    const QJsonObject answer = segment[QStringLiteral("items")].toArray().first().toObject();
    EXPECT_EQ(answer[QStringLiteral("topics")].toArray().first(), QStringLiteral("Dance"))
        << "as it is written";
    EXPECT_EQ(answer[QStringLiteral("segments")].toArray().first()[QStringLiteral("to_seconds")].toDouble(),
              2);
    EXPECT_NE(run({QStringLiteral("annotate"), QStringLiteral("a3"), QStringLiteral("--segment"),
                   QStringLiteral("dance@1")})
                  .status,
              0);
}

TEST_F(TagsCommandTest, NextSaysWhatAndWhy) {
    for (const char* strategy : {"uncertain", "diverse", "gain", "random", "mixed"}) {
        const QJsonObject order =
            ask({QStringLiteral("next"), QStringLiteral("--strategy"), QString::fromLatin1(strategy),
                 QStringLiteral("--limit"), QStringLiteral("3")});
        const QJsonArray items = order[QStringLiteral("items")].toArray();
        ASSERT_EQ(items.size(), 3) << strategy;
        EXPECT_FALSE(items.first()[QStringLiteral("why")].toString().isEmpty()) << strategy;
    }
    const QJsonObject none =
        ask({QStringLiteral("next"), QStringLiteral("--strategy"), QStringLiteral("disagreement")});
    EXPECT_TRUE(none[QStringLiteral("items")].toArray().isEmpty());
    EXPECT_NE(run({QStringLiteral("next"), QStringLiteral("--strategy"), QStringLiteral("luck")}).status, 0);
}

} // namespace moderato::cli
