#pragma once

#include "widgets/player/PlayerServices.h"

namespace moderato {

namespace media {
class DecoderProcess;
}

/// What the player asks of the confined decoder; it must outlive the player.
widgets::PlayerServices playerServices(media::DecoderProcess& decoder);

} // namespace moderato
