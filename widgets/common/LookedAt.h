#pragma once

#include <QColor>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace moderato::widgets {

/// How much a prediction looked at something, among all that it looked at.
struct LookedAt {
    int rank = 0;      ///< From 1: the one looked at most.
    double weight = 0; ///< Relative to that one, 0…1.

    bool operator==(const LookedAt&) const = default;
};

/// The colour of all that a quality model looked at: neither the accent nor that of a label.
QColor lookedAtColor(const QPalette& palette);
/// A frame along the inside of `place`, thicker with the weight, and the rank in its corner.
void paintLookedAt(QPainter& painter, const QRectF& place, const LookedAt& mark, const QPalette& palette);

} // namespace moderato::widgets
