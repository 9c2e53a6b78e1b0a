#include "widgets/player/private/MpvSurface.h"

#include <QMetaObject>
#include <QWidget>

namespace moderato::widgets {

MpvSurface::MpvSurface(QObject* parent)
    : QObject(parent)
    , players_{new Playback(this), new Playback(this)} {
    canvas_ = makeCanvas({
        .opened = [this] { open(); },
        .closing = [this] { close(); },
        .resized =
            [this](QSize pixels) {
                for (Playback* player : players_) {
                    player->setViewSize(pixels);
                }
            },
        .paint = [this] { paint(); },
        .shown =
            [this] {
                front().core().reportSwap();
                Q_EMIT framePainted();
            },
    });
    for (Playback* player : players_) {
        connect(&player->core(), &MpvCore::frameReady, this, [this, player] { onFrame(*player); });
        connect(player, &Playback::paintFirst, this, [this, player] {
            if (player == &front() && ready_) { // not repaint(), which may put it off
                canvas_->with([this] { paint(); });
                update();
            }
        });
        connect(player, &Playback::pictureChanged, this, [this, player] {
            if (player == &front()) {
                update();
            }
        });
    }
}

MpvSurface::~MpvSurface() {
    canvas_.reset(); // its render contexts before the players
}

void MpvSurface::swap() {
    front_ = 1 - front_;
    backWarm_ = false;
    paintedSize_ = {}; // nothing of the file before stays
    update();
}

void MpvSurface::update() {
    widget().update();
}

void MpvSurface::prepare() {
    if (!ready_) {
        canvas_->prepare();
    }
}

void MpvSurface::open() {
    ready_ = true;
    for (Playback* player : players_) {
        canvas_->openRender(player->core());
    }
    // The first paint may be under way: whoever waits may open files right after it.
    QMetaObject::invokeMethod(this, &MpvSurface::ready, Qt::QueuedConnection);
}

void MpvSurface::close() {
    ready_ = false;
    for (Playback* player : players_) {
        player->core().closeRender();
    }
}

void MpvSurface::onFrame(Playback& player) {
    if (&player == &front() && !player.isHolding()) {
        update();
    } else if (&player == &back() && !backWarm_) {
        warmBack();
    } else if (ready_) {
        canvas_->with([&player] { player.core().takeFrame(); });
    }
}

void MpvSurface::paint() {
    const QSize pixels = canvas_->pixels();
    const CareEffect effect = front().effect();
    MpvCore& core = front().core();
    const bool same = paintedSize_ == pixels && paintedEffect_ == effect;
    paintedSize_ = pixels;
    paintedEffect_ = effect;
    if (const StandIn* still = front().standIn()) {
        core.takeFrame();
        canvas_->paintStill(still->image, effect);
    } else if (front().isHolding() && same && core.hasFrame()) {
        core.takeFrame(); // what is on the screen stays until the picture comes that is wanted
    } else if (core.hasFrame() && !front().isHolding()) {
        canvas_->paintVideo(core, effect);
        front().painted();
    } else {
        core.takeFrame();
        canvas_->paintBlack();
    }
}

/// Draws the next item's first frame once out of sight.
void MpvSurface::warmBack() {
    if (ready_ && back().core().hasFrame()) {
        backWarm_ = true;
        canvas_->warm(back().core());
    }
}

} // namespace moderato::widgets
