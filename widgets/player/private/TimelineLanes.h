#pragma once

#include "widgets/player/TimelineData.h"
#include "widgets/player/TimelineScale.h"

#include <QHash>
#include <QPalette>
#include <QPixmap>
#include <QRect>

class QPainter;

namespace moderato::widgets {

/// Heights of a timeline's lanes, from the top down, in pixels.
struct TimelineLayout {
    int ruler = 0;
    int film = 0;
    int marks = 0; ///< Shots and covers.
    int sound = 0;

    int height() const { return ruler + film + marks + sound; }
    int filmTop() const { return ruler; }
    int marksTop() const { return ruler + film; }
    int soundTop() const { return ruler + film + marks; }
    static TimelineLayout normal();
    static TimelineLayout compact(); ///< Where the window is low.
};

/// Paints what stands still while a video plays: ruler, filmstrip, shots, covers, waveform. What it painted
/// is kept as a picture until the part shown, the size, the data or the colours change.
class TimelineLanes {
public:
    struct Look {
        TimelineLayout layout;
        int width = 0;
        QPalette palette;
        double pixelRatio = 1;
    };

    void setData(TimelineDataPtr data);
    /// → whether that changes anything
    bool setLookedAt(std::vector<LookedAtPart> parts);
    const std::vector<LookedAtPart>& lookedAt() const { return parts_; }
    void setRevealed(bool revealed);
    void setLook(const Look& look);
    /// Something that shows has changed outside: paint anew.
    void invalidate() { picture_ = QPixmap(); }

    /// Paints where it must. `scale` has the look's width.
    const QPixmap& picture(const TimelineScale& scale);
    /// How often it had to paint.
    int paintings() const { return paintings_; }

private:
    void paintRuler(QPainter& painter, const TimelineScale& scale) const;
    void paintFilm(QPainter& painter, const TimelineScale& scale);
    void paintLookedAtParts(QPainter& painter, const TimelineScale& scale) const;
    void paintMarks(QPainter& painter, const TimelineScale& scale) const;
    void paintSound(QPainter& painter, const TimelineScale& scale) const;
    void paintWave(QPainter& painter, const TimelineScale& scale) const;
    const QPixmap& tile(const TimelinePicture& picture);

    TimelineDataPtr data_;
    std::vector<LookedAtPart> parts_;
    bool revealed_ = false;
    Look look_;
    QPixmap picture_;
    double from_ = -1, length_ = -1;               ///< What `picture_` shows.
    QHash<const TimelinePicture*, QPixmap> tiles_; ///< In the lane's height.
    int paintings_ = 0;
};

} // namespace moderato::widgets
