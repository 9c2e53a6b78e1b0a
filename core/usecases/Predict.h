#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

class ModelService;

/// Turns content into predictions with the versions in service and keeps them with the version (old ones stay for comparison).
class Predict {
public:
    Predict(storage::Library& library, ModelService& models, const Clock& clock)
        : library_(library), models_(models), clock_(clock)
    {
    }

    /// Predicts every item that has no prediction of the versions in service, in batches; continues where it was stopped.
    /// → predicted items
    Result<qint64> predictPending(const JobContext& context);

private:
    storage::Library& library_;
    ModelService& models_;
    const Clock& clock_;
};

} // namespace moderato::usecases
