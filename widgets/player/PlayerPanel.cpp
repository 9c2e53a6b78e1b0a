#include "widgets/player/PlayerPanel.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/player/ContactSheet.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/Timeline.h"

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
    , timeline_(new Timeline)
    , sheet_(new ContactSheet(this))
    , play_(makeButton(QStringLiteral("play"), tr("Play")))
    , frameBack_(makeButton(QStringLiteral("step-back"), tr("One frame back")))
    , frameForward_(makeButton(QStringLiteral("step-forward"), tr("One frame forward")))
    , time_(new QLabel)
    , speed_(new QComboBox)
    , sheetButton_(makeButton(QStringLiteral("grid-3x3"), tr("Contact sheet")))
    , subtitles_(makeButton(QStringLiteral("message-square"), tr("Subtitles")))
    , zoomOut_(makeButton(QStringLiteral("zoom-out"), tr("Less of the timeline’s detail")))
    , zoomIn_(makeButton(QStringLiteral("zoom-in"), tr("More of the timeline’s detail")))
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

    sheetButton_->setCheckable(true);
    subtitles_->setCheckable(true);
    layOut();
    view_->installEventFilter(this);

    connect(view_, &MpvView::stateChanged, this, [this] {
        showState(state());
        Q_EMIT stateChanged();
    });
    connect(view_, &MpvView::pictureShown, this, &PlayerPanel::pictureShown);
    connect(timeline_, &Timeline::seekRequested, this, [this](double seconds) {
        wantedMark_.reset();
        view_->seek(seconds);
    });
    connect(timeline_, &Timeline::markRequested, this, [this](bool in, double seconds) {
        wantedMark_ = WantedMark{in, seconds};
        markWhenThere();
    });
    connect(sheet_, &ContactSheet::chosen, this, [this](double seconds) {
        view_->seek(seconds);
        sheet_->hide();
        showSheetState();
    });
    connect(sheet_, &ContactSheet::closed, this, [this] {
        sheet_->hide();
        showSheetState();
    });
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

void PlayerPanel::layOut() {
    auto* transport = new QHBoxLayout;
    transport->setContentsMargins(halfGrid, 0, halfGrid, 0);
    transport->setSpacing(halfGrid);
    for (QWidget* widget : std::initializer_list<QWidget*>{play_, frameBack_, frameForward_, time_}) {
        transport->addWidget(widget);
    }
    transport->insertSpacing(3, grid);
    transport->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{zoomOut_, zoomIn_, sheetButton_, subtitles_,
                                                           speed_, loop_, mute_, volume_}) {
        transport->addWidget(widget);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(halfGrid);
    layout->addWidget(view_, 1);
    layout->addWidget(timeline_);
    layout->addLayout(transport);
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
    wantedMark_.reset();
    sheet_->hide();
    setTimeline(nullptr);
    setRevealed(false);
    view_->open(path, !preferences::autoplay.read(QSettings()), care.mute, care);
    showSheetState();
}

void PlayerPanel::preload(const QString& path, const CareEffect& care) {
    view_->preload(path, care);
}

void PlayerPanel::setCare(const CareEffect& care) {
    view_->setCare(care);
}

void PlayerPanel::setRevealed(bool revealed) {
    view_->setRevealed(revealed);
    timeline_->setRevealed(revealed);
    sheet_->setRevealed(revealed);
}

void PlayerPanel::setTimeline(TimelineDataPtr data, const QString& notice, QAction* action) {
    std::vector<std::pair<double, QImage>> previews;
    if (data) {
        for (const TimelinePicture& picture : data->filmstrip) {
            previews.emplace_back(picture.seconds, picture.clear); // the view puts its own care on them
        }
    }
    view_->setPreviews(std::move(previews));
    timeline_->setNotice(notice, action);
    timeline_->setData(data);
    sheet_->setData(std::move(data));
}

void PlayerPanel::close() {
    sheet_->hide();
    showSheetState();
    setTimeline(nullptr);
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
    for (QWidget* widget :
         std::initializer_list<QWidget*>{timeline_, play_, frameBack_, frameForward_, speed_, sheetButton_,
                                         zoomIn_, zoomOut_, loop_, mute_, volume_}) {
        widget->setEnabled(usable);
    }
    const bool standing = state.paused || state.ended;
    play_->setIcon(icon(standing ? QStringLiteral("play") : QStringLiteral("pause")));
    play_->setAccessibleName(standing ? tr("Play") : tr("Pause"));
    loop_->setChecked(state.loop);
    mute_->setChecked(state.muted);
    mute_->setIcon(icon(state.muted ? QStringLiteral("volume-x") : QStringLiteral("volume-2")));
    mute_->setAccessibleName(state.muted ? tr("Sound on") : tr("Sound off"));
    subtitles_->setVisible(!state.subtitles.isEmpty());
    subtitles_->setChecked(state.subtitle > 0);
    timeline_->setFrameTimes(view_->frameTimes());
    timeline_->setState(state);
    markWhenThere();
    if (const int index = speed_->findData(state.speed); index >= 0) {
        speed_->setCurrentIndex(index);
    }
    if (!volume_->isSliderDown()) {
        const QSignalBlocker quiet(volume_);
        volume_->setValue(int(std::lround(state.volume)));
    }
    const Milliseconds position(std::llround(state.position * 1000));
    QString time = usable ? Format::timecode(position) : Format::none();
    if (usable && state.frame >= 0) {
        time = Format::timecode(position, state.frame);
        if (state.frames > 0 && width() >= scaled(620)) {
            time = tr("%1 / %2").arg(time, Format::number(state.frames));
        }
    }
    time_->setText(time);
    if (actions_ && std::exchange(wasOpen_, usable) != usable) {
        actions_->refresh();
    }
}

void PlayerPanel::resizeEvent(QResizeEvent* event) {
    const int width = event->size().width();
    volume_->setVisible(width >= scaled(700));
    volume_->setFixedWidth(scaled(80));
    for (QWidget* button : {zoomIn_, zoomOut_}) {
        button->setVisible(width >= scaled(560));
    }
    timeline_->setCompact(event->size().height() < scaled(460));
    showState(state());
    QWidget::resizeEvent(event);
    placeSheet();
}

bool PlayerPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_ && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        placeSheet();
    }
    return QWidget::eventFilter(watched, event);
}

void PlayerPanel::placeSheet() {
    sheet_->setGeometry(view_->geometry());
}

void PlayerPanel::toggleSheet() {
    if (sheet_->isOpen()) {
        sheet_->hide();
    } else {
        placeSheet();
        sheet_->open(state().position);
    }
    showSheetState();
}

void PlayerPanel::showSheetState() {
    sheetButton_->setChecked(sheet_->isOpen());
    if (!sheet_->isOpen() && isVisible() && !ActionTable::takesText(window()->focusWidget())) {
        setFocus(Qt::OtherFocusReason);
    }
}

void PlayerPanel::nextSubtitle() {
    const int tracks = int(state().subtitles.size());
    view_->setSubtitle(tracks == 0 ? 0 : (state().subtitle + 1) % (tracks + 1));
}

/// The mark stands on a frame: it waits until the frame under the dragged edge is on the screen.
void PlayerPanel::markWhenThere() {
    const PlayerState& now = state();
    if (wantedMark_ && now.exact && std::abs(now.target - wantedMark_->seconds) < 1) {
        const WantedMark mark = *std::exchange(wantedMark_, std::nullopt);
        view_->setMark(mark.in ? MpvView::Mark::In : MpvView::Mark::Out);
    }
}

} // namespace moderato::widgets
