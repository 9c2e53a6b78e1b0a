#pragma once

#include "widgets/player/PlayerServices.h"
#include "widgets/player/PlayerState.h"
#include "widgets/player/TimelineData.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace moderato::widgets {

class ActionTable;
class ContactSheet;
class MpvView;
class Timeline;

/// A video with its timeline and transport: play, frame steps, time and frame, speed, marks, loop, sound, and
/// the contact sheet over it. Its keys are actions of the page it stands on. GUI thread; a file that cannot
/// be played is a sentence in the picture's place.
class PlayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit PlayerPanel(QWidget* parent = nullptr);

    /// Adds "<page>.play", "<page>.frameBack", … to the table; `page` is the widget whose being visible makes
    /// the keys live.
    void addActions(ActionTable& actions, const QString& pageId, QWidget* page);

    void setServices(PlayerServices services);

    /// Shows a file as care asks, from its first pixel and sample on.
    void open(const QString& path, const CareEffect& care = {});
    void preload(const QString& path, const CareEffect& care = {});
    /// Of the file that is open.
    void setCare(const CareEffect& care);
    /// Lifts what care does to pictures while a key is held: of the video, its timeline and contact sheet.
    void setRevealed(bool revealed);
    /// What is known of the open file; nothing: not analysed, `notice` says why and `action` gets it.
    void setTimeline(TimelineDataPtr data, const QString& notice = {}, QAction* action = nullptr);
    void close();
    void pause();

    MpvView& view() { return *view_; }
    Timeline& timeline() { return *timeline_; }
    ContactSheet& contactSheet() { return *sheet_; }
    const PlayerState& state() const;

Q_SIGNALS:
    void stateChanged();
    void pictureShown(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void addMarkActions(ActionTable& actions, const QString& pageId, QWidget* page);
    void addTimelineActions(ActionTable& actions, const QString& pageId, QWidget* page);
    QString addAction(ActionTable& actions, const QString& pageId, QWidget* page, const char* name,
                      const QString& text, QList<QKeySequence> keys, const char* iconName, bool repeat,
                      std::function<void()> run);
    void toggleSheet();
    void placeSheet();
    void nextSubtitle();
    void markWhenThere();
    void showSheetState();
    void togglePlay();
    void seekBy(double seconds);
    void changeSpeed(int direction);
    void showState(const PlayerState& state);
    void bind(QToolButton* button, ActionTable& actions, const QString& id);
    QToolButton* makeButton(const QString& iconName, const QString& text);

    MpvView* view_;
    Timeline* timeline_;
    ContactSheet* sheet_;
    QToolButton* play_;
    QToolButton* frameBack_;
    QToolButton* frameForward_;
    QLabel* time_;
    QComboBox* speed_;
    QToolButton* sheetButton_;
    QToolButton* subtitles_;
    QToolButton* zoomOut_;
    QToolButton* zoomIn_;
    QToolButton* loop_;
    QToolButton* mute_;
    QSlider* volume_;
    ActionTable* actions_ = nullptr;
    bool wasOpen_ = false;
    /// An edge of the segment that was dragged: marked when the player stands there.
    struct WantedMark {
        bool in = false;
        double seconds = 0;
    };
    std::optional<WantedMark> wantedMark_;
};

} // namespace moderato::widgets
