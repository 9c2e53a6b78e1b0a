#include "core/media/MediaInfo.h"

#include <QtMath>

namespace moderato::media {

namespace {

const StreamInfo* firstOf(const std::vector<StreamInfo>& streams, StreamInfo::Type type)
{
    for (const StreamInfo& stream : streams) {
        if (stream.type == type) {
            return &stream;
        }
    }
    return nullptr;
}

} // namespace

const StreamInfo* MediaInfo::video() const { return firstOf(streams, StreamInfo::Type::Video); }
const StreamInfo* MediaInfo::audio() const { return firstOf(streams, StreamInfo::Type::Audio); }

QSize MediaInfo::displaySize() const
{
    const StreamInfo* stream = video();
    if (!stream) {
        return {};
    }
    QSize size = stream->size;
    if (const double aspect = stream->sampleAspect.value(); aspect > 0) {
        size.setWidth(qMax(1, qRound(size.width() * aspect)));
    }
    return stream->rotation % 180 == 0 ? size : size.transposed();
}

} // namespace moderato::media
