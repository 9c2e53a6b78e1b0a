#include "core/usecases/Decide.h"

#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/DecisionEffects.h"
#include "core/usecases/DecisionUndo.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace moderato::usecases {

using domain::Decision;
using Kind = Decision::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Decide)
};

bool needsCategory(Kind kind) {
    return kind == Kind::Confirm || kind == Kind::Correct;
}

/// Without "#", empty ones and repetitions.
QStringList tidy(const QStringList& topics) {
    QStringList kept;
    QSet<QString> known;
    for (QString topic : topics) {
        topic = topic.simplified();
        while (topic.startsWith(QLatin1Char('#'))) {
            topic = topic.mid(1).trimmed();
        }
        const QString key = storage::topicKey(topic);
        if (!key.isEmpty() && !known.contains(key)) {
            known.insert(key);
            kept << topic;
        }
    }
    return kept;
}

Result<QString> knownCategory(storage::Connection& connection, const DecisionDraft& draft) {
    if (draft.category.isEmpty()) {
        return draft.kind == Kind::Confirm
                   ? Error::invalid(Text::tr("There is no category to confirm yet; give the item one."))
                   : Error::invalid(Text::tr("A correction needs the right category."));
    }
    const auto category = storage::CategoryRepository(connection).bySpelling(draft.category);
    if (!category.ok()) {
        return category.error();
    }
    if (!*category) {
        return Error::invalid(Text::tr("There is no category “%1”.").arg(draft.category));
    }
    return (*category)->code;
}

Status check(const DecisionDraft& draft) {
    if (draft.kind == Kind::Undo) {
        return Error::invalid(Text::tr("An undo names a decision and not an item."));
    }
    if (!draft.content.isValid()) {
        return Error::invalid(Text::tr("No item is chosen."));
    }
    if (draft.kind == Kind::SetTopics && !draft.topics) {
        return Error::invalid(Text::tr("Name the topics that the item has."));
    }
    if (draft.kind == Kind::Disallow) {
        if (draft.reason.isEmpty()) {
            return Error::invalid(Text::tr("Disallowing an item needs a reason."));
        }
        const auto reasons = Decide::reasons();
        if (std::none_of(reasons.begin(), reasons.end(),
                         [&](const auto& reason) { return reason.code == draft.reason; })) {
            QStringList codes;
            for (const Decide::Reason& reason : reasons) {
                codes << reason.code;
            }
            return Error::invalid(Text::tr("“%1” is no reason to disallow; the reasons are %2.")
                                      .arg(draft.reason, codes.join(QStringLiteral(", "))));
        }
    }
    return {};
}

DecisionDraft draftOf(const Decision& decision) {
    return {.content = decision.content,
            .kind = decision.kind,
            .person = decision.person,
            .category = decision.category,
            .topics = decision.topics,
            .reason = decision.reason,
            .note = decision.note,
            .queueReason = decision.queueReason,
            .categoryVersionSeen = decision.categoryVersionSeen,
            .topicsVersionSeen = decision.topicsVersionSeen,
            .categoryPredicted = decision.categoryPredicted,
            .msOnScreen = decision.msOnScreen};
}

bool saysTheSame(const Decision& a, const Decision& b) {
    return a.content == b.content && a.kind == b.kind && a.category == b.category && a.topics == b.topics &&
           a.reason == b.reason && a.note == b.note;
}

/// What "redo" decides again: the last decision that was undone and neither redone nor made void by a new
/// decision since.
std::optional<Decision> redoable(const std::vector<Decision>& newestFirst) {
    std::vector<Decision> undone;
    for (auto row = newestFirst.rbegin(); row != newestFirst.rend(); ++row) {
        if (row->kind == Kind::Undo) {
            const auto original = std::find_if(newestFirst.begin(), newestFirst.end(),
                                               [&](const Decision& d) { return d.id == row->undoes; });
            if (original != newestFirst.end()) {
                undone.push_back(*original);
            }
        } else if (!undone.empty() && saysTheSame(*row, undone.back())) {
            undone.pop_back();
        } else {
            undone.clear();
        }
    }
    return undone.empty() ? std::nullopt : std::optional(undone.back());
}

} // namespace

