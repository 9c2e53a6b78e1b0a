#include "app/cli/CommandTable.h"

#include "app/cli/JsonOf.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

const QString listAction = QStringLiteral("list");
const QString promoteAction = QStringLiteral("promote");
const QString rollbackAction = QStringLiteral("rollback");

class Models final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ModelsCommand)

public:
    QString name() const override { return QStringLiteral("models"); }
    QString summary() const override {
        return tr("Lists the model versions, puts one into service or goes back.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("ACTION"), tr("list, promote VERSION, or rollback TASK."),
                                     QStringLiteral("list | promote VERSION | rollback TASK"));
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 2; }
    bool writes(const QCommandLineParser&, const QStringList& arguments) const override {
        return arguments.value(0) != listAction;
    }

    Status run(Invocation& call) const override {
        const QString action = call.arguments.first();
        const QString what = call.arguments.value(1);
        if (action == listAction) {
            return list(call);
        }
        if (action == promoteAction && !what.isEmpty()) {
            return promote(call, what);
        }
        if (action == rollbackAction && !what.isEmpty()) {
            return rollBack(call, what);
        }
        return Error::invalid(tr("“models” takes list, promote VERSION, or rollback TASK."));
    }

private:
    static Status list(Invocation& call) {
        const auto versions = call.workspace.models().versions();
        if (!versions.ok()) {
            return versions.error();
        }
        QStringList lines;
        for (const domain::ModelVersion& version : *versions) {
            const QJsonObject object = jsonOf(version);
            lines << QStringLiteral("%1\t%2\t%3")
                         .arg(version.name, object[QStringLiteral("task")].toString(),
                              object[QStringLiteral("state")].toString());
        }
        call.output.answer(jsonOfList(*versions), lines.join(QLatin1Char('\n')));
        return {};
    }

    static Status promote(Invocation& call, const QString& name) {
        if (const Status promoted = call.workspace.models().promote(name); !promoted.ok()) {
            return promoted;
        }
        return answer(call, name);
    }

    static Status rollBack(Invocation& call, const QString& what) {
        const auto task = domain::modelTaskFromCode(what);
        if (!task) {
            return Error::invalid(
                tr("“%1” is no task; the tasks are category, topics, tags, quality and low_quality.")
                    .arg(what));
        }
        const auto version = call.workspace.models().rollBack(*task);
        return version.ok() ? answer(call, version->name) : Status(version.error());
    }

    /// Brings predictions and queue to the version now in service.
    static Status answer(Invocation& call, const QString& name) {
        const auto refreshed = call.workspace.intake().refresh(call.context);
        if (!refreshed.ok()) {
            return refreshed.error();
        }
        const auto version = call.workspace.models().find(name);
        if (!version.ok()) {
            return version.error();
        }
        QJsonObject object = jsonOf(*version);
        object[QStringLiteral("predicted")] = refreshed->predicted;
        call.output.answer(
            object,
            tr("%1 is in service; %2 items were predicted anew.").arg(name).arg(refreshed->predicted));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeModels() {
    return std::make_unique<Models>();
}

} // namespace moderato::cli
