#pragma once

#include "core/base/Result.h"

#include <QString>

namespace moderato::storage {

class Connection;

/// Settings that belong to the library and not to the machine.
class SettingsRepository {
public:
    explicit SettingsRepository(Connection& connection)
        : connection_(connection) {}

    Result<QString> value(const QString& key, const QString& fallback = {});
    Status setValue(const QString& key, const QString& value);

private:
    Connection& connection_;
};

} // namespace moderato::storage
