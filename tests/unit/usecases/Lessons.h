#pragma once

#include "tests/support/StorageFixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

/// A library and small things to learn: food and politics, told apart by their words.
class LessonsTest : public storage::StorageTest {
protected:
    static QString word(bool food, int i) {
        static const QStringList foods{QStringLiteral("noodles"), QStringLiteral("garlic"),
                                       QStringLiteral("soup"), QStringLiteral("dumplings"),
                                       QStringLiteral("kitchen")};
        static const QStringList states{QStringLiteral("parliament"), QStringLiteral("budget"),
                                        QStringLiteral("election"), QStringLiteral("minister"),
                                        QStringLiteral("cabinet")};
        return (food ? foods : states)[i % 5];
    }
    static QString title(bool food, int i) {
        return QStringLiteral("%1 and %2, number %3").arg(word(food, i), word(food, i / 2 + 1)).arg(i);
    }

    QString file(int lines = 40) {
        QFile file(folder.filePath(QStringLiteral("lessons.jsonl")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < lines; ++i) {
            const bool food = i % 2 == 0;
            file.write(QJsonDocument(QJsonObject{{QStringLiteral("title"), title(food, i)},
                                                 {QStringLiteral("category"),
                                                  food ? QStringLiteral("food") : QStringLiteral("politics")},
                                                 {QStringLiteral("topics"), QJsonArray{word(food, i)}}})
                           .toJson(QJsonDocument::Compact) +
                       '\n');
        }
        return file.fileName();
    }
};

} // namespace moderato::usecases
