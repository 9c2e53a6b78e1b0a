#include "core/media/private/Oddities.h"

#include "core/media/private/Media.h"

#include <algorithm>
#include <cmath>

namespace moderato::media {

namespace {

constexpr double soon = 0.1; // Seconds; starts within it are usual.

void ofShape(const StreamInfo& video, QStringList& oddities) {
    if (video.rotation != 0) {
        oddities << Media::tr("It is rotated by %1°.").arg(video.rotation);
    }
    if (std::abs(video.sampleAspect.value() - 1) > 0.001) {
        oddities << Media::tr("Its pixels are not square (%1:%2).")
                        .arg(video.sampleAspect.numerator)
                        .arg(video.sampleAspect.denominator);
    }
    if (video.size.width() % 2 != 0 || video.size.height() % 2 != 0) {
        oddities << Media::tr("Its size is odd (%1 × %2).").arg(video.size.width()).arg(video.size.height());
    }
    if (video.interlaced) {
        oddities << Media::tr("It is interlaced.");
    }
}

void ofTime(const StreamInfo& video, QStringList& oddities) {
    if (video.variableFrameRate.value_or(false)) {
        oddities << Media::tr("Its frame rate varies.");
    }
    const double rate = video.frameRate.value();
    if (rate > 0 && rate < 10) {
        oddities << Media::tr("It has few frames (%1 a second).").arg(rate, 0, 'g', 3);
    } else if (rate > 61) {
        oddities << Media::tr("It has many frames (%1 a second).").arg(rate, 0, 'g', 4);
    }
    const double start = video.startSeconds.value_or(0);
    if (start < 0) {
        oddities << Media::tr("Its pictures begin before 0 (at %1 s).").arg(start, 0, 'f', 3);
    } else if (start > soon) {
        oddities << Media::tr("Its pictures begin late (at %1 s).").arg(start, 0, 'f', 3);
    }
}

} // namespace

QStringList odditiesOf(const MediaInfo& info, bool hasCover, bool hasEditList) {
    QStringList oddities;
    const StreamInfo* video = info.video();
    if (video) {
        ofShape(*video, oddities);
    }
    if (info.kind == MediaKind::Picture) {
        return oddities;
    }
    if (video) {
        ofTime(*video, oddities);
    }
    if (hasEditList) {
        oddities << Media::tr("An edit list leaves out frames.");
    }
    if (video && !info.audio()) {
        oddities << Media::tr("It has no sound.");
    }
    if (!video && hasCover) {
        oddities << Media::tr("It has sound and a cover, but no moving pictures.");
    }
    if (std::ranges::count(info.streams, StreamInfo::Type::Video, &StreamInfo::type) > 1) {
        oddities << Media::tr("It has more than one picture stream.");
    }
    return oddities;
}

} // namespace moderato::media
