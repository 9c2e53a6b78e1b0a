#pragma once

#include "app/cli/CommandLine.h"

namespace moderato::cli {

/// Exit statuses of the program.
enum ExitStatus { Done = 0, Failed = 1, Misused = 2, Interrupted = 130 };

/// What this process was asked for: parses, opens the library (or hands the command to the process that has
/// it open for writing), runs, and prints. Needs a QCoreApplication. → exit status
int runCommandLine(const QStringList& typed);

/// Runs a parsed command on an open library and says on `output` what went wrong. → exit status
int runOn(Workspace& workspace, const CommandLine& line, const QString& folder, CommandOutput& output,
          const JobContext& context);

} // namespace moderato::cli
