#include "widgets/player/private/MpvSurface.h"

#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>

namespace moderato::widgets {

MpvSurface::MpvSurface(QWidget* parent)
    : QOpenGLWidget(parent)
    , players_{new Playback(this), new Playback(this)} {
    setUpdateBehavior(QOpenGLWidget::PartialUpdate);
    for (Playback* player : players_) {
        connect(&player->core(), &MpvCore::frameReady, this, [this, player] {
            onFrame(*player);
        });
        connect(player, &Playback::paintFirst, this, [this, player] {
            if (player == &front() && ready_) { // not repaint(), which may put it off
                makeCurrent();
                paintGL();
                doneCurrent();
                update();
            }
        });
        connect(player, &Playback::pictureChanged, this, [this, player] {
            if (player == &front()) {
                update();
            }
        });
    }
    connect(this, &QOpenGLWidget::frameSwapped, this, [this] {
        front().core().reportSwap();
        Q_EMIT framePainted();
    });
}

MpvSurface::~MpvSurface() {
    closeRender();
}

void MpvSurface::swap() {
    front_ = 1 - front_;
    backWarm_ = false;
    paintedSize_ = {}; // nothing of the file before stays
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
    for (Playback* player : players_) {
        ready_ = player->core().openRender() && ready_;
    }
    // The first paint is under way: whoever waits may open files right after it.
    QMetaObject::invokeMethod(this, &MpvSurface::ready, Qt::QueuedConnection);
}

void MpvSurface::resizeGL(int width, int height) {
    for (Playback* player : players_) {
        player->setViewSize(QSize(width, height) * devicePixelRatio());
    }
}

void MpvSurface::onFrame(Playback& player) {
    if (&player == &front() && !player.isHolding()) {
        update();
    } else if (&player == &back() && !backWarm_) {
        warmBack();
    } else if (ready_) {
        makeCurrent();
        player.core().takeFrame();
        doneCurrent();
    }
}

void MpvSurface::paintGL() {
    const QSize pixels = size() * devicePixelRatio();
    const int target = int(defaultFramebufferObject());
    const CareEffect effect = front().effect();
    MpvCore& core = front().core();
    const bool same = paintedSize_ == pixels && paintedEffect_ == effect;
    paintedSize_ = pixels;
    paintedEffect_ = effect;
    if (const StandIn* still = front().standIn()) {
        core.takeFrame();
        painter_.paintStill(still->image, target, pixels, effect);
    } else if (front().isHolding() && same && core.hasFrame()) {
        core.takeFrame(); // what is on the screen stays until the picture comes that is wanted
    } else if (core.hasFrame() && !front().isHolding()) {
        painter_.paintVideo([&core](int framebuffer, QSize size) { core.render(framebuffer, size, true); },
                            target, pixels, effect);
        front().painted();
    } else {
        core.takeFrame();
        FramePainter::paintBlack(target, pixels);
    }
}

void MpvSurface::closeRender() {
    if (!ready_) {
        return;
    }
    ready_ = false;
    makeCurrent();
    painter_.release();
    for (Playback* player : players_) {
        player->core().closeRender();
    }
    doneCurrent();
}

/// Draws the next item's first frame once out of sight: its shaders are compiled and its picture is uploaded
/// before it is wanted.
void MpvSurface::warmBack() {
    if (!ready_ || !back().core().hasFrame()) {
        return;
    }
    backWarm_ = true;
    makeCurrent();
    {
        QOpenGLFramebufferObject buffer(size() * devicePixelRatio()); // as it will be: mpv makes other shaders
        back().core().render(int(buffer.handle()), buffer.size(), false);
    }
    back().core().reportSwap();
    doneCurrent();
}

} // namespace moderato::widgets
