#include "tests/cli/Program.h"

namespace moderato::cli {

TEST_F(ProgramTest, ImportingTwiceChangesNothing) {
    const QJsonObject first = ask({QStringLiteral("import"), articles()});
    EXPECT_EQ(first[QStringLiteral("imported")], 6);
    EXPECT_EQ(first[QStringLiteral("skipped")], 0);
    EXPECT_EQ(first[QStringLiteral("errors")].toArray().size(), 0);

    const QJsonObject second = ask({QStringLiteral("import"), articles()});
    EXPECT_EQ(second[QStringLiteral("imported")], 0);
    EXPECT_EQ(second[QStringLiteral("skipped")], 6);
    EXPECT_EQ(ask({QStringLiteral("search")})[QStringLiteral("items")].toArray().size(), 6);
}

TEST_F(ProgramTest, BadLinesAreReportedWithTheirNumberAndTheRestGoesOn) {
    const QString file =
        write(QStringLiteral("mixed.jsonl"),
              "{\"title\":\"good\"}\n{\"title\": \n[1,2]\n\n{\"id\":\"x\"}\n{\"title\":\"also good\"}\n");
    const QJsonObject report = ask({QStringLiteral("import"), file});
    EXPECT_EQ(report[QStringLiteral("imported")], 2);
    QList<int> lines;
    for (const QJsonValue& error : report[QStringLiteral("errors")].toArray()) {
        lines << error.toObject()[QStringLiteral("line")].toInt();
        EXPECT_EQ(error.toObject()[QStringLiteral("file")], file);
        EXPECT_FALSE(error.toObject()[QStringLiteral("reason")].toString().isEmpty());
    }
    EXPECT_EQ(lines, (QList<int>{2, 3, 5}));
}

TEST_F(ProgramTest, PathsAreRelativeToTheFolderOfTheCaller) {
    articles();
    EXPECT_EQ(ask({QStringLiteral("import"), QStringLiteral("articles.jsonl")})[QStringLiteral("imported")],
              6);
}

TEST_F(ProgramTest, WhatIsNotThereIsASentence) {
    const Answer answer =
        run({QStringLiteral("import"), QStringLiteral("nowhere.jsonl"), QStringLiteral("--json")});
    EXPECT_NE(answer.status, 0);
    EXPECT_FALSE(answer.err.isEmpty());
}

TEST_F(ProgramTest, SearchFindsEnglishAndChinese) {
    ask({QStringLiteral("import"), articles()});
    const auto found = [this](const QString& query) {
        QStringList ids;
        for (const QJsonValue& item :
             ask({QStringLiteral("search"), query})[QStringLiteral("items")].toArray()) {
            ids << item.toObject()[QStringLiteral("external_id")].toString();
        }
        ids.sort();
        return ids;
    };
    EXPECT_EQ(found(QStringLiteral("noodl")), QStringList{QStringLiteral("a1")});
    EXPECT_EQ(found(QStringLiteral("火锅")), QStringList{QStringLiteral("a4")});
    EXPECT_EQ(found(QStringLiteral("parliament")), (QStringList{QStringLiteral("a3"), QStringLiteral("a6")}));
    EXPECT_EQ(found(QStringLiteral("cooking")), QStringList{QStringLiteral("a1")});
    EXPECT_EQ(found(QStringLiteral("\" OR (")), QStringList());
}

TEST_F(ProgramTest, EverythingImportedIsInTheQueue) {
    ask({QStringLiteral("import"), articles()});
    const QJsonObject queue = ask({QStringLiteral("queue")});
    EXPECT_EQ(queue[QStringLiteral("open")], 6);
    double last = 1000;
    for (const QJsonValue& item : queue[QStringLiteral("items")].toArray()) {
        EXPECT_LE(item.toObject()[QStringLiteral("priority")].toDouble(), last);
        last = item.toObject()[QStringLiteral("priority")].toDouble();
        EXPECT_FALSE(item.toObject()[QStringLiteral("why")].toString().isEmpty());
    }
}

} // namespace moderato::cli
