#pragma once

#include <QtGlobal>

namespace moderato::widgets {

/// Which part of a video a timeline shows, and where: seconds from the first frame to pixels and back. The
/// part shown is never longer than the video nor shorter than a few frames, and never leaves it.
class TimelineScale {
public:
    void setDuration(double seconds); ///< Shows all of it.
    void setWidth(double pixels);

    double duration() const { return duration_; }
    double from() const { return from_; }
    double to() const { return from_ + length_; }
    double length() const { return length_; }
    bool isFit() const { return length_ >= duration_; }

    double x(double seconds) const;
    double seconds(double x) const; ///< Within the video.
    double pixelsPerSecond() const { return length_ > 0 ? width_ / length_ : 0; }

    /// Shows a part `factor` times as long (below 1: closer); what is at `anchor` seconds stays where it is.
    void zoom(double factor, double anchor);
    void fit();
    void pan(double seconds);
    /// Moves on by a page where `seconds` is not in sight. → whether it moved
    bool follow(double seconds);

    /// Seconds between two labels of a ruler, so that they stand at least `pixels` apart: 0.1, 0.5, 1, 5, …
    double tickStep(double pixels) const;

private:
    void clamp();

    double duration_ = 0;
    double from_ = 0;
    double length_ = 0;
    double width_ = 1;
};

} // namespace moderato::widgets
