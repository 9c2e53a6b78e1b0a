#pragma once

#include "core/base/Result.h"
#include "core/domain/TrainingRecord.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace moderato::storage {

class Connection;
class Query;

/// What decisions taught, and the runs that used it. A record is never changed, only withdrawn by a decision.
class TrainingRepository {
public:
    explicit TrainingRepository(Connection& connection)
        : connection_(connection) {}

    Result<domain::TrainingRecordId> add(const domain::TrainingRecord& record);
    /// Withdraws the records that a decision wrote (undo). → how many
    Result<qint64> withdraw(domain::DecisionId writtenBy, domain::DecisionId withdrawnBy);

    /// The latest not withdrawn record of each item, by content, above `after`.
    Result<std::vector<domain::TrainingRecord>> current(domain::ModelTask task, domain::ContentId after,
                                                        int limit);
    Result<std::vector<domain::TrainingRecord>> of(domain::ContentId content);

    struct Summary {
        qint64 records = 0;
        qint64 corrections = 0; ///< Where what was predicted then differs from what is right.
        qint64 since = 0;       ///< Made after the moment asked for.
        std::vector<std::pair<QString, qint64>> perLabel; ///< Category codes or topics, most frequent first.
    };
    Result<Summary> summary(domain::ModelTask task, Timestamp since);

    struct Run {
        enum class State { Running, Finished, Cancelled, Failed };
        qint64 id = 0;
        domain::ModelTask task = domain::ModelTask::Category;
        State state = State::Running;
        QByteArray dataSetHash; ///< Of the frozen data set.
        qint64 examples = 0;
        qint64 seed = 0;
        Timestamp startedAt;
        std::optional<Timestamp> endedAt;
        domain::ModelVersionId version; ///< What came out of it.
        QString problem;
    };
    Result<qint64> beginRun(const Run& run);
    Status endRun(qint64 id, Run::State state, domain::ModelVersionId version, const QString& problem,
                  Timestamp at);
    /// The newest first.
    Result<std::vector<Run>> runs(int limit);

private:
    Result<std::vector<domain::TrainingRecord>> read(Query& query);

    Connection& connection_;
};

} // namespace moderato::storage
