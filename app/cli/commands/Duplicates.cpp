#include "app/cli/CommandTable.h"

#include "app/cli/MediaFiles.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/FileGroups.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

class Duplicates final : public Command {
    Q_DECLARE_TR_FUNCTIONS(DuplicatesCommand)

public:
    QString name() const override { return QStringLiteral("duplicates"); }
    QString summary() const override {
        return tr("Finds near duplicates among files, or lists those of the library.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("PATH"),
            tr("Files and folders to compare, without a library. None: the groups of "
               "the library, as far as it is analysed."),
            QStringLiteral("[PATH…]"));
    }
    int maximumArguments() const override { return INT_MAX; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }
    bool needsLibrary(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.isEmpty();
    }

    Status runAlone(Call& call) const override {
        const auto files = filesIn(call, call.arguments);
        if (!files.ok()) {
            return files.error();
        }
        media::DecoderProcess decoder(Workspace::program());
        const auto found = usecases::groupFiles(decoder, *files, call.context);
        if (!found.ok()) {
            return found.error();
        }
        for (const usecases::FileProblem& problem : found->problems) {
            call.output.warn(tr("%1: %2").arg(problem.file, problem.reason));
        }
        QJsonArray items;
        QStringList lines;
        for (const usecases::FileGroup& group : found->groups) {
            QJsonArray members;
            for (const usecases::FileGroup::Member& member : group.members) {
                members.append(QJsonObject{{QStringLiteral("file"), member.file},
                                           {QStringLiteral("similarity"), member.similarity},
                                           {QStringLiteral("distance"), orNull(member.distance)}});
                lines << line(member.file, member.similarity, member.distance);
            }
            lines << QString();
            items.append(QJsonObject{{QStringLiteral("medium"), usecases::toCode(group.medium)},
                                     {QStringLiteral("members"), members}});
        }
        QJsonArray errors;
        for (const usecases::FileProblem& problem : found->problems) {
            errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                      {QStringLiteral("reason"), problem.reason}});
        }
        call.output.answer({{QStringLiteral("items"), items},
                            {QStringLiteral("compared"), found->compared},
                            {QStringLiteral("errors"), errors}},
                           text(lines));
        if (found->compared == 0 && !found->problems.empty()) {
            return Error::io(tr("None of the files could be compared; the reasons are listed above."));
        }
        return {};
    }

    Status run(Invocation& call) const override {
        QJsonArray items;
        QStringList lines;
        constexpr int atOnce = 200;
        for (domain::ContentId after;;) {
            const auto groups = call.workspace.duplicates().groups(after, atOnce);
            if (!groups.ok()) {
                return groups.error();
            }
            if (groups->empty()) {
                break;
            }
            for (const auto& group : *groups) {
                if (const Status added = addGroup(call, group.front(), items, lines); !added.ok()) {
                    return added;
                }
            }
            after = groups->back().front();
        }
        call.output.answer({{QStringLiteral("items"), items}}, text(lines));
        return {};
    }

private:
    static QJsonValue orNull(int distance) { return distance < 0 ? QJsonValue() : QJsonValue(distance); }
    static QString text(const QStringList& lines) {
        return lines.isEmpty() ? tr("No near duplicates.") : lines.join(QLatin1Char('\n')).trimmed();
    }
    static QString line(const QString& what, double similarity, int distance) {
        return distance < 0 ? QStringLiteral("%1\t%2").arg(what).arg(similarity, 0, 'f', 2)
                            : tr("%1\t%2\t%3 bits").arg(what).arg(similarity, 0, 'f', 2).arg(distance);
    }

    static Status addGroup(Invocation& call, domain::ContentId leader, QJsonArray& items,
                           QStringList& lines) {
        const auto view = call.workspace.duplicates().of(leader);
        const auto first = storage::ContentRepository(call.workspace.library().reader()).find(leader);
        if (!view.ok() || !first.ok()) {
            return view.ok() ? first.error() : view.error();
        }
        if (view->members.empty()) {
            return {};
        }
        const bool isPicture = view->members.front().medium == usecases::NearDuplicate::Medium::Picture;
        QJsonArray members{QJsonObject{{QStringLiteral("id"), leader.value},
                                       {QStringLiteral("title"), first->title},
                                       {QStringLiteral("similarity"), 1},
                                       {QStringLiteral("distance"), orNull(isPicture ? 0 : -1)}}};
        lines << line(QStringLiteral("%1\t%2").arg(leader.value).arg(first->title), 1, -1);
        for (const usecases::NearDuplicate& member : view->members) {
            members.append(QJsonObject{
                {QStringLiteral("id"), member.content.value},
                {QStringLiteral("title"), member.title},
                {QStringLiteral("similarity"), member.similarity},
                {QStringLiteral("distance"), orNull(member.distance)},
                {QStringLiteral("decided_category"),
                 member.decidedCategory.isEmpty() ? QJsonValue() : QJsonValue(member.decidedCategory)},
                {QStringLiteral("exception"), member.isException}});
            lines << line(QStringLiteral("%1\t%2").arg(member.content.value).arg(member.title),
                          member.similarity, member.distance);
        }
        lines << QString();
        items.append(QJsonObject{{QStringLiteral("medium"), usecases::toCode(view->members.front().medium)},
                                 {QStringLiteral("members"), members}});
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeDuplicates() {
    return std::make_unique<Duplicates>();
}

} // namespace moderato::cli
