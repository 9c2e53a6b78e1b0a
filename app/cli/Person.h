#pragma once

#include <QCommandLineParser>

namespace moderato::cli {

/// The option `--person NAME` of commands that record who did it.
void declarePerson(QCommandLineParser& parser);
/// As given, else the log-in name.
QString personOf(const QCommandLineParser& options);

} // namespace moderato::cli
