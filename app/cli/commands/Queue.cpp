#include "app/cli/CommandTable.h"

#include "app/cli/JsonOf.h"
#include "app/cli/Limit.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

using State = domain::ReviewItem::State;

const QString stateOption = QStringLiteral("state");
const QString reasonOption = QStringLiteral("reason");

std::optional<State> stateFromCode(const QString& code) {
    for (const State state : {State::Open, State::Decided, State::Skipped, State::Escalated}) {
        if (toCode(state) == code) {
            return state;
        }
    }
    return {};
}

class Queue final : public Command {
    Q_DECLARE_TR_FUNCTIONS(QueueCommand)

public:
    QString name() const override { return QStringLiteral("queue"); }
    QString summary() const override { return tr("Lists what waits for a decision, the most urgent first."); }
    void declare(QCommandLineParser& parser) const override {
        parser.addOption({stateOption, tr("open, decided, skipped or escalated."), QStringLiteral("STATE"),
                          QStringLiteral("open")});
        parser.addOption(
            {reasonOption,
             tr("Only what is there for this reason: flagged, disagreement, uncertain, random or new."),
             QStringLiteral("REASON")});
        declareLimit(parser);
    }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }

    Status run(Invocation& call) const override {
        const auto state = stateFromCode(call.options.value(stateOption));
        const auto reason = domain::reviewReasonFromCode(call.options.value(reasonOption));
        if (!state || (call.options.isSet(reasonOption) && !reason)) {
            return Error::invalid(tr("There is no such state or reason; moderato queue --help lists them."));
        }
        const auto limit = limitOf(call.options);
        if (!limit.ok()) {
            return limit.error();
        }
        const auto rows = call.workspace.queue().page({*state, reason, {}}, {}, *limit);
        const auto counts = call.workspace.queue().counts();
        if (!rows.ok() || !counts.ok()) {
            return rows.ok() ? counts.error() : rows.error();
        }
        answer(call, *rows, *counts);
        return {};
    }

private:
    static void answer(Invocation& call, const std::vector<usecases::QueueRow>& rows,
                       const usecases::QueueCounts& counts) {
        QJsonObject object = jsonOfList(rows);
        object[QStringLiteral("open")] = counts.open;
        object[QStringLiteral("decided")] = counts.decided;
        object[QStringLiteral("skipped")] = counts.skipped;
        object[QStringLiteral("escalated")] = counts.escalated;
        QStringList lines;
        for (const usecases::QueueRow& row : rows) {
            lines << tr("%1\t%2\t%3\t%4").arg(row.content.value).arg(toCode(row.reason), row.title, row.why);
        }
        call.output.answer(object, lines.join(QLatin1Char('\n')));
    }
};

} // namespace

std::unique_ptr<Command> makeQueue() {
    return std::make_unique<Queue>();
}

} // namespace moderato::cli
