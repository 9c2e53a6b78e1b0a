#pragma once

#include "widgets/player/PlayerServices.h"
#include "widgets/player/PlayerState.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>

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

    /// The confined decoder's part; before the first file.
    void setServices(PlayerServices services);

    /// Shows a file as the person's settings say (without sound, standing), with `care` from the first pixel
    /// on.
    void open(const QString& path, const CareEffect& care = {});
    void preload(const QString& path, const CareEffect& care = {});
    /// While a key is held: what care does to the picture is lifted.
    void setRevealed(bool revealed);
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
    void addMarkActions(ActionTable& actions, const QString& pageId, QWidget* page);
    QString addAction(ActionTable& actions, const QString& pageId, QWidget* page, const char* name,
                      const QString& text, const QList<QKeySequence>& keys, const char* iconName, bool repeat,
                      std::function<void()> run);
    void togglePlay();
    void nextSubtitle();
    void showTime(const PlayerState& state, bool usable);
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
