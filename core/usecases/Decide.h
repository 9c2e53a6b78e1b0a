#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Decision.h"

#include <QFuture>
#include <QStringList>

namespace moderato::storage {
class Connection;
class Library;
} // namespace moderato::storage

namespace moderato::usecases {

/// What a person asks for; Decide makes a chained decision of it.
struct DecisionDraft {
    domain::ContentId content;
    domain::Decision::Kind kind = domain::Decision::Kind::Confirm;
    QString person;
    QString category;                  ///< Code; for Confirm: the one confirmed, for Correct: the right one.
    std::optional<QStringList> topics; ///< The person's topics, where they were judged.
    QString reason;                    ///< A code of `reasons()`.
    QString note;
    QString queueReason;
    QString categoryVersionSeen;
    QString topicsVersionSeen;
    QString categoryPredicted;
    qint64 msOnScreen = 0;
};

/// Checks a draft, appends it to the chain and does what it means for its item. Within a write.
Result<domain::Decision> writeDecision(storage::Connection& connection, const DecisionDraft& draft,
                                       Timestamp now);

/// Writes decisions, once and for good: the decision, its training records, the item's recommendation state,
/// its queue entry and its flags change in one transaction that is on the disk (synchronous=FULL) before the
/// future is ready (S4.6, W1).
class Decide {
public:
    Decide(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    QFuture<Result<domain::Decision>> decide(DecisionDraft draft);
    /// Takes back this person's last decision that still holds; the answer is the new row (`undoes`,
    /// `content`). NotFound: nothing to undo.
    QFuture<Result<domain::Decision>> undo(const QString& person);
    /// Takes back the decision that holds on an item, whoever made it. NotFound: nothing to undo.
    QFuture<Result<domain::Decision>> undoOn(domain::ContentId content, const QString& person);
    /// Decides again what the person's last undo took back. NotFound: nothing to redo.
    QFuture<Result<domain::Decision>> redo(const QString& person);

    struct Reason {
        QString code; ///< "vulgar", "rumour", "clickbait", "advertising", "offensive", "mature", … (S1.13)
        QString text; ///< Translated.
    };
    /// Reasons to disallow, in the order of the keys 1–9.
    static QList<Reason> reasons();

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
