#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::Content;

class ContentTest : public StorageTest {
protected:
    Content everything() {
        Content content;
        content.externalId = QStringLiteral("src-1");
        content.kind = domain::ContentKind::Video;
        content.title = QStringLiteral("面条怎么做？ Noodles");
        content.body = QStringLiteral("<p>Body &amp; soul</p>");
        content.bodyFormat = domain::BodyFormat::Html;
        content.description = QStringLiteral("How to");
        content.media = domain::MediaFile{QStringLiteral("/media/a.mp4"), QByteArray(64, 'a'), 123456789012};
        content.images = {{QStringLiteral("/media/1.png"), QByteArray(64, '1'), 10},
                          {QStringLiteral("/media/2.png"), QByteArray(64, '2'), 20}};
        content.baseFolder = QStringLiteral("/media");
        content.givenTopics = QStringList{QStringLiteral("cooking"), QStringLiteral("面条")};
        content.givenCategory = QStringLiteral("food");
        content.author = {QStringLiteral("u7"), 3, 0.25, 0.5};
        content.publishedAt = fromUnixMs(1'700'000'000'123);
        content.language = QStringLiteral("zh");
        content.sourceUrl = QStringLiteral("https://example.org/1");
        content.consumption = domain::ConsumptionFigures{
            fromUnixMs(1), fromUnixMs(2), QStringLiteral("7d"), 100, 90, 10, 5000, 4, 3, 2, {}};
        content.unknownFields =
            QJsonObject{{QStringLiteral("extra"), QJsonObject{{QStringLiteral("n"), 1.5}}}};
        content.importedAt = clock.now();
        content.mediaProblem = QStringLiteral("No sound.");
        return content;
    }
    ContentRepository contents() { return ContentRepository(reader()); }
};

TEST_F(ContentTest, comesBackAsItWas) {
    Content content = everything();
    content.id = add(content);
    content.fingerprint = domain::fingerprintOf(content);
    EXPECT_EQ(content, must(contents().find(content.id)));
}

TEST_F(ContentTest, theSameAgainChangesNothing) {
    const domain::ContentId id = add(everything());
    const auto again =
        must(library->writeAndWait([&](Connection& c) { return ContentRepository(c).insert(everything()); }));
    EXPECT_FALSE(again.isNew);
    EXPECT_EQ(id, again.id);
    EXPECT_EQ(1, must(contents().count()));
}

TEST_F(ContentTest, isFoundByWhatPeopleCallIt) {
    const domain::ContentId id = add(everything());
    const QString fingerprint = QString::fromLatin1(must(contents().find(id)).fingerprint);
    EXPECT_EQ(id, must(contents().resolve(QStringLiteral("src-1"))));
    EXPECT_EQ(id, must(contents().resolve(QString::number(id.value))));
    EXPECT_EQ(id, must(contents().resolve(fingerprint.left(8))));
    EXPECT_EQ(id, must(contents().resolve(fingerprint)));
    for (const QString& unknown : {QStringLiteral("2"), QStringLiteral("nobody"), QString(),
                                   QStringLiteral("zzzzzzzzz"), QString(100, u'a')}) {
        const auto result = contents().resolve(unknown);
        ASSERT_FALSE(result) << unknown.toStdString();
        EXPECT_EQ(Error::Kind::NotFound, result.error().kind);
    }
}

TEST_F(ContentTest, missingItemsAreNotFound) {
    EXPECT_EQ(Error::Kind::NotFound, contents().find(domain::ContentId{5}).error().kind);
    EXPECT_EQ(Error::Kind::NotFound, library
                                         ->writeAndWait([](Connection& c) {
                                             return ContentRepository(c).setState(
                                                 domain::ContentId{5}, domain::RecommendationState::Dropped);
                                         })
                                         .error()
                                         .kind);
    EXPECT_TRUE(must(contents().findAll({domain::ContentId{5}})).empty());
}

TEST_F(ContentTest, consumptionOfTheSameWindowIsReplaced) {
    const domain::ContentId id = add(everything());
    domain::ConsumptionFigures figures = *everything().consumption;
    figures.clicks = 11;
    must(library->writeAndWait(
        [&](Connection& c) { return ContentRepository(c).setConsumption(id, figures); }));
    EXPECT_EQ(figures, *must(contents().find(id)).consumption);
    Query query = reader().query(QStringLiteral("SELECT count(*) FROM consumption_figures"));
    ASSERT_TRUE(query.next());
    EXPECT_EQ(1, query.integer(0));
}

TEST_F(ContentTest, allIsReadInBatches) {
    std::vector<domain::ContentId> ids;
    for (int n = 0; n < 7; ++n) {
        ids.push_back(addArticle(QString::number(n)));
    }
    std::vector<domain::ContentId> read;
    domain::ContentId last;
    while (true) {
        const auto batch = must(contents().idsAfter(last, 3));
        if (batch.empty()) {
            break;
        }
        read.insert(read.end(), batch.begin(), batch.end());
        last = batch.back();
    }
    EXPECT_EQ(ids, read);
}

TEST_F(ContentTest, categoriesAreKnownByEverySpelling) {
    const domain::Category category{{},
                                    QStringLiteral("doctor_patient"),
                                    QStringLiteral("Doctor–patient"),
                                    QStringLiteral("医患"),
                                    {QStringLiteral("medical disputes")},
                                    3,
                                    false};
    const auto id =
        must(library->writeAndWait([&](Connection& c) { return CategoryRepository(c).save(category); }));
    CategoryRepository categories(reader());
    for (const QString& spelling : {QStringLiteral("doctor_patient"), QStringLiteral("Doctor-Patient"),
                                    QStringLiteral("医患"), QStringLiteral("Medical  Disputes")}) {
        const auto found = must(categories.bySpelling(spelling));
        ASSERT_TRUE(found) << spelling.toStdString();
        EXPECT_EQ(id, found->id);
        EXPECT_EQ(category.aliases, found->aliases);
    }
    EXPECT_FALSE(must(categories.bySpelling(QStringLiteral("food"))));

    domain::Category retired = category;
    retired.retired = true;
    EXPECT_EQ(
        id, must(library->writeAndWait([&](Connection& c) { return CategoryRepository(c).save(retired); })));
    EXPECT_TRUE(must(categories.all()).empty());
    EXPECT_EQ(1u, must(categories.all(true)).size());
}

} // namespace
} // namespace moderato::storage
