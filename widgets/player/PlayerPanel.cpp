#include "widgets/player/PlayerPanel.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/SeekBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QSettings>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace moderato::widgets {
namespace {

constexpr std::array speeds{0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0};

} // namespace

PlayerPanel::PlayerPanel(QWidget* parent)
    : QWidget(parent)
    , view_(new MpvView)
    , seekBar_(new SeekBar)
    , play_(makeButton(QStringLiteral("play"), tr("Play")))
    , frameBack_(makeButton(QStringLiteral("step-back"), tr("One frame back")))
    , frameForward_(makeButton(QStringLiteral("step-forward"), tr("One frame forward")))
    , time_(new QLabel)
    , speed_(new QComboBox)
    , loop_(makeButton(QStringLiteral("repeat"), tr("Repeat")))
    , mute_(makeButton(QStringLiteral("volume-2"), tr("Sound off")))
    , volume_(new QSlider(Qt::Horizontal)) {
    for (const double speed : speeds) {
        speed_->addItem(tr("%1×").arg(QLocale().toString(speed, 'g', 3)), speed);
    }
    speed_->setCurrentIndex(3);
    speed_->setFocusPolicy(Qt::TabFocus);
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("Speed"));
    loop_->setCheckable(true);
    mute_->setCheckable(true);
    volume_->setRange(0, 100);
    volume_->setValue(100);
    volume_->setFocusPolicy(Qt::TabFocus);
    volume_->setAccessibleName(tr("Volume"));
    volume_->setToolTip(tr("Volume"));
    time_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    time_->setMinimumWidth(scaled(70));

    auto* transport = new QHBoxLayout;
    transport->setContentsMargins(halfGrid, 0, halfGrid, 0);
    transport->setSpacing(halfGrid);
    for (QWidget* widget : std::initializer_list<QWidget*>{play_, frameBack_, frameForward_, time_}) {
        transport->addWidget(widget);
    }
    transport->insertSpacing(3, grid);
    transport->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{speed_, loop_, mute_, volume_}) {
        transport->addWidget(widget);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(halfGrid);
    layout->addWidget(view_, 1);
    layout->addWidget(seekBar_);
    layout->addLayout(transport);

    connect(view_, &MpvView::stateChanged, this, [this] {
        showState(state());
        Q_EMIT stateChanged();
    });
    connect(view_, &MpvView::pictureShown, this, &PlayerPanel::pictureShown);
    connect(seekBar_, &SeekBar::seekRequested, view_, &MpvView::seek);
    connect(speed_, &QComboBox::activated, this,
            [this](int index) { view_->setSpeed(speed_->itemData(index).toDouble()); });
    connect(volume_, &QSlider::valueChanged, this, [this](int value) {
        view_->setVolume(value);
        if (value > 0 && state().muted && volume_->isSliderDown()) {
            view_->setMuted(false);
        }
    });
    showState(state());
}

