#pragma once

#include "widgets/common/CareEffect.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace moderato::widgets {

/// What is known of an item that care goes by.
struct CareTraits {
    bool flagged = false;    ///< An open flag.
    bool knownHash = false;  ///< It matches a list of known material.
    bool disallowed = false; ///< Somebody decided that it must not be shown.
    QStringList categories{};  ///< Codes: decided, given, predicted.

    bool operator==(const CareTraits&) const = default;
};

/// What one person wants to be spared, by kind of material. A plain value; kept in the program's settings
/// under the person's name.
struct CareSettings {
    static inline const QString everything = QStringLiteral("everything");
    static inline const QString flagged = QStringLiteral("flagged");
    static inline const QString knownHash = QStringLiteral("known");
    static inline const QString disallowed = QStringLiteral("disallowed");
    static QString category(const QString& code);   ///< The kind of a category's items.
    static QString categoryOf(const QString& kind); ///< Its code; empty: the kind is no category's.

    QMap<QString, CareEffect> kinds; ///< By kind; one that is not there adds nothing.

    /// Sound off for everything; flagged, disallowed and known material blurred and grey as well.
    static CareSettings defaults();
    static CareSettings load(const QString& person);
    void save(const QString& person) const;

    bool operator==(const CareSettings&) const = default;
};

/// All that either of the two asks for: the strongest wins.
CareEffect strongest(const CareEffect& a, const CareEffect& b);
CareEffect careFor(const CareTraits& traits, const CareSettings& settings);

} // namespace moderato::widgets
