#include "core/usecases/QualityUpdate.h"
#include "app/cli/CommandTable.h"
#include "app/cli/Period.h"
#include "app/cli/TrainTable.h"
#include "core/usecases/ModelFigures.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityUpdateCommands)
};

const QString versionOption = QStringLiteral("version"), driftOption = QStringLiteral("drift"),
              dueOption = QStringLiteral("if-due"), requiredOption = QStringLiteral("required"),
              coincidenceOption = QStringLiteral("coincidence"), daysOption = QStringLiteral("days"),
              automaticOption = QStringLiteral("automatic");

void declareTask(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("TASK"), Text::tr("quality, or low_quality."));
}

Result<domain::ModelTask> taskFrom(const Invocation& call) {
    const auto task = domain::modelTaskFromCode(call.arguments.first());
    return task && isQuality(*task)
               ? Result(*task)
               : Error::invalid(
                     Text::tr("“%1” is neither quality nor low_quality.").arg(call.arguments.first()));
}

QString figure(double value) {
    return value == value ? QString::number(value, 'f', 4) : QStringLiteral("–");
}

QJsonObject jsonOf(const domain::QualityVerification& found, const QString& version) {
    QJsonObject tasks;
    QJsonArray decay, drifts;
    for (const auto& task : found.tasks) {
        tasks[task.task] = QJsonObject{{QStringLiteral("examples"), task.examples},
                                       {QStringLiteral("accuracy"), usecases::toJson(task.accuracy)},
                                       {QStringLiteral("auc"), usecases::toJson(task.auc)}};
    }
    for (const auto& age : found.decay) {
        decay.append(QJsonObject{{QStringLiteral("days"), age.days},
                                 {QStringLiteral("items"), age.items},
                                 {QStringLiteral("accuracy"), usecases::toJson(age.accuracy)}});
    }
    for (const auto& drift : found.drifts) {
        drifts.append(QJsonObject{{QStringLiteral("detector"), drift.detector},
                                  {QStringLiteral("label"), drift.label},
                                  {QStringLiteral("published"), toIso(drift.published)}});
    }
    return {{QStringLiteral("version"), version},
            {QStringLiteral("from"), toIso(found.from)},
            {QStringLiteral("to"), toIso(found.to)},
            {QStringLiteral("items"), found.items},
            {QStringLiteral("coinciding"), found.coinciding},
            {QStringLiteral("accuracy"), usecases::toJson(found.accuracy())},
            {QStringLiteral("required"), found.required},
            {QStringLiteral("below"), found.isBelow()},
            {QStringLiteral("tasks"), tasks},
            {QStringLiteral("decay"), decay},
            {QStringLiteral("drifts"), drifts}};
}

QString sentences(const domain::QualityVerification& found, const QString& version) {
    QString text = Text::tr("%1: accuracy %2 on %3 items (%4 wanted).")
                       .arg(version, figure(found.accuracy()))
                       .arg(found.items)
                       .arg(figure(found.required));
    for (const auto& task : found.tasks) {
        text += u'\n' + Text::tr("%1: AUC %2, accuracy %3 on %4 examples")
                            .arg(task.task, figure(task.auc), figure(task.accuracy))
                            .arg(task.examples);
    }
    for (const auto& age : found.decay) {
        text += u'\n' + Text::tr("up to %1 days after its data: accuracy %2 on %3 items")
                            .arg(age.days)
                            .arg(figure(age.accuracy))
                            .arg(age.items);
    }
    for (const auto& drift : found.drifts) {
        text += u'\n' + Text::tr("%1 says that it became worse after %2 labels, at %3")
                            .arg(drift.detector)
                            .arg(drift.label)
                            .arg(toIso(drift.published));
    }
    return text + (found.isBelow() ? u'\n' + Text::tr("An update is due: moderato update.") : QString());
}

