#include "app/cli/CommandTable.h"

#include "app/cli/Limit.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::cli {

namespace {

class Analysis final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AnalysisCommand)

public:
    QString name() const override { return QStringLiteral("analysis"); }
    QString summary() const override {
        return tr("Analyses the library's media: runs, pauses, and says how far it is.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(
            QStringLiteral("ACTION"),
            tr("run: until all is analysed. status: how far it is. pause, resume. retry: what failed waits "
               "again. failures: what failed, and why. first ITEM: this one before others."),
            QStringLiteral("run | status | pause | resume | retry | failures | first ITEM"));
        declareLimit(parser);
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 2; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) != QLatin1String("status") &&
               arguments.value(0) != QLatin1String("failures");
    }

    Status run(Invocation& call) const override {
        const QString action = call.arguments.first();
        usecases::MediaAnalysis& analysis = call.workspace.analysis();
        if (action == QLatin1String("first")) {
            return first(call);
        }
        if (call.arguments.size() > 1) {
            return Error::invalid(tr("“analysis %1” takes nothing more.").arg(action));
        }
        if (action == QLatin1String("run")) {
            return runAll(call);
        }
        if (action == QLatin1String("failures")) {
            return failures(call);
        }
        if (action == QLatin1String("pause") || action == QLatin1String("resume")) {
            analysis.setPaused(action == QLatin1String("pause"));
            return status(call);
        }
        if (action == QLatin1String("retry")) {
            const auto again = analysis.retryFailed();
            return again.ok() ? status(call) : Status(again.error());
        }
        if (action == QLatin1String("status")) {
            return status(call);
        }
        return Error::invalid(
            tr("“analysis” takes run, status, pause, resume, retry, failures, or first ITEM."));
    }

private:
    static Status answer(Invocation& call, const usecases::AnalysisProgress& progress) {
        QString text = tr("%1 waiting, %2 done, %3 failed")
                           .arg(progress.waiting)
                           .arg(progress.done)
                           .arg(progress.failed);
        if (progress.paused) {
            text += tr("; paused");
        }
        call.output.answer({{QStringLiteral("waiting"), progress.waiting},
                            {QStringLiteral("done"), progress.done},
                            {QStringLiteral("failed"), progress.failed},
                            {QStringLiteral("seconds_left"),
                             progress.secondsLeft ? QJsonValue(*progress.secondsLeft) : QJsonValue()},
                            {QStringLiteral("paused"), progress.paused},
                            {QStringLiteral("running"), progress.running}},
                           text);
        return {};
    }

    static Status status(Invocation& call) {
        const auto progress = call.workspace.analysis().progress();
        return progress.ok() ? answer(call, *progress) : Status(progress.error());
    }

    /// Asking for it by hand also ends a pause. Where a window is at it already, it says how far that is.
    static Status runAll(Invocation& call) {
        call.workspace.analysis().setPaused(false);
        const auto progress = call.workspace.analysis().run(call.context);
        if (progress.ok()) {
            return answer(call, *progress);
        }
        if (progress.error().kind == Error::Kind::Conflict) {
            call.output.warn(progress.error().message);
            return status(call);
        }
        return progress.error();
    }

    static Status failures(Invocation& call) {
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        const auto failures = call.workspace.analysis().failures(*limit);
        if (!failures.ok()) {
            return failures.error();
        }
        QJsonArray items;
        QStringList lines;
        for (const usecases::AnalysisFailure& failure : *failures) {
            items.append(QJsonObject{{QStringLiteral("id"), failure.content.value},
                                     {QStringLiteral("title"), failure.title},
                                     {QStringLiteral("problem"), failure.problem}});
            lines << QStringLiteral("%1\t%2\t%3")
                         .arg(failure.content.value)
                         .arg(failure.title, failure.problem);
        }
        call.output.answer({{QStringLiteral("items"), items}},
                           lines.isEmpty() ? tr("Nothing failed.") : lines.join(QLatin1Char('\n')));
        return {};
    }

    static Status first(Invocation& call) {
        if (call.arguments.size() != 2) {
            return Error::invalid(tr("“analysis first” takes the item to analyse first."));
        }
        const auto item =
            storage::ContentRepository(call.workspace.library().reader()).resolve(call.arguments.last());
        if (!item.ok()) {
            return item.error();
        }
        if (const auto queued = call.workspace.analysis().enqueue(); !queued.ok()) {
            return queued.error();
        }
        const Status moved = call.workspace.analysis().prioritize(*item);
        return moved.ok() ? status(call) : moved;
    }
};

} // namespace

std::unique_ptr<Command> makeAnalysis() {
    return std::make_unique<Analysis>();
}

} // namespace moderato::cli
