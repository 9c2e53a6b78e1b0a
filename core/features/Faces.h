#pragma once

#include "core/base/Result.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace moderato::features {

struct FoundFace {
    QRectF box;            ///< In the frame's pixels: a square from the brows to the chin.
    float confidence = 0;  ///< 0 to 1: how sure the detector was, or how well it was followed.
    bool detected = false; ///< Else it was followed from a frame before.

    bool operator==(const FoundFace&) const = default;
};

/// A square grey picture, row by row.
struct GrayPatch {
    int size = 0;
    std::vector<std::uint8_t> pixels;

    bool operator==(const GrayPatch&) const = default;
};

/// Maps the pixels of a patch onto the frame: turned, scaled and moved. `x`, `y` is where the patch's middle
/// lies, `scale` how many pixels of the frame one of the patch is, `angle` in radians, clockwise.
struct PatchPlace {
    double x = 0, y = 0, scale = 1, angle = 0;

    QPointF toFrame(QPointF inPatch, int patchSize) const;
    bool operator==(const PatchPlace&) const = default;
};

struct PointPair {
    QPointF patch, frame;
};

/// A frame made ready: grey, and smaller for the search. Any size that a QImage can have, also none.
class FaceFrame {
public:
    struct Pixels;

    explicit FaceFrame(const QImage& frame);
    ~FaceFrame();
    FaceFrame(FaceFrame&&) noexcept;

    int width() const;
    int height() const;
    const Pixels& pixels() const { return *pixels_; }

    /// What lies there; beyond the frame's edge the edge's pixels are repeated.
    GrayPatch patch(const PatchPlace& place, int size) const;

private:
    std::unique_ptr<const Pixels> pixels_;
};

/// The place whose patch shows the points where `pairs` say, as well as turning, scaling and moving can
/// (least squares). Nothing for fewer than two different points.
std::optional<PatchPlace> placeOf(std::span<const PointPair> pairs, int patchSize);

/// Finds the largest face of a clip, frame by frame: a cascade now and then, and a comparison with the face
/// before in between. One clip, one thread; it keeps small grey patches in memory and stores nothing.
class FaceFinder {
public:
    /// The cascade file of OpenCV for faces from the front; empty: where the system has it.
    static Result<FaceFinder> open(const QString& cascade = {});
    ~FaceFinder();
    FaceFinder(FaceFinder&&) noexcept;

    /// The face of the next frame; nothing where none is there.
    std::optional<FoundFace> find(const FaceFrame& frame);
    /// Where the face of the frame just asked for really is, by somebody who sees it better: it is followed
    /// from there.
    void correct(const FaceFrame& frame, const QRectF& box);
    /// The next frame has nothing to do with those before.
    void forget();

private:
    struct State;
    explicit FaceFinder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace moderato::features
