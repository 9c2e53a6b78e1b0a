#pragma once

#include "core/base/Clock.h"

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace moderato::interchange {

/// Takes typed fields out of a JSON object and remembers the first that has the wrong type and every one that
/// was asked for, so that the others can be kept. A null counts as missing.
class FieldReader {
public:
    /// `prefix` is what stands before the names in sentences: "author.".
    explicit FieldReader(QJsonObject object, QString prefix = {});

    bool has(const QString& name);
    QString text(const QString& name);
    QString textOrNumber(const QString& name);
    QStringList texts(const QString& name);
    std::optional<qint64> count(const QString& name); ///< A whole number, 0 or more.
    std::optional<double> share(const QString& name); ///< 0…1
    std::optional<Timestamp> time(const QString& name);
    QJsonObject object(const QString& name);
    QJsonValue value(const QString& name);

    void fail(const QString& name, const QString& problem);
    void failIf(const QString& error);
    const QString& error() const { return error_; }
    QJsonObject unasked() const;

private:
    QJsonObject object_;
    QString prefix_;
    QSet<QString> asked_;
    QString error_;
};

} // namespace moderato::interchange
