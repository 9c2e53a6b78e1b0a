#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

class QSqlQuery;

namespace moderato::storage {

class Connection;

/// Bytes that are stored as they are and not as text.
struct Blob {
    QByteArray bytes;
};

/// A prepared statement on loan from its connection's cache; given back (reset) when it goes out of scope.
///     auto query = connection.query(QStringLiteral("SELECT title FROM content WHERE id = ?"));
///     query.bind(id);
///     while (query.next()) { titles << query.text(0); }
///     if (!query.ok()) { return query.error(); }
/// Used on its connection's thread only. A failure (also of prepare) is kept: `next` is false then, `ok` is
/// false and `error` tells. Text is stored as UTF-8 and never NULL; `QByteArray` values are text too
/// (hashes); an invalid Id is NULL.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    /// Appends values for the next `?`s. After a `run`, binding starts again at the first.
    template <class... Values> Query& bind(const Values&... values) {
        (add(toVariant(values)), ...);
        return *this;
    }

    /// Executes a statement that has no rows.
    Status run();
    /// Executes on the first call; steps to the next row.
    bool next();
    bool ok() const { return !error_; }
    const Error& error() const { return *error_; }
    /// `ok` and `error` as one.
    Status status() const { return error_ ? Status(*error_) : Status(); }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const { return text(column).toUtf8(); }
    QByteArray blob(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    Timestamp time(int column) const { return fromUnixMs(integer(column)); }
    std::optional<Timestamp> optionalTime(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<double> optionalReal(int column) const;
    template <class AnyId> AnyId id(int column) const { return AnyId{integer(column)}; }

    qint64 lastInsertId() const;
    /// Rows that the last `run` inserted, changed or deleted.
    qint64 rowsChanged() const;

private:
    friend class Connection;
    Query(Connection& connection, QString sql, std::unique_ptr<QSqlQuery> statement,
          std::optional<Error> error);

    static QVariant toVariant(qint64 value) { return value; }
    static QVariant toVariant(int value) { return qint64(value); }
    static QVariant toVariant(bool value) { return qint64(value ? 1 : 0); }
    static QVariant toVariant(double value) { return value; }
    static QVariant toVariant(Timestamp value) { return toUnixMs(value); }
    static QVariant toVariant(const QString& value) { return value.isNull() ? QStringLiteral("") : value; }
    static QVariant toVariant(const QByteArray& value) { return toVariant(QString::fromUtf8(value)); }
    static QVariant toVariant(const Blob& value) { return value.bytes; }
    static QVariant toVariant(const QVariant& value) { return value; }
    static QVariant toVariant(std::nullopt_t) { return {}; }
    template <class Tag> static QVariant toVariant(Id<Tag> id) {
        return id.isValid() ? QVariant(id.value) : QVariant();
    }
    template <class T> static QVariant toVariant(const std::optional<T>& value) {
        return value ? toVariant(*value) : QVariant();
    }

    void add(const QVariant& value);
    bool execute();
    void fail();

    Connection* connection_;
    QString sql_;
    std::unique_ptr<QSqlQuery> statement_;
    std::optional<Error> error_;
    int bound_ = 0;
    bool executed_ = false;
};

} // namespace moderato::storage
