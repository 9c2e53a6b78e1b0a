#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/Flag.h"

#include <QMap>

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// The review queue: at most one row an item, in the order priority falling, then id rising; read by key.
class ReviewQueueRepository {
public:
    explicit ReviewQueueRepository(Connection& connection)
        : connection_(connection) {}

    struct Filter {
        domain::ReviewItem::State state = domain::ReviewItem::State::Open;
        std::optional<domain::ReviewItem::Reason> reason = {};
        std::optional<domain::ContentKind> kind = {};
    };
    struct Key {
        double priority = 0;
        domain::ContentId content;
    };
    struct Row {
        domain::ReviewItem item;
        domain::ContentKind kind = domain::ContentKind::Article;
        QString title;
        QString givenCategory, predictedCategory, decidedCategory; ///< Codes; empty: none.
        double probability = 0;
    };
    Result<std::vector<Row>> page(const Filter& filter, const std::optional<Key>& after, int limit);
    Result<std::optional<Row>> next(const Filter& filter, const std::optional<Key>& after);
    /// The one before a key: nothing where the key is the first.
    Result<std::optional<Row>> previous(const Filter& filter, const Key& before);
    Result<std::optional<domain::ReviewItem>> find(domain::ContentId content);

    struct Counts {
        qint64 open = 0, decided = 0, skipped = 0, escalated = 0;
        QMap<QString, qint64> openByReason; ///< By the reason's code.
    };
    Result<Counts> counts();
    /// "n of N": rows of the filter's state before the key plus one.
    Result<qint64> position(const Filter& filter, const Key& key);

    /// Adds an item as open, or gives an open one another reason and priority; those that are not open any
    /// more stay as they are.
    Status offer(const domain::ReviewItem& item);
    Status offerAll(const std::vector<domain::ReviewItem>& items);
    /// Inserts or replaces whatever is there, state included.
    Status put(const domain::ReviewItem& item);
    /// NotFound where the item is not in the queue.
    Status setState(domain::ContentId content, domain::ReviewItem::State state);

    /// What an undecided item's place depends on.
    struct Candidate {
        domain::ContentId content;
        QString givenCategory, predictedCategory;
        double probability = 0;       ///< Of the likeliest; 0: not predicted.
        double secondProbability = 0; ///< Of the second.
        int openFlags = 0;
        double flagScore = 0;                    ///< The highest of the open flags.
        std::optional<domain::ReviewItem> entry; ///< Its place now.
    };
    /// Undecided items above `after`, rising: for rebuilding the queue in batches.
    Result<std::vector<Candidate>> candidates(domain::ContentId after, int limit);

private:
    Connection& connection_;
};

} // namespace moderato::storage
