#pragma once

#include "widgets/player/PlayerServices.h"
#include "widgets/player/PlayerState.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

class QLabel;
class QStackedLayout;

namespace moderato::widgets {

class MpvSurface;

/// Shows one video, frame-exactly, through libmpv; holds the next one ready beside it. A seek shows the key
/// frame before its target at once and the exact frame right after; a step shows the frame from memory where
/// it is there. Of a file that is damaged it shows a sentence instead of a picture and `state().problem` says
/// it. GUI thread.
class MpvView : public QWidget {
    Q_OBJECT
public:
    explicit MpvView(QWidget* parent = nullptr);
    ~MpvView() override;

    /// The confined decoder's part; before the first file.
    void setServices(PlayerServices services);

    /// Shows the file with `care` from its first pixel and sample on; at once if it is the one that was
    /// preloaded.
    void open(const QString& path, bool paused, bool muted, const CareEffect& care = {});
    /// Opens the file out of sight, standing on its first frame, without sound.
    void preload(const QString& path, const CareEffect& care = {});
    void close();
    /// Of the file that is open.
    void setCare(const CareEffect& care);
    /// Lifts what care does to the picture, while a key is held. Another file is never revealed by it.
    void setRevealed(bool revealed);

    void setPaused(bool paused);
    void setMuted(bool muted);
    void setLoop(bool loop);
    void setSpeed(double speed);   ///< 0.25…4
    void setVolume(double volume); ///< 0…100
    /// Exact, in seconds from the first frame: the frame on the screen at that time. While a handle is
    /// dragged the latest wish wins.
    void seek(double seconds);
    void seekToFrame(qint64 frame); ///< Nothing happens while the frame table is not known.
    void stepFrame(int direction);  ///< −1 or +1

    enum class Mark { In, Out };
    /// Marks the frame on the screen; a mark that would stand on the wrong side of the other takes that away.
    void setMark(Mark mark);
    void clearMarks();
    void seekToMark(Mark mark);
    void setSubtitle(int track); ///< 0: off; see PlayerState::subtitles.

    /// Pictures of the open file that are in memory anyhow (a filmstrip), by seconds from the first frame,
    /// rising: shown at once while one seeks. Gone with the next file.
    void setPreviews(std::vector<std::pair<double, QImage>> previews);

    const PlayerState& state() const;
    /// Of the open file; nullptr: not known (yet).
    FrameTimesPtr frameTimes() const;
    /// Whether the open video's first frame has been painted.
    bool isPictureShown() const { return painted_; }
    /// What is on the screen now, as it is shown there (with care).
    QImage grabPicture();

    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

Q_SIGNALS:
    void stateChanged();
    /// The first frame of what was opened is on the screen.
    void pictureShown(const QString& path);
    /// Something was painted: the picture of `state().pts`.
    void framePainted();

private:
    void onChanged();
    void openWaiting();

    struct Wanted {
        QString path;
        bool paused = true;
        bool muted = true;
        CareEffect care;
    };
    std::unique_ptr<MpvSurface> surface_;
    QStackedLayout* stack_;
    QLabel* sentence_;
    PlayerState none_;
    Wanted wanted_;
    QString wantedNext_;
    CareEffect wantedNextCare_;
    bool painted_ = false;
};

} // namespace moderato::widgets
