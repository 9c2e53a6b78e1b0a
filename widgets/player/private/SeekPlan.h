#pragma once

// Private to widgets/player.
#include "widgets/player/FrameTimes.h"
#include "widgets/player/private/MpvCore.h"

namespace moderato::widgets {

/// mpv's exact seek shows the first frame that is not more than 5 ms before the time it is given.
constexpr double seekTolerance = 0.005;

/// How mpv is told to show exactly frame `number`. `attempt` counts from 0; each one begins further back, for
/// containers whose index is coarse (MPEG-TS).
SeekOrder seekOrder(const FrameTimes& times, qint64 number, int attempt = 0);

} // namespace moderato::widgets
