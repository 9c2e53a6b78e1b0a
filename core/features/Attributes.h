#pragma once

#include "core/features/CompositionAttributes.h"
#include "core/features/VideoAttributes.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <limits>
#include <span>
#include <vector>

namespace moderato::features {

/// One attribute of an item (S1.4) under a name that never changes its meaning: models are trained on it.
struct Attribute {
    QString name;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN: not known.
};

// Every list has all its names, in a fixed order, whatever is known. A name is what it is about ("text.",
// "title.", "layout.", "image.", "video.") and the function that computes it, where unit and range stand.
// Thread-safe.

/// The first 20,000 characters are read of each. English and Chinese marks are both looked for, whatever the
/// language.
std::vector<Attribute> textAttributes(QStringView title, QStringView body);
std::vector<Attribute> layoutAttributes(Layout layout);

/// "image.count" pictures, of which the first 16 are looked at: means over those of which a figure is known;
/// "image.lowest_sharpness" and "image.lowest_beauty" are those of the worst.
std::vector<Attribute> imageAttributes(std::span<const QImage> pictures);

/// `cover` is a frame, or null where there is none.
std::vector<Attribute> videoAttributes(const VideoFacts& video, const QImage& cover);

/// Of all four, in this order.
QStringList attributeNames();

} // namespace moderato::features
