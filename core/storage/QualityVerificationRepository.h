#pragma once

#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/domain/QualityVerification.h"

#include <vector>

namespace moderato::storage {

class Connection;

/// What verifying quality models found (S1.12).
class QualityVerificationRepository {
public:
    explicit QualityVerificationRepository(Connection& connection)
        : connection_(connection) {}

    /// `id` is ignored. → its number
    Result<qint64> add(const domain::QualityVerification& verification);
    /// Of all versions of a task, the newest first.
    Result<std::vector<domain::QualityVerification>> all(domain::ModelTask task, int limit);

private:
    Connection& connection_;
};

} // namespace moderato::storage
