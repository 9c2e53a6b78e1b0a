#pragma once

#include "core/base/Result.h"
#include "core/ml/expressions/FaceScenes.h"

#include <QImage>
#include <QString>

#include <vector>

namespace moderato::bench {

/// A rendered face with what is known of it, grey.
struct FacePicture {
    int person = 0;
    bool isNeutral = false;
    int size = 0;
    std::vector<std::uint8_t> pixels;
    ml::FaceLandmarks landmarks;
    ml::FacialStrengths shown;

    QImage image() const;
};

/// `each` expressive pictures of every person and one at rest, which comes first.
std::vector<FacePicture> renderFaces(const ml::FaceRenderer& renderer, int people, int each, int size,
                                     std::uint64_t seed);

/// Kept in a file, because rendering takes longer than reading.
Status saveFaces(const QString& path, const std::vector<FacePicture>& faces);
/// `path`: a file, or a folder whose files ending in .bin are taken in the order of their names.
Result<std::vector<FacePicture>> loadFaces(const QString& path);

} // namespace moderato::bench
