#include "app/cli/commands/ExpressionActions.h"
#include "core/storage/Library.h"
#include "core/usecases/ExpressionMapping.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace moderato::cli::expressions {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionsCommand)
};

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

/// Whether --format says so or, without it, the file's header.
bool isSeries(const Invocation& call) {
    constexpr auto series = interchange::ExpressionFormat::Aggregates;
    if (call.options.isSet(formatOption)) {
        return interchange::formatOf(call.options.value(formatOption)) == series;
    }
    const auto format = interchange::recognizeExpressionFile(call.path(call.arguments.last()));
    return format.ok() && *format == series;
}

Status importSeries(Invocation& call) {
    const auto item = itemOf(call);
    if (!item.ok()) {
        return item.error();
    }
    if (call.options.isSet(readerOption)) {
        return Error::invalid(Text::tr("Aggregates are of many readers: leave --reader out."));
    }
    const auto report = call.workspace.series().import(
        {call.path(call.arguments.last()), *item, call.options.isSet(acceptOption)}, call.context);
    if (!report.ok()) {
        return report.error();
    }
    for (const usecases::IngestProblem& problem : report->problems) {
        call.output.warn(Text::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
    }
    if (!report->reason.isEmpty()) {
        call.output.warn(report->reason);
    }
    if (!report->isAccepted) {
        return Error::invalid(Text::tr("The file does not seem to belong to the item, so nothing was stored; "
                                       "look at the lines above, and say --accept if it does."));
    }
    constexpr double microseconds = 1e6;
    call.output.answer({{QStringLiteral("name"), report->name},
                        {QStringLiteral("values"), report->values},
                        {QStringLiteral("signals"), report->curves},
                        {QStringLiteral("n_least"), report->fewestReaders},
                        {QStringLiteral("n_most"), report->mostReaders},
                        {QStringLiteral("seconds"), double(report->end.count()) / microseconds},
                        {QStringLiteral("problems"), qint64(report->problems.size())}},
                       Text::tr("%1: %2 values of %3 signals, n = %4 to %5.")
                           .arg(report->name)
                           .arg(report->values)
                           .arg(report->curves)
                           .arg(report->fewestReaders)
                           .arg(report->mostReaders));
    return {};
}

Result<usecases::MatchExpressions::FaceFile> faceFileOf(const Invocation& call) {
    const auto item = itemOf(call);
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
                Text::tr("There is no format “%1”; there are openface, pyfeat, mediapipe, affdex, "
                         "facet and series.")
                    .arg(call.options.value(formatOption)));
        }
    }
    return file;
}

Status importFace(Invocation& call) {
    const auto file = faceFileOf(call);
    if (!file.ok()) {
        return file.error();
    }
    const auto done = call.workspace.expressions().importFaceFile(*file, call.context);
    if (!done.ok()) {
        return done.error();
    }
    for (const interchange::ReadProblem& problem : done->findings.problems) {
        call.output.warn(Text::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
    }
    for (const QString& sentence : done->findings.alignment.sentences) {
        call.output.warn(sentence);
    }
    if (!done->isAccepted) {
        return Error::invalid(
            Text::tr("The file does not seem to belong to the item, so nothing was stored; look at "
                     "the lines above, and say --accept if it does."));
    }
    call.output.answer(jsonOf(*done),
                       (done->isNew ? Text::tr("One session imported; match result %1.")
                                    : Text::tr("The session is there already; match result %1."))
                           .arg(signedNumber(done->matchResult, 0)));
    return {};
}

} // namespace

Status import(Invocation& call) {
    if (call.options.isSet(itemOption)) {
        return isSeries(call) ? importSeries(call) : importFace(call);
    }
    const auto rule = ruleOf(call);
    if (!rule.ok()) {
        return rule.error();
    }
    const auto report =
        call.workspace.expressions().importFile(call.path(call.arguments.last()), call.context, {}, *rule);
    if (!report.ok()) {
        return report.error();
    }
    QJsonArray errors;
    for (const usecases::IngestProblem& problem : report->problems) {
        call.output.warn(Text::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
        errors.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                  {QStringLiteral("line"), problem.line},
                                  {QStringLiteral("reason"), problem.reason}});
    }
    call.output.answer(
        {{QStringLiteral("imported"), report->imported},
         {QStringLiteral("flagged"), report->flagged},
         {QStringLiteral("errors"), errors}},
        Text::tr("%1 sessions imported, %2 items flagged.").arg(report->imported).arg(report->flagged));
    return {};
}

