#pragma once

#include <QLoggingCategory>

namespace moderato {

/// The program's log, in English; `QT_LOGGING_RULES="moderato.debug=true"` shows all of it.
Q_DECLARE_LOGGING_CATEGORY(log)

} // namespace moderato
