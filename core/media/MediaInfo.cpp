#include "core/media/MediaInfo.h"

#include <algorithm>
#include <cmath>

namespace moderato::media {

namespace {

const StreamInfo* firstOf(const std::vector<StreamInfo>& streams, StreamInfo::Type type) {
    const auto found = std::ranges::find(streams, type, &StreamInfo::type);
    return found == streams.end() ? nullptr : &*found;
}

} // namespace

const StreamInfo* MediaInfo::video() const {
    return firstOf(streams, StreamInfo::Type::Video);
}
const StreamInfo* MediaInfo::audio() const {
    return firstOf(streams, StreamInfo::Type::Audio);
}

QSize MediaInfo::displaySize() const {
    const StreamInfo* stream = video();
    if (!stream) {
        return {};
    }
    const double aspect = stream->sampleAspect.value() > 0 ? stream->sampleAspect.value() : 1;
    const QSize size(std::max(1, int(std::lround(stream->size.width() * aspect))), stream->size.height());
    return stream->rotation % 180 == 0 ? size : size.transposed();
}

} // namespace moderato::media
