#include "widgets/expressions/ReaderWindow.h"

#include "widgets/common/Theme.h"
#include "widgets/expressions/CameraLight.h"
#include "widgets/expressions/ConsentPane.h"
#include "widgets/expressions/FeatureNames.h"
#include "widgets/expressions/ReaderContent.h"
#include "widgets/expressions/ReaderPane.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

using Stage = ReaderRun::Stage;
using Weight = ReaderPane::Weight;

namespace {

constexpr int looksMs = 250;
constexpr qint64 framesToSay = 10; ///< Before that a face may still be on its way.

/// "2:05".
QString clockTime(double seconds) {
    const qint64 whole = qint64(seconds);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QLabel* keyCap(const QString& key, QWidget* parent) {
    auto* cap = new QLabel(key, parent);
    setRole(cap, "key");
    return cap;
}

} // namespace

ReaderWindow::ReaderWindow(ReaderServices services, std::unique_ptr<usecases::FaceFeed> feed,
                           const QString& reader, std::vector<domain::ContentId> items, QWidget* parent)
    : QWidget(parent)
    , run_(new ReaderRun(services, std::move(feed), reader, std::move(items), this))
    , light_(new CameraLight(this))
    , status_(new QLabel(this))
    , stopKey_(new QWidget(this))
    , stop_(new QPushButton(tr("Stop the camera"), this))
    , withdraw_(new QPushButton(tr("Delete my results…"), this))
    , stack_(new QStackedWidget(this))
    , pane_(new ReaderPane(this))
    , content_(new ReaderContent(services.loadPicture, services.player, this))
    , bottom_(nullptr)
    , play_(new QPushButton(this))
    , time_(new QLabel(this))
    , place_(new QLabel(this))
    , next_(new QPushButton(this)) {
    setWindowTitle(tr("Reader mode — Moderato"));
    setMinimumSize(scaled(640), scaled(420));
    stack_->addWidget(pane_);
    stack_->addWidget(content_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(stack_, 1);
    bottom_ = makeBottom();
    column->addWidget(bottom_);
    setProperty("ground", "window");
    setAttribute(Qt::WA_StyledBackground);

    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, run);
        return shortcut;
    };
    key(Qt::Key_Escape, [this] {
        // Who reads with the camera off has nothing to stop.
        if (run_->isCameraOn() || run_->stage() == Stage::Opening) {
            run_->stop();
        }
    });
    playKey_ = key(Qt::Key_Space, [this] { content_->togglePlay(); });
    nextKey_ = key(Qt::Key_N, [this] { run_->next(); });
    connect(run_, &ReaderRun::changed, this, &ReaderWindow::follow);
    connect(run_, &ReaderRun::itemShown, this, [this](const ReaderItemPtr& item) {
        stack_->setCurrentWidget(content_);
        content_->show(item);
        content_->setFocus();
    });
    connect(content_, &ReaderContent::moved, this,
            [this](std::optional<std::chrono::microseconds> inItem, bool goesOn) {
                run_->setPlace(inItem, goesOn);
                showStatus();
            });
    connect(content_, &ReaderContent::ended, this, [this] { run_->itemEnded(); });
    connect(&look_, &QTimer::timeout, this, &ReaderWindow::showStatus);
    look_.start(looksMs);
    follow();
}

ReaderWindow::~ReaderWindow() {
    // The camera first, before anything that it feeds.
    disconnect(run_, nullptr, this, nullptr);
    delete run_;
}

QWidget* ReaderWindow::makeTop() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    row->setSpacing(2 * grid);
    setRole(status_, "muted");
    status_->setObjectName(QStringLiteral("readerStatus"));
    status_->setWordWrap(true);
    auto* keyRow = new QHBoxLayout(stopKey_);
    keyRow->setContentsMargins(0, 0, 0, 0);
    keyRow->setSpacing(grid);
    keyRow->addWidget(keyCap(tr("Esc"), stopKey_));
    auto* says = new QLabel(tr("turns it off at once"), stopKey_);
    keyRow->addWidget(says);
    stop_->setObjectName(QStringLiteral("stopCamera"));
    stop_->setFocusPolicy(Qt::TabFocus);
    withdraw_->setObjectName(QStringLiteral("withdraw"));
    withdraw_->setProperty("emphasis", "quiet");
    withdraw_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(light_);
    row->addWidget(status_, 1);
    row->addWidget(stopKey_);
    row->addWidget(stop_);
    row->addWidget(withdraw_);
    connect(stop_, &QPushButton::clicked, this, [this] { run_->stop(); });
    // What cannot be undone takes a second click.
    connect(withdraw_, &QPushButton::clicked, this, [this] {
        run_->stop(tr("Delete all that is kept of “%1”, also from earlier days? That cannot be undone.")
                       .arg(run_->reader()));
    });
    return bar;
}

