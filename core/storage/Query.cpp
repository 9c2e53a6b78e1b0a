#include "core/storage/Query.h"

#include "core/storage/Connection.h"

#include <QSqlError>
#include <QSqlQuery>

namespace moderato::storage {

Query::Query(Connection& connection, QString sql, std::unique_ptr<QSqlQuery> statement,
             std::optional<Error> error)
    : connection_(&connection)
    , sql_(std::move(sql))
    , statement_(std::move(statement))
    , error_(std::move(error)) {}

Query::Query(Query&& other) noexcept = default;

Query::~Query() {
    if (statement_) {
        connection_->giveBack(sql_, std::move(statement_));
    }
}

void Query::add(const QVariant& value) {
    if (executed_) {
        statement_->finish();
        executed_ = false;
        bound_ = 0;
    }
    if (!error_) {
        statement_->bindValue(bound_, value);
    }
    ++bound_;
}

bool Query::execute() {
    if (error_) {
        return false;
    }
    executed_ = true;
    if (!statement_->exec()) {
        fail();
        return false;
    }
    return true;
}

void Query::fail() {
    const QSqlError error = statement_->lastError();
    error_ = storageError(error.databaseText() + QStringLiteral(" in: ") + sql_, error.nativeErrorCode());
}

Status Query::run() {
    execute();
    return status();
}

bool Query::next() {
    if (error_ || (!executed_ && !execute())) {
        return false;
    }
    if (statement_->next()) {
        return true;
    }
    if (statement_->lastError().isValid()) {
        fail();
    }
    return false;
}

bool Query::isNull(int column) const {
    return statement_->isNull(column);
}
qint64 Query::integer(int column) const {
    return statement_->value(column).toLongLong();
}
double Query::real(int column) const {
    return statement_->value(column).toDouble();
}
QString Query::text(int column) const {
    return statement_->value(column).toString();
}
QByteArray Query::blob(int column) const {
    return statement_->value(column).toByteArray();
}

std::optional<Timestamp> Query::optionalTime(int column) const {
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

std::optional<qint64> Query::optionalInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Query::optionalReal(int column) const {
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

qint64 Query::lastInsertId() const {
    return statement_->lastInsertId().toLongLong();
}
qint64 Query::rowsChanged() const {
    return statement_->numRowsAffected();
}

} // namespace moderato::storage
