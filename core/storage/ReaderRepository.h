#pragma once

#include "core/base/Result.h"
#include "core/domain/ReaderSession.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// Consenting readers' sessions and the expression sets. Decisions hold nothing of it, so that a reader can
/// be forgotten.
class ReaderRepository {
public:
    explicit ReaderRepository(Connection& connection)
        : connection_(connection) {}

    Result<domain::ReaderSessionId> add(const domain::ReaderSession& session);
    /// By id; what an aggregate is made of (S4.5).
    Result<std::vector<domain::ReaderSession>> sessions(domain::ContentId content);
    /// Deletes all of a reader's sessions, for good. → how many
    Result<qint64> forget(const QString& reader);

    Status saveSet(const domain::ExpressionSet& set);
    Result<std::optional<domain::ExpressionSet>> set(const QString& category);
    Result<std::vector<domain::ExpressionSet>> sets();

private:
    Connection& connection_;
};

} // namespace moderato::storage
