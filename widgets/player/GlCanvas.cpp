#include "widgets/player/private/GlCanvas.h"

#include "widgets/player/private/MpvCore.h"

#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>

#include <utility>

namespace moderato::widgets {

GlCanvas::GlCanvas(Painter painter)
    : painter_(std::move(painter)) {
    setUpdateBehavior(QOpenGLWidget::PartialUpdate);
    connect(this, &QOpenGLWidget::frameSwapped, this, [this] { painter_.shown(); });
}

GlCanvas::~GlCanvas() {
    close();
}

void GlCanvas::prepare() {
    if (!open_ && window()->isVisible()) {
        grabFramebuffer(); // its side effect is wanted: it initialises a hidden widget too
    }
}

void GlCanvas::openRender(MpvCore& core) {
    core.openRender(MpvCore::Renderer::OpenGl);
}

void GlCanvas::with(const std::function<void()>& use) {
    makeCurrent();
    use();
    doneCurrent();
}

void GlCanvas::paintVideo(MpvCore& core, const CareEffect& effect) {
    frames_.paintVideo([&core](int framebuffer, QSize size) { core.render(framebuffer, size, true); },
                       int(defaultFramebufferObject()), pixels(), effect);
}

void GlCanvas::paintStill(const QImage& still, const CareEffect& effect) {
    frames_.paintStill(still, int(defaultFramebufferObject()), pixels(), effect);
}

void GlCanvas::paintBlack() {
    FramePainter::paintBlack(int(defaultFramebufferObject()), pixels());
}

/// Its shaders are compiled and its picture is uploaded.
void GlCanvas::warm(MpvCore& core) {
    makeCurrent();
    {
        QOpenGLFramebufferObject buffer(pixels()); // as it will be: mpv makes other shaders
        core.render(int(buffer.handle()), buffer.size(), false);
    }
    core.reportSwap();
    doneCurrent();
}

void GlCanvas::initializeGL() {
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlCanvas::close, Qt::DirectConnection);
    open_ = true;
    painter_.opened();
}

void GlCanvas::resizeGL(int width, int height) {
    painter_.resized(QSize(width, height) * devicePixelRatio());
}

void GlCanvas::close() {
    if (open_) {
        open_ = false;
        makeCurrent();
        frames_.release();
        painter_.closing();
        doneCurrent();
    }
}

} // namespace moderato::widgets
