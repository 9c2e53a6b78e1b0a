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

/// The picture as it may be shown with `effect`: for article pictures, thumbnails and contact sheets. Keeps
/// size and device pixel ratio. `across`: how many pixels of the longer side are left of a blurred one.
QImage withCare(const QImage& picture, const CareEffect& effect, int across = 24);
/// What is left of a blurred thumbnail: few, as what is shown small looks sharp.
inline constexpr int thumbnailAcross = 9;

} // namespace moderato::widgets
