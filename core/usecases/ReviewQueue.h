#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/Flag.h"

#include <QMap>

#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

struct QueueRow {
    domain::ContentId content;
    domain::ContentKind kind = domain::ContentKind::Article;
    QString title;
    domain::ReviewItem::Reason reason = domain::ReviewItem::Reason::New;
    domain::ReviewItem::State state = domain::ReviewItem::State::Open;
    double priority = 0;
    QString why;               ///< For people: "given: food, predicted: fun 87 %".
    QString predictedCategory; ///< Code; empty: not predicted yet.
    double probability = 0;
};

struct QueueFilter {
    domain::ReviewItem::State state = domain::ReviewItem::State::Open;
    std::optional<domain::ReviewItem::Reason> reason;
    std::optional<domain::ContentKind> kind;
};

/// The place of a row in the queue's order (priority falling, then id rising): the key for reading on.
struct QueueKey {
    double priority = 0;
    domain::ContentId content;
};

struct QueueCounts {
    qint64 open = 0, decided = 0, skipped = 0, escalated = 0;
    QMap<QString, qint64> openByReason; ///< By the reason's code.
};

/// Orders what people should look at: flagged, disagreement (source against model), uncertain, a random
/// sample, new (W1).
class ReviewQueue {
public:
    explicit ReviewQueue(storage::Library& library)
        : library_(library) {}

    /// Reads by key, never by offset: a queue of a million opens like one of ten. Indexed; any thread.
    Result<std::vector<QueueRow>> page(const QueueFilter& filter, std::optional<QueueKey> after,
                                       int limit) const;
    Result<QueueCounts> counts() const;

    /// Puts every undecided item where its predictions and flags say, after imports and new model versions. →
    /// open items
    Result<qint64> rebuild(const JobContext& context);

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
