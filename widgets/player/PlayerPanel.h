#pragma once

#include "widgets/player/PlayerState.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace moderato::widgets {

class ActionTable;
class MpvView;
class SeekBar;

/// A video with its transport: seek bar, play, frame steps, time and frame, speed, loop, sound. Its keys are
/// actions of the page it stands on. GUI thread; a file that cannot be played is a sentence in the picture's
/// place.
class PlayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit PlayerPanel(QWidget* parent = nullptr);

    /// Adds "<page>.play", "<page>.frameBack", … to the table; `page` is the widget whose being visible makes
    /// the keys live.
    void addActions(ActionTable& actions, const QString& pageId, QWidget* page);

    /// Shows a file as the person's settings for care say: without sound, standing.
    void open(const QString& path);
    void preload(const QString& path);
    void close();
    void pause();

    MpvView& view() { return *view_; }
    const PlayerState& state() const;

Q_SIGNALS:
    void stateChanged();
    void pictureShown(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void togglePlay();
    void seekBy(double seconds);
    void changeSpeed(int direction);
    void showState(const PlayerState& state);
    void bind(QToolButton* button, ActionTable& actions, const QString& id);
    QToolButton* makeButton(const QString& iconName, const QString& text);

    MpvView* view_;
    SeekBar* seekBar_;
    QToolButton* play_;
    QToolButton* frameBack_;
    QToolButton* frameForward_;
    QLabel* time_;
    QComboBox* speed_;
    QToolButton* loop_;
    QToolButton* mute_;
    QSlider* volume_;
    ActionTable* actions_ = nullptr;
    bool wasOpen_ = false;
};

} // namespace moderato::widgets
