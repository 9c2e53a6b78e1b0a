#include "widgets/player/TimelineScale.h"

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr double shortest = 0.2; ///< Seconds; some frames of every video.

} // namespace

void TimelineScale::setDuration(double seconds) {
    duration_ = std::max(0.0, seconds);
    fit();
}

void TimelineScale::setWidth(double pixels) {
    width_ = std::max(1.0, pixels);
}

double TimelineScale::x(double seconds) const {
    return length_ > 0 ? (seconds - from_) / length_ * width_ : 0;
}

double TimelineScale::seconds(double x) const {
    return std::clamp(from_ + x / width_ * length_, 0.0, duration_);
}

void TimelineScale::zoom(double factor, double anchor) {
    if (duration_ <= 0 || factor <= 0) {
        return;
    }
    const double place = length_ > 0 ? (anchor - from_) / length_ : 0;
    length_ = std::clamp(length_ * factor, std::min(shortest, duration_), duration_);
    from_ = anchor - place * length_;
    clamp();
}

void TimelineScale::fit() {
    from_ = 0;
    length_ = duration_;
}

void TimelineScale::pan(double seconds) {
    from_ += seconds;
    clamp();
}

bool TimelineScale::follow(double seconds) {
    if (seconds >= from_ && seconds <= to()) {
        return false;
    }
    const double before = from_;
    from_ = seconds < from_ ? seconds - length_ * 0.9 : seconds - length_ * 0.1;
    clamp();
    return from_ != before;
}

double TimelineScale::tickStep(double pixels) const {
    static constexpr double steps[] = {0.1, 0.2, 0.5, 1,   2,   5,    10,   15,   30,
                                       60,  120, 300, 600, 900, 1800, 3600, 7200, 14400};
    const double least = pixelsPerSecond() > 0 ? pixels / pixelsPerSecond() : 0;
    for (const double step : steps) {
        if (step >= least) {
            return step;
        }
    }
    return least;
}

void TimelineScale::clamp() {
    from_ = std::clamp(from_, 0.0, std::max(0.0, duration_ - length_));
}

} // namespace moderato::widgets
