#pragma once

// Private to widgets/player: mpv's types go no further than this folder's sources.
#include <mpv/client.h>
#include <mpv/render_gl.h>

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <atomic>
#include <optional>
#include <utility>
#include <vector>

namespace moderato::widgets {

/// What mpv says of its file. Times are the container's clock, in seconds.
struct MpvReport {
    double time = 0; ///< Of the picture, once no seek is under way; until then where it goes.
    bool hasTime = false;
    double fileStart = 0; ///< Of whatever stream begins first.
    double duration = 0;  ///< From there.
    double fps = 0;
    QSize size; ///< With square pixels, upright.
    bool paused = true;
    bool ended = false;
    bool muted = false;
    bool hasSound = false;
    bool hasPicture = false;
    bool seekable = true;
    QString format; ///< libavformat's name of the container.
    double speed = 1;
    double volume = 100;
    QStringList subtitles;
    QString problem;
};

/// Where a seek goes and where the demuxer begins for it.
struct SeekOrder {
    double time = 0;     ///< mpv shows the first frame at or after 5 ms before it.
    double leadIn = 0.2; ///< Seconds before `time` from which the demuxer looks for a key frame, backwards.
};

/// One mpv with its render context: a file at most, decoded in software (see MpvOptions.h for what it may not
/// do). Lives on the GUI thread; mpv's own threads only queue calls to it. A file that cannot be played is a
/// sentence in `report().problem`, never a crash.
class MpvCore : public QObject {
    Q_OBJECT
public:
    explicit MpvCore(QObject* parent = nullptr);
    ~MpvCore() override;

    const MpvReport& report() const { return report_; }

    enum class Renderer { OpenGl, Memory };
    /// Without a render context nothing can be opened. For OpenGL all calls up to `reportSwap` are made with
    /// the context current.
    void openRender(Renderer renderer);
    void closeRender();
    /// Draws the current frame into a framebuffer.
    void render(int framebuffer, QSize pixels, bool flip);
    /// Draws the current frame into a picture of Format_RGB32, letterboxed.
    void render(QImage& into);
    /// Takes the frame that waits without drawing it, as mpv goes on only then.
    void takeFrame();
    void reportSwap();
    /// Whether the first frame of the file has been decoded.
    bool hasFrame() const { return hasFrame_; }
    /// Whether the latest seek (or the opening) has not brought its picture yet.
    bool isLoading() const { return loading_; }
    bool isSeeking() const { return seek_ != Seek::None || loading_; }

    void open(const QString& path, bool paused, bool muted);
    void stop();
    void setPaused(bool paused);
    void setMuted(bool muted);
    void setSpeed(double speed);
    void setVolume(double volume);
    void setSubtitle(int track);
    /// The whole file over and over.
    void setLoopFile(bool loop);
    /// From `from` to before `to` over and over; nothing: no more.
    void setLoopSegment(std::optional<std::pair<SeekOrder, double>> fromTo);

    /// Takes the place of every seek before it.
    void seek(const SeekOrder& order);
    /// Ends an exact seek that is under way, which would go on decoding: mpv goes to the key frame at or before
    /// `time` instead.
    void divertSeek(double time);
    void stepForward(); ///< From where mpv stands still; it arrives as a seek does.
    void stepBack();    ///< By mpv's own count; slow.

Q_SIGNALS:
    void changed();
    void frameReady();
    /// The frame that the latest seek or step asked for is the one that `render` draws, and mpv says of which
    /// time it is (−1e9: it does not).
    void arrived(double time);

private:
    enum class Seek { None, Sent, Taken, Running, Stepping };

    void setFlag(const char* name, bool value);
    void setNumber(const char* name, double value);
    void setText(const char* name, const char* value);
    void command(std::initializer_list<const char*> words, quint64 tag = 0);
    void forget();
    void observe();
    void readTracks();
    void drainEvents();
    void onEvent(const mpv_event& event);
    void onReply(const mpv_event& event);
    void onTime(const mpv_event& event);
    void onProperty(const mpv_event_property& property);
    void onNumber(QByteArrayView name, double value);
    void onFlag(QByteArrayView name, bool value);
    void onEndFile(const mpv_event_end_file& end);
    void onFrame();
    void askTime();
    void noteStep();
    void draw(mpv_render_param* params);
    bool isFreshFrameWaiting() const;

    mpv_handle* mpv_ = nullptr;
    mpv_render_context* render_ = nullptr;
    QString path_;
    MpvReport report_;
    QSize displaySize_; ///< Before rotation.
    int rotation_ = 0;  ///< Degrees.
    std::vector<int64_t> subtitleIds_;
    std::atomic<bool> wakeupQueued_ = false;
    std::atomic<bool> updateQueued_ = false;
    Seek seek_ = Seek::None;
    quint64 seekTag_ = 0;
    bool hasFrame_ = false;
    bool frameWaiting_ = false;
    bool stepping_ = false;     ///< mpv lets go of the pause for one frame: nobody is told.
    bool stepHasFrame_ = false; ///< The frame of the step that is under way is there.
    bool loading_ = false;
    bool dirty_ = false;
    quint64 generation_ = 1; ///< Of the file that was opened last; what mpv says of earlier ones is ignored.
    bool accepted_ = false;  ///< mpv has taken the latest file…
    bool started_ = false;   ///< …and begun with it.
};

} // namespace moderato::widgets
