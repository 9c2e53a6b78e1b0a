#include "widgets/player/private/Playback.h"

#include "widgets/player/private/SeekPlan.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace moderato::widgets {
namespace {

using namespace std::chrono_literals;

constexpr qint64 cacheBytes = 150'000'000;

} // namespace

Playback::Playback(QObject* parent)
    : QObject(parent)
    , cache_(cacheBytes) {
    sendSoon_.setSingleShot(true);
    sendSoon_.setInterval(80ms);
    prefetchSoon_.setSingleShot(true);
    prefetchSoon_.setInterval(40ms);
    connect(&sendSoon_, &QTimer::timeout, this, [this] {
        if (!isRunAwaited()) { // both at once would make both late
            sendWish();
        }
    });
    connect(&prefetchSoon_, &QTimer::timeout, this, &Playback::prefetch);
    connect(&core_, &MpvCore::changed, this, &Playback::compose);
    connect(&core_, &MpvCore::arrived, this, &Playback::onArrived);
    connect(&loader_, &FrameLoader::tableLoaded, this, &Playback::onTable);
    connect(&loader_, &FrameLoader::keyFrameLoaded, this, &Playback::onKeyFrame);
    connect(&loader_, &FrameLoader::runLoaded, this, &Playback::onRun);
}

CareEffect Playback::effect() const {
    return state_.revealed ? CareEffect{} : state_.care;
}

void Playback::setServices(std::shared_ptr<const PlayerServices> services) {
    loader_.setServices(std::move(services));
}

void Playback::setViewSize(QSize pixels) {
    const QSize bound = pixels.expandedTo({64, 36}).boundedTo({1920, 1080});
    if (bound != viewSize_) {
        viewSize_ = bound;
        cache_.clear(); // pictures of another size
    }
}

void Playback::open(const QString& path, bool paused, bool muted, const CareEffect& care) {
    PlayerState fresh;
    fresh.loop = state_.loop;
    fresh.path = path;
    fresh.care = care;
    state_ = fresh;
    loader_.setPath(path);
    times_.reset();
    cache_.clear();
    previews_.clear();
    standIn_.reset();
    wish_.reset();
    firstTime_.reset();
    lastTime_ = shift_ = 0;
    owed_ = false;
    sendSoon_.stop();
    prefetchSoon_.stop();
    if (path.isEmpty()) {
        core_.stop();
    } else {
        core_.open(path, paused, muted || care.mute);
        if (core_.report().problem.isEmpty()) {
            loader_.loadTable();
        }
    }
    applyLoop();
    compose();
}

void Playback::close() {
    open({}, true, true, {});
}

void Playback::takeOver(const PlayerState& before) {
    core_.setSpeed(before.speed);
    core_.setVolume(before.volume);
    setLoop(before.loop);
}

void Playback::setCare(const CareEffect& care) {
    if (care.mute && !state_.care.mute) {
        core_.setMuted(true);
    }
    state_.care = care;
    Q_EMIT pictureChanged();
    Q_EMIT changed();
}

void Playback::setRevealed(bool revealed) {
    if (state_.revealed != revealed) {
        state_.revealed = revealed;
        Q_EMIT pictureChanged();
        Q_EMIT changed();
    }
}

void Playback::setMuted(bool muted) {
    core_.setMuted(muted);
}

void Playback::setSubtitle(int track) {
    state_.subtitle = std::clamp(track, 0, int(state_.subtitles.size()));
    core_.setSubtitle(state_.subtitle);
    Q_EMIT changed();
    if (state_.paused) { // mpv reads a track that was not read before only as it goes on
        cache_.clear();
        seek(state_.position);
    }
}

void Playback::setPreviews(std::vector<std::pair<double, QImage>> previews) {
    previews_ = std::move(previews);
}

// Where one is

double Playback::shownTime() const {
    return standIn_ ? standIn_->time : lastTime_;
}

double Playback::duration() const {
    const MpvReport& report = core_.report();
    double end = report.fileStart + report.duration;
    if (times_ && times_->count() > 0) {
        const qint64 last = times_->count() - 1;
        const double gap = last > 0 ? times_->seconds(last) - times_->seconds(last - 1) : 0.04;
        end = std::max(end, times_->seconds(last) + std::min(gap, 1.0));
    }
    return std::max(0.0, end - state_.start);
}

