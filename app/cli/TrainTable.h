#pragma once

#include "app/cli/Command.h"
#include "core/usecases/TrainRun.h"

namespace moderato::cli {

/// `train quality --table …`: the task networks on any table, the part of the command `train` that needs no
/// content. Declares its options.
void declareTable(QCommandLineParser& parser);
bool namesTable(const Invocation& call);
Status trainOnTable(Invocation& call);

/// A line on standard error.
void sayRound(const CommandOutput& output, const usecases::TrainRound& round);

} // namespace moderato::cli
