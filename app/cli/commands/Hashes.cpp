#include "app/cli/CommandTable.h"

#include "app/cli/MediaFiles.h"
#include "core/media/DecoderProcess.h"
#include "core/usecases/FileGroups.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString nameOption = QStringLiteral("name");
const QString listOption = QStringLiteral("list");
const QString scanAction = QStringLiteral("scan");
const QString listAction = QStringLiteral("list");

class Hashes final : public Command {
    Q_DECLARE_TR_FUNCTIONS(HashesCommand)

public:
    QString name() const override { return QStringLiteral("hashes"); }
    QString summary() const override {
        return tr("Takes in lists of hashes of known material and matches media with them.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("ACTION"),
            tr("import FILE: takes a list in and flags what matches it. list: the lists. remove NAME. scan "
               "PATH…: matches files with the list of --list, without a library."),
            QStringLiteral("import FILE | list | remove NAME | scan PATH… --list FILE"));
        parser.addOption({nameOption, tr("With import: the list's name; the file's, without it."),
                          QStringLiteral("NAME")});
        parser.addOption({listOption, tr("With scan: the file of hashes."), QStringLiteral("FILE")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return INT_MAX; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) != listAction && arguments.value(0) != scanAction;
    }
    bool needsLibrary(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) != scanAction;
    }

    Status run(Invocation& call) const override {
        const QString action = call.arguments.first();
        if (action == listAction && call.arguments.size() == 1) {
            return list(call);
        }
        if (action == QLatin1String("import") && call.arguments.size() == 2) {
            return import(call);
        }
        if (action == QLatin1String("remove") && call.arguments.size() == 2) {
            const QString name = call.arguments.last();
            const Status removed = call.workspace.duplicates().removeHashList(name);
            if (removed.ok()) {
                call.output.answer({{QStringLiteral("removed"), name}}, tr("“%1” is removed.").arg(name));
            }
            return removed;
        }
        return Error::invalid(
            tr("“hashes” takes import FILE, list, remove NAME, or scan PATH… --list FILE."));
    }

    Status runAlone(Call& call) const override {
        if (call.arguments.size() < 2 || !call.options.isSet(listOption)) {
            return Error::invalid(tr("“hashes scan” takes the files to match, and --list FILE."));
        }
        const auto files = filesIn(call, call.arguments.mid(1));
        if (!files.ok()) {
            return files.error();
        }
        media::DecoderProcess decoder(Workspace::program());
        const auto found =
            usecases::matchFiles(decoder, *files, call.path(call.options.value(listOption)), call.context);
        if (!found.ok()) {
            return found.error();
        }
        QJsonArray items, errors;
        QStringList lines;
        for (const usecases::KnownFile& match : found->matches) {
            items.append(QJsonObject{
                {QStringLiteral("file"), match.file},
                {QStringLiteral("label"), match.label.isEmpty() ? QJsonValue() : QJsonValue(match.label)},
                {QStringLiteral("distance"), match.distance},
                {QStringLiteral("share"), match.share}});
            lines << QStringLiteral("%1\t%2\t%3\t%4")
                         .arg(match.file, match.label)
                         .arg(match.distance)
                         .arg(match.share, 0, 'f', 2);
        }
        warnAll(call, found->listProblems);
        for (const usecases::FileProblem& problem : found->problems) {
            call.output.warn(tr("%1: %2").arg(problem.file, problem.reason));
            errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                      {QStringLiteral("reason"), problem.reason}});
        }
        call.output.answer({{QStringLiteral("items"), items},
                            {QStringLiteral("compared"), found->compared},
                            {QStringLiteral("errors"), errors}},
                           lines.isEmpty() ? tr("Nothing matches.") : lines.join(QLatin1Char('\n')));
        return {};
    }

private:
    static void warnAll(Call& call, const QStringList& sentences) {
        for (const QString& sentence : sentences) {
            call.output.warn(sentence);
        }
    }

    static Status import(Invocation& call) {
        const auto report = call.workspace.duplicates().importHashes(
            call.path(call.arguments.last()), call.options.value(nameOption), call.context);
        if (!report.ok()) {
            return report.error();
        }
        warnAll(call, report->problems);
        call.output.answer({{QStringLiteral("name"), report->name},
                            {QStringLiteral("hashes"), report->hashes},
                            {QStringLiteral("matches"), report->matches},
                            {QStringLiteral("errors"), QJsonArray::fromStringList(report->problems)}},
                           tr("“%1”: %2 hashes; %3 items match and are flagged.")
                               .arg(report->name)
                               .arg(report->hashes)
                               .arg(report->matches));
        return {};
    }

    static Status list(Invocation& call) {
        const auto lists = call.workspace.duplicates().hashLists();
        if (!lists.ok()) {
            return lists.error();
        }
        QJsonArray items;
        QStringList lines;
        for (const usecases::HashList& list : *lists) {
            items.append(QJsonObject{{QStringLiteral("name"), list.name},
                                     {QStringLiteral("hashes"), list.hashes},
                                     {QStringLiteral("imported_at"), toIso(list.importedAt)}});
            lines << tr("%1\t%2 hashes").arg(list.name).arg(list.hashes);
        }
        call.output.answer({{QStringLiteral("items"), items}},
                           lines.isEmpty() ? tr("No lists.") : lines.join(QLatin1Char('\n')));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeHashes() {
    return std::make_unique<Hashes>();
}

} // namespace moderato::cli
