#include "app/gui/RunReader.h"

#include "app/Workspace.h"
#include "app/cli/CommandLine.h"
#include "app/cli/CommandServer.h"
#include "app/cli/RunCommand.h"
#include "app/gui/PlayerDecoder.h"
#include "app/gui/Translations.h"
#include "app/gui/WalkthroughReader.h"
#include "core/base/Log.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/AtWork.h"
#include "core/usecases/ClipFeed.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/CameraFeed.h"
#include "widgets/expressions/ReaderWindow.h"

#include <QApplication>
#include <QDir>
#include <QFileSystemWatcher>
#include <QInputDialog>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>

#include <sys/resource.h>

#include <clocale>
#include <cstdio>
#include <optional>

namespace moderato {

using namespace widgets;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::RunReader)
};

constexpr int itemsAtOnce = 10; ///< Where none are named.

QStringList typedIn(int argc, char** argv) {
    QStringList typed;
    for (int i = 1; i < argc; ++i) {
        typed << QString::fromLocal8Bit(argv[i]);
    }
    return typed;
}

/// Frames are in this process's memory: a crash must not write it to a disk.
void forbidCoreDumps() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

/// The workstation that handed over may still be closing.
Result<std::unique_ptr<Workspace>> openLibrary(const QString& folder) {
    constexpr int tries = 50;
    constexpr unsigned long pauseMs = 100;
    for (int i = 0;; ++i) {
        auto workspace = Workspace::open(folder);
        if (workspace.ok() || workspace.error().kind != Error::Kind::Conflict) {
            return workspace;
        }
        if (const QStringList people = usecases::AtWork::people(); i >= tries && !people.isEmpty()) {
            return usecases::ReaderMode::signedIn(people);
        }
        if (i >= tries) {
            return workspace;
        }
        QThread::msleep(pauseMs);
    }
}

Result<std::vector<domain::ContentId>> itemsOf(Workspace& workspace, const QStringList& spelled,
                                               const QString& reader) {
    if (spelled.isEmpty()) {
        return workspace.readerMode().itemsFor(reader, itemsAtOnce);
    }
    storage::ContentRepository content(workspace.library().reader());
    std::vector<domain::ContentId> items;
    for (const QString& spelling : spelled) {
        const auto id = content.resolve(spelling);
        if (!id.ok()) {
            return id.error();
        }
        items.push_back(*id);
    }
    return items;
}

Result<std::chrono::milliseconds> everyOf(const cli::CommandLine& line) {
    const QString every = QStringLiteral("every");
    if (!line.options->isSet(every)) {
        return usecases::FaceWatch::Options().every;
    }
    constexpr double longest = 60;
    bool isNumber = false;
    const double seconds = line.options->value(every).toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= longest)) {
        return Error::invalid(Text::tr("--every takes seconds, from 0 to 60."));
    }
    constexpr double second = 1000;
    return std::chrono::milliseconds(qint64(second * seconds));
}

/// The reader types it, not whoever set up the machine.
QString askReader() {
    return QInputDialog::getText(
        nullptr, Text::tr("Reader mode"),
        Text::tr("Who reads? Type a pseudonym that only you know, not your name,\nand take the same one next "
                 "time. Nothing begins before you agree to it."));
}

std::unique_ptr<usecases::FaceFeed> feedOf(const cli::CommandLine& line) {
    const QString clip = line.options->value(QStringLiteral("from-clip"));
    if (clip.isEmpty()) {
        return std::make_unique<CameraFeed>();
    }
    return std::make_unique<usecases::ClipFeed>(
        QDir::current().absoluteFilePath(clip),
        media::DecoderOptions{.program = media::DecoderProcess::decoderBeside(Workspace::program())});
}

int fail(const Error& error, bool automatic) {
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    if (!automatic) {
        QMessageBox::warning(nullptr, Text::tr("Reader mode"), error.message);
    }
    return error.kind == Error::Kind::InvalidInput ? cli::Misused : cli::Failed;
}

