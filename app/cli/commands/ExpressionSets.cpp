#include "app/cli/Person.h"
#include "app/cli/commands/ExpressionActions.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace moderato::cli::expressions {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionsCommand)
};

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

/// A share from an option in percent.
Status takeShare(const Invocation& call, const QString& option, double& share) {
    if (!call.options.isSet(option)) {
        return {};
    }
    bool isNumber = false;
    const double percent = call.options.value(option).toDouble(&isNumber);
    if (!isNumber || !(percent >= 0 && percent <= 100)) {
        return Error::invalid(Text::tr("--%1 takes percent, from 0 to 100.").arg(option));
    }
    share = percent / 100;
    return {};
}

Result<std::vector<usecases::SetProposal>> proposalsOf(const Invocation& call) {
    usecases::ProposalRules rules;
    for (const Status& taken : {takeShare(call, aboveOption, rules.positiveFrom),
                                takeShare(call, belowOption, rules.negativeBelow)}) {
        if (!taken.ok()) {
            return taken.error();
        }
    }
    if (call.options.isSet(leastOption)) {
        bool isNumber = false;
        rules.minimumReaders = call.options.value(leastOption).toInt(&isNumber);
        if (!isNumber || rules.minimumReaders < 1) {
            return Error::invalid(Text::tr("--readers takes a number, 1 or more."));
        }
    }
    return call.workspace.expressionSets().proposals(rules);
}

Status answerProposal(Invocation& call,
                      Status (usecases::ExpressionSets::*answer)(const usecases::SetProposal&,
                                                                 const QString&)) {
    const auto proposals = proposalsOf(call);
    if (!proposals.ok()) {
        return proposals.error();
    }
    const QString category = domain::categoryCode(call.arguments[2]);
    for (const usecases::SetProposal& proposal : *proposals) {
        if (proposal.category == category && proposal.feature == call.arguments[3]) {
            const Status done = (call.workspace.expressionSets().*answer)(proposal, personOf(call.options));
            if (done.ok()) {
                call.output.answer(jsonOf(proposal), Text::tr("Written down."));
            }
            return done;
        }
    }
    return Error::notFound(
        Text::tr("Nothing of the kind is proposed; moderato expressions sets propose lists what is."));
}

} // namespace

Status listSets(Invocation& call) {
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

Status editSet(Invocation& call) {
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
        return Error::invalid(Text::tr("Say what the set should be with --positive or --negative."));
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
    call.output.answer(jsonOf(wanted), Text::tr("The set of %1 is changed.").arg(wanted.category));
    return {};
}

Status propose(Invocation& call) {
    const auto proposals = proposalsOf(call);
    if (!proposals.ok()) {
        return proposals.error();
    }
    QJsonArray items;
    QStringList lines;
    for (const usecases::SetProposal& proposal : *proposals) {
        items.append(jsonOf(proposal));
        lines << Text::tr("%1\t%2 %3\t%4 % of n = %5 (%6 … %7)")
                     .arg(proposal.category, proposal.positive ? QStringLiteral("+") : QStringLiteral("−"),
                          proposal.feature)
                     .arg(100 * proposal.share, 0, 'f', 0)
                     .arg(proposal.readers)
                     .arg(100 * proposal.low, 0, 'f', 0)
                     .arg(100 * proposal.high, 0, 'f', 0);
    }
    call.output.answer({{QStringLiteral("items"), items}},
                       lines.isEmpty() ? Text::tr("Readers' results propose nothing.") : lines.join(u'\n'));
    return {};
}

Status accept(Invocation& call) {
    return answerProposal(call, &usecases::ExpressionSets::accept);
}

Status refuse(Invocation& call) {
    return answerProposal(call, &usecases::ExpressionSets::refuse);
}

Status history(Invocation& call) {
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

} // namespace moderato::cli::expressions
