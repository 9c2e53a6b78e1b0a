#pragma once

// Private to widgets/player.
#include "widgets/player/PlayerServices.h"
#include "widgets/player/PlayerState.h"
#include "widgets/player/private/FrameCache.h"
#include "widgets/player/private/FrameLoader.h"
#include "widgets/player/private/MpvCore.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace moderato::widgets {

/// A picture that stands in for mpv's.
struct StandIn {
    QImage image;
    double time = 0; ///< The container's clock.
    qint64 frame = -1;
};

/// One file in one mpv, with the frame table that numbers its pictures, the stills that bridge a seek and the
/// frames kept for steps. Where one is, is said by the picture on the screen: `state()` is always that one.
/// GUI thread.
class Playback : public QObject {
    Q_OBJECT
public:
    explicit Playback(QObject* parent = nullptr);

    MpvCore& core() { return core_; }
    const PlayerState& state() const { return state_; }
    const FrameTimesPtr& frameTimes() const { return times_; }
    /// What to paint instead of mpv's picture; nullptr: mpv's.
    const StandIn* standIn() const { return standIn_ ? &*standIn_ : nullptr; }
    /// Whether mpv's picture is not that of the place that is said: a still is shown, or what is on the
    /// screen stays.
    bool isHolding() const { return wish_.has_value(); }
    /// mpv's picture has been painted.
    void painted() { owed_ = false; }
    /// What is left of the care for the picture now.
    CareEffect effect() const;

    void setServices(std::shared_ptr<const PlayerServices> services);
    /// In device pixels: stills are asked for in this size.
    void setViewSize(QSize pixels);

    void open(const QString& path, bool paused, bool muted, const CareEffect& care);
    void close();
    /// The person's choices that outlive a file.
    void takeOver(const PlayerState& before);
    void setCare(const CareEffect& care);
    void setRevealed(bool revealed);

    void setPaused(bool paused);
    void setMuted(bool muted);
    void setLoop(bool loop);
    void setSubtitle(int track);
    void seek(double seconds);
    void seekToFrame(qint64 frame);
    void stepFrame(int direction);
    void setMarkIn();
    void setMarkOut();
    void clearMarks();
    void setPreviews(std::vector<std::pair<double, QImage>> previews);

Q_SIGNALS:
    void changed();
    /// What is to be painted is another picture.
    void pictureChanged();
    /// Before another picture is sought: the one that is said has not been on the screen yet.
    void paintFirst();

private:
    bool isSoundAlone(double time) const;
    void onArrived(double time);
    void onTable(const FrameTimesPtr& times);
    void onKeyFrame(const StillFrame& frame);
    void onRun(const std::vector<StillFrame>& frames);

    void compose();
    void alignClock();
    double shownTime() const;
    double duration() const;
    FrameMark markHere() const;
    void applyLoop();

    void go(qint64 frame, bool atLeisure);
    void goToTime(double time);
    void payPicture();
    void sendWish();
    void show(StandIn standIn);
    bool showNear(qint64 frame);
    bool isRunAwaited() const;
    void prefetch();
    int runLength() const;

    /// Where one wants to be: a frame where the table is known, else a time.
    struct Wish {
        qint64 frame = -1;
        double time = 0; ///< The container's clock.
        int attempt = 0;
        bool sent = false; ///< mpv has been told.
    };

    MpvCore core_;
    FrameLoader loader_;
    FrameTimesPtr times_;
    FrameCache cache_;
    std::vector<std::pair<double, QImage>> previews_;
    std::optional<StandIn> standIn_;
    std::optional<Wish> wish_;
    std::optional<double> firstTime_; ///< Of the first picture; the beginning until the table is there.
    double shift_ = 0;                ///< Seconds that mpv's clock is behind the container's (AVI).
    double lastTime_ = 0;             ///< Of the picture that mpv showed last.
    bool owed_ = false;               ///< mpv's picture is what is said, and has not been painted.
    QSize viewSize_{640, 360};
    QTimer sendSoon_;
    QTimer prefetchSoon_;
    PlayerState state_;
};

} // namespace moderato::widgets
