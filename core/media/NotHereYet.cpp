// Stands in for the files of this room that another branch brings; goes away with that merge.

#include "core/media/InputFile.h"
#include "core/media/Overview.h"
#include "core/media/Sampling.h"
#include "core/media/Sound.h"

namespace moderato::media {

namespace {

[[maybe_unused]] Error notYet() {
    return {Error::Kind::Unsupported, QStringLiteral("This build cannot do that yet."), {}};
}

} // namespace

#if !__has_include("core/media/Sampling.cpp")
Result<std::vector<SampledFrame>> sampleFrames(const InputFile&, const SampleOptions&) {
    return notYet();
}
Result<std::vector<SampledFrame>> framesAt(const InputFile&, const std::vector<std::chrono::microseconds>&,
                                           QSize) {
    return notYet();
}
Result<SampledFrame> keyFrameAt(const InputFile&, std::chrono::microseconds, QSize) {
    return notYet();
}
Result<std::vector<SampledFrame>> framesUpTo(const InputFile&, qint64, int, QSize) {
    return notYet();
}
#endif
#if !__has_include("core/media/FrameTable.cpp")
Result<FrameTable> readFrameTable(const InputFile&) {
    return notYet();
}
#endif
#if !__has_include("core/media/Sound.cpp")
Result<std::optional<Sound>> decodeSound(const InputFile&, int, double) {
    return notYet();
}
#endif
#if !__has_include("core/media/Overview.cpp")
Result<Overview> readOverview(const InputFile&, const OverviewOptions&) {
    return notYet();
}
#endif

} // namespace moderato::media
