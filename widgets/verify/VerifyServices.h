#pragma once

#include "core/usecases/QualityLabels.h"
#include "core/usecases/QualityUpdate.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace moderato::usecases {
class IntakeRun;
}

namespace moderato::widgets {

/// What the verification page asks of the library, as functions, so that tests can stand in for any of them.
/// All are called on worker threads; those with a context are jobs. Any may be missing.
struct VerifyServices {
    using Task = domain::ModelTask;

    std::function<Result<std::map<QString, usecases::QualityTaskSummary>>()> labels = {};
    std::function<Result<usecases::QualityRules>()> labelRules = {};
    std::function<Status(const usecases::QualityRules&)> setLabelRules = {};
    std::function<Result<qint64>(const JobContext&)> labelAgain = {};
    std::function<Result<std::vector<domain::ModelVersion>>()> versions = {};
    std::function<Result<usecases::UpdateRules>()> rules = {};
    std::function<Status(const usecases::UpdateRules&)> setRules = {};
    std::function<Result<std::vector<domain::QualityVerification>>(Task)> history = {};
    std::function<Result<std::optional<Timestamp>>(Task)> dueFrom = {};
    std::function<Result<domain::QualityVerification>(const usecases::VerifyOptions&, const JobContext&)>
        verify = {};
    std::function<Result<usecases::UpdateOutcome>(Task, const usecases::PublishingPeriod&, const JobContext&,
                                                  const usecases::TrainRun::OnRound&)>
        update = {};
    std::function<Result<domain::ModelVersion>(Task)> rollBack = {};
    /// → items that were predicted anew by the versions in service
    std::function<Result<qint64>(const JobContext&)> predictAnew = {};
};

/// Those of a real library; the use cases must outlive the page. `program`: what trains in a process of its
/// own; empty: within this one.
VerifyServices verifyServices(usecases::QualityLabels& labels, usecases::QualityUpdate& update,
                              usecases::ModelService& models, usecases::IntakeRun& intake,
                              const QString& program);

} // namespace moderato::widgets
