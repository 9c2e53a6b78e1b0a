#pragma once

#include "app/cli/Command.h"
#include "core/usecases/TrainRun.h"

namespace moderato::cli {

/// `--from TIME --before TIME`: of when content was published.
void declarePeriod(QCommandLineParser& parser);
Result<usecases::PublishingPeriod> periodFrom(const Invocation& call);

} // namespace moderato::cli
