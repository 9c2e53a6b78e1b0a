#pragma once

// Private to widgets/player.
#include "widgets/player/private/FramePainter.h"
#include "widgets/player/private/Playback.h"

#include <QOpenGLWidget>

namespace moderato::widgets {

/// Where frames are painted: one GL context for two players, the one in front and the one that holds the next
/// item with its first frame decoded. `swap` changes which one is painted, so that the next video is there
/// with the next paint. A file with care is never painted without it.
class MpvSurface : public QOpenGLWidget {
    Q_OBJECT
public:
    explicit MpvSurface(QWidget* parent = nullptr);
    ~MpvSurface() override;

    Playback& front() { return *players_[front_]; }
    Playback& back() { return *players_[1 - front_]; }
    void swap();
    bool isReady() const { return ready_; }
    /// Makes the GL context before the first paint, so that a video can be opened while another kind of item
    /// is shown.
    void prepare();

Q_SIGNALS:
    void ready();
    void framePainted();

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

private:
    void closeRender();
    void onFrame(Playback& player);
    void warmBack();

    Playback* players_[2];
    FramePainter painter_;
    QSize paintedSize_;        ///< Of what is on the screen…
    CareEffect paintedEffect_; ///< …and what was taken off it.
    int front_ = 0;
    bool ready_ = false;
    bool backWarm_ = false;
};

} // namespace moderato::widgets
