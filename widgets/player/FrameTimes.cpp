#include "widgets/player/FrameTimes.h"

#include <algorithm>
#include <cmath>

namespace moderato::widgets {

qint64 FrameTimes::numberAt(double seconds) const {
    if (pts.empty() || timeBase.numerator <= 0 || timeBase.denominator <= 0 || !std::isfinite(seconds)) {
        return -1;
    }
    const double units = seconds * timeBase.denominator / timeBase.numerator + 0.5;
    const auto after = std::upper_bound(pts.begin(), pts.end(), units,
                                        [](double time, qint64 p) { return time < double(p); });
    return std::max<qint64>(0, qint64(after - pts.begin()) - 1);
}

qint64 FrameTimes::numberOf(qint64 wanted) const {
    const auto it = std::lower_bound(pts.begin(), pts.end(), wanted);
    return it != pts.end() && *it == wanted ? qint64(it - pts.begin()) : -1;
}

qint64 FrameTimes::keyBefore(qint64 number) const {
    for (qint64 n = std::min(number, qint64(isKey.size()) - 1); n > 0; --n) {
        if (isKey[size_t(n)]) {
            return n;
        }
    }
    return 0;
}

} // namespace moderato::widgets
