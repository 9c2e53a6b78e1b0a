#pragma once

namespace moderato::media {

/// Takes from this process what decoding does not need: other open files, the network (where the system
/// allows), writing files, new rights, core dumps and more than 2 GiB of memory beside its own. Call it
/// before any thread is started.
void shutIn();

} // namespace moderato::media
