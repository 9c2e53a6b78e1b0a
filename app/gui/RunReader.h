#pragma once

namespace moderato {

/// Whether these arguments ask for reader mode's window: `reader start …`, without --help.
bool wantsReader(int argc, char** argv);

/// Reader mode in a process of its own, in which nobody is signed in: the workstation's window is not made,
/// and while one is open somewhere (AtWork) the camera is not turned on. → exit status
int runReader(int argc, char** argv);

} // namespace moderato
