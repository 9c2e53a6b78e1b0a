#pragma once

#include "core/base/Setting.h"

#include <QString>

namespace moderato::widgets {

/// The settings that several pages share; a page's own stand in its folder.
namespace preferences {
inline const Setting<QString> theme{"look/theme", QStringLiteral("system")}; ///< "system", "light", "dark"
inline const Setting<double> fontScale{"look/fontScale", 1.0};
inline const Setting<QString> language{"look/language", QString()}; ///< "en", "zh_CN"; empty: the system's
inline const Setting<QString> person{"person/name", QString()};
inline const Setting<bool> muted{"care/muted", true}; ///< Videos start without sound.
inline const Setting<bool> autoplay{"care/autoplay", false};
} // namespace preferences

/// The name that decisions carry: as set, else the log-in name.
QString personName();
/// The program's language, "en" or "zh_CN": as set, else the system's.
QString languageCode();

} // namespace moderato::widgets
