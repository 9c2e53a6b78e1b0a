// What a person can do with a video, as actions of the page that shows it.
#include "widgets/common/Actions.h"
#include "widgets/player/MpvView.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/player/Timeline.h"

#include <QToolButton>

namespace moderato::widgets {
namespace {

constexpr double zoomStep = 1.5;

} // namespace

QString PlayerPanel::addAction(ActionTable& actions, const QString& pageId, QWidget* page, const char* name,
                               const QString& text, QList<QKeySequence> keys, const char* iconName,
                               bool repeat, std::function<void()> run) {
    const ActionSpec spec{.id = pageId + QLatin1Char('.') + QLatin1String(name),
                          .text = text,
                          .keys = std::move(keys),
                          .icon = QLatin1String(iconName),
                          .group = tr("Video"),
                          .scope = pageId,
                          .hint = {},
                          .autoRepeat = repeat};
    actions.add(spec, page, std::move(run),
                [this] { return state().isOpen() && state().problem.isEmpty() && isVisibleTo(window()); });
    return spec.id;
}

void PlayerPanel::addActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    actions_ = &actions;
    const auto add = [&](const char* name, const QString& text, QList<QKeySequence> keys,
                         const char* iconName, bool repeat, std::function<void()> run) {
        return addAction(actions, pageId, page, name, text, std::move(keys), iconName, repeat,
                         std::move(run));
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
    add("slower", tr("Slower"), {Qt::Key_BracketLeft, QKeySequence(Qt::SHIFT | Qt::Key_J)}, "minus", true,
        [this] { changeSpeed(-1); });
    add("faster", tr("Faster"), {Qt::Key_BracketRight, QKeySequence(Qt::SHIFT | Qt::Key_L)}, "plus", true,
        [this] { changeSpeed(1); });
    bind(mute_, actions, add("mute", tr("Sound on or off"), {Qt::Key_M}, "volume-2", false, [this] {
             view_->setMuted(!state().muted);
         }));
    bind(subtitles_, actions,
         add("subtitles", tr("Next subtitles, or none"), {Qt::Key_U}, "message-square", false,
             [this] { nextSubtitle(); }));
    addMarkActions(actions, pageId, page);
    addTimelineActions(actions, pageId, page);
}

void PlayerPanel::addMarkActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    const auto add = [&](const char* name, const QString& text, QKeySequence key, const char* iconName,
                         std::function<void()> run) {
        return addAction(actions, pageId, page, name, text, {std::move(key)}, iconName, false,
                         std::move(run));
    };
    add("markIn", tr("Mark the beginning"), Qt::Key_I, "flag", [this] { view_->setMark(MpvView::Mark::In); });
    add("markOut", tr("Mark the end"), Qt::Key_O, "flag", [this] { view_->setMark(MpvView::Mark::Out); });
    add("toMarkIn", tr("To the marked beginning"), Qt::SHIFT | Qt::Key_I, "arrow-left",
        [this] { view_->seekToMark(MpvView::Mark::In); });
    add("toMarkOut", tr("To the marked end"), Qt::SHIFT | Qt::Key_O, "arrow-right",
        [this] { view_->seekToMark(MpvView::Mark::Out); });
    add("clearMarks", tr("Take the marks away"), Qt::SHIFT | Qt::Key_R, "x", [this] { view_->clearMarks(); });
    bind(loop_, actions, add("loop", tr("Repeat the segment, or all"), Qt::Key_R, "repeat", [this] {
             view_->setLoop(!state().loop);
         }));
}

void PlayerPanel::addTimelineActions(ActionTable& actions, const QString& pageId, QWidget* page) {
    const auto add = [&](const char* name, const QString& text, QList<QKeySequence> keys,
                         const char* iconName, bool repeat, std::function<void()> run) {
        return addAction(actions, pageId, page, name, text, std::move(keys), iconName, repeat,
                         std::move(run));
    };
    add("shotBack", tr("Shot before"), {Qt::SHIFT | Qt::Key_Left}, "chevron-left", true,
        [this] { timeline_->seekShot(-1); });
    add("shotForward", tr("Next shot"), {Qt::SHIFT | Qt::Key_Right}, "chevron-right", true,
        [this] { timeline_->seekShot(1); });
    bind(zoomIn_, actions,
         add("zoomIn", tr("Timeline closer"), {Qt::Key_Plus, Qt::Key_Equal}, "zoom-in", true,
             [this] { timeline_->zoom(1 / zoomStep); }));
    bind(zoomOut_, actions, add("zoomOut", tr("Timeline wider"), {Qt::Key_Minus}, "zoom-out", true, [this] {
             timeline_->zoom(zoomStep);
         }));
    add("zoomFit", tr("All of the timeline"), {Qt::Key_0}, "maximize", false, [this] { timeline_->fit(); });
    bind(sheetButton_, actions,
         add("contactSheet", tr("Contact sheet"), {Qt::Key_T}, "grid-3x3", false, [this] { toggleSheet(); }));
}

} // namespace moderato::widgets
