#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"
#include "core/domain/QualityVerification.h"
#include "core/usecases/TrainRun.h"

#include <optional>
#include <vector>

namespace moderato::usecases {

/// When a quality model has to be updated (S1.12). Kept for the library.
struct UpdateRules {
    double coincidence = 0.5; ///< An item coincides when more than this share of its labels was predicted.
    double requiredAccuracy = 0.6; ///< Share of items that coincide, below which an update is due.
    int days = 5;                  ///< An update is due so long after the last one, anyway.
    bool automatic = false;        ///< The program verifies and updates by itself while it is open.

    bool operator==(const UpdateRules&) const = default;
};

enum class DriftDetector { None, Adwin, PageHinkley };

struct VerifyOptions {
    domain::ModelTask task = domain::ModelTask::Quality; ///< Or LowQuality.
    QString version = {};                                ///< Empty: the one in service.
    PublishingPeriod period = {}; ///< Without a beginning: from where the version's data end.
    DriftDetector detector = DriftDetector::None;
};

/// One task of two versions, on the same items.
struct TaskComparison {
    QString task;
    qint64 examples = 0;
    double before = 0, after = 0; ///< Accuracy.
    qint64 gained = 0, lost = 0;  ///< Labels that only the later (only the earlier) version predicts.
    double probability = 1;       ///< Of a difference as large by chance (McNemar's exact test, two-sided).

    bool isWorse() const { return lost > gained && probability < 0.05; }
    bool isBetter() const { return gained > lost && probability < 0.05; }
};

struct UpdateOutcome {
    QString before;                    ///< The version that was in service.
    TrainOutcome trained;              ///< The candidate.
    std::vector<TaskComparison> tasks; ///< On the latest items of the period, from which nothing was learned.
    bool promoted = false;
    bool seesaw = false; ///< Some tasks became better and others worse: it was not promoted.
};

/// Holds a quality model against content that came later, and updates it (S1.12).
class QualityUpdate {
public:
    QualityUpdate(storage::Library& library, ModelService& models, TrainRun& training, const Clock& clock,
                  const TagFeatures* features = nullptr)
        : library_(library)
        , models_(models)
        , training_(training)
        , clock_(clock)
        , features_(features) {}

    Result<UpdateRules> rules() const;
    Status setRules(const UpdateRules& rules);

    /// Predicts the labelled items of the period and compares; the finding is kept. The labels' reference is
    /// that of these items alone (S1.2). InvalidInput where there is none. Blocks.
    Result<domain::QualityVerification> verify(const VerifyOptions& options, const JobContext& context);
    /// What was found before, the newest first.
    Result<std::vector<domain::QualityVerification>> history(domain::ModelTask task, int limit = 50) const;
    /// From when on an update is due: now, where the version in service was found below the required accuracy
    /// since the last update, promoted or not. Nothing where no version is in service.
    Result<std::optional<Timestamp>> dueFrom(domain::ModelTask task) const;

    /// Trains on from the version in service with the items of the period (without a beginning: those
    /// published since its data end), the latest third kept apart; promotes the candidate where no task
    /// is worse than before on these, by a paired test. In a process of its own where `program` names one.
    /// Blocks.
    Result<UpdateOutcome> update(const QString& program, domain::ModelTask task,
                                 const PublishingPeriod& period, const JobContext& context,
                                 const TrainRun::OnRound& onRound = {});
    /// Two versions of a task on the labelled items of a period. Blocks.
    Result<std::vector<TaskComparison>> compare(const QString& before, const QString& after,
                                                const PublishingPeriod& period, const JobContext& context);

private:
    storage::Library& library_;
    ModelService& models_;
    TrainRun& training_;
    const Clock& clock_;
    const TagFeatures* features_;
};

} // namespace moderato::usecases
