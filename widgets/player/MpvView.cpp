#include "widgets/player/MpvView.h"

#include "widgets/player/private/MpvSurface.h"

#include <QGuiApplication>
#include <QLabel>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QStackedLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

/// A QOpenGLWidget takes the program down where OpenGL is missing, so it is tried first.
bool openGlWorks() {
    static const bool works = [] {
        if (QGuiApplication::platformName() == QLatin1String("offscreen") ||
            QGuiApplication::platformName() == QLatin1String("minimal")) {
            return false;
        }
        QOpenGLContext context;
        if (!context.create()) {
            return false;
        }
        QOffscreenSurface surface;
        surface.setFormat(context.format());
        surface.create();
        return surface.isValid() && context.makeCurrent(&surface);
    }();
    return works;
}

} // namespace

MpvView::MpvView(QWidget* parent)
    : QWidget(parent)
    , stack_(new QStackedLayout(this))
    , sentence_(new QLabel) {
    QPalette black = palette();
    black.setColor(QPalette::Window, Qt::black);
    black.setColor(QPalette::WindowText, QColor(0xe0, 0xe0, 0xe0));
    sentence_->setPalette(black);
    sentence_->setAutoFillBackground(true);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    sentence_->setMargin(24);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (openGlWorks()) {
        surface_ = new MpvSurface;
        stack_->addWidget(surface_);
        connect(surface_, &MpvSurface::ready, this, &MpvView::openWaiting);
        for (MpvCore* core : {&surface_->front(), &surface_->back()}) {
            connect(core, &MpvCore::changed, this, [this, core] {
                if (core == &surface_->front()) {
                    onChanged();
                }
            });
        }
        connect(surface_, &MpvSurface::framePainted, this, [this] {
            if (!painted_ && surface_->front().hasFrame()) {
                painted_ = true;
                Q_EMIT pictureShown(surface_->front().state().path);
            }
        });
    }
    stack_->addWidget(sentence_);
}

MpvView::~MpvView() {
    delete surface_; // before the label and the stack; its players may still call back
    surface_ = nullptr;
}

const PlayerState& MpvView::state() const {
    return surface_ && surface_->isReady() ? surface_->front().state() : none_;
}

void MpvView::open(const QString& path, bool paused, bool muted) {
    painted_ = false;
    wanted_ = {path, paused, muted};
    if (!surface_) {
        none_ = {};
        none_.path = path;
        none_.problem = tr("Video cannot be shown here: OpenGL is missing. Install the Mesa drivers.");
        onChanged();
        return;
    }
    if (!surface_->isReady()) {
        none_ = {}; // opened with the first paint
        none_.path = path;
        none_.paused = paused;
        none_.muted = muted;
        onChanged();
        return;
    }
    MpvCore& old = surface_->front();
    if (surface_->back().state().path == path) {
        const PlayerState was = old.state();
        surface_->swap();
        MpvCore& core = surface_->front();
        core.setSpeed(was.speed);
        core.setVolume(was.volume);
        core.setLoop(was.loop);
        core.setMuted(muted);
        core.setPaused(paused);
        old.stop();
    } else {
        old.open(path, paused, muted);
    }
    wantedNext_.clear();
    onChanged();
}

void MpvView::preload(const QString& path) {
    if (surface_) {
        surface_->prepare();
    }
    if (surface_ && surface_->isReady()) {
        if (surface_->back().state().path != path) {
            surface_->back().open(path, true, true);
        }
    } else {
        wantedNext_ = path;
    }
}

void MpvView::openWaiting() {
    if (!wanted_.path.isEmpty() && surface_->front().state().path != wanted_.path) {
        surface_->front().open(wanted_.path, wanted_.paused, wanted_.muted);
    }
    if (!wantedNext_.isEmpty()) {
        preload(std::exchange(wantedNext_, {}));
    }
    onChanged();
}

void MpvView::close() {
    wanted_ = {};
    none_ = {};
    painted_ = false;
    if (surface_ && surface_->isReady()) {
        surface_->front().stop();
        surface_->update();
    }
    onChanged();
}

void MpvView::setPaused(bool paused) {
    if (surface_) {
        surface_->front().setPaused(paused);
    }
}

void MpvView::setMuted(bool muted) {
    if (surface_) {
        surface_->front().setMuted(muted);
    }
}

void MpvView::setLoop(bool loop) {
    if (surface_) {
        surface_->front().setLoop(loop);
    }
}

void MpvView::setSpeed(double speed) {
    if (surface_) {
        surface_->front().setSpeed(std::clamp(speed, 0.25, 4.0));
    }
}

void MpvView::setVolume(double volume) {
    if (surface_) {
        surface_->front().setVolume(std::clamp(volume, 0.0, 100.0));
    }
}

void MpvView::seek(double seconds) {
    if (surface_) {
        surface_->front().seek(seconds);
    }
}

void MpvView::stepFrame(int direction) {
    if (surface_) {
        surface_->front().stepFrame(direction);
    }
}

void MpvView::onChanged() {
    const QString& problem = state().problem;
    sentence_->setText(problem);
    if (surface_) {
        stack_->setCurrentWidget(problem.isEmpty() ? static_cast<QWidget*>(surface_) : sentence_);
    }
    Q_EMIT stateChanged();
}

} // namespace moderato::widgets
