#include "app/cli/CommandTable.h"

#include "app/cli/Limit.h"
#include "app/cli/Person.h"
#include "app/cli/commands/ExpressionActions.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace moderato::cli {

namespace expressions {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionsCommand)
};

} // namespace

QString signedNumber(double value, int decimals) {
    return (value > 0 ? QStringLiteral("+") : QString()) + QString::number(value, 'f', decimals);
}

QStringList featuresIn(const QString& list) {
    QStringList features;
    for (const QString& one : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        features << one.trimmed();
    }
    return features;
}

Result<usecases::ExpressionRule> ruleOf(const Invocation& call) {
    if (!call.options.isSet(ruleOption)) {
        return usecases::ExpressionRule::Document;
    }
    const QString given = call.options.value(ruleOption);
    const auto rule = usecases::expressionRuleFromCode(given);
    return rule ? Result(*rule)
                : Result<usecases::ExpressionRule>(Error::invalid(
                      Text::tr("There is no rule “%1”; there are document and sequential.").arg(given)));
}

Result<domain::ContentId> itemOf(const Invocation& call) {
    if (!call.options.isSet(itemOption)) {
        return Error::invalid(Text::tr("Say of which item with --item."));
    }
    return storage::ContentRepository(call.workspace.library().reader())
        .resolve(call.options.value(itemOption));
}

} // namespace expressions

using namespace expressions;

namespace {

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
            tr("import FILE (match results as JSONL, or with --item a file about one face, or aggregates of "
               "many readers); match CATEGORY FEATURE,… (what a face that shows these scores); aggregate "
               "(what "
               "readers say of items); flag (judges all items that have readers); series list, series remove "
               "NAME (an item's ready-made aggregates); mapping list, mapping set FORMAT FEATURE RULE (how "
               "another program's signals become features; RULE may be none or shipped); sets list, sets "
               "edit "
               "CATEGORY, sets propose, sets accept CATEGORY FEATURE, sets refuse CATEGORY FEATURE, sets "
               "history."),
            QStringLiteral("ACTION [ARGUMENT…]"));
        parser.addOption({ruleOption,
                          tr("import, flag: what raises flags, document (a share of readers, the default) or "
                             "sequential (log-likelihood ratio with the readers' estimated reliability)."),
                          QStringLiteral("RULE")});
        parser.addOption({itemOption,
                          tr("aggregate, series: only this item. import: FILE is what OpenFace, Py-Feat, "
                             "MediaPipe or iMotions measured of one reader in front of this item, or "
                             "aggregates (time, signal, value, n) of many."),
                          QStringLiteral("ITEM")});
        parser.addOption(
            {readerOption, tr("import --item: the reader's pseudonym."), QStringLiteral("READER")});
        parser.addOption(
            {formatOption,
             tr("import --item: openface, pyfeat, mediapipe, affdex, facet or series; without it, "
                "recognised."),
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
        parser.addOption(
            {aboveOption,
             tr("sets propose, accept, refuse: a feature that more readers show becomes positive "
                "(90)."),
             QStringLiteral("PERCENT")});
        parser.addOption({belowOption,
                          tr("sets propose, accept, refuse: one that fewer show becomes negative (10)."),
                          QStringLiteral("PERCENT")});
        parser.addOption({leastOption,
                          tr("sets propose, accept, refuse: of no fewer readers than this (10)."),
                          QStringLiteral("COUNT")});
        declarePerson(parser);
        declareLimit(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 5; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        static const QStringList reading{QStringLiteral("match"), QStringLiteral("aggregate")};
        static const QStringList ofSeveral{QStringLiteral("sets"), QStringLiteral("series"),
                                           QStringLiteral("mapping")};
        static const QStringList readingOfThem{QString(), QStringLiteral("list"), QStringLiteral("propose"),
                                               QStringLiteral("history")};
        return ofSeveral.contains(arguments.value(0)) ? !readingOfThem.contains(arguments.value(1))
                                                      : !reading.contains(arguments.value(0));
    }

    Status run(Invocation& call) const override {
        struct Action {
            const char* name;
            int arguments;
            Status (*run)(Invocation&);
        };
        static constexpr std::array actions = {Action{"import", 1, import},
                                               Action{"match", 2, match},
                                               Action{"aggregate", 0, aggregate},
                                               Action{"flag", 0, flag},
                                               Action{"series", 0, listSeries},
                                               Action{"series list", 0, listSeries},
                                               Action{"series remove", 1, removeSeries},
                                               Action{"mapping", 0, listRules},
                                               Action{"mapping list", 0, listRules},
                                               Action{"mapping set", 3, setRule},
                                               Action{"sets", 0, listSets},
                                               Action{"sets list", 0, listSets},
                                               Action{"sets edit", 1, editSet},
                                               Action{"sets propose", 0, propose},
                                               Action{"sets accept", 2, accept},
                                               Action{"sets refuse", 2, refuse},
                                               Action{"sets history", 0, history}};
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
            const auto found = itemOf(call);
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
};

/// The reader's right to be forgotten (S4.9).
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
        const auto deleted = call.workspace.expressions().forgetReader(call.arguments.first());
        if (!deleted.ok()) {
            return deleted.error();
        }
        call.output.answer({{QStringLiteral("deleted"), *deleted}}, tr("%1 sessions deleted.").arg(*deleted));
        return {};
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
