#include "core/interchange/private/FieldReader.h"

#include "core/interchange/private/Import.h"
#include "core/interchange/private/Record.h"

#include <QJsonArray>

#include <cmath>

namespace moderato::interchange {

FieldReader::FieldReader(QJsonObject object, QString prefix)
    : object_(std::move(object))
    , prefix_(std::move(prefix)) {}

QJsonValue FieldReader::value(const QString& name) {
    asked_.insert(name);
    const QJsonValue found = object_.value(name);
    return found.isNull() ? QJsonValue(QJsonValue::Undefined) : found;
}

bool FieldReader::has(const QString& name) {
    return !value(name).isUndefined();
}

void FieldReader::fail(const QString& name, const QString& problem) {
    failIf(Import::tr("The field “%1” %2").arg(prefix_ + name, problem));
}

void FieldReader::failIf(const QString& error) {
    if (error_.isEmpty()) {
        error_ = error;
    }
}

QString FieldReader::text(const QString& name) {
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isString()) {
        fail(name, Import::tr("must be a text in quotes."));
    }
    return cleanText(found.toString());
}

QString FieldReader::textOrNumber(const QString& name) {
    const QJsonValue found = value(name);
    if (found.isDouble()) {
        const double number = found.toDouble();
        const bool whole = std::floor(number) == number && std::abs(number) < 9e15;
        return whole ? QString::number(found.toInteger()) : QString::number(number, 'g', 17);
    }
    if (!found.isUndefined() && !found.isString()) {
        fail(name, Import::tr("must be a text or a number."));
    }
    return cleanText(found.toString()).trimmed();
}

QStringList FieldReader::texts(const QString& name) {
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        return {};
    }
    QStringList list;
    bool good = found.isArray();
    const QJsonArray array = found.toArray();
    for (const QJsonValue& entry : array) {
        good = good && entry.isString();
        if (const QString text = cleanText(entry.toString()).trimmed(); !text.isEmpty()) {
            list << text;
        }
    }
    if (!good) {
        fail(name, Import::tr("must be a list of texts, like [\"a\", \"b\"]."));
    }
    return list;
}

std::optional<qint64> FieldReader::count(const QString& name) {
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        return std::nullopt;
    }
    const double number = found.toDouble(-1);
    if (!(number >= 0 && number <= 9e15 && std::floor(number) == number)) {
        fail(name, Import::tr("must be a whole number, 0 or more."));
        return std::nullopt;
    }
    return qint64(number);
}

std::optional<double> FieldReader::share(const QString& name) {
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        return std::nullopt;
    }
    const double number = found.toDouble(-1);
    if (!(number >= 0 && number <= 1)) {
        fail(name, Import::tr("must be a number from 0 to 1."));
        return std::nullopt;
    }
    return number;
}

std::optional<Timestamp> FieldReader::time(const QString& name) {
    const QJsonValue found = value(name);
    if (found.isUndefined() || (found.isString() && found.toString().trimmed().isEmpty())) {
        return std::nullopt;
    }
    const auto time = timestampFrom(found);
    if (!time) {
        fail(name, Import::tr("must be a date like 2026-11-21T10:18:54Z or seconds since 1970."));
    }
    return time;
}

QJsonObject FieldReader::object(const QString& name) {
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isObject()) {
        fail(name, Import::tr("must be an object, like {\"id\": \"…\"}."));
    }
    return found.toObject();
}

QJsonObject FieldReader::unasked() const {
    QJsonObject rest = object_;
    for (const QString& name : asked_) {
        rest.remove(name);
    }
    return rest;
}

} // namespace moderato::interchange
