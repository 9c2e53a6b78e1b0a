#include "app/cli/CommandLine.h"

#include "app/cli/CommandTable.h"

#include <QCoreApplication>
#include <QDir>

namespace moderato::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QString libraryOption = QStringLiteral("library");

/// Where the command's name stands among the words, or -1: the first that is neither an option nor the value
/// of one that may stand before a command (or, without a command, of the window's own).
qsizetype commandPlace(const QStringList& typed) {
    static const QStringList withValue{QStringLiteral("--library"), QStringLiteral("--walkthrough"),
                                       QStringLiteral("--screenshot"), QStringLiteral("--language")};
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (withValue.contains(typed[i])) {
            ++i;
        } else if (!typed[i].startsWith(QLatin1Char('-'))) {
            return i;
        }
    }
    return -1;
}

void declareCommon(QCommandLineParser& parser) {
    parser.addOption(
        {libraryOption, Text::tr("The library to work on; without it, your own."), QStringLiteral("PATH")});
    parser.addOption({QStringLiteral("json"), Text::tr("Answer with one JSON object.")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this help.")});
}

} // namespace

std::optional<QString> commandNameIn(const QStringList& typed) {
    const qsizetype place = commandPlace(typed);
    return place < 0 ? std::nullopt : std::optional(typed[place]);
}

Result<CommandLine> parseCommandLine(const QStringList& typed, const QString& folder) {
    QStringList words = typed;
    const qsizetype place = commandPlace(words);
    const QString name = place < 0 ? QString() : words.takeAt(place);

    CommandLine line;
    line.command = findCommand(name);
    if (!line.command) {
        return Error::invalid(
            Text::tr("There is no command “%1”; moderato --help lists the commands.").arg(name));
    }
    line.options = std::make_shared<QCommandLineParser>();
    QCommandLineParser& parser = *line.options;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.setApplicationDescription(line.command->summary());
    declareCommon(parser);
    line.command->declare(parser);

    words.prepend(QStringLiteral("moderato"));
    if (!parser.parse(words)) {
        return Error::invalid(parser.errorText());
    }
    line.help = parser.isSet(QStringLiteral("help"));
    line.json = parser.isSet(QStringLiteral("json"));
    line.arguments = parser.positionalArguments();
    line.library = parser.isSet(libraryOption)
                       ? QDir::cleanPath(QDir(folder).absoluteFilePath(parser.value(libraryOption)))
                       : Workspace::defaultFolder();
    if (line.help) {
        return line;
    }
    if (line.arguments.size() < line.command->minimumArguments()) {
        return Error::invalid(Text::tr("“%1” needs more to go on; moderato %1 --help says what.").arg(name));
    }
    if (line.arguments.size() > line.command->maximumArguments()) {
        return Error::invalid(Text::tr("“%1” does not take “%2”; moderato %1 --help says what it takes.")
                                  .arg(name, line.arguments[line.command->maximumArguments()]));
    }
    return line;
}

QString helpOf(const Command& command, const QCommandLineParser& parser) {
    QString text = parser.helpText();
    // Qt names the program by the path it was started with and knows nothing of commands.
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const qsizetype usage = text.lastIndexOf(QStringLiteral("[options]"), end);
    if (usage >= 0) {
        text = Text::tr("Usage: moderato %1").arg(command.name()) + QLatin1Char(' ') + text.mid(usage);
    }
    return text;
}

QString helpOfProgram() {
    QString text = Text::tr("Usage: moderato                      opens the workstation\n"
                            "       moderato COMMAND [options]    does what the workstation does, without a "
                            "window\n\nCommands:\n");
    for (const auto& command : allCommands()) {
        text += QStringLiteral("  %1 %2\n").arg(command->name().leftJustified(12), command->summary());
    }
    text += Text::tr("\nEvery command takes --library PATH, --json and --help.\n");
    return text;
}

} // namespace moderato::cli
