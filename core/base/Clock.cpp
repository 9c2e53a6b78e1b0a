#include "core/base/Clock.h"

#include <QDateTime>

namespace moderato {

Timestamp SystemClock::now() const {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

QString toIso(Timestamp time) {
    return QDateTime::fromMSecsSinceEpoch(toUnixMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace moderato
