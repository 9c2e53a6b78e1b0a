#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Decision.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// The chain of decisions: append-only (the database refuses anything else), each hashed over the one before.
/// What an undo means for the item is the use case's affair; here it is one more row.
class DecisionRepository {
public:
    explicit DecisionRepository(Connection& connection)
        : connection_(connection) {}

    /// Sets id, previousHash and hash, stores it and brings the item's standing (decided category) up to
    /// date. Within a write. NotFound: no such content. InvalidInput: an undo of something that is not there,
    /// is an undo itself or is undone already.
    Result<domain::Decision> append(domain::Decision decision);

    Result<domain::Decision> find(domain::DecisionId id);
    /// All decisions on an item, undos too, the newest first.
    Result<std::vector<domain::Decision>> history(domain::ContentId content);
    /// The item's last decision that is not undone (and no undo itself).
    Result<std::optional<domain::Decision>> effective(domain::ContentId content);
    /// All of an item's decisions that are not undone, the newest first.
    Result<std::vector<domain::Decision>> standing(domain::ContentId content);
    /// This person's last decision that is not undone and is the effective one of its item: what "undo" takes
    /// back.
    Result<std::optional<domain::Decision>> lastUndoable(const QString& person);
    /// This person's rows, undos too, the newest first.
    Result<std::vector<domain::Decision>> latestOf(const QString& person, int limit);
    /// Rows after an id, rising; for exports.
    Result<std::vector<domain::Decision>> after(domain::DecisionId id, int limit);
    Result<qint64> count();

    struct Verification {
        qint64 decisions = 0; ///< How many rows there are.
        bool ok = true;
        domain::DecisionId firstBroken; ///< The first link that does not hold.
        QString what;                   ///< What is wrong with it, for people.
    };
    /// Recomputes every hash, compares every column with the record, and looks for gaps and a missing end.
    /// Reads by key in blocks; stops at the first broken link. Error only where the database cannot be read,
    /// or cancelled.
    Result<Verification> verify(const JobContext& context);

private:
    Status refreshStanding(domain::ContentId content);
    Status checkUndo(const domain::Decision& undo);

    Connection& connection_;
};

} // namespace moderato::storage
