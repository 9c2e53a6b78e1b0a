#pragma once

#include <QSize>
#include <QString>

#include <QtGlobal>

namespace moderato::widgets {

/// What the player is doing, as a plain value. Times in seconds from the file's start; `position` is mpv's
/// exact `time-pos`.
struct PlayerState {
    QString path; ///< Empty: nothing is open.
    double position = 0;
    double duration = 0;
    qint64 frame =
        0; ///< Counted from 0, by the time and the container's pictures a second; what an export names too.
    qint64 frames = 0; ///< In all, 0: not known.
    double fps = 0;    ///< Of the container.
    QSize size;        ///< As shown, after the pixel's shape and rotation.
    bool paused = true;
    bool ended = false; ///< The last frame stands still.
    bool muted = false;
    bool loop = false;
    bool hasSound = false;
    bool hasPicture = false;
    double speed = 1;
    double volume = 100; ///< 0…100
    QString problem;     ///< Why it cannot be shown, for people; empty: nothing is wrong.

    bool isOpen() const { return !path.isEmpty(); }
    bool operator==(const PlayerState&) const = default;
};

} // namespace moderato::widgets
