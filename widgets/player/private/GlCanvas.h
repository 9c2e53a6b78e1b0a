#pragma once

// Private to widgets/player.
#include "widgets/player/private/Canvas.h"
#include "widgets/player/private/FramePainter.h"

#include <QOpenGLWidget>

namespace moderato::widgets {

/// Paints with OpenGL: one context for all videos.
class GlCanvas : public QOpenGLWidget, public Canvas {
    Q_OBJECT
public:
    explicit GlCanvas(Painter painter);
    ~GlCanvas() override;

    QWidget& widget() override { return *this; }
    void prepare() override;
    void openRender(MpvCore& core) override;
    void with(const std::function<void()>& use) override;
    QSize pixels() const override { return size() * devicePixelRatio(); }
    void paintVideo(MpvCore& core, const CareEffect& effect) override;
    void paintStill(const QImage& still, const CareEffect& effect) override;
    void paintBlack() override;
    void warm(MpvCore& core) override;
    QImage grab() override { return grabFramebuffer(); }

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override { painter_.paint(); }

private:
    void close();

    Painter painter_;
    FramePainter frames_;
    bool open_ = false;
};

} // namespace moderato::widgets