/// Everything that is said of the player, from what mpv reports and what stands in for it.
void Playback::compose() {
    const MpvReport& report = core_.report();
    const PlayerState before = state_;
    if (report.hasTime && !core_.isSeeking() && !wish_) {
        lastTime_ = report.time + shift_;
    }
    state_.start = times_ && times_->count() > 0 ? times_->start() : firstTime_.value_or(report.fileStart);
    state_.duration = duration();
    state_.fps = report.fps;
    state_.size = report.size;
    state_.paused = report.paused;
    state_.ended = report.ended && !isHolding();
    state_.muted = report.muted;
    state_.subtitles = report.subtitles;
    state_.hasSound = report.hasSound;
    state_.hasPicture = report.hasPicture;
    state_.speed = report.speed;
    state_.volume = report.volume;
    state_.problem = report.problem;
    const bool anything = firstTime_ || standIn_;
    state_.position = anything ? std::max(0.0, shownTime() - state_.start) : 0;
    if (times_) {
        state_.timeBase = times_->timeBase;
        state_.frames = times_->count();
        state_.frame = anything ? times_->numberAt(shownTime()) : -1;
        state_.pts = state_.frame >= 0 ? times_->pts[size_t(state_.frame)] : 0;
        if (state_.frame >= 0) { // to the very frame, also when sound goes on after it
            state_.position = times_->seconds(state_.frame) - state_.start;
        }
    } else {
        state_.frame = -1;
        state_.frames = 0;
        state_.pts = 0;
    }
    state_.target = wish_ ? std::max(0.0, wish_->time - state_.start) : state_.position;
    state_.exact = !wish_ || (standIn_ && standIn_->frame >= 0 && standIn_->frame == wish_->frame);
    if (!(state_ == before)) {
        Q_EMIT changed();
    }
}

/// AVI has decoding times only, and mpv takes another guess at what is shown first than libavformat does.
void Playback::alignClock() {
    const bool guessed = core_.report().format.contains(QLatin1String("avi"));
    if (times_ && firstTime_ && guessed && shift_ == 0) {
        shift_ = times_->start() - *firstTime_;
        lastTime_ += shift_;
    }
}

void Playback::onTable(const FrameTimesPtr& times) {
    times_ = times->count() > 0 ? times : nullptr;
    alignClock();
    const double start = times_ ? times_->start() : 0;
    for (auto* mark : {&state_.markIn, &state_.markOut}) {
        if (times_ && *mark) { // made without a number
            const double clock = state_.start + (*mark)->seconds;
            (*mark)->frame = times_->numberAt(clock);
            (*mark)->pts = times_->pts[size_t((*mark)->frame)];
            (*mark)->seconds = times_->seconds((*mark)->frame) - start;
        }
    }
    applyLoop();
    compose();
    prefetchSoon_.start();
}

// Marks and what is repeated

FrameMark Playback::markHere() const {
    return {state_.position, state_.pts, state_.frame};
}

void Playback::setMarkIn() {
    state_.markIn = markHere();
    if (state_.markOut && state_.markOut->seconds < state_.markIn->seconds) {
        state_.markOut.reset();
    }
    applyLoop();
    Q_EMIT changed();
}

void Playback::setMarkOut() {
    state_.markOut = markHere();
    if (state_.markIn && state_.markIn->seconds > state_.markOut->seconds) {
        state_.markIn.reset();
    }
    applyLoop();
    Q_EMIT changed();
}

void Playback::clearMarks() {
    state_.markIn.reset();
    state_.markOut.reset();
    applyLoop();
    Q_EMIT changed();
}

void Playback::setLoop(bool loop) {
    state_.loop = loop;
    applyLoop();
    const bool before = state_.markIn && state_.position < state_.markIn->seconds;
    const bool after = state_.markOut && state_.position > state_.markOut->seconds;
    if (loop && (before || after)) {
        seek(state_.markIn ? state_.markIn->seconds : 0);
    }
    Q_EMIT changed();
}

/// mpv goes back by itself, without a gap: to the first marked frame, after the last marked one.
void Playback::applyLoop() {
    const bool segment = state_.loop && (state_.markIn || state_.markOut);
    core_.setLoopFile(state_.loop && !segment);
    if (!segment) {
        core_.setLoopSegment({});
        return;
    }
    SeekOrder from{state_.start, 0.5};
    double to = state_.start + state_.duration + 3600;
    if (times_ && times_->count() > 0) {
        from = seekOrder(*times_, state_.markIn ? std::max<qint64>(0, state_.markIn->frame) : 0);
        if (state_.markOut && state_.markOut->frame >= 0 && state_.markOut->frame + 1 < times_->count()) {
            const double last = times_->seconds(state_.markOut->frame);
            to = (last + times_->seconds(state_.markOut->frame + 1)) / 2;
        }
    } else {
        from.time = state_.start + (state_.markIn ? state_.markIn->seconds : 0);
        if (state_.markOut) {
            to = state_.start + state_.markOut->seconds + 0.5 / std::max(1.0, state_.fps);
        }
    }
    from.time -= shift_;
    core_.setLoopSegment(std::pair(from, to - shift_));
}

} // namespace moderato::widgets
