#include "widgets/player/TimelineData.h"

#include <algorithm>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr double sameShot = 0.02; ///< Seconds; closer to a shot's beginning one stands on it.

std::vector<TimelinePicture> pictures(const std::vector<usecases::TimedPicture>& from, double start,
                                      const CareEffect& care) {
    std::vector<TimelinePicture> all;
    all.reserve(from.size());
    for (const usecases::TimedPicture& picture : from) {
        if (!picture.image.isNull() && std::isfinite(picture.seconds)) {
            all.push_back({picture.seconds - start, picture.frame, picture.image,
                           withCare(picture.image, care, thumbnailAcross)});
        }
    }
    return all;
}

} // namespace

const TimelinePicture* TimelineData::near(double seconds) const {
    if (filmstrip.empty()) {
        return nullptr;
    }
    const auto after =
        std::lower_bound(filmstrip.begin(), filmstrip.end(), seconds,
                         [](const TimelinePicture& picture, double time) { return picture.seconds < time; });
    if (after == filmstrip.begin()) {
        return &*after;
    }
    if (after == filmstrip.end()) {
        return &filmstrip.back();
    }
    const auto before = std::prev(after);
    return seconds - before->seconds <= after->seconds - seconds ? &*before : &*after;
}

std::optional<double> TimelineData::shotFrom(double seconds, int direction) const {
    if (direction > 0) {
        const auto next = std::upper_bound(shots.begin(), shots.end(), seconds + sameShot);
        return next == shots.end() ? std::nullopt : std::optional(*next);
    }
    const auto here = std::lower_bound(shots.begin(), shots.end(), seconds - sameShot);
    return here == shots.begin() ? std::nullopt : std::optional(*std::prev(here));
}

TimelineDataPtr timelineData(const usecases::TimelineView& view, const CareEffect& care) {
    auto data = std::make_shared<TimelineData>();
    data->filmstrip = pictures(view.filmstrip, view.startSeconds, care);
    std::stable_sort(data->filmstrip.begin(), data->filmstrip.end(),
                     [](const auto& a, const auto& b) { return a.seconds < b.seconds; });
    data->covers = pictures(view.covers, view.startSeconds, care);
    for (const usecases::TimedPoint& shot : view.shots) {
        data->shots.push_back(shot.seconds - view.startSeconds);
    }
    std::sort(data->shots.begin(), data->shots.end());
    data->hasSound = view.hasSound;
    data->soundFrom = view.soundStart - view.startSeconds;
    data->soundSeconds = view.soundSeconds;
    const std::size_t columns = std::min(view.low.size(), view.high.size());
    data->low.assign(view.low.begin(), view.low.begin() + qint64(columns));
    data->high.assign(view.high.begin(), view.high.begin() + qint64(columns));
    for (const auto& [from, to] : view.silence) {
        data->silence.emplace_back(data->soundFrom + from, data->soundFrom + to);
    }
    data->loudnessLufs = view.loudnessLufs;
    data->facts = view.facts;
    data->isVeiled = care.changesPicture();
    return data;
}

TimelineDataPtr timelineData(const TimelineData& from, const CareEffect& care) {
    auto data = std::make_shared<TimelineData>(from);
    for (auto* pictures : {&data->filmstrip, &data->covers}) {
        for (TimelinePicture& picture : *pictures) {
            picture.veiled = withCare(picture.clear, care, thumbnailAcross);
        }
    }
    data->isVeiled = care.changesPicture();
    return data;
}

} // namespace moderato::widgets
