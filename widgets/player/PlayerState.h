#pragma once

#include "widgets/common/CareEffect.h"
#include "widgets/player/FrameTimes.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace moderato::widgets {

/// A frame that a person marked.
struct FrameMark {
    double seconds = 0; ///< From the first frame.
    qint64 pts = 0;     ///< In the state's time base; only with a frame number.
    qint64 frame = -1;  ///< −1: the frame table was not there yet.

    bool operator==(const FrameMark&) const = default;
};

/// What the player is doing, as a plain value. `position`, `pts` and `frame` are those of the picture on the
/// screen, also while it is a key frame that stands in for the one that is sought.
struct PlayerState {
    QString path;        ///< Empty: nothing is open.
    double position = 0; ///< Seconds from the first frame.
    double target = 0;   ///< Where a seek goes, for handles; else as `position`.
    double duration = 0; ///< Seconds from the first frame to the end.
    double start = 0;    ///< The container's clock at the first frame, seconds; may be below 0.
    qint64 pts = 0;      ///< Presentation time stamp in `timeBase`; holds where `frame` is known.
    TimeBase timeBase;
    qint64 frame = -1; ///< Place of `pts` in order of showing, counted from 0; −1: not known (yet).
    qint64 frames = 0; ///< In all; 0: not known (yet).
    double fps = 0;    ///< Of the container; for people, never to count with.
    QSize size;        ///< As shown, after the pixel's shape and rotation.
    bool exact = true; ///< False while another picture stands in for the one that is sought.
    bool paused = true;
    bool ended = false; ///< The last frame stands still.
    bool muted = false;
    bool loop = false;                        ///< Of the marked segment where there is one, else of the file.
    std::optional<FrameMark> markIn, markOut; ///< In before out, or nothing.
    QStringList subtitles;                    ///< Names of the file's own tracks.
    int subtitle = 0;                         ///< 0: off, else place in `subtitles` counted from 1.
    bool hasSound = false;
    bool hasPicture = false;
    double speed = 1;
    double volume = 100; ///< 0…100
    CareEffect care;
    bool revealed = false; ///< The picture is shown in spite of `care`, while a key is held.
    QString problem;       ///< Why it cannot be shown, for people; empty: nothing is wrong.

    bool isOpen() const { return !path.isEmpty(); }
    bool operator==(const PlayerState&) const = default;
};

} // namespace moderato::widgets
