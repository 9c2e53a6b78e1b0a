#pragma once

#include "app/Workspace.h"
#include "app/cli/CommandOutput.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStringList>

#include <memory>
#include <vector>

namespace moderato::cli {

/// What was asked for. `arguments` are those after the command's name; paths are relative to `folder`, which
/// is the folder of whoever asked (a command may run in another process than the one it was typed into).
struct Call {
    CommandOutput& output;
    const QCommandLineParser& options;
    QStringList arguments;
    QDir folder;
    JobContext context;

    QString path(const QString& given) const { return QDir::cleanPath(folder.absoluteFilePath(given)); }
};

/// The same on an open library.
struct Invocation : Call {
    Workspace& workspace;
};

/// One command of the program. Immutable, so that several threads may run it at once; fails with the sentence
/// that a person reads.
class Command {
public:
    virtual ~Command() = default;

    virtual QString name() const = 0;
    /// One line for the list of commands.
    virtual QString summary() const = 0;
    /// Declares positional arguments and options; `--library`, `--json` and `--help` are there already.
    virtual void declare(QCommandLineParser& parser) const = 0;
    /// How many positional arguments it wants.
    virtual int minimumArguments() const { return 0; }
    virtual int maximumArguments() const { return 0; }
    /// Whether it changes the library, and so must run in the process that writes.
    virtual bool writes(const QCommandLineParser& options, const QStringList& arguments) const = 0;
    /// False: it works on files alone, and no library is made, opened or locked for it.
    virtual bool needsLibrary(const QCommandLineParser&, const QStringList&) const { return true; }
    virtual Status run(Invocation& call) const = 0;
    /// What it does where it needs no library.
    virtual Status runAlone(Call& call) const;
};

using Commands = std::vector<std::unique_ptr<Command>>;

} // namespace moderato::cli
