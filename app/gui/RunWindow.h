#pragma once

namespace moderato {

/// The program with windows: reads `--library PATH` and the hidden options of installers and CI, opens the
/// library, shows the window. → exit status
int runWindow(int argc, char** argv);

} // namespace moderato
