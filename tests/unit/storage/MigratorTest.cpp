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
        EXPECT_GT(migrations[i].version, i == 0 ? 0 : migrations[i - 1].version);
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

TEST_F(MigratorTest, theThirdTaskKeepsVersionsAndWhatRefersToThem) {
    std::vector<Migration> before = builtInMigrations();
    before.resize(2);
    migrate(before);
    {
        Connection connection(file, Connection::Access::Write);
        for (
            const char* statement :
            {"INSERT INTO model_versions (id, task, name, folder, state, data_set_hash, seed, examples, "
             "metrics, "
             "parent_id, created_at) VALUES (1, 'topics', 'topics-1', '/m', 'retired', '', 1, 5, '{}', NULL, "
             "1), "
             "(2, 'topics', 'topics-2', '/n', 'in_service', '', 1, 6, '{}', 1, 2)",
             "INSERT INTO model_promotions (task, version_id, replaced_id, is_roll_back, promoted_at) VALUES "
             "('topics', 1, NULL, 0, 1), ('topics', 2, 1, 0, 2)",
             "INSERT INTO training_runs (task, state, data_set_hash, examples, seed, started_at, version_id, "
             "problem) VALUES ('topics', 'finished', '', 6, 1, 1, 2, '')",
             "INSERT INTO content (id, fingerprint, external_id, kind, title, language, state, imported_at, "
             "media_problem) VALUES (1, hex(zeroblob(32)), '', 'video', 'a', '', 'active', 1, '')",
             "INSERT INTO topic_predictions (content_id, version_id, predicted_at) VALUES (1, 2, 1)"}) {
            must(connection.execute(QString::fromLatin1(statement)));
        }
    }
    const MigrationOutcome outcome = migrate(builtInMigrations());
    ASSERT_EQ(Kind::Migrated, outcome.kind) << qPrintable(outcome.error.detail);
    EXPECT_EQ(2, number(QStringLiteral("SELECT count(*) FROM model_versions WHERE name LIKE 'topics-%'")));
    EXPECT_EQ(1, number(QStringLiteral("SELECT parent_id FROM model_versions WHERE id = 2")));
    EXPECT_EQ(2, number(QStringLiteral("SELECT count(*) FROM model_promotions")));
    EXPECT_EQ(2, number(QStringLiteral("SELECT version_id FROM training_runs")));
    EXPECT_EQ(2, number(QStringLiteral("SELECT version_id FROM topic_predictions")));
    EXPECT_EQ(0, number(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")));
    Connection connection(file, Connection::Access::Write);
    const auto version = [&connection](const char* task, const char* state) {
        return connection.run(
            QStringLiteral("INSERT INTO model_versions (task, name, folder, state, data_set_hash, "
                           "seed, examples, metrics, created_at) VALUES (?, ?, '/o', ?, '', 1, 1, "
                           "'{}', 3)"),
            QString::fromLatin1(task), QString::fromLatin1(task) + QString::fromLatin1(state),
            QString::fromLatin1(state));
    };
    EXPECT_TRUE(version("tags", "in_service").ok());
    EXPECT_FALSE(version("topics", "in_service").ok()); // One is already.
    EXPECT_FALSE(version("sounds", "candidate").ok());
    EXPECT_FALSE(connection.execute(QStringLiteral("DELETE FROM model_promotions")).ok());
    EXPECT_FALSE(connection.execute(QStringLiteral("INSERT INTO topic_predictions VALUES (1, 77, 1)")).ok());
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
