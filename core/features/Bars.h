#pragma once

#include <QImage>
#include <QRect>

namespace moderato::features {

/// Where the picture is without black bars at its borders, as they are put around clips to fit another shape.
/// All of it where there are none, or where they would leave less than a quarter in one direction (a dark
/// picture). A clip is the same to people with and without bars, and not to PDQ: hash both.
QRect contentRect(const QImage& picture);
QImage withoutBars(const QImage& picture);

} // namespace moderato::features
