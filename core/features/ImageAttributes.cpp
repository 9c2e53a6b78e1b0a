#include "core/features/ImageAttributes.h"

#include "core/features/private/Quotient.h"

#include <QStandardPaths>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/quality/qualitybrisque.hpp>

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

constexpr int edge = 512;           ///< The longer edge that is looked at.
constexpr int leastEdge = 48;       ///< BRISQUE halves the picture and needs statistics of the rest.
constexpr double leastContrast = 2; ///< Grey levels: in flatter pictures BRISQUE divides by nothing.
constexpr double reach = 1.0 / 18;  ///< On either side of a line of thirds.

/// In OpenCV's order of colours, blue first; empty where there are no pixels.
cv::Mat pixelsOf(const QImage& picture) {
    if (picture.isNull()) {
        return {};
    }
    const QImage image = fitted(picture).convertToFormat(QImage::Format_BGR888);
    return cv::Mat(image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()),
                   std::size_t(image.bytesPerLine()))
        .clone();
}

cv::Mat greyOf(const QImage& picture) {
    const cv::Mat pixels = pixelsOf(picture);
    cv::Mat grey;
    if (!pixels.empty()) {
        cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
    }
    return grey;
}

struct Spread {
    double mean = unknown, deviation = unknown;
};

Spread spreadOf(const cv::Mat& values) {
    if (values.empty()) {
        return {};
    }
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation);
    return {mean[0], deviation[0]};
}

cv::Mat laplacianOf(const cv::Mat& grey) {
    cv::Mat laplacian;
    if (!grey.empty()) {
        cv::Laplacian(grey, laplacian, CV_32F);
    }
    return laplacian;
}

bool isNearThird(int place, int length) {
    const double at = (place + .5) / length;
    return std::abs(at - 1.0 / 3) <= reach || std::abs(at - 2.0 / 3) <= reach;
}

cv::Mat gradientEnergy(const cv::Mat& grey) {
    cv::Mat across, down;
    cv::Sobel(grey, across, CV_32F, 1, 0);
    cv::Sobel(grey, down, CV_32F, 0, 1);
    return across.mul(across) + down.mul(down);
}

/// BRISQUE with its model read; a thread keeps its own, as reading takes longer than judging a picture. Null
/// where it cannot be read.
cv::quality::QualityBRISQUE* brisque() {
    const auto open = []() -> cv::Ptr<cv::quality::QualityBRISQUE> {
        const auto file = [](const char* name) {
            return QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                          QStringLiteral("opencv4/quality/") + QLatin1String(name))
                .toStdString();
        };
        const std::string model = file("brisque_model_live.yml"), range = file("brisque_range_live.yml");
        try {
            return model.empty() || range.empty() ? nullptr
                                                  : cv::quality::QualityBRISQUE::create(model, range);
        } catch (const cv::Exception&) {
            return nullptr;
        }
    };
    thread_local const cv::Ptr<cv::quality::QualityBRISQUE> judge = open();
    return judge.get();
}

} // namespace

QImage fitted(const QImage& picture) {
    if (std::max(picture.width(), picture.height()) <= edge) {
        return picture;
    }
    const QSize size = picture.size().scaled(edge, edge, Qt::KeepAspectRatio).expandedTo({1, 1});
    return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

double sharpness(const QImage& picture) {
    const double deviation = spreadOf(laplacianOf(greyOf(picture))).deviation;
    return deviation * deviation;
}

double colourfulness(const QImage& picture) {
    const cv::Mat pixels = pixelsOf(picture);
    if (pixels.empty()) {
        return unknown;
    }
    cv::Mat colours[3];
    cv::Mat values;
    pixels.convertTo(values, CV_32FC3);
    cv::split(values, colours); // Blue, green, red.
    const Spread redGreen = spreadOf(colours[2] - colours[1]);
    const Spread yellowBlue = spreadOf((colours[2] + colours[1]) / 2 - colours[0]);
    return std::hypot(redGreen.deviation, yellowBlue.deviation) +
           .3 * std::hypot(redGreen.mean, yellowBlue.mean);
}

double brightness(const QImage& picture) {
    return spreadOf(greyOf(picture)).mean / 255;
}

double contrast(const QImage& picture) {
    return spreadOf(greyOf(picture)).deviation / 255;
}

double thirdsShare(const QImage& picture) {
    const cv::Mat grey = greyOf(picture);
    if (grey.empty()) {
        return unknown;
    }
    const cv::Mat energy = gradientEnergy(grey);
    double near = 0, all = 0;
    for (int y = 0; y < energy.rows; ++y) {
        const bool onLine = isNearThird(y, energy.rows);
        for (int x = 0; x < energy.cols; ++x) {
            const double value = energy.at<float>(y, x);
            all += value;
            near += onLine || isNearThird(x, energy.cols) ? value : 0;
        }
    }
    return all > 0 ? near / all : unknown;
}

std::optional<double> distortion(const QImage& picture) {
    const cv::Mat pixels = pixelsOf(picture);
    if (std::min(pixels.rows, pixels.cols) < leastEdge || !brisque()) {
        return std::nullopt;
    }
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
    if (spreadOf(grey).deviation < leastContrast) {
        return std::nullopt;
    }
    try {
        const double score = brisque()->compute(pixels)[0];
        return std::isfinite(score) ? std::optional(std::clamp(score, 0.0, 100.0)) : std::nullopt;
    } catch (const cv::Exception&) {
        return std::nullopt;
    }
}

std::optional<double> beauty(const QImage& picture) {
    const std::optional<double> damage = distortion(picture);
    return damage ? std::optional(100 - *damage) : std::nullopt;
}

} // namespace moderato::features
