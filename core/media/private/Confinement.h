#pragma once

namespace moderato::media {

/// Takes from this process what decoding never needs, as far as the system allows: new rights, core files, writing files (limit and
/// Landlock), starting programs, the network (an own empty namespace), unbounded memory. Call it before any thread starts.
void confineThisProcess();

} // namespace moderato::media
