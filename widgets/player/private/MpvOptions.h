#pragma once

// Private to widgets/player.
#include <mpv/client.h>

namespace moderato::widgets {

/// What every mpv of this program is told before it starts: strangers' files are read by one demuxer, without
/// configuration, scripts, network, playlists or other files, and every frame keeps the container's own time.
void setMpvOptions(mpv_handle* mpv);

} // namespace moderato::widgets
