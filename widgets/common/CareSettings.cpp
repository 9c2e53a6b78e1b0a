#include "widgets/common/CareSettings.h"

#include "widgets/common/Preferences.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

namespace moderato::widgets {
namespace {

const QString categoryPrefix = QStringLiteral("category:");

QString settingKey(const QString& person) {
    // A name may hold slashes, which would make groups.
    return QStringLiteral("care/of/%1").arg(QString::fromLatin1(person.toUtf8().toHex()));
}

QJsonObject toJson(const CareEffect& effect) {
    return {{QStringLiteral("blur"), effect.blur},
            {QStringLiteral("grey"), effect.grey},
            {QStringLiteral("dim"), effect.dim},
            {QStringLiteral("mute"), effect.mute}};
}

CareEffect fromJson(const QJsonObject& object) {
    return {.blur = object.value(QLatin1String("blur")).toBool(),
            .grey = object.value(QLatin1String("grey")).toBool(),
            .dim = std::clamp(object.value(QLatin1String("dim")).toDouble(), 0.0, 1.0),
            .mute = object.value(QLatin1String("mute")).toBool()};
}

} // namespace

QString CareSettings::category(const QString& code) {
    return categoryPrefix + code;
}

QString CareSettings::categoryOf(const QString& kind) {
    return kind.startsWith(categoryPrefix) ? kind.mid(categoryPrefix.size()) : QString();
}

CareSettings CareSettings::defaults() {
    CareSettings settings;
    settings.kinds[everything] = {.mute = preferences::muted.read(QSettings())};
    for (const QString& kind : {flagged, disallowed, knownHash}) {
        settings.kinds[kind] = {.blur = true, .grey = true, .mute = true};
    }
    return settings;
}

CareSettings CareSettings::load(const QString& person) {
    const QByteArray text = QSettings().value(settingKey(person)).toByteArray();
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        return defaults();
    }
    CareSettings settings;
    const QJsonObject kinds = document.object();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        settings.kinds.insert(kind.key(), fromJson(kind.value().toObject()));
    }
    return settings;
}

void CareSettings::save(const QString& person) const {
    QJsonObject object;
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        object.insert(kind.key(), toJson(kind.value()));
    }
    QSettings().setValue(settingKey(person), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

CareEffect strongest(const CareEffect& a, const CareEffect& b) {
    return {.blur = a.blur || b.blur,
            .grey = a.grey || b.grey,
            .dim = std::max(a.dim, b.dim),
            .mute = a.mute || b.mute};
}

CareEffect careFor(const CareTraits& traits, const CareSettings& settings) {
    QStringList kinds{CareSettings::everything};
    if (traits.flagged) {
        kinds << CareSettings::flagged;
    }
    if (traits.knownHash) {
        kinds << CareSettings::knownHash;
    }
    if (traits.disallowed) {
        kinds << CareSettings::disallowed;
    }
    for (const QString& code : traits.categories) {
        kinds << CareSettings::category(code);
    }
    CareEffect effect;
    for (const QString& kind : kinds) {
        effect = strongest(effect, settings.kinds.value(kind));
    }
    return effect;
}

} // namespace moderato::widgets
