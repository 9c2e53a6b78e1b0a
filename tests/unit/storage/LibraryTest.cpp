#include "core/storage/ContentRepository.h"
#include "core/storage/SettingsRepository.h"
#include "core/storage/Transaction.h"
#include "tests/support/StorageFixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <atomic>
#include <thread>

#include <signal.h>

namespace moderato::storage {
namespace {

class LibraryTest : public StorageTest {
protected:
    std::unique_ptr<QProcess> otherProcess() {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(MODERATO_DECISION_STREAM), {library->folder(), QStringLiteral("hold")});
        return process;
    }
    static void awaitReady(QProcess& process) {
        while (!process.canReadLine() && process.waitForReadyRead(10000)) {
        }
        ASSERT_EQ("ready\n", process.readLine());
    }
};

TEST_F(LibraryTest, hasItsFolders) {
    EXPECT_TRUE(QFile::exists(library->databaseFile()));
    EXPECT_TRUE(QDir(library->modelsFolder()).exists());
    EXPECT_TRUE(QDir(library->cacheFolder()).exists());
}

TEST_F(LibraryTest, isWrittenByOneProcessThatIsNamed) {
    const QString path = library->folder();
    const auto other = otherProcess();
    ASSERT_TRUE(other->waitForFinished());
    EXPECT_EQ(1, other->exitCode());
    EXPECT_TRUE(
        other->readAllStandardError().contains(QByteArray::number(QCoreApplication::applicationPid())));

    close();
    QProcess holder;
    holder.start(QStringLiteral(MODERATO_DECISION_STREAM), {path, QStringLiteral("hold")});
    awaitReady(holder);
    const auto refused = Library::open(path, OpenMode::ReadWrite, clock);
    ASSERT_FALSE(refused);
    EXPECT_EQ(Error::Kind::Conflict, refused.error().kind);
    EXPECT_TRUE(refused.error().message.contains(QString::number(holder.processId())));

    // Reading goes on beside the writer.
    const auto beside = Library::open(path, OpenMode::ReadOnly, clock);
    ASSERT_TRUE(beside) << beside.error().detail.toStdString();
    EXPECT_EQ(1, must(ContentRepository((*beside)->reader()).count()));

    ::kill(pid_t(holder.processId()), SIGKILL);
    holder.waitForFinished();
    EXPECT_TRUE(Library::open(path, OpenMode::ReadWrite, clock)); // A dead owner's lock is free at once.
}

TEST_F(LibraryTest, readOnlyNeedsALibraryAndRefusesToWrite) {
    const auto missing = Library::open(folder.filePath(QStringLiteral("nowhere")), OpenMode::ReadOnly, clock);
    ASSERT_FALSE(missing);
    EXPECT_EQ(Error::Kind::NotFound, missing.error().kind);
    EXPECT_FALSE(QDir(folder.filePath(QStringLiteral("nowhere"))).exists());

    const auto second = Library::open(library->folder(), OpenMode::ReadOnly, clock);
    ASSERT_TRUE(second);
    EXPECT_FALSE((*second)->isWritable());
    const Status written = (*second)->writeAndWait([](Connection&) { return Status(); });
    ASSERT_FALSE(written);
    EXPECT_EQ(Error::Kind::Unsupported, written.error().kind);
}

TEST_F(LibraryTest, somethingElseInTheFilesPlaceIsAnError) {
    const QString path = folder.filePath(QStringLiteral("other"));
    QDir().mkpath(path);
    QFile file(path + QStringLiteral("/library.sqlite"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'x'));
    file.close();
    const auto opened = Library::open(path, OpenMode::ReadWrite, clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(Error::Kind::Storage, opened.error().kind);
    EXPECT_TRUE(opened.error().message.contains(QStringLiteral("not a library")))
        << opened.error().message.toStdString();
}

TEST_F(LibraryTest, aFolderThatCannotBeMadeIsAnError) {
    const auto opened = Library::open(QStringLiteral("/proc/moderato"), OpenMode::ReadWrite, clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(Error::Kind::Io, opened.error().kind);
}

TEST_F(LibraryTest, aWriteThatFailsChangesNothing) {
    const auto result = library->writeAndWait([](Connection& connection) -> Result<int> {
        must(SettingsRepository(connection).setValue(QStringLiteral("a"), QStringLiteral("1")));
        return Error::invalid(QStringLiteral("no"));
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(QStringLiteral("no"), result.error().message);
    EXPECT_EQ(QString(), must(SettingsRepository(reader()).value(QStringLiteral("a"))));
}

TEST_F(LibraryTest, anExceptionRollsBackAndIsAnError) {
    const Status result = library->writeAndWait([](Connection& connection) -> Status {
        must(SettingsRepository(connection).setValue(QStringLiteral("a"), QStringLiteral("1")));
        throw std::runtime_error("broken");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(Error::Kind::Internal, result.error().kind);
    EXPECT_EQ(QString(), must(SettingsRepository(reader()).value(QStringLiteral("a"))));
}

TEST_F(LibraryTest, anInnerTransactionFailsAlone) {
    must(library->writeAndWait([](Connection& connection) -> Status {
        SettingsRepository settings(connection);
        must(settings.setValue(QStringLiteral("kept"), QStringLiteral("1")));
        {
            Transaction line(connection);
            must(settings.setValue(QStringLiteral("dropped"), QStringLiteral("1")));
        }
        Transaction line(connection);
        must(settings.setValue(QStringLiteral("also"), QStringLiteral("1")));
        return line.commit();
    }));
    SettingsRepository settings(reader());
    EXPECT_EQ(QStringLiteral("1"), must(settings.value(QStringLiteral("kept"))));
    EXPECT_EQ(QString(), must(settings.value(QStringLiteral("dropped"))));
    EXPECT_EQ(QStringLiteral("1"), must(settings.value(QStringLiteral("also"))));
}

TEST_F(LibraryTest, readersCannotWrite) {
    EXPECT_FALSE(SettingsRepository(reader()).setValue(QStringLiteral("a"), QStringLiteral("1")));
}

TEST_F(LibraryTest, aDecisionIsWrittenWithFullSynchronisation) {
    const auto level = [this](Durability durability) {
        return must(library->writeAndWait(
            [](Connection& connection) -> Result<qint64> {
                Query query = connection.query(QStringLiteral("PRAGMA synchronous"));
                query.next();
                return query.integer(0);
            },
            durability));
    };
    EXPECT_EQ(2, level(Durability::Full));
    EXPECT_EQ(1, level(Durability::Normal));
    EXPECT_EQ(2, level(Durability::Full));
}

TEST_F(LibraryTest, readersAndTheWriterWorkTogether) {
    constexpr int writes = 300;
    std::atomic<bool> done = false;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            qint64 last = 0;
            while (!done) {
                const auto count = ContentRepository(library->reader()).count();
                if (!count || *count < last) {
                    ++failures;
                }
                last = count.valueOr(last);
            }
        });
    }
    std::vector<QFuture<Result<ContentRepository::Inserted>>> futures;
    for (int n = 0; n < writes; ++n) {
        domain::Content content;
        content.title = QString::number(n);
        futures.push_back(library->write(
            [content](Connection& connection) { return ContentRepository(connection).insert(content); },
            Durability::Normal));
    }
    for (auto& future : futures) {
        EXPECT_TRUE(future.result());
    }
    done = true;
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(0, failures);
    EXPECT_EQ(writes, must(ContentRepository(reader()).count()));
}

TEST_F(LibraryTest, whatWasHandedInIsFinishedBeforeClosing) {
    for (int n = 0; n < 50; ++n) {
        (void)library->write([n](Connection& connection) {
            return SettingsRepository(connection).setValue(QString::number(n), QStringLiteral("x"));
        });
    }
    reopen();
    EXPECT_EQ(QStringLiteral("x"), must(SettingsRepository(reader()).value(QStringLiteral("49"))));
    EXPECT_LE(QFile(library->databaseFile() + QStringLiteral("-wal")).size(), 64 << 10);
}

} // namespace
} // namespace moderato::storage
