#include "core/base/Log.h"

namespace moderato {

Q_LOGGING_CATEGORY(log, "moderato", QtInfoMsg)

} // namespace moderato