QWidget* ReaderWindow::makeBottom() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    row->setSpacing(grid);
    play_->setObjectName(QStringLiteral("play"));
    play_->setFocusPolicy(Qt::TabFocus);
    next_->setObjectName(QStringLiteral("next"));
    next_->setProperty("emphasis", "primary");
    next_->setFocusPolicy(Qt::TabFocus);
    setRole(place_, "muted");
    row->addWidget(play_);
    playCap_ = keyCap(tr("Space"), bar);
    row->addWidget(playCap_);
    row->addWidget(time_);
    row->addStretch(1);
    row->addWidget(place_);
    row->addSpacing(grid);
    row->addWidget(keyCap(QStringLiteral("N"), bar));
    row->addWidget(next_);
    onScale(play_, [this] { play_->setMinimumWidth(scaled(96)); });
    connect(play_, &QPushButton::clicked, this, [this] { content_->togglePlay(); });
    connect(next_, &QPushButton::clicked, this, [this] { run_->next(); });
    return bar;
}

/// What the run says is what the window shows.
void ReaderWindow::follow() {
    const Stage stage = run_->stage();
    light_->setOn(run_->isCameraOn());
    stopKey_->setVisible(run_->isCameraOn());
    stop_->setVisible(run_->isCameraOn());
    withdraw_->setVisible(stage == Stage::Resting || stage == Stage::Reading);
    bottom_->setVisible(stage == Stage::Reading);
    nextKey_->setEnabled(stage == Stage::Reading);
    if (stage == Stage::Consent) {
        if (!consent_) {
            consent_ = new ConsentPane(this);
            QString problem;
            for (const usecases::ReaderTask& task : run_->tasks()) {
                problem = problem.isEmpty() ? task.problem : problem;
            }
            consent_->setFacts({.reader = run_->reader(),
                                .features = run_->features(),
                                .problem = problem,
                                .items = int(run_->tasks().size()),
                                .isClip = run_->isClip()});
            connect(consent_, &ConsentPane::agreed, run_, &ReaderRun::agree);
            connect(consent_, &ConsentPane::withoutCamera, run_, &ReaderRun::readWithoutCamera);
            connect(consent_, &ConsentPane::left, this, &QWidget::close);
            stack_->addWidget(consent_);
        }
        stack_->setCurrentWidget(consent_);
    } else if (stage == Stage::Reading) {
        const int count = int(run_->tasks().size());
        place_->setText(tr("Item %1 of %2").arg(run_->number() + 1).arg(count));
        next_->setText(run_->number() + 1 == count ? tr("Finish") : tr("Next"));
    } else {
        content_->clear();
        stack_->setCurrentWidget(pane_);
        showPane();
    }
    showStatus();
}

void ReaderWindow::showPane() {
    const auto addClose = [this](const QString& text) {
        pane_->addButton(QStringLiteral("close"), text, Weight::Main, [this] { close(); });
    };
    switch (run_->stage()) {
    case Stage::Checking:
        pane_->say(tr("One moment"), tr("Looking whether reader mode may begin here."));
        break;
    case Stage::Opening:
        pane_->say(tr("One moment"), tr("The camera is being started."));
        break;
    case Stage::Refused:
        pane_->say(tr("Reader mode does not begin"), run_->sentence());
        addClose(tr("Close"));
        break;
    case Stage::Resting:
        showResting();
        break;
    case Stage::Stopped:
        showStopped();
        break;
    case Stage::Withdrawn:
        pane_->say(tr("Your results are deleted"),
                   tr("%n session(s) and everything that was made of them are gone. Thank you all the same.",
                      nullptr, int(run_->forgotten())));
        addClose(tr("Close"));
        break;
    case Stage::Finished:
        showFinished();
        break;
    case Stage::Consent:
    case Stage::Reading:
        break;
    }
}

