#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace moderato {

/// A typed setting: a constant next to the module that uses it, with its key and default.
///     constexpr Setting<bool> muted{"player/muted", false};
template <class T> struct Setting {
    const char* key;
    T fallback;

    T read(const QSettings& settings) const {
        const QVariant value = settings.value(QLatin1String(key));
        return value.isValid() && value.canConvert<T>() ? value.value<T>() : fallback;
    }
    void write(QSettings& settings, const T& value) const {
        settings.setValue(QLatin1String(key), QVariant::fromValue(value));
    }
};

} // namespace moderato
