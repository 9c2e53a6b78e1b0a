#pragma once

#include "core/base/Result.h"

#include <QCommandLineParser>

namespace moderato::cli {

/// The option `--limit N` of commands that list.
void declareLimit(QCommandLineParser& parser, int preset = 100);
Result<int> limitOf(const QCommandLineParser& options);

} // namespace moderato::cli
