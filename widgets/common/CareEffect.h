#pragma once

#include <QImage>

namespace moderato::widgets {

/// What is taken off material that is hard to look at, until a person lifts it while a key is held.
struct CareEffect {
    bool blur = false; ///< Strong: a few dozen pixels across the picture are left.
    bool grey = false;
    double dim = 0;    ///< 0: as it is … 1: black.
    bool mute = false; ///< Video: without sound from the first sample on.

    bool changesPicture() const { return blur || grey || dim > 0; }
    bool operator==(const CareEffect&) const = default;
};

/// The picture as it may be shown with `effect`: for thumbnails, article pictures and contact sheets. Keeps
/// size and device pixel ratio.
QImage withCare(const QImage& picture, const CareEffect& effect);

} // namespace moderato::widgets
