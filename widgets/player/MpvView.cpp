#include "widgets/player/MpvView.h"

#include "widgets/player/private/MpvSurface.h"

#include <QLabel>
#include <QStackedLayout>

#include <algorithm>
#include <memory>

namespace moderato::widgets {
MpvView::MpvView(QWidget* parent)
    : QWidget(parent)
    , surface_(std::make_unique<MpvSurface>())
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
    stack_->addWidget(&surface_->widget());
    stack_->addWidget(sentence_);
    connect(surface_.get(), &MpvSurface::ready, this, &MpvView::openWaiting);
    for (Playback* player : {&surface_->front(), &surface_->back()}) {
        connect(player, &Playback::changed, this, [this, player] {
            if (player == &surface_->front()) {
                onChanged();
            }
        });
    }
    connect(surface_.get(), &MpvSurface::framePainted, this, [this] {
        if (!painted_ && surface_->front().core().hasFrame()) {
            painted_ = true;
            Q_EMIT pictureShown(surface_->front().state().path);
        }
        Q_EMIT framePainted();
    });
}

MpvView::~MpvView() {
    for (Playback* player : {&surface_->front(), &surface_->back()}) {
        player->disconnect(this); // the label and the stack go with this
    }
}

const PlayerState& MpvView::state() const {
    return surface_->isReady() ? surface_->front().state() : none_;
}

void MpvView::setServices(PlayerServices services) {
    const auto shared = std::make_shared<const PlayerServices>(std::move(services));
    surface_->front().setServices(shared);
    surface_->back().setServices(shared);
}

FrameTimesPtr MpvView::frameTimes() const {
    return surface_->front().frameTimes();
}

QImage MpvView::grabPicture() {
    return surface_->grab();
}

void MpvView::open(const QString& path, bool paused, bool muted, const CareEffect& care) {
    painted_ = false;
    wanted_ = {path, paused, muted, care};
    if (!surface_->isReady()) { // it is opened with the first paint
        none_ = {};
        none_.path = path;
        none_.paused = paused;
        none_.muted = muted || care.mute;
        none_.care = care;
        onChanged();
        return;
    }
    Playback& old = surface_->front();
    if (surface_->back().state().path == path) {
        surface_->swap();
        Playback& player = surface_->front();
        player.setCare(care);
        player.takeOver(old.state());
        player.setMuted(muted || care.mute);
        player.setPaused(paused);
        old.close();
    } else {
        old.open(path, paused, muted, care);
        surface_->update();
    }
    wantedNext_.clear();
    onChanged();
}

void MpvView::preload(const QString& path, const CareEffect& care) {
    surface_->prepare();
    if (surface_->isReady()) {
        if (surface_->back().state().path != path) {
            surface_->back().open(path, true, true, care);
        }
    } else {
        wantedNext_ = path;
        wantedNextCare_ = care;
    }
}

void MpvView::openWaiting() {
    if (!wanted_.path.isEmpty() && surface_->front().state().path != wanted_.path) {
        surface_->front().open(wanted_.path, wanted_.paused, wanted_.muted, wanted_.care);
    }
    if (!wantedNext_.isEmpty()) {
        preload(std::exchange(wantedNext_, {}), wantedNextCare_);
    }
    onChanged();
}

void MpvView::close() {
    wanted_ = {};
    none_ = {};
    painted_ = false;
    if (surface_->isReady()) {
        surface_->front().close();
        surface_->update();
    }
    onChanged();
}

void MpvView::setCare(const CareEffect& care) {
    wanted_.care = care;
    surface_->front().setCare(care);
}

void MpvView::setRevealed(bool revealed) {
    if (surface_->front().state().isOpen()) {
        surface_->front().setRevealed(revealed);
    }
}

void MpvView::setPaused(bool paused) {
    surface_->front().setPaused(paused);
}

void MpvView::setMuted(bool muted) {
    surface_->front().setMuted(muted);
}

void MpvView::setLoop(bool loop) {
    surface_->front().setLoop(loop);
}

void MpvView::setSpeed(double speed) {
    surface_->front().core().setSpeed(std::clamp(speed, 0.25, 4.0));
}

void MpvView::setVolume(double volume) {
    surface_->front().core().setVolume(std::clamp(volume, 0.0, 100.0));
}

void MpvView::seek(double seconds) {
    surface_->front().seek(seconds);
}

void MpvView::seekToFrame(qint64 frame) {
    surface_->front().seekToFrame(frame);
}

void MpvView::stepFrame(int direction) {
    surface_->front().stepFrame(direction);
}

void MpvView::setMark(Mark mark) {
    if (state().isOpen()) {
        if (mark == Mark::In) {
            surface_->front().setMarkIn();
        } else {
            surface_->front().setMarkOut();
        }
    }
}

void MpvView::clearMarks() {
    surface_->front().clearMarks();
}

void MpvView::seekToMark(Mark mark) {
    if (const auto& at = mark == Mark::In ? state().markIn : state().markOut) {
        seek(at->seconds);
    }
}

void MpvView::setSubtitle(int track) {
    surface_->front().setSubtitle(track);
}

void MpvView::setPreviews(std::vector<std::pair<double, QImage>> previews) {
    surface_->front().setPreviews(std::move(previews));
}

void MpvView::onChanged() {
    const QString& problem = state().problem;
    sentence_->setText(problem);
    stack_->setCurrentWidget(problem.isEmpty() ? &surface_->widget() : sentence_);
    Q_EMIT stateChanged();
}

} // namespace moderato::widgets
