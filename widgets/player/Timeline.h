#pragma once

#include "widgets/player/PlayerState.h"
#include "widgets/player/TimelineData.h"
#include "widgets/player/TimelineScale.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QPushButton;

namespace moderato::widgets {

class TimelineLanes;
class TimelinePreview;

/// Where in a video one is and what is where: ruler, filmstrip, shots and cover candidates, waveform, marks,
/// play head. Clicked, dragged (with Shift it snaps to shots) or moved by keys (arrows 1 s, Page 10 s, Home,
/// End); Ctrl+wheel zooms, wheel and dragging the ruler pan. It only asks; the player answers with
/// `setState`. Ruler and seeking work before anything is known of the video. GUI thread.
class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    ~Timeline() override;

    void setState(const PlayerState& state);
    void setFrameTimes(FrameTimesPtr times);
    /// Nothing: not analysed (yet); then `setNotice` says so.
    void setData(TimelineDataPtr data);
    const TimelineDataPtr& data() const { return data_; }
    /// Parts that get a frame with their rank over the filmstrip.
    void setLookedAt(std::vector<LookedAtPart> parts);
    const std::vector<LookedAtPart>& lookedAt() const;
    /// A line in the filmstrip's place while there is none, and the action that gets it (may be nullptr).
    void setNotice(const QString& text, QAction* action = nullptr);
    QString notice() const;
    /// Pictures as they are, while a key is held.
    void setRevealed(bool revealed);
    bool isRevealed() const { return revealed_; }
    void setCompact(bool compact);

    void zoom(double factor); ///< Around the play head; below 1: closer.
    void fit();
    /// To the beginning of the next (+1) or previous (−1) shot.
    void seekShot(int direction);
    const TimelineScale& scale() const { return scale_; }
    /// How often the lanes were painted: not when only the play head moves.
    int lanePaintings() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(double seconds);
    /// An edge of the marked segment was dragged there; the picture has been asked for already.
    void markRequested(bool in, double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Scrub, Pan, In, Out };

    void relay();
    void placeNotice();
    void moveHead(double before, double after);
    void paintSegment(QPainter& painter) const;
    void paintHead(QPainter& painter) const;
    void paintHover(QPainter& painter) const;
    void showPreview();
    void hidePreview();
    Drag edgeAt(QPointF at) const;
    double wished(const QMouseEvent& event) const;
    void showCursor(QPointF at);

    PlayerState state_;
    FrameTimesPtr times_;
    TimelineDataPtr data_;
    TimelineScale scale_;
    std::unique_ptr<TimelineLanes> lanes_;
    TimelinePreview* preview_ = nullptr; ///< Stands over what is above the timeline.
    QWidget* noticeRow_;
    QLabel* notice_;
    QPushButton* noticeButton_;
    QAction* noticeAction_ = nullptr;
    bool revealed_ = false;
    bool compact_ = false;
    double hover_ = -1; ///< Pixels.
    Drag drag_ = Drag::None;
    QPointF pressedAt_;
    double pressedFrom_ = 0; ///< The part's beginning when a pan began.
    bool moved_ = false;
};

} // namespace moderato::widgets
