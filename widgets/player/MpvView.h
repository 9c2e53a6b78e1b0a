#pragma once

#include "widgets/player/PlayerState.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace moderato::widgets {

class MpvSurface;

/// Shows one video, frame-exactly, through libmpv; holds the next one ready beside it. Where there is no
/// OpenGL (or a file is damaged) it shows a sentence instead of a picture and `state().problem` says it. GUI
/// thread.
class MpvView : public QWidget {
    Q_OBJECT
public:
    explicit MpvView(QWidget* parent = nullptr);
    ~MpvView() override;

    /// Shows the file; at once if it is the one that was preloaded.
    void open(const QString& path, bool paused, bool muted);
    /// Opens the file out of sight, standing on its first frame.
    void preload(const QString& path);
    void close();

    void setPaused(bool paused);
    void setMuted(bool muted);
    void setLoop(bool loop);
    void setSpeed(double speed);   ///< 0.25…4
    void setVolume(double volume); ///< 0…100
    void seek(double seconds);     ///< Exact.
    void stepFrame(int direction); ///< −1 or +1

    const PlayerState& state() const;
    /// Whether a video can be painted here at all.
    bool hasOpenGl() const { return surface_ != nullptr; }
    /// Whether the open video's first frame has been painted.
    bool isPictureShown() const { return painted_; }

    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

Q_SIGNALS:
    void stateChanged();
    /// The first frame of what was opened is on the screen.
    void pictureShown(const QString& path);

private:
    void onChanged();
    void openWaiting();

    struct Wanted {
        QString path;
        bool paused = true;
        bool muted = true;
    };
    MpvSurface* surface_ = nullptr;
    QStackedLayout* stack_;
    QLabel* sentence_;
    PlayerState none_;
    Wanted wanted_;
    QString wantedNext_;
    bool painted_ = false;
};

} // namespace moderato::widgets
