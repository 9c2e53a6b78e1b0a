#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/TrainRun.h"

#include <QJsonObject>
#include <QStringList>

namespace moderato::usecases {

/// The task networks of S1.9 on any table. It takes no part in a library but for the folder that its models
/// are kept in: a model of a table says nothing of content and can never be put into service.
struct TableJob {
    QString table, test; ///< CSV files; the test is only scored.
    QStringList tasks;   ///< Columns of 0, 1 or nothing.
    QString network = QStringLiteral("mmoe");
    QStringList settings = {}; ///< "name=value" (`ml::TrainingSettings`).
    quint64 seed = 1;
    int threads = 1;      ///< One: bit for bit the same again.
    QString modelsFolder; ///< Where the new model's folder is made.
    QString created;      ///< ISO 8601.

    bool operator==(const TableJob&) const = default;
};

QJsonObject toJson(const TableJob& job);
Result<TableJob> tableJobFromJson(const QJsonObject& json);

struct TableOutcome {
    QString version; ///< "table-3": the folder's name.
    qint64 examples = 0;
    double seconds = 0;
    QJsonObject tasks; ///< By name {auc, accuracy, examples} on the test, null where a figure is not defined.
    std::vector<IngestProblem> problems; ///< Rows that could not be used, the first hundred of each table.
    qint64 unusable = 0;
};

/// What is wrong with the job's settings, if anything: before a table is read.
Status checkTableJob(const TableJob& job);

/// Trains and saves. Blocks. A run that was cancelled or killed is taken up by the next one with the same
/// job; the model is then the very one that an undisturbed run makes.
Result<TableOutcome> trainTable(const TableJob& job, const JobContext& context,
                                const TrainRun::OnRound& onRound);
/// The same in a process of its own (`program train-worker`). Blocks; a cancel kills the process.
Result<TableOutcome> trainTableInProcess(const QString& program, const TableJob& job,
                                         const JobContext& context, const TrainRun::OnRound& onRound);

QJsonObject toJson(const TableOutcome& outcome);
TableOutcome tableOutcomeFromJson(const QJsonObject& json);

} // namespace moderato::usecases
