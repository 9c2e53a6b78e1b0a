#pragma once

#include "core/storage/Query.h"

#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>

class QSqlDatabase;
class QSqlQuery;

namespace moderato::storage {

/// One connection to a library's database with its cache of prepared statements. Belongs to the thread that
/// opened it and is used there only. Where it could not be opened, every query fails with that reason, so
/// that callers have one place to look.
class Connection {
public:
    enum class Access {
        Write, ///< The one that writes and checkpoints.
        Read,  ///< Cannot write, never checkpoints.
    };

    Connection(const QString& databaseFile, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Status status() const { return openError_ ? Status(*openError_) : Status(); }
    const QString& databaseFile() const { return file_; }

    /// A prepared statement out of the cache.
    Query query(const QString& sql);
    /// Prepares, binds and runs a statement without rows.
    template <class... Values> Status run(const QString& sql, const Values&... values) {
        Query statement = query(sql);
        statement.bind(values...);
        return statement.run();
    }
    /// Runs a statement once, without the cache: schema changes and pragmas.
    Status execute(const QString& sql);

    bool inTransaction() const { return transactionDepth_ > 0; }

private:
    friend class Query;
    friend class Transaction;

    void giveBack(const QString& sql, std::unique_ptr<QSqlQuery> statement);
    Status configure(Access access);

    QString file_;
    QString name_; ///< Of the Qt connection: unique in the process.
    std::optional<Error> openError_;
    std::unique_ptr<QSqlDatabase> database_;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> idle_;
    int transactionDepth_ = 0;
};

/// What went wrong in the database, with a sentence that says what to do about it. `detail` is the driver's
/// text.
Error storageError(const QString& detail, const QString& nativeCode = {});

} // namespace moderato::storage
