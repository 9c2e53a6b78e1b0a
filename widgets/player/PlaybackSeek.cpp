// Seeks and steps: the second half of Playback.
#include "widgets/player/private/Playback.h"
#include "widgets/player/private/SeekPlan.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace moderato::widgets {
namespace {

constexpr int attemptsAtMost = 4;
constexpr double sample = 0.0002; ///< Seconds; longer than one of sound at 8 kHz.
constexpr int shortestRun = 8, longestRun = 32;

} // namespace

void Playback::setPaused(bool paused) {
    if (!paused && state_.ended) {
        seek(0); // play after the end starts again
    } else if (!paused && wish_ && !wish_->sent) {
        sendWish(); // from the frame on the screen on
    }
    core_.setPaused(paused);
}

void Playback::seek(double seconds) {
    if (!state_.isOpen() || !state_.problem.isEmpty()) {
        return;
    }
    const double most = state_.duration > 0 ? state_.duration : seconds;
    const double time = state_.start + std::clamp(seconds, 0.0, std::max(0.0, most));
    if (times_) {
        go(times_->numberAt(time), false);
    } else {
        goToTime(time);
    }
}

void Playback::seekToFrame(qint64 frame) {
    if (times_ && state_.problem.isEmpty()) {
        go(std::clamp<qint64>(frame, 0, times_->count() - 1), false);
    }
}

void Playback::stepFrame(int direction) {
    if (!state_.isOpen() || !state_.problem.isEmpty()) {
        return;
    }
    if (!state_.paused) {
        core_.setPaused(true);
    }
    if (!times_) {
        if (direction > 0) {
            core_.stepForward();
        } else {
            core_.stepBack();
        }
        return;
    }
    const qint64 from = wish_ && wish_->frame >= 0 ? wish_->frame : state_.frame;
    const qint64 to = std::clamp<qint64>(from + (direction < 0 ? -1 : 1), 0, times_->count() - 1);
    if (to == from) {
        return;
    }
    const bool ready = cache_.has(to);
    go(to, ready || loader_.hasRuns());
    if (!ready && !loader_.isLoadingRun()) {
        loader_.loadRun(times_->pts[size_t(to)], shortestRun, viewSize_);
    }
    prefetchSoon_.start();
}

/// `atLeisure`: what is wanted is on the screen already; mpv follows when one rests. It does so as well where
/// the decoder brings the picture: that has the frames before it ready too, which mpv does not give.
void Playback::go(qint64 frame, bool atLeisure) {
    if (frame < 0) {
        return;
    }
    payPicture();
    const bool byRun = state_.paused && loader_.hasRuns();
    const bool dragging = wish_ && wish_->sent && core_.isSeeking() && !atLeisure;
    const bool step = std::abs(frame - (wish_ ? wish_->frame : state_.frame)) == 1;
    const bool runsForWish = isRunAwaited();
    wish_ = Wish{frame, times_->seconds(frame), 0, false};
    if (const QImage image = cache_.find(frame); !image.isNull()) {
        show({image, wish_->time, frame});
    } else if (!step) {
        if (!runsForWish) {
            loader_.cancelRun(); // one that was only to have frames ready
        }
        if (byRun) {                                // the decoder keeps those before it
            core_.divertSeek(wish_->time - shift_); // both at once would make both late
            loader_.loadRun(times_->pts[size_t(frame)], 1, viewSize_);
        }
        if (!showNear(frame)) {
            loader_.loadKeyFrame(wish_->time - times_->start(), viewSize_);
        }
    }
    if (atLeisure || dragging || byRun) {
        sendSoon_.start();
    } else {
        sendWish();
    }
    compose();
}

void Playback::payPicture() {
    if (owed_ && !wish_ && !standIn_) {
        owed_ = false;
        Q_EMIT paintFirst();
    }
}

void Playback::goToTime(double time) {
    payPicture();
    wish_ = Wish{-1, time, 0, false};
    loader_.loadKeyFrame(time - state_.start, viewSize_);
    sendWish();
    compose();
}

/// The key frame that decoding begins with, or a picture of the filmstrip. → whether the very key frame was
/// there
bool Playback::showNear(qint64 frame) {
    const qint64 key = times_->keyBefore(frame);
    if (const QImage image = cache_.find(key); !image.isNull()) {
        show({image, times_->seconds(key), key});
        return true;
    }
    const double seconds = times_->seconds(frame) - times_->start();
    const std::pair<double, QImage>* near = nullptr;
    for (const auto& preview : previews_) {
        if (!near || std::abs(preview.first - seconds) < std::abs(near->first - seconds)) {
            near = &preview;
        }
    }
    if (near && !near->second.isNull()) {
        const double time = times_->start() + near->first;
        show({near->second, time, -1});
    }
    return false;
}

void Playback::show(StandIn standIn) {
    standIn_ = std::move(standIn);
    Q_EMIT pictureChanged();
}

