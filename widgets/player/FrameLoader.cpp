#include "widgets/player/private/FrameLoader.h"

#include "core/base/Log.h"

namespace moderato::widgets {
namespace {

/// For people, a picture that cannot be had is no error: mpv says what is wrong with the file.
void note(const Error& error) {
    if (!error.isCancelled()) {
        qCInfo(log).noquote() << "player:" << error.message << error.detail;
    }
}

} // namespace

FrameLoader::~FrameLoader() {
    file_.cancel();
    run_.cancel();
}

void FrameLoader::setPath(const QString& path) {
    file_.cancel();
    cancelRun();
    tables_.drop();
    keyFrames_.drop();
    loadingKey_ = false;
    nextKey_.reset();
    file_ = JobContext();
    path_ = path;
}

void FrameLoader::loadTable() {
    if (!services_->frameTimes || path_.isEmpty()) {
        return;
    }
    tables_.start(
        [services = services_, path = path_, context = file_] { return services->frameTimes(path, context); },
        [this](Result<FrameTimes> times) {
            if (times.ok()) {
                Q_EMIT tableLoaded(std::make_shared<const FrameTimes>(std::move(*times)));
            } else {
                note(times.error());
            }
        });
}

void FrameLoader::loadKeyFrame(double seconds, QSize maxSize) {
    if (!services_->keyFrameAt || path_.isEmpty()) {
        return;
    }
    if (loadingKey_) {
        nextKey_ = {seconds, maxSize};
        return;
    }
    loadingKey_ = true;
    keyFrames_.start([services = services_, path = path_, context = file_, seconds,
                      maxSize] { return services->keyFrameAt(path, seconds, maxSize, context); },
                     [this](const Result<StillFrame>& frame) { onKeyFrame(frame); });
}

void FrameLoader::onKeyFrame(const Result<StillFrame>& frame) {
    loadingKey_ = false;
    if (const auto next = std::exchange(nextKey_, {})) {
        loadKeyFrame(next->seconds, next->maxSize);
    }
    if (frame.ok()) {
        Q_EMIT keyFrameLoaded(*frame);
    } else {
        note(frame.error());
    }
}

void FrameLoader::loadRun(qint64 pts, int count, QSize maxSize) {
    if (!services_->framesUpTo || path_.isEmpty()) {
        return;
    }
    if (loadingRun_) {
        nextRun_ = {pts, count, maxSize};
        return;
    }
    run_ = JobContext();
    loadingRun_ = true;
    runs_.start([services = services_, path = path_, context = run_, pts, count,
                 maxSize] { return services->framesUpTo(path, pts, count, maxSize, context); },
                [this](const Result<std::vector<StillFrame>>& frames) { onRun(frames); });
}

void FrameLoader::onRun(const Result<std::vector<StillFrame>>& frames) {
    loadingRun_ = false;
    if (const auto next = std::exchange(nextRun_, {})) {
        loadRun(next->pts, next->count, next->maxSize);
    }
    if (!frames.ok()) {
        note(frames.error());
    }
    Q_EMIT runLoaded(frames.ok() ? *frames : std::vector<StillFrame>());
}

void FrameLoader::cancelRun() {
    nextRun_.reset();
    if (loadingRun_) {
        run_.cancel();
        runs_.drop();
        loadingRun_ = false;
    }
}

} // namespace moderato::widgets
