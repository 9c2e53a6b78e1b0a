#pragma once

#include "core/base/Result.h"
#include "core/features/Faces.h"
#include "core/ml/expressions/AlignedFace.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace moderato::ml {
class LandmarkModel;
}

namespace moderato::usecases {

/// A face in a frame, ready for the expression models. It holds pixels: keep it only while it is looked at.
struct FaceInFrame {
    QRectF box;                    ///< In the frame's pixels.
    float confidence = 0;          ///< 0 to 1.
    ml::FaceLandmarks landmarks{}; ///< In the frame's pixels.
    ml::AlignedFace aligned;
};

/// Finds the face of a clip frame by frame and aligns it. One clip, one thread.
class FaceReader {
public:
    /// With the landmark models of `resourceFolder` and the system's cascade; a sentence where one is
    /// missing.
    static Result<FaceReader> open(const QString& resourceFolder, const QString& cascade = {});
    /// `closer` finds the points of a face that is nearly upright and in its place; without it `landmarks`
    /// does.
    FaceReader(features::FaceFinder finder, std::shared_ptr<const ml::LandmarkModel> landmarks,
               std::shared_ptr<const ml::LandmarkModel> closer = {});

    std::optional<FaceInFrame> next(const QImage& frame);
    void forget() { finder_.forget(); }

    /// The same from a square that is known to hold the face from the brows to the chin.
    std::optional<FaceInFrame> readBox(const features::FaceFrame& frame, const QRectF& box) const;

private:
    features::FaceFinder finder_;
    std::shared_ptr<const ml::LandmarkModel> landmarks_, closer_;
};

/// Where anchors lie in a patch and in the frame.
std::vector<features::PointPair> pairsOf(const ml::FaceAnchors& anchors, const ml::FaceLandmarks& points);

/// The aligned face whose points are at these places of the frame.
std::optional<ml::AlignedFace> alignedFace(const features::FaceFrame& frame, const ml::FaceLandmarks& points);

} // namespace moderato::usecases
