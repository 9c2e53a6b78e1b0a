#include "core/usecases/Ingest.h"

#include "core/domain/Category.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

namespace moderato::usecases {

using storage::must;

class IngestTest : public storage::StorageTest {
protected:
    QString write(const QString& name, const QByteArray& content) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    domain::Content find(const QString& externalId) {
        storage::ContentRepository contents(reader());
        const auto id = must(contents.idByExternalId(externalId));
        EXPECT_TRUE(id) << externalId.toStdString();
        return must(contents.find(id.value_or(domain::ContentId{1})));
    }

    media::DecoderProcess decoder{QStringLiteral(MODERATO_PROGRAM)};
    Ingest ingest{*library, decoder, clock};
};

TEST_F(IngestTest, CategoriesAreKnownByCodeNameAndAliasAndNewOnesAreMade) {
    domain::Category category;
    category.code = QStringLiteral("doctor_patient");
    category.nameEn = QStringLiteral("Doctors and patients");
    category.nameZh = QStringLiteral("医患");
    category.aliases = QStringList{QStringLiteral("hospital drama")};
    must(library->writeAndWait(
        [&](storage::Connection& c) { return storage::CategoryRepository(c).save(category); }));
    const QString file = write(QStringLiteral("in.jsonl"), R"({"id":"1","title":"a","category":"医患"}
{"id":"2","title":"b","category":"Hospital Drama"}
{"id":"3","title":"c","category":"doctors AND patients"}
{"id":"4","title":"d","category":"Model Trains"}
{"id":"5","title":"e","category":"model trains"}
)");
    const IngestReport report = must(ingest.import({file}, {}));
    EXPECT_EQ(report.imported, 5);
    for (const char* id : {"1", "2", "3"}) {
        EXPECT_EQ(find(QString::fromLatin1(id)).givenCategory, QStringLiteral("doctor_patient"));
    }
    EXPECT_EQ(find(QStringLiteral("4")).givenCategory, QStringLiteral("model_trains"));
    const auto made = must(storage::CategoryRepository(reader()).byCode(QStringLiteral("model_trains")));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->nameEn, QStringLiteral("Model trains"));
}

TEST_F(IngestTest, ManyItemsComeInBatchesAndASecondTimeNotAtAll) {
    QByteArray lines;
    for (int i = 0; i < 1203; ++i) {
        lines +=
            "{\"id\":\"n" + QByteArray::number(i) + "\",\"title\":\"item " + QByteArray::number(i) + "\"}\n";
    }
    const QString file = write(QStringLiteral("many.jsonl"), lines);
    EXPECT_EQ(must(ingest.import({file}, {})).imported, 1203);
    const IngestReport again = must(ingest.import({file}, {}));
    EXPECT_EQ(again.imported, 0);
    EXPECT_EQ(again.skipped, 1203);
    EXPECT_EQ(must(storage::ContentRepository(reader()).count()), 1203);
}

TEST_F(IngestTest, ACancelledImportKeepsWhatItHasAndGoesOnLater) {
    QByteArray lines;
    for (int i = 0; i < 2000; ++i) {
        lines += "{\"title\":\"item " + QByteArray::number(i) + "\"}\n";
    }
    const QString file = write(QStringLiteral("many.jsonl"), lines);
    std::optional<JobContext> context;
    context.emplace([&](const Progress& progress) {
        if (progress.done >= 1) {
            context->cancel();
        }
    });
    EXPECT_TRUE(ingest.import({file}, *context).error().isCancelled());
    const qint64 kept = must(storage::ContentRepository(reader()).count());
    EXPECT_LT(kept, 2000);
    const IngestReport rest = must(ingest.import({file}, {}));
    EXPECT_EQ(rest.skipped, kept);
    EXPECT_EQ(rest.imported, 2000 - kept);
}

TEST_F(IngestTest, AMissingVideoOfALineIsKeptWithItsProblemAndABrokenFileIsNot) {
    const QString file =
        write(QStringLiteral("in.jsonl"), R"({"id":"v","kind":"video","title":"clip","media":"gone.mp4"})"
                                          "\n");
    const IngestReport report = must(ingest.import({file}, {}));
    EXPECT_EQ(report.imported, 1);
    EXPECT_FALSE(find(QStringLiteral("v")).mediaProblem.isEmpty());

    const IngestReport broken =
        must(ingest.import({write(QStringLiteral("broken.mp4"), QByteArray(5000, 'x'))}, {}));
    EXPECT_EQ(broken.imported, 0);
    EXPECT_EQ(broken.problems.size(), 1);
}

TEST_F(IngestTest, NoSuchPathFails) {
    EXPECT_FALSE(ingest.import({folder.filePath(QStringLiteral("nowhere"))}, {}).ok());
}

} // namespace moderato::usecases