/// Watches who signs in, for as long as it lives.
void stopWhenSomebodySignsIn(ReaderWindow& window) {
    const QString folder = usecases::AtWork::defaultFolder();
    QDir().mkpath(folder);
    auto* watcher = new QFileSystemWatcher({folder}, &window);
    QObject::connect(watcher, &QFileSystemWatcher::directoryChanged, &window.run(), &ReaderRun::checkAgain);
}

/// What another process deleted is not brought back by an item that is still being read.
void stopWhenReadersAreForgotten(ReaderWindow& window, cli::CommandServer& server) {
    QObject::connect(&server, &cli::CommandServer::libraryChanged, &window.run(),
                     [&run = window.run()](const QString& command) {
                         if (command == QLatin1String("forget-reader")) {
                             run.stop(Text::tr("A reader's results were deleted meanwhile, so the camera was "
                                               "turned off; what was not finished is thrown away."));
                         }
                     });
}

int run(const cli::CommandLine& line, Workspace& workspace, cli::CommandServer& server,
        QApplication& application) {
    const QString shots = line.options->value(QStringLiteral("screenshot"));
    const auto every = everyOf(line);
    if (!every.ok()) {
        return fail(every.error(), !shots.isEmpty());
    }
    Theme theme(application);
    const QString named = line.options->value(QStringLiteral("reader"));
    // What is refused anyhow is refused before anybody is asked for anything.
    const auto on = workspace.readerMode().isOn();
    const QString reader = named.isEmpty() && on.ok() && *on && shots.isEmpty() ? askReader() : named;
    const auto items = itemsOf(workspace, line.arguments.mid(1), reader);
    if (!items.ok()) {
        return fail(items.error(), !shots.isEmpty());
    }
    ReaderServices services =
        readerServices(workspace.readerMode(), workspace.items(), workspace.expressions(), {.every = *every});
    services.loadPicture = [&workspace](const QString& path, QSize bound) {
        return workspace.decoder().picture(path, bound);
    };
    services.player = playerServices(workspace.decoder(), Workspace::program());
    ReaderWindow window(std::move(services), feedOf(line), reader, *items);
    stopWhenSomebodySignsIn(window);
    stopWhenReadersAreForgotten(window, server);
    window.resize(scaled(1100), scaled(760));
    window.show();
    window.run().begin();
    if (!shots.isEmpty()) {
        return WalkthroughReader(window, theme, QDir::current().absoluteFilePath(shots)).run();
    }
    return QApplication::exec();
}

} // namespace

bool wantsReader(int argc, char** argv) {
    const QStringList typed = typedIn(argc, argv);
    const auto name = cli::commandNameIn(typed);
    return name && *name == QLatin1String("reader") && typed.contains(QLatin1String("start")) &&
           !typed.contains(QLatin1String("--help")) && !typed.contains(QLatin1String("-h"));
}

int runReader(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("Moderato"));
    QCoreApplication::setApplicationName(QStringLiteral("Moderato"));
    QGuiApplication::setDesktopFileName(QStringLiteral("moderato"));
    // The other plug-in of Qt 6.4 for cameras needs packages of GStreamer that the set-up does not install.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
    forbidCoreDumps();
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // See runWindow.

    const auto line = cli::parseCommandLine(typedIn(argc, argv), QDir::currentPath());
    if (!line.ok()) {
        return fail(line.error(), true);
    }
    const bool automatic = line->options->isSet(QStringLiteral("screenshot"));
    QTemporaryDir settings;
    if (automatic) {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    }
    const QString language = line->options->value(QStringLiteral("language"));
    installTranslations(application, language.isEmpty() ? languageCode() : language);
    QApplication::setWindowIcon(icon(QStringLiteral("shield-alert")));

    auto workspace = openLibrary(line->library);
    if (!workspace.ok()) {
        return fail(workspace.error(), automatic);
    }
    // Other processes' writes, forget-reader among them.
    cli::CommandServer server(**workspace);
    if (const Status listening = server.listen(); !listening.ok()) {
        qCWarning(log).noquote() << listening.error().message << listening.error().detail;
    }
    return run(*line, **workspace, server, application);
}

} // namespace moderato
