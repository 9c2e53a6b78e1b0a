#include "core/features/Faces.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::features {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Faces)
};

constexpr int searchEdge = 320;  ///< The longer edge of the picture that is searched.
constexpr int smallestFace = 28; ///< In that picture.
constexpr int leastEdge = 8;     ///< In smaller frames there is nothing to see.
constexpr int lookEvery = 12;    ///< Frames between two detections while the face is followed.
constexpr int lookWithoutFace = 3;
constexpr int trackSize = 32; ///< The patch that is compared.
constexpr int trackReach = 10;
constexpr double leastDeviation = 4;  ///< Grey levels: what is more even has nothing to compare.
constexpr double leastLikeness = 0.6; ///< Correlation below which the face counts as lost.
constexpr double sureDetection = 6;   ///< The cascade's weight at which the confidence is near 1.
/// The cascade's square reaches higher and wider than ours.
constexpr double boxShrink = 0.88, boxDrop = 0.06;
constexpr double sameFace = 0.3; ///< Overlap (intersection over union) of two squares of one face.

QString systemCascade() {
    for (const char* name : {"opencv4/haarcascades/haarcascade_frontalface_alt2.xml",
                             "opencv4/haarcascades/haarcascade_frontalface_default.xml",
                             "opencv/haarcascades/haarcascade_frontalface_alt2.xml"}) {
        const QString found =
            QStandardPaths::locate(QStandardPaths::GenericDataLocation, QString::fromLatin1(name));
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF both = a & b;
    const double common = both.isValid() ? both.width() * both.height() : 0;
    const double all = a.width() * a.height() + b.width() * b.height() - common;
    return all > 0 ? common / all : 0;
}

} // namespace

QPointF PatchPlace::toFrame(QPointF inPatch, int patchSize) const {
    const double middle = (patchSize - 1) / 2.0;
    const double dx = (inPatch.x() - middle) * scale, dy = (inPatch.y() - middle) * scale;
    return {x + std::cos(angle) * dx - std::sin(angle) * dy, y + std::sin(angle) * dx + std::cos(angle) * dy};
}

std::optional<PatchPlace> placeOf(std::span<const PointPair> pairs, int patchSize) {
    if (pairs.size() < 2) {
        return {};
    }
    QPointF from, to;
    for (const PointPair& pair : pairs) {
        from += pair.patch / double(pairs.size());
        to += pair.frame / double(pairs.size());
    }
    double along = 0, across = 0, spread = 0;
    for (const PointPair& pair : pairs) {
        const QPointF a = pair.patch - from, b = pair.frame - to;
        along += a.x() * b.x() + a.y() * b.y();
        across += a.x() * b.y() - a.y() * b.x();
        spread += a.x() * a.x() + a.y() * a.y();
    }
    const double scale = spread > 0 ? std::hypot(along, across) / spread : 0;
    if (!(scale > 0) || !std::isfinite(scale)) {
        return {};
    }
    PatchPlace place{0, 0, scale, std::atan2(across, along)};
    const QPointF shift = to - place.toFrame(from, patchSize);
    place.x = shift.x();
    place.y = shift.y();
    return place;
}

struct FaceFrame::Pixels {
    cv::Mat gray;
    cv::Mat small;    ///< For the search.
    double scale = 1; ///< Pixels of the frame in one of `small`.
};

FaceFrame::FaceFrame(const QImage& frame)
    : pixels_([&frame] {
        auto pixels = std::make_unique<Pixels>();
        if (frame.isNull()) {
            return pixels;
        }
        const QImage image = frame.convertToFormat(QImage::Format_Grayscale8);
        const cv::Mat view(image.height(), image.width(), CV_8UC1, const_cast<uchar*>(image.constBits()),
                           std::size_t(image.bytesPerLine()));
        pixels->gray = view.clone();
        pixels->scale = std::max(1.0, double(std::max(image.width(), image.height())) / searchEdge);
        const cv::Size size(std::max(1, int(image.width() / pixels->scale)),
                            std::max(1, int(image.height() / pixels->scale)));
        cv::resize(pixels->gray, pixels->small, size, 0, 0, cv::INTER_AREA);
        return pixels;
    }()) {}
FaceFrame::~FaceFrame() = default;
FaceFrame::FaceFrame(FaceFrame&&) noexcept = default;

int FaceFrame::width() const {
    return pixels_->gray.cols;
}
int FaceFrame::height() const {
    return pixels_->gray.rows;
}