QToolButton* PlayerPanel::makeButton(const QString& iconName, const QString& text) {
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize({scaled(18), scaled(18)});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QString PlayerPanel::addAction(ActionTable& actions, const QString& pageId, QWidget* page, const char* name,
                               const QString& text, const QList<QKeySequence>& keys, const char* iconName,
                               bool repeat, std::function<void()> run) {
    const ActionSpec spec{.id = pageId + QLatin1Char('.') + QLatin1String(name),
                          .text = text,
                          .keys = keys,
                          .icon = QLatin1String(iconName),
                          .group = tr("Video"),
                          .scope = pageId,
                          .hint = {},
                          .autoRepeat = repeat};
    const auto isOpen = [this] {
        return state().isOpen() && state().problem.isEmpty() && isVisibleTo(window());
    };
    actions.add(spec, page, std::move(run), isOpen);
    return spec.id;
}

void PlayerPanel::addActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    actions_ = &actions;
    const auto add = [&](const char* name, const QString& text, const QList<QKeySequence>& keys,
                         const char* iconName, bool repeat, std::function<void()> run) {
        return addAction(actions, pageId, page, name, text, keys, iconName, repeat, std::move(run));
    };
    bind(play_, actions, add("play", tr("Play or pause"), {Qt::Key_Space, Qt::Key_K}, "play", false, [this] {
             togglePlay();
         }));
    bind(frameBack_, actions,
         add("frameBack", tr("One frame back"), {Qt::Key_Comma}, "step-back", true,
             [this] { view_->stepFrame(-1); }));
    bind(frameForward_, actions,
         add("frameForward", tr("One frame forward"), {Qt::Key_Period}, "step-forward", true,
             [this] { view_->stepFrame(1); }));
    add("back5", tr("5 s back"), {Qt::Key_J}, "rewind", true, [this] { seekBy(-5); });
    add("forward5", tr("5 s forward"), {Qt::Key_L}, "fast-forward", true, [this] { seekBy(5); });
    add("back1", tr("1 s back"), {Qt::Key_Left}, "rewind", true, [this] { seekBy(-1); });
    add("forward1", tr("1 s forward"), {Qt::Key_Right}, "fast-forward", true, [this] { seekBy(1); });
    add("slower", tr("Slower"), {Qt::Key_BracketLeft, QKeySequence(QStringLiteral("Shift+J"))}, "minus", true,
        [this] { changeSpeed(-1); });
    add("faster", tr("Faster"), {Qt::Key_BracketRight, QKeySequence(QStringLiteral("Shift+L"))}, "plus", true,
        [this] { changeSpeed(1); });
    bind(loop_, actions,
         add("loop", tr("Repeat"), {Qt::Key_R}, "repeat", false, [this] { view_->setLoop(!state().loop); }));
    bind(mute_, actions, add("mute", tr("Sound on or off"), {Qt::Key_M}, "volume-2", false, [this] {
             view_->setMuted(!state().muted);
         }));
    addMarkActions(actions, pageId, page);
}

void PlayerPanel::addMarkActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    const auto add = [&](const char* name, const QString& text, const char* key, const char* iconName,
                         std::function<void()> run) {
        addAction(actions, pageId, page, name, text, {QKeySequence(QLatin1String(key))}, iconName, false,
                  std::move(run));
    };
    using Mark = MpvView::Mark;
    add("markIn", tr("Mark the beginning"), "I", "flag", [this] { view_->setMark(Mark::In); });
    add("markOut", tr("Mark the end"), "O", "flag", [this] { view_->setMark(Mark::Out); });
    add("toMarkIn", tr("To the marked beginning"), "Shift+I", "arrow-left",
        [this] { view_->seekToMark(Mark::In); });
    add("toMarkOut", tr("To the marked end"), "Shift+O", "arrow-right",
        [this] { view_->seekToMark(Mark::Out); });
    add("clearMarks", tr("Take the marks away"), "Shift+R", "x", [this] { view_->clearMarks(); });
    add("subtitles", tr("Next subtitles, or none"), "U", "type", [this] { nextSubtitle(); });
}

void PlayerPanel::bind(QToolButton* button, ActionTable& actions, const QString& id) {
    connect(button, &QToolButton::clicked, this, [this, &actions, id] {
        actions.trigger(id);
        showState(state()); // the checked state follows the player, not the click
    });
    const auto name = [button, &actions, id] {
        const QString key = actions.keyText(id);
        button->setToolTip(key.isEmpty() ? actions.spec(id).text
                                         : tr("%1  (%2)").arg(actions.spec(id).text, key));
    };
    name();
    connect(&actions, &ActionTable::keysChanged, button, [name, id](const QString& changed) {
        if (changed == id) {
            name();
        }
    });
}

void PlayerPanel::setServices(PlayerServices services) {
    view_->setServices(std::move(services));
}

