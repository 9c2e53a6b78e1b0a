#include "core/base/Hash.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/TrainingFile.h"
#include "tests/support/StorageFixture.h"

#include <QDir>
#include <QFile>

namespace moderato::usecases {

using storage::must;

class DataSetTest : public storage::StorageTest {
protected:
    QString write(const QString& name, const QByteArray& content) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    QStringList kept() { return QDir(dataSetFolder(*library)).entryList(QDir::Files); }
};

TEST_F(DataSetTest, AFrozenSetIsNamedByItsHashAndReadsBack) {
    auto writer = must(TrainingFileWriter::open(folder.filePath(QStringLiteral("sets"))));
    const TrainingLine first{domain::ContentId{7},   QStringLiteral("火锅"),   QStringLiteral("text"),
                             QStringLiteral("food"), {QStringLiteral("soup")}, false};
    const TrainingLine second{{},  QStringLiteral("b"), {}, {}, {QStringLiteral("x"), QStringLiteral("y")},
                              true};
    must(writer->add(first));
    must(writer->add(second));
    const FrozenDataSet set = must(writer->finish());
    EXPECT_EQ(set.examples, 1);
    EXPECT_EQ(set.heldOut, 1);
    EXPECT_EQ(must(sha256OfFile(set.path)), set.sha256);
    EXPECT_EQ(must(readTrainingFile(set.path, {})), (std::vector<TrainingLine>{first, second}));
}

TEST_F(DataSetTest, TheSameFileFreezesToTheSameSet) {
    const QString file = write(QStringLiteral("data.jsonl"),
                               "{\"title\":\"a\",\"category\":\"美食\"}\n{\"title\":\"b\"}\n{broken\n");
    std::vector<IngestProblem> problems;
    const FrozenDataSet once = must(freezeFile(*library, domain::ModelTask::Category, file, problems, {}));
    EXPECT_EQ(once.examples, 1);
    EXPECT_EQ(problems.size(), 2);
    const FrozenDataSet twice = must(freezeFile(*library, domain::ModelTask::Category, file, problems, {}));
    EXPECT_EQ(once.path, twice.path);
    EXPECT_EQ(kept().size(), 1);
}

TEST_F(DataSetTest, NothingToLearnIsASentence) {
    EXPECT_EQ(freezeDecisions(*library, domain::ModelTask::Category, 0.15, {}).error().kind,
              Error::Kind::InvalidInput);
    std::vector<IngestProblem> problems;
    const QString file = write(QStringLiteral("data.jsonl"), "{\"title\":\"a\"}\n");
    EXPECT_EQ(freezeFile(*library, domain::ModelTask::Topics, file, problems, {}).error().kind,
              Error::Kind::InvalidInput);
}

TEST_F(DataSetTest, ADamagedSetIsAnError) {
    EXPECT_FALSE(
        readTrainingFile(write(QStringLiteral("x.jsonl"), "{\"title\":\"a\"}\nnonsense\n"), {}).ok());
    EXPECT_FALSE(readTrainingFile(folder.filePath(QStringLiteral("none")), {}).ok());
}

TEST(HeldOut, AShareOfAllAndAlwaysTheSame) {
    int held = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray fingerprint = sha256(QByteArray::number(i));
        held += int(isHeldOut(fingerprint, 0.15));
        EXPECT_EQ(isHeldOut(fingerprint, 0.15), isHeldOut(fingerprint, 0.15));
        EXPECT_FALSE(isHeldOut(fingerprint, 0));
        EXPECT_TRUE(isHeldOut(fingerprint, 1));
    }
    EXPECT_NEAR(held, 1500, 120);
}

} // namespace moderato::usecases