GrayPatch FaceFrame::patch(const PatchPlace& place, int size) const {
    GrayPatch result{size, std::vector<std::uint8_t>(std::size_t(size) * std::size_t(size))};
    const bool usable = std::isfinite(place.x) && std::isfinite(place.y) && std::isfinite(place.angle) &&
                        place.scale > 0 && std::isfinite(place.scale);
    if (pixels_->gray.empty() || size <= 0 || !usable) {
        return result;
    }
    // Taking every third pixel of a fine picture would only gather noise; and OpenCV maps no longer edges.
    const bool isLong = std::max(width(), height()) >= std::numeric_limits<short>::max();
    const bool coarse = isLong || (place.scale >= pixels_->scale && pixels_->scale > 1);
    const double step = coarse ? place.scale / pixels_->scale : place.scale;
    const double shrink = coarse ? 1 / pixels_->scale : 1;
    const double cosine = std::cos(place.angle) * step, sine = std::sin(place.angle) * step;
    const double middle = (size - 1) / 2.0;
    const double x = (place.x + 0.5) * shrink - 0.5, y = (place.y + 0.5) * shrink - 0.5;
    const cv::Matx23d map(cosine, -sine, x - (cosine - sine) * middle, sine, cosine,
                          y - (sine + cosine) * middle);
    cv::Mat out(size, size, CV_8UC1, result.pixels.data());
    cv::warpAffine(coarse ? pixels_->small : pixels_->gray, out, map, out.size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return result;
}

struct FaceFinder::State {
    cv::CascadeClassifier cascade;
    std::optional<QRectF> last; ///< Nothing: not followed.
    cv::Mat pattern;            ///< The face of the frame before.
    int sinceLook = 1000;

    std::optional<FoundFace> look(const FaceFrame& frame);
    std::optional<FoundFace> follow(const FaceFrame& frame) const;
    void keep(const FaceFrame& frame, const QRectF& box);
};

namespace {

GrayPatch around(const FaceFrame& frame, const QRectF& box, int size, double scale) {
    return frame.patch({box.center().x(), box.center().y(), scale, 0}, size);
}

cv::Mat matOf(GrayPatch& patch) {
    return cv::Mat(patch.size, patch.size, CV_8UC1, patch.pixels.data());
}

} // namespace

std::optional<FoundFace> FaceFinder::State::look(const FaceFrame& frame) {
    const FaceFrame::Pixels& pixels = frame.pixels();
    if (std::min(pixels.small.cols, pixels.small.rows) < leastEdge) {
        return {};
    }
    cv::Mat even;
    cv::equalizeHist(pixels.small, even);
    std::vector<cv::Rect> boxes;
    std::vector<int> levels;
    std::vector<double> weights;
    cascade.detectMultiScale(even, boxes, levels, weights, 1.15, 3, 0, cv::Size(smallestFace, smallestFace),
                             cv::Size(), true);
    std::optional<FoundFace> best;
    double bestRank = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double edge = boxes[i].width * pixels.scale;
        const QPointF centre((boxes[i].x + boxes[i].width / 2.0) * pixels.scale,
                             (boxes[i].y + boxes[i].height / 2.0) * pixels.scale + boxDrop * edge);
        const double half = boxShrink * edge / 2;
        const QRectF box(centre.x() - half, centre.y() - half, 2 * half, 2 * half);
        const double rank = edge * (last && overlap(box, *last) > sameFace ? 2 : 1);
        if (rank > bestRank) {
            bestRank = rank;
            const double weight = i < weights.size() ? std::max(0.0, weights[i]) : 0;
            best = FoundFace{box, float(1 - std::exp(-3 * weight / sureDetection)), true};
        }
    }
    return best;
}

std::optional<FoundFace> FaceFinder::State::follow(const FaceFrame& frame) const {
    const double scale = last->width() / trackSize;
    cv::Scalar mean, deviation;
    cv::meanStdDev(pattern, mean, deviation);
    if (deviation[0] < leastDeviation) {
        return {};
    }
    GrayPatch search = around(frame, *last, trackSize + 2 * trackReach, scale);
    cv::Mat likeness;
    cv::matchTemplate(matOf(search), pattern, likeness, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point where;
    cv::minMaxLoc(likeness, nullptr, &best, nullptr, &where);
    if (!(best >= leastLikeness)) {
        return {};
    }
    return FoundFace{last->translated((where.x - trackReach) * scale, (where.y - trackReach) * scale),
                     float(std::min(1.0, best)), false};
}

void FaceFinder::State::keep(const FaceFrame& frame, const QRectF& box) {
    last = box;
    GrayPatch patch = around(frame, box, trackSize, box.width() / trackSize);
    pattern = matOf(patch).clone();
}

FaceFinder::FaceFinder(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
FaceFinder::~FaceFinder() = default;
FaceFinder::FaceFinder(FaceFinder&&) noexcept = default;

Result<FaceFinder> FaceFinder::open(const QString& cascade) try {
    const QString path = cascade.isEmpty() ? systemCascade() : cascade;
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        return Error::notFound(
            Text::tr("The file that tells OpenCV what a face looks like is not there: install the package "
                     "opencv-data."),
            path);
    }
    auto state = std::make_unique<State>();
    if (!state->cascade.load(path.toStdString())) {
        return Error::invalid(
            Text::tr("%1 is no cascade of OpenCV: install the package opencv-data again.").arg(path));
    }
    return FaceFinder(std::move(state));
} catch (const std::exception& problem) {
    return Error::invalid(
        Text::tr("%1 is no cascade of OpenCV: install the package opencv-data again.").arg(cascade),
        QString::fromUtf8(problem.what()));
}

std::optional<FoundFace> FaceFinder::find(const FaceFrame& frame) {
    State& state = *state_;
    std::optional<FoundFace> found;
    ++state.sinceLook;
    if (state.last) {
        found = state.follow(frame);
    }
    if (state.sinceLook >= (found ? lookEvery : lookWithoutFace) || (state.last && !found)) {
        state.sinceLook = 0;
        const auto seen = state.look(frame);
        found = seen ? seen : found;
    }
    if (found) {
        state.keep(frame, found->box);
    } else {
        state.last.reset();
    }
    return found;
}

void FaceFinder::correct(const FaceFrame& frame, const QRectF& box) {
    if (box.isValid() && box.width() >= 1) {
        state_->keep(frame, box);
    }
}

void FaceFinder::forget() {
    state_->last.reset();
    state_->sinceLook = lookWithoutFace;
}

} // namespace moderato::features