Result<Decision> writeUndo(storage::Connection& connection, const Decision& undone, const QString& person,
                           Timestamp now) {
    Decision undo;
    undo.content = undone.content;
    undo.kind = Kind::Undo;
    undo.person = person;
    undo.at = now;
    undo.undoes = undone.id;
    auto appended = storage::DecisionRepository(connection).append(undo);
    if (!appended.ok()) {
        return appended;
    }
    const Status applied = applyUndo(connection, *appended);
    return applied.ok() ? appended : Result<Decision>(applied.error());
}

Result<Decision> writeDecision(storage::Connection& connection, const DecisionDraft& draft, Timestamp now) {
    if (const Status checked = check(draft); !checked.ok()) {
        return checked.error();
    }
    if (const auto content = storage::ContentRepository(connection).find(draft.content); !content.ok()) {
        return content.error();
    }
    Decision decision;
    decision.content = draft.content;
    decision.kind = draft.kind;
    decision.person = draft.person;
    decision.at = now;
    if (needsCategory(draft.kind)) {
        const auto category = knownCategory(connection, draft);
        if (!category.ok()) {
            return category.error();
        }
        decision.category = *category;
    }
    if (draft.topics) {
        decision.topics = tidy(*draft.topics);
    }
    decision.reason = draft.reason;
    decision.note = draft.note;
    decision.queueReason = draft.queueReason;
    decision.categoryVersionSeen = draft.categoryVersionSeen;
    decision.topicsVersionSeen = draft.topicsVersionSeen;
    decision.categoryPredicted = draft.categoryPredicted;
    decision.msOnScreen = draft.msOnScreen;

    auto appended = storage::DecisionRepository(connection).append(decision);
    if (!appended.ok()) {
        return appended;
    }
    const Status applied = applyDecision(connection, *appended);
    return applied.ok() ? appended : Result<Decision>(applied.error());
}

QFuture<Result<Decision>> Decide::decide(DecisionDraft draft) {
    return library_.write([draft = std::move(draft), now = clock_.now()](storage::Connection& connection) {
        return writeDecision(connection, draft, now);
    });
}

QFuture<Result<Decision>> Decide::undo(const QString& person) {
    return library_.write([person, now = clock_.now()](storage::Connection& connection) -> Result<Decision> {
        const auto last = storage::DecisionRepository(connection).lastUndoable(person);
        if (!last.ok()) {
            return last.error();
        }
        return *last ? writeUndo(connection, **last, person, now)
                     : Error::notFound(Text::tr("There is nothing to undo."));
    });
}

QFuture<Result<Decision>> Decide::undoOn(domain::ContentId content, const QString& person) {
    return library_.write(
        [content, person, now = clock_.now()](storage::Connection& connection) -> Result<Decision> {
            const auto holding = storage::DecisionRepository(connection).effective(content);
            if (!holding.ok()) {
                return holding.error();
            }
            return *holding ? writeUndo(connection, **holding, person, now)
                            : Error::notFound(Text::tr("Nothing is decided on this item."));
        });
}

QFuture<Result<Decision>> Decide::redo(const QString& person) {
    return library_.write([person, now = clock_.now()](storage::Connection& connection) -> Result<Decision> {
        constexpr int farEnoughBack = 500;
        const auto rows = storage::DecisionRepository(connection).latestOf(person, farEnoughBack);
        if (!rows.ok()) {
            return rows.error();
        }
        const auto again = redoable(*rows);
        return again ? writeDecision(connection, draftOf(*again), now)
                     : Error::notFound(Text::tr("There is nothing to redo."));
    });
}

QList<Decide::Reason> Decide::reasons() {
    return {{QStringLiteral("vulgar"), Text::tr("Vulgar")},
            {QStringLiteral("rumour"), Text::tr("Rumour")},
            {QStringLiteral("clickbait"), Text::tr("Clickbait")},
            {QStringLiteral("advertising"), Text::tr("Advertising")},
            {QStringLiteral("offensive"), Text::tr("Offensive")},
            {QStringLiteral("mature"), Text::tr("Mature")},
            {QStringLiteral("no_substance"), Text::tr("No substance")},
            {QStringLiteral("propaganda"), Text::tr("Propaganda")},
            {QStringLiteral("other"), Text::tr("Other")},
            {QStringLiteral("gossip"), Text::tr("Gossip")},
            {QStringLiteral("spliced"), Text::tr("Spliced together")},
            {QStringLiteral("drivel"), Text::tr("Drivel")},
            {QStringLiteral("advertorial"), Text::tr("Advertising in disguise")}};
}

} // namespace moderato::usecases
