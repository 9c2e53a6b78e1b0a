#include "app/gui/RunWindow.h"

#include "app/gui/Application.h"
#include "app/gui/MainWindow.h"
#include "app/gui/Translations.h"
#include "app/gui/Walkthrough.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>

#include <clocale>
#include <cstdio>

namespace moderato {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::RunWindow)
};

struct Options {
    QString library;
    QString walkthrough; ///< Where its screenshots go; empty: an ordinary start.
    QString screenshot;
    QString language;
};

Options parse(const QApplication& application) {
    QCommandLineParser parser;
    const QCommandLineOption library(QStringLiteral("library"), Text::tr("Folder of the library."),
                                     QStringLiteral("PATH"));
    QCommandLineOption walkthrough(QStringLiteral("walkthrough"), {}, QStringLiteral("DIR"));
    QCommandLineOption screenshot(QStringLiteral("screenshot"), {}, QStringLiteral("DIR"));
    QCommandLineOption language(QStringLiteral("language"), {}, QStringLiteral("CODE"));
    for (QCommandLineOption* hidden : {&walkthrough, &screenshot, &language}) {
        hidden->setFlags(QCommandLineOption::HiddenFromHelp);
    }
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({library, walkthrough, screenshot, language});
    parser.process(application);
    const auto folder = [&parser](const QCommandLineOption& option) {
        return parser.isSet(option) ? QDir::cleanPath(QDir::current().absoluteFilePath(parser.value(option)))
                                    : QString();
    };
    return {parser.isSet(library) ? folder(library) : Workspace::defaultFolder(), folder(walkthrough),
            folder(screenshot), parser.value(language)};
}

} // namespace

int runWindow(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("Moderato"));
    QCoreApplication::setApplicationName(QStringLiteral("Moderato"));
    QGuiApplication::setDesktopFileName(QStringLiteral("moderato"));
    QApplication application(argc, argv);
    // libmpv needs it, and Qt has just set the person's own.
    std::setlocale(LC_NUMERIC, "C");

    const Options options = parse(application);
    const bool automatic = !options.walkthrough.isEmpty() || !options.screenshot.isEmpty();
    QTemporaryDir settings;
    if (automatic) {
        // A run by itself must neither depend on a person's settings nor change them.
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    }
    if (automatic && !options.language.isEmpty()) {
        QSettings settings; // what the library names in languages follows it, too
        widgets::preferences::language.write(settings, options.language);
    }
    installTranslations(application, options.language.isEmpty() ? widgets::languageCode() : options.language);
    QApplication::setWindowIcon(widgets::icon(QStringLiteral("shield-alert")));

    auto workspace = Workspace::open(options.library);
    if (!workspace) {
        std::fprintf(stderr, "%s\n", qPrintable(workspace.error().message));
        if (!automatic) {
            QMessageBox::critical(nullptr, QStringLiteral("Moderato"), workspace.error().message);
        }
        return 1;
    }
    Application program(application, std::move(*workspace));
    program.start();
    program.window().show();
    if (!options.walkthrough.isEmpty()) {
        return Walkthrough(program, options.walkthrough).run();
    }
    if (!options.screenshot.isEmpty()) {
        return Walkthrough(program, options.screenshot).shootPages();
    }
    return QApplication::exec();
}

} // namespace moderato
