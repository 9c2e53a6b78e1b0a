#include "core/storage/Connection.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace moderato::storage {

namespace {

/// SQLite's primary result codes, https://www.sqlite.org/rescode.html
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString sentenceFor(int code) {
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return QCoreApplication::translate("Storage", "The library is busy. Try again in a moment.");
    case ReadOnly:
        return QCoreApplication::translate(
            "Storage", "The library cannot be written to. Check that its folder is yours and writable.");
    case IoError:
        return QCoreApplication::translate("Storage",
                                           "Reading or writing the library failed. Check the disk it is on.");
    case Corrupt:
        return QCoreApplication::translate(
            "Storage", "The library's database is damaged. Restore it from a backup copy.");
    case Full:
        return QCoreApplication::translate(
            "Storage", "The disk is full. Free some space and try again: nothing was changed.");
    case CannotOpen:
        return QCoreApplication::translate(
            "Storage", "The library cannot be opened. Check that its folder exists and is yours.");
    case NotADatabase:
        return QCoreApplication::translate(
            "Storage",
            "The file “library.sqlite” is not a library. Choose another folder, or restore the file.");
    default:
        return QCoreApplication::translate(
            "Storage", "The library's database refused an operation. The log says which.");
    }
}

} // namespace

Error storageError(const QString& detail, const QString& nativeCode) {
    return {Error::Kind::Storage, sentenceFor(nativeCode.toInt()), detail};
}

Connection::Connection(const QString& databaseFile, Access access)
    : file_(databaseFile) {
    static std::atomic<quint64> number = 0;
    name_ = QStringLiteral("moderato-%1").arg(++number);
    database_ = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_));
    database_->setDatabaseName(databaseFile);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000");
    if (access == Access::Read) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    database_->setConnectOptions(options);
    if (!database_->open()) {
        const QSqlError error = database_->lastError();
        openError_ = storageError(error.text(), error.nativeErrorCode());
        return;
    }
    if (Status status = configure(access); !status) {
        openError_ = status.error();
    }
}

Connection::~Connection() {
    // Statements go before their database, and all handles before the name: Qt asks for this order.
    idle_.clear();
    database_->close();
    database_.reset();
    QSqlDatabase::removeDatabase(name_);
}

Status Connection::configure(Access access) {
    // One connection writes and checkpoints, none maps memory: SQLite 3.7.0 to 3.51.2 can damage a database
    // otherwise when its log is reset.
    QStringList pragmas = {
        QStringLiteral("PRAGMA mmap_size = 0"), QStringLiteral("PRAGMA wal_autocheckpoint = 0"),
        QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA trusted_schema = OFF"),
        QStringLiteral("PRAGMA temp_store = MEMORY")};
    if (access == Access::Write) {
        pragmas << QStringLiteral("PRAGMA journal_mode = WAL") << QStringLiteral("PRAGMA synchronous = FULL")
                << QStringLiteral("PRAGMA journal_size_limit = 16777216")
                << QStringLiteral("PRAGMA recursive_triggers = ON")
                << QStringLiteral("PRAGMA cache_size = -65536");
    } else {
        pragmas << QStringLiteral("PRAGMA query_only = ON") << QStringLiteral("PRAGMA cache_size = -16384");
    }
    for (const QString& pragma : pragmas) {
        if (Status status = execute(pragma); !status) {
            return status;
        }
    }
    return {};
}

Query Connection::query(const QString& sql) {
    if (openError_) {
        return Query(*this, sql, nullptr, openError_);
    }
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        std::unique_ptr<QSqlQuery> statement = std::move(found->second);
        idle_.erase(found);
        return Query(*this, sql, std::move(statement), {});
    }
    auto statement = std::make_unique<QSqlQuery>(*database_);
    statement->setForwardOnly(true);
    if (!statement->prepare(sql)) {
        const QSqlError error = statement->lastError();
        return Query(
            *this, sql, nullptr,
            storageError(error.databaseText() + QStringLiteral(" in: ") + sql, error.nativeErrorCode()));
    }
    return Query(*this, sql, std::move(statement), {});
}

void Connection::giveBack(const QString& sql, std::unique_ptr<QSqlQuery> statement) {
    statement->finish();
    idle_.try_emplace(sql, std::move(statement));
}

Status Connection::execute(const QString& sql) {
    if (openError_) {
        return *openError_;
    }
    QSqlQuery statement(*database_);
    statement.setForwardOnly(true);
    if (!statement.exec(sql)) {
        const QSqlError error = statement.lastError();
        return storageError(error.databaseText() + QStringLiteral(" in: ") + sql, error.nativeErrorCode());
    }
    return {};
}

} // namespace moderato::storage
