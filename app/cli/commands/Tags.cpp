#include "app/cli/CommandTable.h"

#include "app/cli/Limit.h"
#include "app/cli/Person.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace moderato::cli {

namespace {

const QString searchOption = QStringLiteral("search");
const QString retiredOption = QStringLiteral("retired");
const QString allOption = QStringLiteral("all");
const QString listOption = QStringLiteral("list");

QJsonValue momentOrNull(const std::optional<Timestamp>& moment) {
    return moment ? QJsonValue(toIso(*moment)) : QJsonValue();
}

QJsonObject jsonOf(const domain::Topic& topic) {
    return {{QStringLiteral("id"), topic.id.value},
            {QStringLiteral("name"), topic.name},
            {QStringLiteral("synonyms"), QJsonArray::fromStringList(topic.synonyms)},
            {QStringLiteral("items"), topic.useCount},
            {QStringLiteral("created_at"), toIso(topic.createdAt)},
            {QStringLiteral("last_used_at"), momentOrNull(topic.lastUsedAt)},
            {QStringLiteral("retired_at"), momentOrNull(topic.retiredAt)}};
}

QJsonObject jsonOf(const usecases::TagRow& row) {
    QJsonObject object = jsonOf(row.topic);
    object[QStringLiteral("trending_at")] = momentOrNull(row.trendingAt);
    object[QStringLiteral("weight")] = row.weight ? QJsonValue(*row.weight) : QJsonValue();
    object[QStringLiteral("favourite")] = row.isFavourite;
    return object;
}

class Tags final : public Command {
    Q_DECLARE_TR_FUNCTIONS(TagsCommand)

public:
    QString name() const override { return QStringLiteral("tags"); }
    QString summary() const override {
        return tr("Lists the topics there are, and changes them: add, rename, merge, retire, import.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("ACTION"),
            tr("list, add NAME, rename NAME NEW, merge NAME INTO (NAME becomes a synonym of INTO), retire "
               "NAME, restore NAME, like NAME, unlike NAME, undo (takes the last change back), import FILE "
               "(a "
               "list of trends: plain lines, CSV or JSONL with name, date and weight), or unimport LIST "
               "(takes such a list back, with the topics that came with it and that nobody used)."));
        parser.addPositionalArgument(QStringLiteral("NAME"), tr("What it is about."),
                                     QStringLiteral("[NAME…]"));
        parser.addOption(
            {searchOption, tr("list: only names and synonyms with this in them."), QStringLiteral("TEXT")});
        parser.addOption({retiredOption, tr("list: only retired ones.")});
        parser.addOption({allOption, tr("list: retired ones too.")});
        parser.addOption({listOption, tr("import: what the list is called; without it, as its file."),
                          QStringLiteral("NAME")});
        declarePerson(parser);
        declareLimit(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 3; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) != QLatin1String("list");
    }

    Status run(Invocation& call) const override {
        struct Action {
            const char* name;
            int arguments;
            Status (*run)(Invocation&);
        };
        static constexpr std::array actions = {
            Action{"list", 0, list},     Action{"add", 1, add},          Action{"rename", 2, rename},
            Action{"merge", 2, merge},   Action{"retire", 1, retire},    Action{"restore", 1, restore},
            Action{"like", 1, like},     Action{"unlike", 1, unlike},    Action{"undo", 0, undo},
            Action{"import", 1, import}, Action{"unimport", 1, unimport}};
        for (const Action& action : actions) {
            if (call.arguments.first() == QLatin1String(action.name)) {
                return call.arguments.size() == action.arguments + 1
                           ? action.run(call)
                           : Error::invalid(tr("“tags %1” wants %n name(s).", nullptr, action.arguments)
                                                .arg(call.arguments.first()));
            }
        }
        return Error::invalid(
            tr("“%1” is nothing that can be done with topics; moderato tags --help lists what "
               "can.")
                .arg(call.arguments.first()));
    }

private:
    static Status answer(Invocation& call, const Result<domain::Topic>& topic, const QString& sentence) {
        if (!topic.ok()) {
            return topic.error();
        }
        call.output.answer(jsonOf(*topic), sentence.arg(topic->name));
        return {};
    }

