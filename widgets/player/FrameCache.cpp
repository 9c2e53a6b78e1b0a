#include "widgets/player/private/FrameCache.h"

namespace moderato::widgets {

void FrameCache::clear() {
    frames_.clear();
    used_ = 0;
}

void FrameCache::add(qint64 number, const QImage& image, qint64 place) {
    if (image.isNull() || frames_.contains(number)) {
        return;
    }
    frames_.emplace(number, image);
    used_ += image.sizeInBytes();
    while (used_ > bytes_ && !frames_.empty()) {
        const auto first = frames_.begin();
        const auto last = std::prev(frames_.end());
        const auto far = place - first->first > last->first - place ? first : last;
        used_ -= far->second.sizeInBytes();
        frames_.erase(far);
    }
}

QImage FrameCache::find(qint64 number) const {
    const auto it = frames_.find(number);
    return it == frames_.end() ? QImage() : it->second;
}

qint64 FrameCache::runStart(qint64 number) const {
    qint64 start = number + 1;
    for (auto it = frames_.find(number); it != frames_.end() && it->first == start - 1;) {
        start = it->first;
        if (it == frames_.begin()) {
            break;
        }
        --it;
    }
    return start;
}

} // namespace moderato::widgets
