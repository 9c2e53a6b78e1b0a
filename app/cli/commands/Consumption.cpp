#include "app/cli/CommandTable.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/ConsumptionImport.h"
#include "core/usecases/GivenLabels.h"
#include "core/usecases/QualityLabels.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString importAction = QStringLiteral("import");
const QString labelAction = QStringLiteral("label");
const QString expertAction = QStringLiteral("expert");
const QString passOnAction = QStringLiteral("pass-on");
const QString similarityOption = QStringLiteral("similarity");
const QString referenceOption = QStringLiteral("reference");
const QString levelsOption = QStringLiteral("levels");
const QString verdictOption = QStringLiteral("verdict-share");
const QString minimumOption = QStringLiteral("minimum-impressions");

using usecases::QualityRules;

class Consumption final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConsumptionCommand)

public:
    QString name() const override { return QStringLiteral("consumption"); }
    QString summary() const override {
        return tr("Takes in how people consumed content, and labels its quality by that.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("ACTION"),
            tr("import FILE… (CSV or JSONL: external_id, window, impressions, "
               "clicks, dwell_ms, likes, dislikes, comments, shares, views), label, "
               "expert ITEM TASK positive|negative|none (a label of a person), or pass-on "
               "(labels, to near duplicates without)."));
        parser.addOption({referenceOption,
                          tr("What items of the same window are compared with: mean or median. Kept for the "
                             "library."),
                          QStringLiteral("REFERENCE")});
        parser.addOption(
            {levelsOption,
             tr("More levels than above and below: the degrees that divide them, like 20,40,60,80; none: "
                "two levels again. Kept for the library."),
             QStringLiteral("DEGREES")});
        parser.addOption({verdictOption,
                          tr("An item's verdict is good when more than this share of its tasks are positive. "
                             "Kept for the library."),
                          QStringLiteral("SHARE")});
        parser.addOption({minimumOption,
                          tr("Items that were shown less often get no label. Kept for the library."),
                          QStringLiteral("N")});
        parser.addOption(
            {similarityOption,
             tr("How much alike near duplicates are at least to whom labels are passed on, 0 to 1."),
             QStringLiteral("S"), QStringLiteral("0.8")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1000; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        const QString action = call.arguments.first();
        if (action == importAction && call.arguments.size() > 1) {
            return import(call);
        }
        if (action == labelAction && call.arguments.size() == 1) {
            return label(call);
        }
        if (action == expertAction && call.arguments.size() == 4) {
            return expert(call);
        }
        if (action == passOnAction && call.arguments.size() == 1) {
            return passOn(call);
        }
        return Error::invalid(
            tr("Write consumption import FILE…, consumption label, consumption expert ITEM TASK "
               "positive|negative|none, or consumption pass-on."));
    }

private:
    static Status expert(Invocation& call) {
        const QString value = call.arguments[3];
        if (value != QLatin1String("positive") && value != QLatin1String("negative") &&
            value != QLatin1String("none")) {
            return Error::invalid(tr("A label is positive, negative or none, not “%1”.").arg(value));
        }
        const auto item =
            storage::ContentRepository(call.workspace.library().reader()).resolve(call.arguments[1]);
        if (!item.ok()) {
            return item.error();
        }
        const std::optional<bool> label =
            value == QLatin1String("none") ? std::nullopt : std::optional(value == QLatin1String("positive"));
        const Status given = usecases::GivenLabels(call.workspace.library(), SystemClock())
                                 .give(*item, call.arguments[2], label);
        if (given.ok()) {
            call.output.answer({{QStringLiteral("item"), item->value},
                                {QStringLiteral("task"), call.arguments[2]},
                                {QStringLiteral("label"), value}},
                               tr("%1 of item %2: %3.").arg(call.arguments[2]).arg(item->value).arg(value));
        }
        return given;
    }

    static Status passOn(Invocation& call) {
        bool ok = false;
        const double similarity = call.options.value(similarityOption).toDouble(&ok);
        if (!ok || similarity < 0 || similarity > 1) {
            return Error::invalid(tr("--%1 is a number from 0 to 1.").arg(similarityOption));
        }
        const auto passed =
            usecases::GivenLabels(call.workspace.library(), SystemClock()).passOn(similarity, call.context);
        if (!passed.ok()) {
            return passed.error();
        }
        call.output.answer({{QStringLiteral("labels"), *passed}},
                           tr("%n label(s) are passed on from similar content.", nullptr, int(*passed)));
        return {};
    }

    static Status import(Invocation& call) {
        usecases::ConsumptionReport all;
        for (const QString& file : call.arguments.mid(1)) {
            const auto report =
                usecases::importConsumption(call.workspace.library(), call.path(file), call.context);
            if (!report.ok()) {
                return report.error();
            }
            for (const usecases::IngestProblem& problem : report->problems) {
                call.output.warn(
                    tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
            }
            all.imported += report->imported;
            all.unusable += report->unusable;
        }
        const auto changed = call.workspace.quality().recompute(call.context);
        if (!changed.ok()) {
            return changed.error();
        }
        call.output.answer({{QStringLiteral("imported"), all.imported},
                            {QStringLiteral("unusable"), all.unusable},
                            {QStringLiteral("labels_changed"), *changed}},
                           tr("Figures taken in: %1. Lines that could not be used: %2. Labels changed: %3.")
                               .arg(all.imported)
                               .arg(all.unusable)
                               .arg(*changed));
        return {};
    }

    static Result<QualityRules> rulesFrom(Invocation& call) {
        auto rules = call.workspace.quality().rules();
        if (!rules.ok()) {
            return rules;
        }
        if (call.options.isSet(referenceOption)) {
            const QString reference = call.options.value(referenceOption);
            if (reference != QLatin1String("mean") && reference != QLatin1String("median")) {
                return Error::invalid(tr("The reference is mean or median, not “%1”.").arg(reference));
            }
            rules->reference = reference == QLatin1String("mean") ? QualityRules::Reference::Mean
                                                                  : QualityRules::Reference::Median;
        }
        if (call.options.isSet(levelsOption)) {
            rules->levels.clear();
            const QString levels = call.options.value(levelsOption);
            for (const QString& level : levels.split(u',', Qt::SkipEmptyParts)) {
                bool ok = levels == QLatin1String("none");
                if (!ok) {
                    rules->levels.push_back(level.toDouble(&ok));
                }
                if (!ok) {
                    return Error::invalid(tr("“%1” is no degree; write --levels 20,40,60,80.").arg(level));
                }
            }
        }
        if (call.options.isSet(verdictOption)) {
            bool ok = false;
            rules->verdictShare = call.options.value(verdictOption).toDouble(&ok);
            if (!ok) {
                return Error::invalid(tr("--%1 is a share like 0.5.").arg(verdictOption));
            }
        }
        if (call.options.isSet(minimumOption)) {
            bool ok = false;
            rules->minimumImpressions = call.options.value(minimumOption).toLongLong(&ok);
            if (!ok || rules->minimumImpressions < 0) {
                return Error::invalid(tr("--%1 is a whole number, 0 or more.").arg(minimumOption));
            }
        }
        return rules;
    }

    static QJsonObject toJson(const usecases::QualityTaskSummary& task) {
        QJsonArray degrees;
        for (const qint64 count : task.degrees) {
            degrees.append(count);
        }
        QJsonArray levels;
        for (const qint64 count : task.levels) {
            levels.append(count);
        }
        return {
            {QStringLiteral("levels"), levels},
            {QStringLiteral("positive"), task.positive},
            {QStringLiteral("negative"), task.negative},
            {QStringLiteral("reference"), QJsonObject{{QStringLiteral("lowest"), task.lowestReference},
                                                      {QStringLiteral("highest"), task.highestReference}}},
            {QStringLiteral("degrees"), degrees},
            {QStringLiteral("from"), task.from},
            {QStringLiteral("to"), task.to}};
    }

    static Status label(Invocation& call) {
        usecases::QualityLabels& quality = call.workspace.quality();
        const auto rules = rulesFrom(call);
        if (!rules.ok()) {
            return rules.error();
        }
        if (const Status kept = quality.setRules(*rules); !kept.ok()) {
            return kept;
        }
        const auto changed = quality.recompute(call.context);
        const auto summary = quality.summary();
        if (!changed.ok() || !summary.ok()) {
            return !changed.ok() ? changed.error() : summary.error();
        }
        QJsonObject tasks;
        QString text = tr("Labels changed: %1.").arg(*changed);
        for (const auto& [name, task] : *summary) {
            tasks[name] = toJson(task);
            text += u'\n' + tr("%1: %2 positive, %3 negative, reference %4")
                                .arg(name)
                                .arg(task.positive)
                                .arg(task.negative)
                                .arg(rangeOf(task));
        }
        const bool mean = rules->reference == QualityRules::Reference::Mean;
        call.output.answer(
            {{QStringLiteral("changed"), *changed},
             {QStringLiteral("reference"), mean ? QStringLiteral("mean") : QStringLiteral("median")},
             {QStringLiteral("minimum_impressions"), rules->minimumImpressions},
             {QStringLiteral("verdict_share"), rules->verdictShare},
             {QStringLiteral("tasks"), tasks}},
            text);
        return {};
    }

    static QString rangeOf(const usecases::QualityTaskSummary& task) {
        const QString low = QString::number(task.lowestReference, 'f', 1),
                      high = QString::number(task.highestReference, 'f', 1);
        return low == high ? low : QStringLiteral("%1–%2").arg(low, high);
    }
};

} // namespace

std::unique_ptr<Command> makeConsumption() {
    return std::make_unique<Consumption>();
}

} // namespace moderato::cli