Status listSeries(Invocation& call) {
    const auto item = itemOf(call);
    if (!item.ok()) {
        return item.error();
    }
    const auto all = call.workspace.series().of(*item);
    if (!all.ok()) {
        return all.error();
    }
    QJsonArray items;
    QStringList lines;
    constexpr double microseconds = 1e6;
    for (const domain::ExpressionSeries& series : *all) {
        QJsonArray curves;
        for (const auto& curve : series.curves) {
            QJsonArray points;
            for (const auto& point : curve.points) {
                points.append(QJsonObject{{QStringLiteral("seconds"), double(point.timeUs) / microseconds},
                                          {QStringLiteral("value"), point.value},
                                          {QStringLiteral("n"), point.readers}});
            }
            curves.append(QJsonObject{{QStringLiteral("signal"), curve.signalName},
                                      {QStringLiteral("points"), points}});
            lines << Text::tr("%1\t%2\t%3 points").arg(series.name, curve.signalName).arg(points.size());
        }
        items.append(QJsonObject{{QStringLiteral("name"), series.name},
                                 {QStringLiteral("imported_at"), toIso(series.importedAt)},
                                 {QStringLiteral("signals"), curves}});
    }
    call.output.answer({{QStringLiteral("items"), items}},
                       lines.isEmpty() ? Text::tr("The item has no aggregates.") : lines.join(u'\n'));
    return {};
}

Status removeSeries(Invocation& call) {
    const auto item = itemOf(call);
    if (!item.ok()) {
        return item.error();
    }
    const Status removed = call.workspace.series().remove(*item, call.arguments.last());
    if (removed.ok()) {
        call.output.answer({{QStringLiteral("removed"), call.arguments.last()}}, Text::tr("Removed."));
    }
    return removed;
}

Status listRules(Invocation& call) {
    const auto mapping =
        usecases::expressionMapping(usecases::resourceFolder(), {}, call.workspace.library().folder());
    const auto own = usecases::ownRules(usecases::resourceFolder(), call.workspace.library().folder());
    if (!mapping.ok() || !own.ok()) {
        return mapping.ok() ? own.error() : mapping.error();
    }
    QJsonArray items;
    QStringList lines;
    for (const auto& row : mapping->rows) {
        const bool isOwn = std::any_of(own->rows.begin(), own->rows.end(), [&row](const auto& other) {
            return other.format == row.format && other.feature == row.feature;
        });
        const QString rule = row.rule ? row.rule->text() : QStringLiteral("none");
        items.append(QJsonObject{{QStringLiteral("format"), interchange::formatCode(row.format)},
                                 {QStringLiteral("feature"), row.feature},
                                 {QStringLiteral("rule"), rule},
                                 {QStringLiteral("own"), isOwn}});
        lines << QStringLiteral("%1\t%2\t%3").arg(interchange::formatCode(row.format), row.feature, rule);
    }
    call.output.answer({{QStringLiteral("items"), items}}, lines.join(u'\n'));
    return {};
}

Status setRule(Invocation& call) {
    const auto format = interchange::formatOf(call.arguments[2]);
    if (!format || *format == interchange::ExpressionFormat::Aggregates) {
        return Error::invalid(
            Text::tr("There is no format “%1”; there are openface, pyfeat, mediapipe, affdex "
                     "and facet.")
                .arg(call.arguments[2]));
    }
    const QString rule = call.arguments[4] == QLatin1String("shipped") ? QString() : call.arguments[4];
    const Status done = usecases::setOwnRule(usecases::resourceFolder(), call.workspace.library().folder(),
                                             *format, call.arguments[3], rule);
    if (done.ok()) {
        call.output.answer({{QStringLiteral("format"), interchange::formatCode(*format)},
                            {QStringLiteral("feature"), call.arguments[3]},
                            {QStringLiteral("rule"), rule.isEmpty() ? QStringLiteral("shipped") : rule}},
                           Text::tr("Imports to come use it."));
    }
    return done;
}

} // namespace moderato::cli::expressions
