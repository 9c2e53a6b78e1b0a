#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// The registry of model versions. Exactly one or none is in service for each task; the history of promotions
/// is append-only. A promotion also refreshes what lists show as predicted, so it takes some tenths of a
/// second in a large library.
class ModelRepository {
public:
    explicit ModelRepository(Connection& connection)
        : connection_(connection) {}

    /// As a candidate, whatever its `state`. Where `name` is empty the next free one ("category-3") is taken.
    /// → as stored
    Result<domain::ModelVersion> add(const domain::ModelVersion& version);
    /// The name that `add` would give next: for the folder's name.
    Result<QString> nextName(domain::ModelTask task);
    /// The newest first.
    Result<std::vector<domain::ModelVersion>> all();
    Result<std::vector<domain::ModelVersion>> all(domain::ModelTask task);
    Result<std::optional<domain::ModelVersion>> byName(const QString& name);
    Result<domain::ModelVersion> find(domain::ModelVersionId id);

    Result<std::optional<domain::ModelVersion>> inService(domain::ModelTask task);
    /// What a roll back would go to.
    Result<std::optional<domain::ModelVersion>> previousInService(domain::ModelTask task);

    Status promote(domain::ModelVersionId id, Timestamp at);
    /// Back to the version that the one in service replaced. NotFound where there is none. → the version now
    /// in service
    Result<domain::ModelVersion> rollBack(domain::ModelTask task, Timestamp at);

    struct Promotion {
        domain::ModelVersionId version;
        domain::ModelVersionId replaced; ///< Not valid: nothing was in service.
        bool isRollBack = false;
        Timestamp at;
    };
    /// The newest first.
    Result<std::vector<Promotion>> promotions(domain::ModelTask task);

private:
    Status putInService(const domain::ModelVersion& version, bool isRollBack, Timestamp at);
    Status refreshStandings(domain::ModelVersionId version);

    Connection& connection_;
};

} // namespace moderato::storage
