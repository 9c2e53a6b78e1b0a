#include "app/cli/CommandTable.h"

#include "app/cli/Person.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace moderato::cli {

namespace {

const QString topicsOption = QStringLiteral("topics");
const QString segmentOption = QStringLiteral("segment");
const QString blindOption = QStringLiteral("blind");
const QString alikeOption = QStringLiteral("alike");
const QString goldOption = QStringLiteral("gold");
const QString noGoldOption = QStringLiteral("no-gold");

QJsonObject jsonOf(const domain::TopicAnswer& answer) {
    QJsonArray segments;
    for (const domain::TopicSegment& segment : answer.segments) {
        segments.append(QJsonObject{{QStringLiteral("topic"), segment.topic},
                                    {QStringLiteral("from_pts"), segment.fromPts},
                                    {QStringLiteral("to_pts"), segment.toPts},
                                    {QStringLiteral("time_base_num"), segment.timeBaseNum},
                                    {QStringLiteral("time_base_den"), segment.timeBaseDen},
                                    {QStringLiteral("from_seconds"), segment.seconds(segment.fromPts)},
                                    {QStringLiteral("to_seconds"), segment.seconds(segment.toPts)}});
    }
    return {
        {QStringLiteral("content"), answer.content.value},
        {QStringLiteral("person"), answer.person},
        {QStringLiteral("at"), toIso(answer.at)},
        {QStringLiteral("decision"), answer.decision.value},
        {QStringLiteral("topics"), QJsonArray::fromStringList(answer.topics)},
        {QStringLiteral("segments"), segments},
        {QStringLiteral("blind"), answer.blind},
        {QStringLiteral("version"), answer.version.isEmpty() ? QJsonValue() : QJsonValue(answer.version)}};
}

class Annotate final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AnnotateCommand)

public:
    QString name() const override { return QStringLiteral("annotate"); }
    QString summary() const override {
        return tr("Gives an item its topics as one of several annotators, or shows what they said.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("ID"), tr("The item: its number or its own id."));
        parser.addOption(
            {topicsOption, tr("Its topics, divided by “|”; empty: none fits."), QStringLiteral("A|B")});
        parser.addOption({segmentOption,
                          tr("A topic of a part of a video, in the stream's time stamps; more than once for "
                             "more."),
                          QStringLiteral("TOPIC@FROM-TO×NUM/DEN")});
        parser.addOption({blindOption, tr("The answer was given without seeing the model's candidates.")});
        parser.addOption(
            {alikeOption, tr("The same topics for its near duplicates that have none, without the "
                             "exceptions.")});
        parser.addOption({goldOption, tr("These topics are the known answer: the item is gold.")});
        parser.addOption({noGoldOption, tr("The item is not gold any more.")});
        declarePerson(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser& options, const QStringList&) const override {
        return options.isSet(topicsOption) || options.isSet(segmentOption) || options.isSet(alikeOption) ||
               options.isSet(noGoldOption);
    }

    Status run(Invocation& call) const override {
        const auto id =
            storage::ContentRepository(call.workspace.library().reader()).resolve(call.arguments.first());
        if (!id.ok()) {
            return id.error();
        }
        if (call.options.isSet(noGoldOption)) {
            if (const Status done = call.workspace.annotate().removeGold(*id); !done.ok()) {
                return done;
            }
            return show(call, *id, {});
        }
        const bool answers = call.options.isSet(topicsOption) || call.options.isSet(segmentOption);
        if (call.options.isSet(goldOption)) {
            if (!answers) {
                return Error::invalid(tr("Name the known topics: --topics “a|b” --gold."));
            }
            const Status done =
                call.workspace.annotate().setGold(*id, topicsOf(call.options), personOf(call.options));
            return done.ok() ? show(call, *id, {}) : done;
        }
        if (answers) {
            if (const Status done = answer(call, *id); !done.ok()) {
                return done;
            }
        }
        std::vector<domain::ContentId> alike;
        if (call.options.isSet(alikeOption)) {
            auto done = call.workspace.annotate().answerAlike(*id, personOf(call.options));
            if (!done.ok()) {
                return done.error();
            }
            alike = std::move(*done);
        }
        return show(call, *id, alike);
    }

private:
    static QStringList topicsOf(const QCommandLineParser& options) {
        return options.value(topicsOption).split(u'|', Qt::SkipEmptyParts);
    }

    static Result<domain::TopicSegment> segmentOf(const QString& text) {
        static const QRegularExpression form(QStringLiteral("^(.+)@(-?\\d+)[-–](-?\\d+)[x×*](\\d+)/(\\d+)$"));
        const auto match = form.match(text);
        if (!match.hasMatch()) {
            return Error::invalid(
                tr("“%1” is no segment; write it like dance@30720-61440x1/15360.").arg(text));
        }
        return domain::TopicSegment{
            match.captured(1),         match.captured(2).toLongLong(), match.captured(3).toLongLong(),
            match.captured(4).toInt(), match.captured(5).toInt(),      0};
    }

    static Status answer(Invocation& call, domain::ContentId id) {
        usecases::AnswerDraft draft;
        draft.content = id;
        draft.person = personOf(call.options);
        draft.topics = topicsOf(call.options);
        draft.blind = call.options.isSet(blindOption);
        for (const QString& text : call.options.values(segmentOption)) {
            const auto segment = segmentOf(text);
            if (!segment.ok()) {
                return segment.error();
            }
            draft.segments.push_back(*segment);
        }
        const auto item = call.workspace.items().read(id);
        if (!item.ok()) {
            return item.error();
        }
        draft.version = (*item)->topics ? (*item)->topics->version : QString();
        const auto answered = call.workspace.annotate().answer(std::move(draft)).takeResult();
        return answered.ok() ? Status() : Status(answered.error());
    }

    static Status show(Invocation& call, domain::ContentId id, const std::vector<domain::ContentId>& alike) {
        const auto view = call.workspace.annotate().view(id, personOf(call.options));
        if (!view.ok()) {
            return view.error();
        }
        QJsonArray items, others;
        QStringList lines;
        for (const domain::TopicAnswer& answer : view->answers) {
            items.append(jsonOf(answer));
            lines << QStringLiteral("%1\t%2").arg(answer.person, answer.topics.join(QStringLiteral(", ")));
        }
        for (const domain::ContentId other : alike) {
            others.append(other.value);
        }
        if (view->gold) {
            lines << tr("gold\t%1").arg(view->gold->join(QStringLiteral(", ")));
        }
        if (call.options.isSet(alikeOption)) {
            lines << tr("%n near duplicate(s) answered alike.", nullptr, int(alike.size()));
        }
        call.output.answer({{QStringLiteral("content"), id.value},
                            {QStringLiteral("items"), items},
                            {QStringLiteral("gold"),
                             view->gold ? QJsonValue(QJsonArray::fromStringList(*view->gold)) : QJsonValue()},
                            {QStringLiteral("alike"), others}},
                           lines.isEmpty() ? tr("Nobody has given this item topics yet.")
                                           : lines.join(u'\n'));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeAnnotate() {
    return std::make_unique<Annotate>();
}

} // namespace moderato::cli
