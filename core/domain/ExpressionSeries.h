#pragma once

#include "core/base/Clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace moderato::domain {

/// How signals of readers' faces go along an item's time, as another program put many readers together. The
/// library knows none of these readers: nothing of it enters a match score or raises a flag.
struct ExpressionSeries {
    struct Point {
        qint64 timeUs = 0;  ///< From the item's beginning.
        double value = 0;   ///< In the file's own unit.
        qint64 readers = 0; ///< n, 1 or more; of a point that stands for several, the fewest of them.
        std::optional<double> deviation = {}, low = {}, high = {}, baseline = {};

        bool operator==(const Point&) const = default;
    };
    struct Curve {
        QString signalName;
        std::vector<Point> points; ///< By time.

        bool operator==(const Curve&) const = default;
    };

    QString name; ///< Of the file it came from; one an item.
    Timestamp importedAt = {};
    std::vector<Curve> curves; ///< By name.

    bool operator==(const ExpressionSeries&) const = default;
};

} // namespace moderato::domain
