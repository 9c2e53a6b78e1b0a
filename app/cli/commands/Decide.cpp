#include "app/cli/CommandTable.h"

#include "app/cli/JsonOf.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>

namespace moderato::cli {

namespace {

using Kind = domain::Decision::Kind;

const QString personOption = QStringLiteral("person");
const QString categoryOption = QStringLiteral("category");
const QString topicsOption = QStringLiteral("topics");
const QString reasonOption = QStringLiteral("reason");
const QString noteOption = QStringLiteral("note");
const QString undoAction = QStringLiteral("undo");
const QString redoAction = QStringLiteral("redo");

QString personOf(const QCommandLineParser& options) {
    return options.isSet(personOption) ? options.value(personOption)
                                       : qEnvironmentVariable("USER", QStringLiteral("local"));
}

class Decide final : public Command {
    Q_DECLARE_TR_FUNCTIONS(DecideCommand)

public:
    QString name() const override { return QStringLiteral("decide"); }
    QString summary() const override {
        return tr("Confirms, corrects or disallows an item, or takes a decision back.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("ID"),
                                     tr("The item: its number or its own id. Not needed for undo and redo."));
        parser.addPositionalArgument(QStringLiteral("ACTION"),
                                     tr("confirm, correct, disallow, skip, escalate, topics, undo or redo."));
        parser.addOption({categoryOption,
                          tr("The right category; for confirm, the predicted one without it."),
                          QStringLiteral("CODE")});
        parser.addOption({topicsOption, tr("The right topics, divided by “|”."), QStringLiteral("A|B")});
        QStringList codes;
        for (const usecases::Decide::Reason& reason : usecases::Decide::reasons()) {
            codes << reason.code;
        }
        parser.addOption({reasonOption,
                          tr("Why; for disallow one of %1.").arg(codes.join(QStringLiteral(", "))),
                          QStringLiteral("CODE")});
        parser.addOption({noteOption, tr("A note to the decision."), QStringLiteral("TEXT")});
        parser.addOption({personOption, tr("Who decides; without it, you."), QStringLiteral("NAME")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 2; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return true; }

    Status run(Invocation& call) const override {
        const auto decision = decide(call);
        if (!decision.ok()) {
            return decision.error();
        }
        call.output.answer(jsonOf(*decision), tr("Decision %1: %2 on item %3.")
                                                  .arg(decision->id.value)
                                                  .arg(toCode(decision->kind))
                                                  .arg(decision->content.value));
        return {};
    }

private:
    static Result<domain::Decision> decide(Invocation& call) {
        const QString action = call.arguments.last();
        const QString person = personOf(call.options);
        if (action == redoAction) {
            return call.workspace.decide().redo(person).takeResult();
        }
        if (call.arguments.size() == 1) {
            return action == undoAction
                       ? call.workspace.decide().undo(person).takeResult()
                       : Error::invalid(tr("Name the item and what to decide: moderato decide ID ACTION."));
        }
        const auto id =
            storage::ContentRepository(call.workspace.library().reader()).resolve(call.arguments.first());
        if (!id.ok()) {
            return id.error();
        }
        if (action == undoAction) {
            return call.workspace.decide().undoOn(*id, person).takeResult();
        }
        const auto kind = domain::decisionKindFromCode(action);
        if (!kind) {
            return Error::invalid(
                tr("“%1” is nothing that can be decided; moderato decide --help lists what can.")
                    .arg(action));
        }
        auto draft = draftFor(call, *id, *kind);
        return draft.ok() ? call.workspace.decide().decide(std::move(*draft)).takeResult() : draft.error();
    }

    /// What was asked for, with what the models say of the item now.
    static Result<usecases::DecisionDraft> draftFor(Invocation& call, domain::ContentId id, Kind kind) {
        const auto view = call.workspace.items().read(id);
        if (!view.ok()) {
            return view.error();
        }
        const usecases::ItemView& item = **view;
        usecases::DecisionDraft draft;
        draft.content = id;
        draft.kind = kind;
        draft.person = personOf(call.options);
        draft.category = call.options.value(categoryOption);
        draft.reason = call.options.value(reasonOption);
        draft.note = call.options.value(noteOption);
        if (call.options.isSet(topicsOption)) {
            draft.topics = call.options.value(topicsOption).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        }
        if (item.category && !item.category->scores.empty()) {
            draft.categoryVersionSeen = item.category->version;
            draft.categoryPredicted = item.category->scores.front().category.code;
        }
        if (item.topics) {
            draft.topicsVersionSeen = item.topics->version;
        }
        if (item.queueEntry) {
            draft.queueReason = toCode(item.queueEntry->reason);
        }
        if (kind == Kind::Confirm && draft.category.isEmpty()) {
            draft.category =
                draft.categoryPredicted.isEmpty() ? item.content.givenCategory : draft.categoryPredicted;
        }
        return draft;
    }
};

} // namespace

std::unique_ptr<Command> makeDecide() {
    return std::make_unique<Decide>();
}

} // namespace moderato::cli
