#include "core/storage/Migrator.h"
#include "core/storage/Connection.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "tests/support/StorageFixture.h"

#include <QDir>
#include <QFile>

namespace moderato::storage {
namespace {

using Kind = MigrationOutcome::Kind;

const Migration first{1, QStringLiteral("first"), 1,
                      QStringLiteral("CREATE TABLE a (x INTEGER NOT NULL) STRICT;\n")};
const Migration second{
    2, QStringLiteral("second"), 1,
    QStringLiteral("-- a comment\nCREATE TABLE b (x INTEGER NOT NULL) STRICT;\n"
                   "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n    INSERT INTO b (x) VALUES (NEW.x);\nEND;\n"
                   "INSERT INTO a (x) VALUES (7);\n")};
const Migration broken{
    3, QStringLiteral("broken"), 1,
    QStringLiteral(
        "CREATE TABLE c (x INTEGER NOT NULL) STRICT;\nCREATE TABLE c (x INTEGER NOT NULL) STRICT;\n")};

class MigratorTest : public ::testing::Test {
protected:
    MigrationOutcome migrate(std::vector<Migration> migrations) {
        Connection connection(file, Connection::Access::Write);
        return Migrator(connection, clock, std::move(migrations)).migrate();
    }
    qint64 number(const QString& sql) {
        Connection connection(file, Connection::Access::Read);
        Query query = connection.query(sql);
        return query.next() ? query.integer(0) : -1;
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("library.sqlite"));
    FixedClock clock{fromUnixMs(1'800'000'000'000)};
};

TEST_F(MigratorTest, makesANewDatabaseWithoutABackup) {
    const MigrationOutcome outcome = migrate({first, second});
    EXPECT_EQ(Kind::Migrated, outcome.kind);
    EXPECT_EQ(0, outcome.from);
    EXPECT_EQ(2, outcome.to);
    EXPECT_TRUE(outcome.backup.isEmpty());
    EXPECT_EQ(7, number(QStringLiteral("SELECT x FROM b"))); // The trigger was one statement.
}

TEST_F(MigratorTest, upToDate) {
    migrate({first, second});
    EXPECT_EQ(Kind::UpToDate, migrate({first, second}).kind);
}

TEST_F(MigratorTest, migratesAnOlderOneAfterABackup) {
    migrate({first});
    const MigrationOutcome outcome = migrate({first, second});
    EXPECT_EQ(Kind::Migrated, outcome.kind);
    EXPECT_EQ(1, outcome.from);
    ASSERT_TRUE(QFile::exists(outcome.backup));
    Connection backup(outcome.backup, Connection::Access::Read);
    Query query = backup.query(QStringLiteral("SELECT max(version) FROM schema_migrations"));
    ASSERT_TRUE(query.next());
    EXPECT_EQ(1, query.integer(0));
}

TEST_F(MigratorTest, aNewerOneThatIsStillCompatibleIsUsable) {
    migrate({first, second});
    EXPECT_EQ(Kind::UpToDate, migrate({first}).kind);
}

TEST_F(MigratorTest, tooNew) {
    Migration demanding = second;
    demanding.minimumCompatible = 2;
    migrate({first, demanding});
    const MigrationOutcome outcome = migrate({first});
    EXPECT_EQ(Kind::TooNew, outcome.kind);
    EXPECT_EQ(Error::Kind::Unsupported, outcome.error.kind);
    EXPECT_FALSE(outcome.error.message.isEmpty());
}

TEST_F(MigratorTest, failedLeavesTheDatabaseAsItWasBeforeTheStep) {
    migrate({first});
    const MigrationOutcome outcome = migrate({first, second, broken});
    EXPECT_EQ(Kind::Failed, outcome.kind);
    EXPECT_EQ(2, outcome.to);
    EXPECT_TRUE(outcome.error.detail.contains(QStringLiteral("migration 3")));
    EXPECT_EQ(2, number(QStringLiteral("SELECT max(version) FROM schema_migrations")));
    EXPECT_EQ(0, number(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'c'")));
}

TEST_F(MigratorTest, builtInMigrationsAreNumberedAndDescribed) {
    const std::vector<Migration> migrations = builtInMigrations();
    ASSERT_FALSE(migrations.empty());
    for (size_t i = 0; i < migrations.size(); ++i) {
        EXPECT_EQ(int(i) + 1, migrations[i].version);
        EXPECT_FALSE(migrations[i].description.isEmpty());
        EXPECT_GE(migrations[i].minimumCompatible, 1);
    }
}

TEST_F(MigratorTest, aLibraryOfVersion1Opens) {
    const QString path = folder.filePath(QStringLiteral("old"));
    QDir().mkpath(path);
    ASSERT_TRUE(QFile::copy(QStringLiteral(MODERATO_SOURCE_DIR "/tests/unit/storage/data/version-1.sqlite"),
                            path + QStringLiteral("/library.sqlite")));
    QFile::setPermissions(path + QStringLiteral("/library.sqlite"), QFile::ReadOwner | QFile::WriteOwner);
    const auto library = must(Library::open(path, OpenMode::ReadWrite, clock));
    EXPECT_EQ(3, must(ContentRepository(library->reader()).count()));
    const auto verification = must(DecisionRepository(library->reader()).verify({}));
    EXPECT_TRUE(verification.ok) << verification.what.toStdString();
    EXPECT_EQ(4, verification.decisions);
}

/// Makes the fixture of the newest version anew: test_storage --gtest_also_run_disabled_tests
/// --gtest_filter=*writesTheFixture
TEST_F(MigratorTest, DISABLED_writesTheFixture) {
    const QString path = folder.filePath(QStringLiteral("new"));
    {
        const auto library = must(Library::open(path, OpenMode::ReadWrite, clock));
        must(library->writeAndWait([](Connection& connection) -> Status {
            for (const QString& title : {QStringLiteral("A first article"), QStringLiteral("第二篇文章"),
                                         QStringLiteral("A third one")}) {
                domain::Content content;
                content.title = title;
                content.body = QStringLiteral("The body of “%1”.").arg(title);
                content.givenCategory = QStringLiteral("fun");
                content.givenTopics = QStringList{QStringLiteral("cooking"), title};
                must(ContentRepository(connection).insert(content));
            }
            for (int n = 1; n <= 4; ++n) {
                domain::Decision decision;
                decision.content = domain::ContentId{n == 4 ? 3 : n};
                decision.kind = n == 4 ? domain::Decision::Kind::Undo : domain::Decision::Kind::Correct;
                decision.category = n == 4 ? QString() : QStringLiteral("food");
                decision.undoes = domain::DecisionId{n == 4 ? 3 : 0};
                decision.person = QStringLiteral("ann");
                must(DecisionRepository(connection).append(decision));
            }
            return {};
        }));
    }
    Connection connection(path + QStringLiteral("/library.sqlite"), Connection::Access::Write);
    const QString target = QStringLiteral(MODERATO_SOURCE_DIR "/tests/unit/storage/data/version-%1.sqlite")
                               .arg(builtInMigrations().back().version);
    QFile::remove(target);
    must(connection.execute(QStringLiteral("PRAGMA journal_mode = DELETE")));
    must(connection.execute(QStringLiteral("PRAGMA page_size = 512")));
    must(connection.run(QStringLiteral("VACUUM INTO ?"), target));
}

} // namespace
} // namespace moderato::storage
