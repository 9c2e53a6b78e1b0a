#include "app/cli/CommandTable.h"

#include "app/cli/Limit.h"
#include "app/cli/Person.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace moderato::cli {

namespace {

const QString ruleOption = QStringLiteral("rule");
const QString itemOption = QStringLiteral("item");
const QString readerOption = QStringLiteral("reader");
const QString formatOption = QStringLiteral("format");
const QString mappingOption = QStringLiteral("mapping");
const QString acceptOption = QStringLiteral("accept");
const QString positiveOption = QStringLiteral("positive");
const QString negativeOption = QStringLiteral("negative");

QString signedNumber(double value, int decimals) {
    return (value > 0 ? QStringLiteral("+") : QString()) + QString::number(value, 'f', decimals);
}

QJsonObject jsonOf(const usecases::Reliability& reliability) {
    return {{QStringLiteral("known"), reliability.known},
            {QStringLiteral("against_where_wrong"), reliability.all.whereWrong},
            {QStringLiteral("against_where_right"), reliability.all.whereRight},
            {QStringLiteral("share_wrong"), reliability.wrong},
            {QStringLiteral("gain"), reliability.gain}};
}

QJsonValue jsonOf(const std::optional<domain::ExpressionEvidence>& evidence) {
    if (!evidence) {
        return {};
    }
    return QJsonObject{{QStringLiteral("finding"), toCode(evidence->finding)},
                       {QStringLiteral("log_ratio"), evidence->logRatio},
                       {QStringLiteral("n"), evidence->readers},
                       {QStringLiteral("readers_to_go"), evidence->readersToGo}};
}

QJsonObject jsonOf(const usecases::MatchExpressions::Judged& judged) {
    const domain::ExpressionAggregate& found = judged.expressions.aggregate;
    QJsonArray features;
    for (const auto& share : found.features) {
        features.append(QJsonObject{{QStringLiteral("feature"), share.feature},
                                    {QStringLiteral("positive"), share.positive},
                                    {QStringLiteral("count"), share.count},
                                    {QStringLiteral("n"), found.readers}});
    }
    QJsonObject results;
    for (auto it = found.results.begin(); it != found.results.end(); ++it) {
        results[QString::number(it.key())] = it.value();
    }
    return {{QStringLiteral("id"), judged.content.value},
            {QStringLiteral("title"), judged.title},
            {QStringLiteral("category"), judged.expressions.category},
            {QStringLiteral("n"), found.readers},
            {QStringLiteral("below"), found.below},
            {QStringLiteral("mean"), found.mean},
            {QStringLiteral("low"), found.low},
            {QStringLiteral("high"), found.high},
            {QStringLiteral("results"), results},
            {QStringLiteral("features"), features},
            {QStringLiteral("document"), toCode(judged.expressions.byDocument)},
            {QStringLiteral("sequential"), jsonOf(judged.expressions.evidence)}};
}

QJsonObject jsonOf(const domain::ExpressionSet& set) {
    return {{QStringLiteral("category"), set.category},
            {QStringLiteral("positive"), QJsonArray::fromStringList(set.positive)},
            {QStringLiteral("negative"), QJsonArray::fromStringList(set.negative)}};
}

QJsonObject jsonOf(const usecases::SetProposal& proposal) {
    return {
        {QStringLiteral("category"), proposal.category},
        {QStringLiteral("feature"), proposal.feature},
        {QStringLiteral("side"), proposal.positive ? QStringLiteral("positive") : QStringLiteral("negative")},
        {QStringLiteral("n"), proposal.readers},
        {QStringLiteral("share"), proposal.share},
        {QStringLiteral("low"), proposal.low},
        {QStringLiteral("high"), proposal.high},
        {QStringLiteral("on_other_side"), proposal.isOnOtherSide}};
}

QJsonObject jsonOf(const domain::ExpressionSetChange& change) {
    return {
        {QStringLiteral("at"), toIso(change.at)},
        {QStringLiteral("person"), change.person},
        {QStringLiteral("category"), change.category},
        {QStringLiteral("side"), change.positive ? QStringLiteral("positive") : QStringLiteral("negative")},
        {QStringLiteral("feature"), change.feature},
        {QStringLiteral("change"), toCode(change.kind)},
        {QStringLiteral("n"), change.readers ? QJsonValue(*change.readers) : QJsonValue()},
        {QStringLiteral("share"), change.share ? QJsonValue(*change.share) : QJsonValue()}};
}

QJsonObject jsonOf(const usecases::MatchExpressions::FaceSession& session) {
    const usecases::ExpressionFindings& found = session.findings;
    QJsonArray untold;
    for (const usecases::FeatureFinding& finding : found.features) {
        if (!finding.told) {
            untold.append(QJsonObject{{QStringLiteral("feature"), finding.feature},
                                      {QStringLiteral("reason"), finding.reason}});
        }
    }
    const usecases::ExpressionAlignment& alignment = found.alignment;
    constexpr double microseconds = 1e6;
    return {{QStringLiteral("new"), session.isNew},
            {QStringLiteral("format"), interchange::formatCode(found.layout.format)},
            {QStringLiteral("features"), QJsonArray::fromStringList(found.present())},
            {QStringLiteral("untold"), untold},
            {QStringLiteral("result"), session.matchResult},
            {QStringLiteral("flagged"), session.isFlagged},
            {QStringLiteral("frames"), found.frames},
            {QStringLiteral("usable"), found.usable},
            {QStringLiteral("without_face"), found.withoutFace},
            {QStringLiteral("alignment"),
             QJsonObject{{QStringLiteral("frames_per_second"), alignment.framesPerSecond},
                         {QStringLiteral("seconds"), double(alignment.duration.count()) / microseconds},
                         {QStringLiteral("dropped_frames"), alignment.droppedFrames},
                         {QStringLiteral("sentences"), QJsonArray::fromStringList(alignment.sentences)}}}};
}

QStringList featuresIn(const QString& list) {
    QStringList features;
    for (const QString& one : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        features << one.trimmed();
    }
    return features;
}

class Expressions final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ExpressionsCommand)

