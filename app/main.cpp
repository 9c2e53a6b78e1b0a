#include "app/cli/CommandLine.h"
#include "app/cli/RunCommand.h"
#include "core/usecases/TrainingJob.h"
#ifdef MODERATO_GUI
#include "app/gui/RunReader.h"
#include "app/gui/RunWindow.h"
#endif

#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <string_view>

namespace {

void printLine(const QString& text) {
    std::fputs(qPrintable(text), stdout);
}

void name(QCoreApplication&) {
    QCoreApplication::setApplicationName(QStringLiteral("moderato"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MODERATO_VERSION));
}

/// A command, or help, or the version.
int runWithoutWindow(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    name(application);
    const QStringList typed = application.arguments().mid(1);
    if (moderato::cli::commandNameIn(typed)) {
        return moderato::cli::runCommandLine(typed);
    }
    if (typed.contains(QStringLiteral("--version")) || typed.contains(QStringLiteral("-v"))) {
        printLine(QStringLiteral("moderato " MODERATO_VERSION "\n"));
        return moderato::cli::Done;
    }
    printLine(moderato::cli::helpOfProgram());
    return moderato::cli::Done;
}

bool wantsWindow(int argc, char** argv) {
    QStringList typed;
    for (int i = 1; i < argc; ++i) {
        typed << QString::fromLocal8Bit(argv[i]);
    }
    const auto asks = [&typed](const char* option) { return typed.contains(QLatin1String(option)); };
    return !moderato::cli::commandNameIn(typed) && !asks("--help") && !asks("-h") && !asks("--version") &&
           !asks("-v");
}

} // namespace

/// The one program: windows without a command; with one, what it does; and the worker for training that it
/// starts itself. The other worker is a program of its own (decoder.cpp).
int main(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "train-worker") {
        QCoreApplication application(argc, argv);
        name(application);
        return moderato::usecases::runTrainWorker();
    }
#ifdef MODERATO_GUI
    if (moderato::wantsReader(argc, argv)) {
        return moderato::runReader(argc, argv);
    }
    if (wantsWindow(argc, argv)) {
        return moderato::runWindow(argc, argv);
    }
#endif
    return runWithoutWindow(argc, argv);
}