QJsonObject jsonOf(const std::vector<usecases::TaskComparison>& tasks) {
    QJsonObject object;
    for (const usecases::TaskComparison& task : tasks) {
        object[task.task] = QJsonObject{
            {QStringLiteral("examples"), task.examples}, {QStringLiteral("before"), task.before},
            {QStringLiteral("after"), task.after},       {QStringLiteral("gained"), task.gained},
            {QStringLiteral("lost"), task.lost},         {QStringLiteral("p"), task.probability},
            {QStringLiteral("better"), task.isBetter()}, {QStringLiteral("worse"), task.isWorse()}};
    }
    return object;
}

QString sentences(const std::vector<usecases::TaskComparison>& tasks) {
    QStringList lines;
    for (const usecases::TaskComparison& task : tasks) {
        lines << Text::tr("%1: accuracy %2 → %3 on %4 examples, %5 labels gained, %6 lost, p %7")
                     .arg(task.task, figure(task.before), figure(task.after))
                     .arg(task.examples)
                     .arg(task.gained)
                     .arg(task.lost)
                     .arg(figure(task.probability));
    }
    return lines.join(u'\n');
}

class VerifyModel final : public Command {
public:
    QString name() const override { return QStringLiteral("verify-model"); }
    QString summary() const override {
        return Text::tr("Holds a quality model against the labels of content that came after its data.");
    }
    void declare(QCommandLineParser& parser) const override {
        declareTask(parser);
        declarePeriod(parser);
        parser.addOption({versionOption, Text::tr("The version; without it, the one in service."),
                          QStringLiteral("VERSION")});
        parser.addOption({driftOption, Text::tr("Look for where it became worse: adwin or page-hinkley."),
                          QStringLiteral("DETECTOR")});
        parser.addOption(
            {coincidenceOption,
             Text::tr("An item coincides when more than this share of its labels was predicted. Kept for "
                      "the library."),
             QStringLiteral("SHARE")});
        parser.addOption({requiredOption,
                          Text::tr("An update is due below this accuracy. Kept for the library."),
                          QStringLiteral("ACCURACY")});
        parser.addOption({daysOption,
                          Text::tr("An update is due so many days after the last one. Kept for the library."),
                          QStringLiteral("N")});
        parser.addOption({automaticOption,
                          Text::tr("Whether the open window verifies and updates by itself: on or off. Kept "
                                   "for the library."),
                          QStringLiteral("ON|OFF")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        const auto task = taskFrom(call);
        const auto period = periodFrom(call);
        if (!task.ok() || !period.ok()) {
            return task.ok() ? period.error() : task.error();
        }
        if (const Status kept = keepRules(call); !kept.ok()) {
            return kept;
        }
        usecases::VerifyOptions options{
            .task = *task, .version = call.options.value(versionOption), .period = *period};
        const QString drift = call.options.value(driftOption);
        options.detector = drift == QLatin1String("adwin")          ? usecases::DriftDetector::Adwin
                           : drift == QLatin1String("page-hinkley") ? usecases::DriftDetector::PageHinkley
                                                                    : usecases::DriftDetector::None;
        if (!drift.isEmpty() && options.detector == usecases::DriftDetector::None) {
            return Error::invalid(Text::tr("The detectors are adwin and page-hinkley, not “%1”.").arg(drift));
        }
        const auto found = call.workspace.qualityUpdate().verify(options, call.context);
        if (!found.ok()) {
            return found.error();
        }
        const auto version = call.workspace.models().find(found->version);
        if (!version.ok()) {
            return version.error();
        }
        call.output.answer(jsonOf(*found, version->name), sentences(*found, version->name));
        return {};
    }

private:
    static Status keepRules(Invocation& call) {
        auto rules = call.workspace.qualityUpdate().rules();
        if (!rules.ok()) {
            return rules.error();
        }
        bool ok = true, given = false;
        const auto take = [&](const QString& option, auto& value) {
            if (call.options.isSet(option)) {
                bool number = false;
                value =
                    std::remove_reference_t<decltype(value)>(call.options.value(option).toDouble(&number));
                ok = ok && number;
                given = true;
            }
        };
        take(coincidenceOption, rules->coincidence);
        take(requiredOption, rules->requiredAccuracy);
        take(daysOption, rules->days);
        if (call.options.isSet(automaticOption)) {
            const QString automatic = call.options.value(automaticOption);
            rules->automatic = automatic == QLatin1String("on");
            given = true;
            if (!rules->automatic && automatic != QLatin1String("off")) {
                return Error::invalid(Text::tr("--automatic is on or off, not “%1”.").arg(automatic));
            }
        }
        if (!ok) {
            return Error::invalid(Text::tr("Coincidence, required accuracy and days are numbers."));
        }
        return given ? call.workspace.qualityUpdate().setRules(*rules) : Status();
    }
};

class Update final : public Command {
public:
    QString name() const override { return QStringLiteral("update"); }
    QString summary() const override {
        return Text::tr(
            "Trains a quality model on with later content; it goes into service if no task gets worse.");
    }
    void declare(QCommandLineParser& parser) const override {
        declareTask(parser);
        declarePeriod(parser);
        parser.addOption({dueOption, Text::tr("Only if an update is due.")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        const auto task = taskFrom(call);
        const auto period = periodFrom(call);
        if (!task.ok() || !period.ok()) {
            return task.ok() ? period.error() : task.error();
        }
        if (call.options.isSet(dueOption)) {
            const auto due = call.workspace.qualityUpdate().dueFrom(*task);
            if (!due.ok()) {
                return due.error();
            }
            if (!*due || **due > SystemClock().now()) {
                call.output.answer({{QStringLiteral("due"), false}}, Text::tr("No update is due."));
                return {};
            }
        }
        const auto outcome = call.workspace.qualityUpdate().update(
            QCoreApplication::applicationFilePath(), *task, *period, call.context,
            [&](const usecases::TrainRound& round) { sayRound(call.output, round); });
        if (!outcome.ok()) {
            return outcome.error();
        }
        if (outcome->promoted) {
            if (const auto refreshed = call.workspace.intake().refresh(call.context); !refreshed.ok()) {
                return refreshed.error();
            }
        }
        const QString version = outcome->trained.version.name;
        const QString verdict =
            outcome->promoted ? Text::tr("%1 is in service now.").arg(version)
            : outcome->seesaw
                ? Text::tr("%1 stays in service: %2 is better at some tasks and worse at others (seesaw).")
                      .arg(outcome->before, version)
                : Text::tr("%1 stays in service: %2 is worse.").arg(outcome->before, version);
        call.output.answer({{QStringLiteral("before"), outcome->before},
                            {QStringLiteral("version"), version},
                            {QStringLiteral("examples"), outcome->trained.examples},
                            {QStringLiteral("seconds"), outcome->trained.seconds},
                            {QStringLiteral("promoted"), outcome->promoted},
                            {QStringLiteral("seesaw"), outcome->seesaw},
                            {QStringLiteral("tasks"), jsonOf(outcome->tasks)}},
                           sentences(outcome->tasks) + u'\n' + verdict);
        return {};
    }
};

class Compare final : public Command {
public:
    QString name() const override { return QStringLiteral("compare"); }
    QString summary() const override {
        return Text::tr("Compares two versions of a quality model on the same labelled content.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("BEFORE"), Text::tr("The earlier version."));
        parser.addPositionalArgument(QStringLiteral("AFTER"), Text::tr("The later version."));
        declarePeriod(parser);
    }
    int minimumArguments() const override { return 2; }
    int maximumArguments() const override { return 2; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto period = periodFrom(call);
        if (!period.ok()) {
            return period.error();
        }
        const auto tasks = call.workspace.qualityUpdate().compare(call.arguments[0], call.arguments[1],
                                                                  *period, call.context);
        if (!tasks.ok()) {
            return tasks.error();
        }
        call.output.answer({{QStringLiteral("before"), call.arguments[0]},
                            {QStringLiteral("after"), call.arguments[1]},
                            {QStringLiteral("tasks"), jsonOf(*tasks)}},
                           sentences(*tasks));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeVerifyModel() {
    return std::make_unique<VerifyModel>();
}
std::unique_ptr<Command> makeUpdate() {
    return std::make_unique<Update>();
}
std::unique_ptr<Command> makeCompare() {
    return std::make_unique<Compare>();
}

} // namespace moderato::cli
