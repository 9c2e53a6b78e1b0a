#include "core/storage/SettingsRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

Result<QString> SettingsRepository::value(const QString& key, const QString& fallback) {
    Query query = connection_.query(QStringLiteral("SELECT value FROM library_settings WHERE key = ?"));
    query.bind(key);
    if (query.next()) {
        return query.text(0);
    }
    return query.ok() ? Result<QString>(fallback) : Result<QString>(query.error());
}

Status SettingsRepository::setValue(const QString& key, const QString& value) {
    return connection_.run(QStringLiteral("INSERT INTO library_settings (key, value) VALUES (?, ?) "
                                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                           key, value);
}

} // namespace moderato::storage