void PlayerPanel::open(const QString& path, const CareEffect& care) {
    const QSettings settings;
    view_->open(path, !preferences::autoplay.read(settings), preferences::muted.read(settings), care);
}

void PlayerPanel::preload(const QString& path, const CareEffect& care) {
    view_->preload(path, care);
}

void PlayerPanel::setRevealed(bool revealed) {
    view_->setRevealed(revealed);
}

void PlayerPanel::close() {
    if (state().isOpen()) {
        view_->close();
    }
}

void PlayerPanel::pause() {
    if (state().isOpen()) {
        view_->setPaused(true);
    }
}

const PlayerState& PlayerPanel::state() const {
    return view_->state();
}

void PlayerPanel::togglePlay() {
    view_->setPaused(!state().paused && !state().ended);
}

void PlayerPanel::seekBy(double seconds) {
    view_->seek(std::max(0.0, state().target + seconds));
}

void PlayerPanel::nextSubtitle() {
    const int tracks = int(state().subtitles.size());
    view_->setSubtitle(tracks == 0 ? 0 : (state().subtitle + 1) % (tracks + 1));
}

void PlayerPanel::changeSpeed(int direction) {
    const double now = state().speed;
    const auto next = direction > 0 ? std::upper_bound(speeds.begin(), speeds.end(), now + 1e-6)
                                    : std::lower_bound(speeds.begin(), speeds.end(), now - 1e-6);
    if (direction > 0 && next != speeds.end()) {
        view_->setSpeed(*next);
    } else if (direction < 0 && next != speeds.begin()) {
        view_->setSpeed(*std::prev(next));
    }
}

void PlayerPanel::showState(const PlayerState& state) {
    const bool usable = state.isOpen() && state.problem.isEmpty();
    for (QWidget* widget : std::initializer_list<QWidget*>{seekBar_, play_, frameBack_, frameForward_, speed_,
                                                           loop_, mute_, volume_}) {
        widget->setEnabled(usable);
    }
    const bool standing = state.paused || state.ended;
    play_->setIcon(icon(standing ? QStringLiteral("play") : QStringLiteral("pause")));
    play_->setAccessibleName(standing ? tr("Play") : tr("Pause"));
    loop_->setChecked(state.loop);
    mute_->setChecked(state.muted);
    mute_->setIcon(icon(state.muted ? QStringLiteral("volume-x") : QStringLiteral("volume-2")));
    mute_->setAccessibleName(state.muted ? tr("Sound on") : tr("Sound off"));
    seekBar_->setDuration(state.duration);
    seekBar_->setPosition(state.target);
    seekBar_->setMarks(state.markIn ? state.markIn->seconds : -1,
                       state.markOut ? state.markOut->seconds : -1);
    if (const int index = speed_->findData(state.speed); index >= 0) {
        speed_->setCurrentIndex(index);
    }
    if (!volume_->isSliderDown()) {
        const QSignalBlocker quiet(volume_);
        volume_->setValue(int(std::lround(state.volume)));
    }
    showTime(state, usable);
    if (actions_ && std::exchange(wasOpen_, usable) != usable) {
        actions_->refresh();
    }
}

/// Of the picture on the screen; without a number until that is known.
void PlayerPanel::showTime(const PlayerState& state, bool usable) {
    const Milliseconds position(std::llround(state.position * 1000));
    if (!usable) {
        time_->setText(Format::none());
    } else if (state.frame < 0) {
        time_->setText(Format::timecode(position));
    } else if (state.frames > 0 && width() >= scaled(470)) {
        time_->setText(
            tr("%1 / %2").arg(Format::timecode(position, state.frame), Format::number(state.frames)));
    } else {
        time_->setText(Format::timecode(position, state.frame));
    }
}

void PlayerPanel::resizeEvent(QResizeEvent* event) {
    volume_->setVisible(event->size().width() >= scaled(540));
    volume_->setFixedWidth(scaled(80));
    showState(state());
    QWidget::resizeEvent(event);
}

} // namespace moderato::widgets
