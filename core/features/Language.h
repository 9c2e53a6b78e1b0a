#pragma once

#include <QString>

namespace moderato::features {

/// "zh" or "en" by script and common words; empty where it is neither or there is too little text. Looks at
/// the first 4,000 characters only. Cheap enough for every import.
QString detectLanguage(QStringView text);

} // namespace moderato::features