void Playback::sendWish() {
    sendSoon_.stop();
    if (!wish_ || wish_->sent || core_.isLoading()) {
        return; // when it has been opened it goes on with the wish
    }
    wish_->sent = true;
    const bool isNext = times_ && wish_->frame >= 1 && times_->numberAt(lastTime_) == wish_->frame - 1;
    if (isNext && wish_->attempt == 0 && state_.paused && !core_.isSeeking()) {
        core_.stepForward(); // costs mpv least
    } else if (wish_->frame >= 0 && times_) {
        SeekOrder order = seekOrder(*times_, wish_->frame, wish_->attempt);
        order.time -= shift_;
        core_.seek(order);
    } else {
        core_.seek({wish_->time - shift_, 0.2});
    }
}

/// Where a demuxer begins at the end of the file there is no picture left, and mpv stands where the sound
/// does: at the sample nearest to what it was asked for, not at a frame.
bool Playback::isSoundAlone(double time) const {
    const double asked = seekOrder(*times_, wish_->frame, wish_->attempt).time;
    return std::abs(time - asked) < sample && std::abs(time - wish_->time) > sample;
}

void Playback::onArrived(double mpvTime) {
    if (!firstTime_ && mpvTime > -1e8) {
        firstTime_ = mpvTime;
        lastTime_ = mpvTime;
        alignClock();
    }
    const double time = mpvTime + shift_;
    if (time > -1e8) {
        lastTime_ = time;
    }
    const qint64 reached = times_ && time > -1e8 ? times_->numberAt(time) : -1;
    const bool isExpected = wish_ && wish_->sent && wish_->frame >= 0 && reached >= 0;
    const bool astray = isExpected && (reached != wish_->frame || isSoundAlone(time));
    if (astray && wish_->attempt + 1 < attemptsAtMost) {
        ++wish_->attempt;
        wish_->sent = false;
    }
    if (wish_ && !wish_->sent) { // gone astray, or asked for while mpv was on its way somewhere else
        if (wish_->attempt == 0 && !standIn_) { // on the way one sees something
            const auto next = std::exchange(wish_, {});
            compose();
            Q_EMIT paintFirst();
            wish_ = next;
        }
        if (!isRunAwaited()) { // onRun goes on with it
            sendWish();
        }
        compose();
        return;
    }
    if (std::exchange(wish_, {})) {
        owed_ = true;
        Q_EMIT pictureChanged();
    }
    standIn_.reset();
    compose();
    prefetchSoon_.start();
}

void Playback::onKeyFrame(const StillFrame& still) {
    const double time = still.timeBase.seconds(still.pts);
    const qint64 number = times_ ? times_->numberOf(still.pts) : -1;
    if (number >= 0) {
        cache_.add(number, still.image, state_.frame);
    }
    const qint64 wanted = wish_ ? wish_->frame : -1;
    const qint64 shown = standIn_ ? standIn_->frame : -1;
    const bool better = wanted < 0 || shown < 0 || (shown != wanted && shown != times_->keyBefore(wanted));
    if (wish_ && better) {
        show({still.image, time, number});
        compose();
    }
}

void Playback::onRun(const std::vector<StillFrame>& frames) {
    if (!times_) {
        return;
    }
    const qint64 place = wish_ && wish_->frame >= 0 ? wish_->frame : state_.frame;
    for (const StillFrame& still : frames) {
        if (const qint64 number = times_->numberOf(still.pts); number >= 0) {
            cache_.add(number, still.image, place);
        }
    }
    if (wish_ && wish_->frame >= 0) {
        const bool isShown = standIn_ && standIn_->frame == wish_->frame;
        if (const QImage image = cache_.find(wish_->frame); !isShown && !image.isNull()) {
            show({image, wish_->time, wish_->frame}); // before mpv
            compose();
        }
    }
    if (wish_ && !wish_->sent) {
        sendSoon_.start();
    }
    prefetchSoon_.start();
}

/// Whether a step waits for the decoder, which will bring its picture before mpv could.
bool Playback::isRunAwaited() const {
    return loader_.isLoadingRun() && wish_ && wish_->frame >= 0 && !wish_->sent && !cache_.has(wish_->frame);
}

int Playback::runLength() const {
    const QSize fits = state_.size.isValid() ? state_.size.scaled(viewSize_, Qt::KeepAspectRatio) : viewSize_;
    const qint64 each = 4 * std::max<qint64>(1, qint64(fits.width()) * fits.height());
    return int(std::clamp<qint64>(cache_.capacity() / 2 / each, shortestRun, longestRun));
}

/// Has the frames ready that stepping back from here shows.
void Playback::prefetch() {
    if (!times_ || !state_.paused || !state_.problem.isEmpty() || loader_.isLoadingRun()) {
        return;
    }
    const qint64 place = wish_ && wish_->frame >= 0 ? wish_->frame : state_.frame;
    if (place < 0 || (!cache_.has(place) && core_.isSeeking())) {
        return; // first what one waits for
    }
    const qint64 start = cache_.runStart(place);
    const int length = runLength();
    if (start <= 0 || place - start >= length / 2) {
        return;
    }
    const bool isSomethingThere = start < place; // else a few frames at once are better than many later
    loader_.loadRun(times_->pts[size_t(isSomethingThere ? start - 1 : place)],
                    isSomethingThere ? length : shortestRun, viewSize_);
}

} // namespace moderato::widgets