void ReaderWindow::showResting() {
    pane_->say(tr("Look at this page"),
               tr("Rest your face and breathe for a few seconds. What your face does later is compared with "
                  "how it is now. Then the first item appears by itself."));
    pane_->addButton(QStringLiteral("skipResting"), tr("Skip"), Weight::Plain,
                     [this] { run_->endResting(); });
}

void ReaderWindow::showStopped() {
    pane_->say(tr("The camera is off"),
               run_->sentence().isEmpty()
                   ? tr("What was not finished is thrown away; no picture was kept. Sessions that were "
                        "finished before are still there.")
                   : run_->sentence(),
               keptText());
    pane_->addButton(QStringLiteral("readOn"), tr("Read on without the camera"), Weight::Main,
                     [this] { run_->readWithoutCamera(); });
    addWithdraw();
    pane_->addButton(QStringLiteral("close"), tr("Close"), Weight::Plain, [this] { close(); });
}

void ReaderWindow::showFinished() {
    pane_->say(tr("Thank you"),
               hasKept() ? tr("That was the last item, and the camera is off. This is all that was kept:")
                         : tr("That was the last item, and the camera is off. Nothing was kept."),
               keptText());
    pane_->addButton(QStringLiteral("close"), tr("Close"), Weight::Main, [this] { close(); });
    if (hasKept()) {
        addWithdraw();
    }
}

void ReaderWindow::addWithdraw() {
    pane_->addButton(QStringLiteral("withdrawHere"), tr("Delete my results"), Weight::Plain,
                     [this] { run_->withdraw(); });
}

bool ReaderWindow::hasKept() const {
    return std::any_of(run_->kept().begin(), run_->kept().end(),
                       [](const ReaderRun::Kept& one) { return one.stored.has_value(); });
}

/// A line an item: what a reader may know of themselves.
QString ReaderWindow::keptText() const {
    QStringList lines;
    for (const ReaderRun::Kept& one : run_->kept()) {
        if (!one.stored) {
            lines << tr("“%1”: %2").arg(one.title, one.problem);
        } else if (one.stored->features.isEmpty()) {
            lines << tr("“%1”: none of the movements; match result 0.").arg(one.title);
        } else {
            const int result = one.stored->matchResult;
            lines << tr("“%1”: %2; match result %3.")
                         .arg(one.title, FeatureNames::list(one.stored->features),
                              (result > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(result));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void ReaderWindow::showStatus() {
    const bool isPlaying = content_->isPlaying();
    play_->setVisible(content_->isVideo());
    playCap_->setVisible(content_->isVideo());
    playKey_->setEnabled(content_->isVideo());
    time_->setVisible(content_->isVideo());
    if (content_->isVideo()) {
        play_->setText(isPlaying ? tr("Pause") : tr("Play"));
        time_->setText(
            QStringLiteral("%1 / %2").arg(clockTime(content_->position()), clockTime(content_->duration())));
    }
    QString text;
    if (run_->stage() == Stage::Reading && !run_->sentence().isEmpty()) {
        text = run_->sentence();
    } else if (run_->isCameraOn()) {
        const usecases::FaceWatch::State seen = run_->watched();
        if (run_->stage() == Stage::Reading && content_->isVideo() && !isPlaying) {
            text = tr("The video stands still: nothing is measured.");
        } else if (seen.frames >= framesToSay && !seen.hasFace) {
            text = tr("Your face is not seen: turn to the screen, with light from the front.");
        } else {
            text = tr("Movements of the face are measured; pictures are not kept.");
        }
    } else if (run_->stage() == Stage::Reading) {
        text = tr("Nothing is measured.");
    }
    if (status_->text() != text) {
        status_->setText(text);
    }
}

void ReaderWindow::closeEvent(QCloseEvent* event) {
    run_->stop();
    QWidget::closeEvent(event);
}

} // namespace moderato::widgets
