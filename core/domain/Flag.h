#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>

#include <optional>

namespace moderato::domain {

/// Why somebody should look at an item. A verdict closes it (S4.6).
struct Flag {
    FlagId id;
    ContentId content;
    QString rule; ///< "expressions", "given_differs" (source's category against the model's), "imported", …
    QString detail; ///< For people.
    double score = 0;
    Timestamp raisedAt;
    DecisionId closedBy;

    bool operator==(const Flag&) const = default;
};

/// Why an item is in the review queue, and how urgent it is. Only one entry an item.
struct ReviewItem {
    enum class Reason { Flagged, Disagreement, Uncertain, RandomSample, New };
    enum class State { Open, Decided, Skipped, Escalated };

    ContentId content;
    Reason reason = Reason::New;
    double priority =
        0; ///< Higher comes first; flagged 300…, disagreement 200…, uncertain 100…, others below.
    State state = State::Open;

    bool operator==(const ReviewItem&) const = default;
};

QString toCode(ReviewItem::Reason reason); ///< "flagged", "disagreement", "uncertain", "random", "new".
std::optional<ReviewItem::Reason> reviewReasonFromCode(QStringView code);
QString toCode(ReviewItem::State state); ///< "open", "decided", "skipped", "escalated".

} // namespace moderato::domain
