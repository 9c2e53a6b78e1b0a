#include "app/cli/RunCommand.h"

#include "app/cli/CommandClient.h"
#include "app/cli/Interrupt.h"
#include "core/base/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <cstdio>

namespace moderato::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

CommandOutput::Write writerTo(std::FILE* file) {
    return [file](const QByteArray& bytes) {
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file);
        std::fflush(file);
    };
}

int fail(const Error& error) {
    if (error.isCancelled()) {
        std::fprintf(stderr, "%s\n", qPrintable(Text::tr("Stopped.")));
        return Interrupted;
    }
    if (!error.detail.isEmpty()) {
        qCDebug(log).noquote() << error.detail;
    }
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return error.kind == Error::Kind::InvalidInput ? Misused : Failed;
}

/// Opens the library; while another process writes to it, tries to hand the command over, and waits a little
/// where that process is a command like this one that will soon be done.
Result<std::unique_ptr<Workspace>> openOrHandOver(const CommandLine& line, const QStringList& typed,
                                                  const JobContext& context, std::optional<int>& handedOver) {
    const bool exists = Workspace::exists(line.library);
    const auto access = line.writes() || !exists ? Workspace::Access::ReadWrite : Workspace::Access::ReadOnly;
    constexpr int tries = 100;
    constexpr unsigned long pauseMs = 100;
    for (int i = 0;; ++i) {
        auto workspace = Workspace::open(line.library, access);
        if (workspace.ok() || workspace.error().kind != Error::Kind::Conflict) {
            return workspace;
        }
        handedOver = CommandClient::handOver(line.library, typed, QDir::currentPath(), context);
        if (handedOver || i == tries || context.isCancelled()) {
            return workspace;
        }
        QThread::msleep(pauseMs);
    }
}

} // namespace

Status Command::runAlone(Call&) const {
    return Error{Error::Kind::Internal, Text::tr("“%1” needs a library.").arg(name()), {}};
}

namespace {

/// → exit status; what went wrong is said on `output`
int answerFor(const Status& status, CommandOutput& output) {
    if (status.ok()) {
        return Done;
    }
    if (status.error().isCancelled()) {
        output.warn(Text::tr("Stopped."));
        return Interrupted;
    }
    if (!status.error().detail.isEmpty()) {
        qCDebug(log).noquote() << status.error().detail;
    }
    output.warn(status.error().message);
    return status.error().kind == Error::Kind::InvalidInput ? Misused : Failed;
}

} // namespace

int runOn(Workspace& workspace, const CommandLine& line, const QString& folder, CommandOutput& output,
          const JobContext& context) {
    Invocation call{{output, *line.options, line.arguments, QDir(folder), context}, workspace};
    return answerFor(line.command->run(call), output);
}

int runCommandLine(const QStringList& typed) {
    const QString folder = QDir::currentPath();
    auto line = parseCommandLine(typed, folder);
    if (!line.ok()) {
        return fail(line.error());
    }
    if (line->help) {
        writerTo(stdout)(helpOf(*line->command, *line->options).toUtf8());
        return Done;
    }
    CommandOutput output(writerTo(stdout), writerTo(stderr), line->json);
    const JobContext context([&output](const Progress& progress) { output.progress(progress); });
    const CancelOnInterrupt interrupt(context);
    if (!line->needsLibrary()) {
        Call call{output, *line->options, line->arguments, QDir(folder), context};
        return answerFor(line->command->runAlone(call), output);
    }

    std::optional<int> handedOver;
    auto workspace = openOrHandOver(*line, typed, context, handedOver);
    if (handedOver) {
        return *handedOver;
    }
    if (!workspace.ok()) {
        return fail(workspace.error());
    }
    return runOn(**workspace, *line, folder, output, context);
}

} // namespace moderato::cli
