#pragma once

// Private to widgets/player: mpv's types go no further than this folder's sources.
#include "widgets/player/PlayerState.h"

#include <mpv/client.h>
#include <mpv/render_gl.h>

#include <QObject>

#include <atomic>
#include <optional>

namespace moderato::widgets {

/// One mpv with its render context: a file at most, decoded in software, without configuration, scripts,
/// network or playlists. Lives on the GUI thread; mpv's own threads only queue calls to it. A file that
/// cannot be played is a sentence in `state().problem`, never a crash.
class MpvCore : public QObject {
    Q_OBJECT
public:
    explicit MpvCore(QObject* parent = nullptr);
    ~MpvCore() override;

    bool isValid() const { return mpv_ != nullptr; }
    const PlayerState& state() const { return state_; }

    /// Call with the GL context current; `closeRender` too. Without a render context nothing can be opened.
    bool openRender();
    void closeRender();
    /// Draws the current frame into a framebuffer; context current.
    void render(int framebuffer, QSize pixels, bool flip);
    void reportSwap();
    /// Whether the first frame of the file has been decoded.
    bool hasFrame() const { return hasFrame_; }

    void open(const QString& path, bool paused, bool muted);
    void stop();
    void setPaused(bool paused);
    void setMuted(bool muted);
    void setLoop(bool loop);
    void setSpeed(double speed);
    void setVolume(double volume);
    /// Exact; while a seek runs only the latest wish is kept.
    void seek(double seconds);
    void stepFrame(int direction);

Q_SIGNALS:
    void changed();
    void frameReady();

private:
    void setOption(const char* name, const char* value);
    void setFlag(const char* name, bool value);
    void setNumber(const char* name, double value);
    void command(std::initializer_list<const char*> words, quint64 tag = 0);
    void forget();
    void observe();
    void drainEvents();
    void onProperty(const mpv_event_property& property);
    void onEndFile(const mpv_event_end_file& end);
    void flushSeek();

    mpv_handle* mpv_ = nullptr;
    mpv_render_context* render_ = nullptr;
    PlayerState state_;
    std::atomic<bool> wakeupQueued_ = false;
    std::atomic<bool> updateQueued_ = false;
    std::optional<double> wantedSeek_;
    int wantedSteps_ = 0;
    bool seeking_ = false;
    bool hasFrame_ = false;
    bool loading_ = false;
    quint64 generation_ = 0; ///< Of the file that was opened last; what mpv says of earlier ones is ignored.
    bool accepted_ = false;  ///< mpv has taken the latest file…
    bool started_ = false;   ///< …and begun with it.
};

} // namespace moderato::widgets
