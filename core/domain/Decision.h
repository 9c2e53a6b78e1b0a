#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace moderato::domain {

/// What a person decided on an item. Append-only: an undo is a decision of its own that names the one it
/// undoes.
struct Decision {
    enum class Kind { Confirm, Correct, Disallow, Skip, Escalate, SetTopics, Undo };

    DecisionId id; ///< 1, 2, 3, … without gaps: the place in the chain.
    ContentId content;
    Kind kind = Kind::Confirm;
    QString person;
    Timestamp at;
    QString category;                  ///< Code of the category that now holds (Confirm, Correct).
    std::optional<QStringList> topics; ///< The person's topics; nothing: the topics were not judged.
    QString reason;                    ///< Reason code (Disallow always, Skip and Escalate may).
    QString note;
    QString queueReason;         ///< Why the item was in the queue.
    QString categoryVersionSeen; ///< Name of the model version whose prediction was on the screen.
    QString topicsVersionSeen;
    QString categoryPredicted; ///< What it predicted.
    qint64 msOnScreen = 0;     ///< How long the item was looked at.
    DecisionId undoes;

    QByteArray previousHash; ///< Of decision id − 1; 64 zeros for the first.
    QByteArray hash;         ///< SHA-256 over previousHash and the record.

    bool operator==(const Decision&) const = default;
};

QString
toCode(Decision::Kind kind); ///< "confirm", "correct", "disallow", "skip", "escalate", "topics", "undo".
/// Whether it says what the item is: it closes the item's flags and takes it out of the queue.
constexpr bool isVerdict(Decision::Kind kind) {
    return kind == Decision::Kind::Confirm || kind == Decision::Kind::Correct ||
           kind == Decision::Kind::Disallow;
}
std::optional<Decision::Kind> decisionKindFromCode(QStringView code);

/// The decision as canonical JSON (sorted keys, no spaces): what is hashed and stored to the letter. It never
/// holds reader ids or values of single readers, so that forgetting a reader leaves the chain whole.
QByteArray decisionRecord(const Decision& decision);
/// hash = SHA-256(previousHash + "\n" + record), in hexadecimal.
QByteArray decisionHash(QByteArrayView previousHash, QByteArrayView record);
/// What the first decision follows.
QByteArray firstPreviousHash();

} // namespace moderato::domain
