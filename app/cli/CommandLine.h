#pragma once

#include "app/cli/Command.h"
#include "core/base/Result.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>
#include <optional>

namespace moderato::cli {

/// What was typed, understood: the command, its options and arguments. Options may stand before or after the
/// command's name.
struct CommandLine {
    const Command* command = nullptr;
    std::shared_ptr<QCommandLineParser> options;
    QStringList arguments; ///< Positional ones, without the command's name.
    QString library;       ///< Absolute.
    bool json = false;
    bool help = false;

    bool writes() const { return command->writes(*options, arguments); }
    bool needsLibrary() const { return command->needsLibrary(*options, arguments); }
};

/// `typed` are the words after the program's name; relative paths are taken from `folder`.
Result<CommandLine> parseCommandLine(const QStringList& typed, const QString& folder);

/// The first word that is no option of the program: the command's name; nothing where there is none.
std::optional<QString> commandNameIn(const QStringList& typed);

QString helpOf(const Command& command, const QCommandLineParser& parser);
QString helpOfProgram();

} // namespace moderato::cli
