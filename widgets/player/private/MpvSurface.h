#pragma once

// Private to widgets/player.
#include "widgets/player/private/Canvas.h"
#include "widgets/player/private/Playback.h"

#include <QObject>

#include <memory>

namespace moderato::widgets {

/// Where frames are painted: one canvas for two players, the one in front and the one that holds the next
/// item with its first frame decoded. `swap` changes which one is painted, so that the next video is there
/// with the next paint. A file with care is never painted without it.
class MpvSurface : public QObject {
    Q_OBJECT
public:
    explicit MpvSurface(QObject* parent = nullptr);
    ~MpvSurface() override;

    /// Whoever shows it owns it no longer than this lives.
    QWidget& widget() { return canvas_->widget(); }
    Playback& front() { return *players_[front_]; }
    Playback& back() { return *players_[1 - front_]; }
    void swap();
    void update();
    bool isReady() const { return ready_; }
    /// Makes the canvas ready before the first paint, so that a video can be opened while another kind of
    /// item is shown.
    void prepare();
    QImage grab() { return canvas_->grab(); }

Q_SIGNALS:
    void ready();
    void framePainted();

private:
    void open();
    void close();
    void paint();
    void onFrame(Playback& player);
    void warmBack();

    Playback* players_[2];
    std::unique_ptr<Canvas> canvas_; ///< Before the players it goes.
    QSize paintedSize_;              ///< Of what is on the screen…
    CareEffect paintedEffect_;       ///< …and what was taken off it.
    int front_ = 0;
    bool ready_ = false;
    bool backWarm_ = false;
};

} // namespace moderato::widgets
