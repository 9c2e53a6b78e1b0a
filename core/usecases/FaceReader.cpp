#include "core/usecases/FaceReader.h"

#include "core/ml/expressions/LandmarkModel.h"

#include <algorithm>

namespace moderato::usecases {

namespace {

constexpr double patchPerBox = 1.5; ///< How much wider the patch for the points is than the face's square.
constexpr int looks = 3;            ///< From the second one on the face is upright and in its place.
constexpr float leastPresence = 0.5f;

} // namespace

std::vector<features::PointPair> pairsOf(const ml::FaceAnchors& anchors, const ml::FaceLandmarks& points) {
    std::vector<features::PointPair> pairs;
    for (const auto& [landmark, place] : anchors) {
        const ml::FacePoint& point = points[std::size_t(landmark)];
        pairs.push_back({{double(place.x), double(place.y)}, {double(point.x), double(point.y)}});
    }
    return pairs;
}

std::optional<ml::AlignedFace> alignedFace(const features::FaceFrame& frame,
                                           const ml::FaceLandmarks& points) {
    const auto place = features::placeOf(pairsOf(ml::alignedAnchors(), points), ml::alignedFaceSize);
    if (!place) {
        return {};
    }
    return ml::AlignedFace{frame.patch(*place, ml::alignedFaceSize).pixels};
}

Result<FaceReader> FaceReader::open(const QString& resourceFolder, const QString& cascade) {
    auto landmarks =
        ml::LandmarkModel::load(resourceFolder + QStringLiteral("/models/expressions/landmarks"));
    if (!landmarks.ok()) {
        return landmarks.error();
    }
    auto closer =
        ml::LandmarkModel::load(resourceFolder + QStringLiteral("/models/expressions/landmarks_close"));
    if (!closer.ok()) {
        return closer.error();
    }
    auto finder = features::FaceFinder::open(cascade);
    if (!finder.ok()) {
        return finder.error();
    }
    return FaceReader(std::move(*finder), std::move(*landmarks), std::move(*closer));
}

FaceReader::FaceReader(features::FaceFinder finder, std::shared_ptr<const ml::LandmarkModel> landmarks,
                       std::shared_ptr<const ml::LandmarkModel> closer)
    : finder_(std::move(finder))
    , landmarks_(std::move(landmarks))
    , closer_(closer ? std::move(closer) : landmarks_) {}

std::optional<FaceInFrame> FaceReader::readBox(const features::FaceFrame& frame, const QRectF& box) const {
    features::PatchPlace place{box.center().x(), box.center().y(),
                               patchPerBox * box.width() / ml::landmarkPatchSize, 0};
    FaceInFrame face;
    for (int look = 0; look < looks; ++look) {
        const features::GrayPatch patch = frame.patch(place, ml::landmarkPatchSize);
        const auto found = (look == 0 ? landmarks_ : closer_)->find(patch.pixels);
        if (!found.ok()) {
            return {};
        }
        face.confidence = look == 0 ? found->presence : std::min(face.confidence, found->presence);
        for (std::size_t i = 0; i < ml::faceLandmarkCount; ++i) {
            const ml::FacePoint& point = found->points[i];
            const QPointF there = place.toFrame({double(point.x), double(point.y)}, ml::landmarkPatchSize);
            face.landmarks[i] = {float(there.x()), float(there.y())};
        }
        const auto better =
            features::placeOf(pairsOf(ml::patchAnchors(), face.landmarks), ml::landmarkPatchSize);
        if (!better || face.confidence < leastPresence) {
            return {};
        }
        place = *better;
    }
    auto aligned = alignedFace(frame, face.landmarks);
    if (!aligned) {
        return {};
    }
    face.aligned = std::move(*aligned);
    const double width = place.scale * ml::landmarkPatchSize / patchPerBox;
    face.box = QRectF(place.x - width / 2, place.y - width / 2, width, width);
    return face;
}

std::optional<FaceInFrame> FaceReader::next(const QImage& frame) {
    const features::FaceFrame pixels(frame);
    const auto found = finder_.find(pixels);
    if (!found) {
        return {};
    }
    auto face = readBox(pixels, found->box);
    if (!face) {
        finder_.forget();
        return {};
    }
    face->confidence = std::min(face->confidence, found->confidence);
    finder_.correct(pixels, face->box);
    return face;
}

} // namespace moderato::usecases
