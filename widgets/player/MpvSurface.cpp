#include "widgets/player/private/MpvSurface.h"

#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>

namespace moderato::widgets {

MpvSurface::MpvSurface(QWidget* parent)
    : QOpenGLWidget(parent)
    , cores_{new MpvCore(this), new MpvCore(this)} {
    setUpdateBehavior(QOpenGLWidget::PartialUpdate);
    for (MpvCore* core : cores_) {
        connect(core, &MpvCore::frameReady, this, [this, core] {
            if (core == &front()) {
                update();
            } else if (!backWarm_) {
                warmBack();
            }
        });
    }
    connect(this, &QOpenGLWidget::frameSwapped, this, [this] {
        front().reportSwap();
        Q_EMIT framePainted();
    });
}

MpvSurface::~MpvSurface() {
    closeRender();
}

void MpvSurface::swap() {
    front_ = 1 - front_;
    backWarm_ = false;
    update();
}

void MpvSurface::prepare() {
    if (!ready_ && window()->isVisible()) {
        grabFramebuffer(); // its side effect is wanted: it initialises a hidden widget too
    }
}

void MpvSurface::initializeGL() {
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &MpvSurface::closeRender,
            Qt::DirectConnection);
    ready_ = true;
    for (MpvCore* core : cores_) {
        ready_ = core->openRender() && ready_;
    }
    // The first paint is under way: whoever waits may open files right after it.
    QMetaObject::invokeMethod(this, &MpvSurface::ready, Qt::QueuedConnection);
}

void MpvSurface::paintGL() {
    const QSize pixels = size() * devicePixelRatio();
    if (front().hasFrame()) {
        front().render(int(defaultFramebufferObject()), pixels, true);
    } else {
        QOpenGLFunctions* gl = context()->functions();
        gl->glClearColor(0, 0, 0, 1);
        gl->glClear(GL_COLOR_BUFFER_BIT);
    }
}

void MpvSurface::closeRender() {
    if (!ready_) {
        return;
    }
    ready_ = false;
    makeCurrent();
    for (MpvCore* core : cores_) {
        core->closeRender();
    }
    doneCurrent();
}

/// Draws the next item's first frame once out of sight: its shaders are compiled and its picture is uploaded
/// before it is wanted.
void MpvSurface::warmBack() {
    if (!ready_ || !back().hasFrame()) {
        return;
    }
    backWarm_ = true;
    makeCurrent();
    {
        QOpenGLFramebufferObject buffer(QSize(64, 64));
        back().render(int(buffer.handle()), buffer.size(), false);
    }
    doneCurrent();
}

} // namespace moderato::widgets