public:
    QString name() const override { return QStringLiteral("expressions"); }
    QString summary() const override {
        return tr(
            "Readers' faces against what a category should evoke: import, match, aggregate, flag, sets.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("ACTION"),
            tr("import FILE (match results as JSONL, or with --item a file about one face); match CATEGORY "
               "FEATURE,… (what a face that shows these "
               "scores); aggregate (what readers say of items); flag (judges all items that have readers); "
               "sets list, sets edit CATEGORY, sets propose, sets accept CATEGORY FEATURE, sets refuse "
               "CATEGORY "
               "FEATURE, sets history; forget READER."),
            QStringLiteral("ACTION [ARGUMENT…]"));
        parser.addOption({ruleOption,
                          tr("import, flag: what raises flags, document (a share of readers, the default) or "
                             "sequential (log-likelihood ratio with the readers' estimated reliability)."),
                          QStringLiteral("RULE")});
        parser.addOption(
            {itemOption,
             tr("aggregate: only this item. import: FILE is what OpenFace, Py-Feat, MediaPipe or "
                "iMotions measured of one reader in front of this item."),
             QStringLiteral("ITEM")});
        parser.addOption(
            {readerOption, tr("import --item: the reader's pseudonym."), QStringLiteral("READER")});
        parser.addOption(
            {formatOption,
             tr("import --item: openface, pyfeat, mediapipe, affdex or facet; without it, recognised."),
             QStringLiteral("FORMAT")});
        parser.addOption(
            {mappingOption,
             tr("import --item: a table of one's own that makes features out of the file's signals."),
             QStringLiteral("FILE")});
        parser.addOption(
            {acceptOption, tr("import --item: take the file although it does not seem to fit the item.")});
        parser.addOption({positiveOption, tr("sets edit: what the category should evoke, split by commas."),
                          QStringLiteral("FEATURES")});
        parser.addOption(
            {negativeOption, tr("sets edit: what it should not evoke."), QStringLiteral("FEATURES")});
        declarePerson(parser);
        declareLimit(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 4; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        static const QStringList reading{QStringLiteral("match"), QStringLiteral("aggregate")};
        static const QStringList readingSets{QString(), QStringLiteral("list"), QStringLiteral("propose"),
                                             QStringLiteral("history")};
        return arguments.value(0) == QLatin1String("sets") ? !readingSets.contains(arguments.value(1))
                                                           : !reading.contains(arguments.value(0));
    }

    Status run(Invocation& call) const override {
        struct Action {
            const char* name;
            int arguments;
            Status (*run)(Invocation&);
        };
        static constexpr std::array actions = {
            Action{"import", 1, import},        Action{"match", 2, match},
            Action{"aggregate", 0, aggregate},  Action{"flag", 0, flag},
            Action{"forget", 1, forget},        Action{"sets", 0, listSets},
            Action{"sets list", 0, listSets},   Action{"sets edit", 1, editSet},
            Action{"sets propose", 0, propose}, Action{"sets accept", 2, accept},
            Action{"sets refuse", 2, refuse},   Action{"sets history", 0, history}};
        for (const Action& action : actions) {
            const QStringList words = QString::fromLatin1(action.name).split(QLatin1Char(' '));
            if (call.arguments.mid(0, words.size()) == words &&
                call.arguments.size() == words.size() + action.arguments) {
                return action.run(call);
            }
        }
        return Error::invalid(tr("“expressions %1” is not understood; moderato expressions --help lists what "
                                 "there is and what it wants.")
                                  .arg(call.arguments.join(QLatin1Char(' '))));
    }

private:
    static Result<usecases::ExpressionRule> ruleOf(const Invocation& call) {
        if (!call.options.isSet(ruleOption)) {
            return usecases::ExpressionRule::Document;
        }
        const QString given = call.options.value(ruleOption);
        const auto rule = usecases::expressionRuleFromCode(given);
        return rule ? Result(*rule)
                    : Result<usecases::ExpressionRule>(Error::invalid(
                          tr("There is no rule “%1”; there are document and sequential.").arg(given)));
    }

    static Status import(Invocation& call) {
        if (call.options.isSet(itemOption)) {
            return importFace(call);
        }
        const auto rule = ruleOf(call);
        if (!rule.ok()) {
            return rule.error();
        }
        const auto report = call.workspace.expressions().importFile(call.path(call.arguments.last()),
                                                                    call.context, {}, *rule);
        if (!report.ok()) {
            return report.error();
        }
        QJsonArray errors;
        for (const usecases::IngestProblem& problem : report->problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
            errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                      {QStringLiteral("line"), problem.line},
                                      {QStringLiteral("reason"), problem.reason}});
        }
        call.output.answer(
            {{QStringLiteral("imported"), report->imported},
             {QStringLiteral("flagged"), report->flagged},
             {QStringLiteral("errors"), errors}},
            tr("%1 sessions imported, %2 items flagged.").arg(report->imported).arg(report->flagged));
        return {};
    }

    static Result<usecases::MatchExpressions::FaceFile> faceFileOf(const Invocation& call) {
        const auto item = storage::ContentRepository(call.workspace.library().reader())
                              .resolve(call.options.value(itemOption));
        if (!item.ok()) {
            return item.error();
        }
        usecases::MatchExpressions::FaceFile file;
        file.path = call.path(call.arguments.last());
        file.item = *item;
        file.reader = call.options.value(readerOption);
        file.acceptAnyway = call.options.isSet(acceptOption);
        if (call.options.isSet(mappingOption)) {
            file.mapping = call.path(call.options.value(mappingOption));
        }
        if (call.options.isSet(formatOption)) {
            file.format = interchange::formatOf(call.options.value(formatOption));
            if (!file.format) {
                return Error::invalid(
                    tr("There is no format “%1”; there are openface, pyfeat, mediapipe, affdex "
                       "and facet.")
                        .arg(call.options.value(formatOption)));
            }
        }
        return file;
    }

    static Status importFace(Invocation& call) {
        const auto file = faceFileOf(call);
        if (!file.ok()) {
            return file.error();
        }
        const auto done = call.workspace.expressions().importFaceFile(*file, call.context);
        if (!done.ok()) {
            return done.error();
        }
        for (const interchange::ReadProblem& problem : done->findings.problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
        }
        for (const QString& sentence : done->findings.alignment.sentences) {
            call.output.warn(sentence);
        }
        if (!done->isAccepted) {
            return Error::invalid(
                tr("The file does not seem to belong to the item, so nothing was stored; look at "
                   "the lines above, and say --accept if it does."));
        }
        call.output.answer(jsonOf(*done), (done->isNew ? tr("One session imported; match result %1.")
                                                       : tr("The session is there already; match result %1."))
                                              .arg(signedNumber(done->matchResult, 0)));
        return {};
    }

    static Status match(Invocation& call) {
        const auto sets = call.workspace.expressionSets().sets();
        if (!sets.ok()) {
            return sets.error();
        }
        const QString category = domain::categoryCode(call.arguments[1]);
        const auto set = std::find_if(sets->begin(), sets->end(), [&](const domain::ExpressionSet& one) {
            return one.category == category;
        });
        if (set == sets->end()) {
            return Error::notFound(tr("The category “%1” has no expression set; moderato expressions sets "
                                      "lists those there are.")
                                       .arg(call.arguments[1]));
        }
        QStringList features = featuresIn(call.arguments[2]);
        features.removeDuplicates();
        QStringList positive, negative;
        for (const QString& feature : std::as_const(features)) {
            positive << (set->positive.contains(feature) ? QStringList{feature} : QStringList());
            negative << (set->negative.contains(feature) ? QStringList{feature} : QStringList());
        }
        const int result = usecases::matchResult(features, *set);
        call.output.answer({{QStringLiteral("category"), category},
                            {QStringLiteral("result"), result},
                            {QStringLiteral("positive"), QJsonArray::fromStringList(positive)},
                            {QStringLiteral("negative"), QJsonArray::fromStringList(negative)}},
                           tr("%1 (for: %2; against: %3)")
                               .arg(signedNumber(result, 0), positive.join(QStringLiteral(", ")),
                                    negative.join(QStringLiteral(", "))));
        return {};
    }

    static Status aggregate(Invocation& call) {
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        std::optional<domain::ContentId> item;
        if (call.options.isSet(itemOption)) {
            const auto found = storage::ContentRepository(call.workspace.library().reader())
                                   .resolve(call.options.value(itemOption));
            if (!found.ok()) {
                return found.error();
            }
            item = *found;
        }
        const auto judged = call.workspace.expressions().judged(item);
        if (!judged.ok()) {
            return judged.error();
        }
        QJsonArray items;
        QStringList lines;
        for (std::size_t i = 0; i < std::min(judged->size(), std::size_t(*limit)); ++i) {
            const auto& one = (*judged)[i];
            const domain::ExpressionAggregate& found = one.expressions.aggregate;
            items.append(jsonOf(one));
            lines << QStringLiteral("%1\t%2\tn = %3\t%4 (%5 … %6)\t%7\t%8\t%9")
                         .arg(one.content.value)
                         .arg(one.expressions.category)
                         .arg(found.readers)
                         .arg(signedNumber(found.mean, 2), signedNumber(found.low, 2),
                              signedNumber(found.high, 2), toCode(one.expressions.byDocument),
                              one.expressions.evidence ? toCode(one.expressions.evidence->finding)
                                                       : QStringLiteral("–"),
                              one.title);
        }
        call.output.answer(
            {{QStringLiteral("items"), items}, {QStringLiteral("total"), qint64(judged->size())}},
            lines.isEmpty() ? tr("No item has readers yet.") : lines.join(u'\n'));
        return {};
    }

    static Status flag(Invocation& call) {
        const auto rule = ruleOf(call);
        if (!rule.ok()) {
            return rule.error();
        }
        const auto done = call.workspace.expressions().flag(*rule, call.context);
        if (!done.ok()) {
            return done.error();
        }
        call.output.answer(
            {{QStringLiteral("rule"), toCode(*rule)},
             {QStringLiteral("items"), done->items},
             {QStringLiteral("flagged"), done->flagged},
             {QStringLiteral("reliability"), jsonOf(done->reliability)}},
            tr("%1 of %2 items with readers are flagged.").arg(done->flagged).arg(done->items));
        return {};
    }

    static Status forget(Invocation& call) { return forgetReader(call, call.arguments.last()); }

    static Status listSets(Invocation& call) {
        const auto sets = call.workspace.expressionSets().sets();
        if (!sets.ok()) {
            return sets.error();
        }
        QJsonArray items;
        QStringList lines;
        for (const domain::ExpressionSet& set : *sets) {
            items.append(jsonOf(set));
            lines << QStringLiteral("%1\t+ %2\t− %3")
                         .arg(set.category, set.positive.join(QStringLiteral(", ")),
                              set.negative.join(QStringLiteral(", ")));
        }
        call.output.answer({{QStringLiteral("items"), items}}, lines.join(u'\n'));
        return {};
    }

    static Status editSet(Invocation& call) {
        const auto sets = call.workspace.expressionSets().sets();
        if (!sets.ok()) {
            return sets.error();
        }
        domain::ExpressionSet wanted{domain::categoryCode(call.arguments[2]), {}, {}};
        const auto known = std::find_if(sets->begin(), sets->end(), [&](const domain::ExpressionSet& one) {
            return one.category == wanted.category;
        });
        wanted = known != sets->end() ? *known : wanted;
        if (!call.options.isSet(positiveOption) && !call.options.isSet(negativeOption)) {
            return Error::invalid(tr("Say what the set should be with --positive or --negative."));
        }
        if (call.options.isSet(positiveOption)) {
            wanted.positive = featuresIn(call.options.value(positiveOption));
        }
        if (call.options.isSet(negativeOption)) {
            wanted.negative = featuresIn(call.options.value(negativeOption));
        }
        if (const Status edited = call.workspace.expressionSets().edit(wanted, personOf(call.options));
            !edited.ok()) {
            return edited;
        }
        call.output.answer(jsonOf(wanted), tr("The set of %1 is changed.").arg(wanted.category));
        return {};
    }

    static Status propose(Invocation& call) {
        const auto proposals = call.workspace.expressionSets().proposals();
        if (!proposals.ok()) {
            return proposals.error();
        }
        QJsonArray items;
        QStringList lines;
        for (const usecases::SetProposal& proposal : *proposals) {
            items.append(jsonOf(proposal));
            lines << tr("%1\t%2 %3\t%4 % of n = %5 (%6 … %7)")
                         .arg(proposal.category,
                              proposal.positive ? QStringLiteral("+") : QStringLiteral("−"), proposal.feature)
                         .arg(100 * proposal.share, 0, 'f', 0)
                         .arg(proposal.readers)
                         .arg(100 * proposal.low, 0, 'f', 0)
                         .arg(100 * proposal.high, 0, 'f', 0);
        }
        call.output.answer({{QStringLiteral("items"), items}},
                           lines.isEmpty() ? tr("Readers' results propose nothing.") : lines.join(u'\n'));
        return {};
    }

    static Status accept(Invocation& call) { return answerProposal(call, &usecases::ExpressionSets::accept); }
    static Status refuse(Invocation& call) { return answerProposal(call, &usecases::ExpressionSets::refuse); }

    static Status answerProposal(Invocation& call,
                                 Status (usecases::ExpressionSets::*answer)(const usecases::SetProposal&,
                                                                            const QString&)) {
        const auto proposals = call.workspace.expressionSets().proposals();
        if (!proposals.ok()) {
            return proposals.error();
        }
        const QString category = domain::categoryCode(call.arguments[2]);
        for (const usecases::SetProposal& proposal : *proposals) {
            if (proposal.category == category && proposal.feature == call.arguments[3]) {
                const Status done =
                    (call.workspace.expressionSets().*answer)(proposal, personOf(call.options));
                if (done.ok()) {
                    call.output.answer(jsonOf(proposal), tr("Written down."));
                }
                return done;
            }
        }
        return Error::notFound(
            tr("Nothing of the kind is proposed; moderato expressions sets propose lists what is."));
    }

    static Status history(Invocation& call) {
        const auto changes = call.workspace.expressionSets().history();
        if (!changes.ok()) {
            return changes.error();
        }
        QJsonArray items;
        QStringList lines;
        for (const domain::ExpressionSetChange& change : *changes) {
            items.append(jsonOf(change));
            lines << QStringLiteral("%1\t%2\t%3\t%4 %5 %6")
                         .arg(toIso(change.at), change.person, change.category, toCode(change.kind),
                              change.positive ? QStringLiteral("+") : QStringLiteral("−"), change.feature);
        }
        call.output.answer({{QStringLiteral("items"), items}}, lines.join(u'\n'));
        return {};
    }

public:
    static Status forgetReader(Invocation& call, const QString& reader) {
        const auto deleted = call.workspace.expressions().forgetReader(reader);
        if (!deleted.ok()) {
            return deleted.error();
        }
        call.output.answer({{QStringLiteral("deleted"), *deleted}}, tr("%1 sessions deleted.").arg(*deleted));
        return {};
    }
};

/// The reader's right to be forgotten under a name of its own (S4.9).
class ForgetReader final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ForgetReaderCommand)

public:
    QString name() const override { return QStringLiteral("forget-reader"); }
    QString summary() const override {
        return tr("Deletes all that was recorded of a reader's face, and what was made of it.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("READER"), tr("The reader's pseudonym."));
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }
    Status run(Invocation& call) const override {
        return Expressions::forgetReader(call, call.arguments.first());
    }
};

} // namespace

std::unique_ptr<Command> makeExpressions() {
    return std::make_unique<Expressions>();
}

std::unique_ptr<Command> makeForgetReader() {
    return std::make_unique<ForgetReader>();
}

} // namespace moderato::cli