    static Status list(Invocation& call) {
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        using Part = usecases::TagFilter::Part;
        const usecases::TagFilter filter{call.options.value(searchOption),
                                         call.options.isSet(retiredOption) ? Part::Retired
                                         : call.options.isSet(allOption)   ? Part::All
                                                                           : Part::Offered};
        const auto rows = call.workspace.tags().list(filter, personOf(call.options));
        if (!rows.ok()) {
            return rows.error();
        }
        QJsonArray items;
        QStringList lines;
        for (std::size_t i = 0; i < std::min(rows->size(), std::size_t(*limit)); ++i) {
            const usecases::TagRow& row = (*rows)[i];
            items.append(jsonOf(row));
            QString line = QStringLiteral("%1\t#%2").arg(row.topic.useCount).arg(row.topic.name);
            if (!row.topic.synonyms.isEmpty()) {
                line += QStringLiteral("\t= %1").arg(row.topic.synonyms.join(QStringLiteral(", ")));
            }
            if (row.topic.retiredAt) {
                line += QStringLiteral("\t%1").arg(tr("retired"));
            }
            lines << line;
        }
        call.output.answer(
            {{QStringLiteral("items"), items}, {QStringLiteral("total"), qint64(rows->size())}},
            lines.join(u'\n'));
        return {};
    }
    static Status add(Invocation& call) {
        return answer(call, call.workspace.tags().add(call.arguments[1], personOf(call.options)),
                      tr("#%1 is a topic now."));
    }
    static Status rename(Invocation& call) {
        return answer(
            call, call.workspace.tags().rename(call.arguments[1], call.arguments[2], personOf(call.options)),
            tr("It is called #%1 now; the old name stays as a synonym."));
    }
    static Status merge(Invocation& call) {
        return answer(
            call, call.workspace.tags().merge(call.arguments[1], call.arguments[2], personOf(call.options)),
            tr("It is a synonym of #%1 now, and what it was given to follows."));
    }
    static Status retire(Invocation& call) {
        return answer(call, call.workspace.tags().retire(call.arguments[1], personOf(call.options)),
                      tr("#%1 is not offered any more; what has it keeps it."));
    }
    static Status restore(Invocation& call) {
        return answer(call, call.workspace.tags().restore(call.arguments[1], personOf(call.options)),
                      tr("#%1 is offered again."));
    }
    static Status setLiked(Invocation& call, bool on) {
        const Status done = call.workspace.tags().setFavourite(call.arguments[1], personOf(call.options), on);
        return done.ok()
                   ? answer(call, call.workspace.tags().find(call.arguments[1]),
                            on ? tr("#%1 is a favourite of yours.") : tr("#%1 is no favourite any more."))
                   : done;
    }
    static Status like(Invocation& call) { return setLiked(call, true); }
    static Status unlike(Invocation& call) { return setLiked(call, false); }

    static Status undo(Invocation& call) {
        const auto change = call.workspace.tags().undo();
        if (!change.ok()) {
            return change.error();
        }
        call.output.answer(
            {{QStringLiteral("undone"), toCode(change->kind)},
             {QStringLiteral("before"), change->before},
             {QStringLiteral("after"), change->after},
             {QStringLiteral("person"), change->person}},
            tr("Taken back: %1 of #%2.")
                .arg(toCode(change->kind), change->before.isEmpty() ? change->after : change->before));
        return {};
    }

    static Status import(Invocation& call) {
        const auto report = call.workspace.tags().importTrends(call.path(call.arguments[1]),
                                                               call.options.value(listOption), call.context);
        if (!report.ok()) {
            return report.error();
        }
        for (const QString& problem : report->problems) {
            call.output.warn(problem);
        }
        call.output.answer(
            {{QStringLiteral("list"), report->list},
             {QStringLiteral("listed"), report->listed},
             {QStringLiteral("new"), report->made},
             {QStringLiteral("retired"), report->retired},
             {QStringLiteral("errors"), QJsonArray::fromStringList(report->problems)}},
            tr("%n topic(s) of “%1” are trending; %2 of them are new.", nullptr, int(report->listed))
                .arg(report->list)
                .arg(report->made));
        return {};
    }

    static Status unimport(Invocation& call) {
        const auto removed = call.workspace.tags().removeTrends(call.arguments[1]);
        if (!removed.ok()) {
            return removed.error();
        }
        call.output.answer({{QStringLiteral("list"), call.arguments[1]},
                            {QStringLiteral("listed"), removed->topics},
                            {QStringLiteral("removed"), removed->removed},
                            {QStringLiteral("retired"), removed->retired}},
                           tr("The list “%1” was taken back; %n topic(s) that nobody used went with it.",
                              nullptr, int(removed->removed + removed->retired))
                               .arg(call.arguments[1]));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeTags() {
    return std::make_unique<Tags>();
}

} // namespace moderato::cli
