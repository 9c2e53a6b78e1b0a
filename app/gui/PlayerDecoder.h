#pragma once

#include "widgets/player/PlayerServices.h"

namespace moderato {

namespace media {
class DecoderProcess;
}

/// What the player asks of the confined decoder: key frames of `decoder`, which must outlive the player,
/// frame tables and runs of processes of their own, those of the decoder beside `program`.
widgets::PlayerServices playerServices(media::DecoderProcess& decoder, const QString& program);

} // namespace moderato
