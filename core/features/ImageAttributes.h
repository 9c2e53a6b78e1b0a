#pragma once

#include <QImage>

#include <optional>

namespace moderato::features {

// Attributes of a picture (S1.4). All are measured of what `fitted` gives, so that they compare across sizes;
// NaN for a picture without pixels. Thread-safe.

/// Made to fit into 512 × 512 pixels; a smaller picture stays as it is. Who asks for several attributes of a
/// large picture fits it once.
QImage fitted(const QImage& picture);

/// Variance of the Laplacian of the grey levels 0…255, from 0 (nothing but blur) up; sharp photographs have
/// hundreds (Pech-Pacheco et al. 2000).
double sharpness(const QImage& picture);

/// From 0 (grey) to about 110 (extremely colourful): spread and distance from grey of the opponent colours
/// (Hasler & Süsstrunk 2003).
double colourfulness(const QImage& picture);

double brightness(const QImage& picture); ///< Mean grey level, 0 (black)…1 (white).
double contrast(const QImage& picture);   ///< RMS: standard deviation of the grey levels, 0….5 (Peli 1990).

/// How much of what catches the eye lies on the lines that cut the picture in thirds: gradient energy within
/// 1/18 of the width or height of a line, among all, 0…1. Evenly spread gives about .4; NaN where there is
/// none.
double thirdsShare(const QImage& picture);

/// Damage as people would judge it without knowing the original, 0 (natural) to 100 (distorted): BRISQUE
/// (Mittal et al. 2012) as OpenCV trained it on the LIVE set. Nothing where the picture has an edge under 48
/// pixels or hardly any structure, or where OpenCV's model files are not installed.
std::optional<double> distortion(const QImage& picture);

/// Technical beauty, 0…100: 100 less the distortion; nothing as above.
std::optional<double> beauty(const QImage& picture);

} // namespace moderato::features
