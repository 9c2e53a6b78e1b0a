#include "core/usecases/ItemReader.h"

#include "core/storage/QualityRepository.h"
#include "core/storage/ReaderRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using storage::must;

class ItemReaderTest : public storage::StorageTest {
protected:
    ItemReader items{*library};

    void label(domain::ContentId id, const char* task, domain::QualityLabel::Value value) {
        domain::QualityLabel label;
        label.content = id;
        label.task = QString::fromLatin1(task);
        label.value = value;
        must(library->writeAndWait(
            [&](storage::Connection& c) { return storage::QualityRepository(c).save(label); }));
    }
};

TEST_F(ItemReaderTest, AnItemWithNothingBehindItYet) {
    const auto id = addArticle(QStringLiteral("Plain"), QStringLiteral("Just text."));
    const auto view = must(items.read(id));
    EXPECT_EQ(view->content.title, QStringLiteral("Plain"));
    EXPECT_EQ(view->article.plainText.trimmed(), QStringLiteral("Just text."));
    EXPECT_FALSE(view->category || view->topics || view->expressions.set ||
                 view->expressions.aggregate.readers > 0 || view->decision || view->queueEntry ||
                 view->qualityVerdict || view->predictedQuality || view->predictedLowQuality);
    EXPECT_TRUE(view->history.empty() && view->flags.empty() && view->quality.empty());
}

TEST_F(ItemReaderTest, TheVerdictNeedsMoreThanHalf) {
    const auto id = addArticle(QStringLiteral("Judged"));
    label(id, "clicks", domain::QualityLabel::Value::Positive);
    label(id, "likes", domain::QualityLabel::Value::Negative);
    EXPECT_FALSE(must(items.read(id))->qualityVerdict->isPositive);
    label(id, "shares", domain::QualityLabel::Value::Positive);
    EXPECT_TRUE(must(items.read(id))->qualityVerdict->isPositive);
}

TEST_F(ItemReaderTest, ReadersAreMatchedWithTheSetOfTheCategoryThatHolds) {
    const auto id = addArticle(QStringLiteral("Cat on skates"), {}, QStringLiteral("fun"));
    domain::ReaderSession session;
    session.content = id;
    session.reader = QStringLiteral("r1");
    session.category = QStringLiteral("fun");
    session.features = QStringList{QStringLiteral("eyes_wide_open")};
    session.matchResult = 1;
    must(library->writeAndWait([&](storage::Connection& c) -> Status {
        storage::ReaderRepository readers(c);
        if (Status saved = readers.saveSet({QStringLiteral("fun"),
                                            {QStringLiteral("eyes_wide_open")},
                                            {QStringLiteral("lip_corners_down")}});
            !saved.ok()) {
            return saved;
        }
        const auto added = readers.add(session);
        return added.ok() ? Status() : Status(added.error());
    }));
    const auto view = must(items.read(id));
    ASSERT_TRUE(view->expressions.set);
    EXPECT_EQ(view->expressions.aggregate.readers, 1);
    EXPECT_EQ(view->expressions.aggregate.features.size(), 2);
}

TEST_F(ItemReaderTest, WhatIsNotThereIsNotFound) {
    EXPECT_EQ(items.read(domain::ContentId{99}).error().kind, Error::Kind::NotFound);
}

} // namespace moderato::usecases
