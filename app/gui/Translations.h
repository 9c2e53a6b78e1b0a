#pragma once

#include <QString>

class QCoreApplication;

namespace moderato {

/// Loads the program's and Qt's translations for "en" or "zh_CN" (English has its plurals) and sets the
/// locale of numbers and dates.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace moderato
