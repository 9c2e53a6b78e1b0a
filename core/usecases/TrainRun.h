#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Category.h"
#include "core/domain/ModelVersion.h"
#include "core/usecases/Ingest.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

class ModelService;
class TagFeatures;
struct TrainingResult;

/// What decisions have taught so far, for one task.
struct DataSetSummary {
    domain::ModelTask task = domain::ModelTask::Category;
    qint64 records = 0;        ///< Training records that hold (latest per item, not withdrawn).
    qint64 corrections = 0;    ///< Where the person disagreed with the model.
    qint64 sinceInService = 0; ///< Made after the version in service was trained.
    std::vector<std::pair<QString, qint64>> perLabel; ///< Most frequent first.
};

/// Of when items were published (else first consumed, else imported). Without an end it is open there.
struct PublishingPeriod {
    std::optional<Timestamp> from, before;

    bool isEmpty() const { return !from && !before; }
    bool holds(Timestamp at) const { return (!from || at >= *from) && (!before || at < *before); }
    bool operator==(const PublishingPeriod&) const = default;
};

struct TrainOptions {
    domain::ModelTask task = domain::ModelTask::Category;
    quint64 seed = 1;
    QString dataFile; ///< JSONL with the fields of an import; empty: the library's decisions.
    bool fromScratch =
        false; ///< Else training continues from the version in service (with a data file: from scratch).
    double heldOutShare = 0.15;
    QString imageFolder;  ///< Tags: start the network for pictures from this model's; empty: from its own.
    QStringList settings; ///< "name=value" (`ml::TrainingSettings`); with any the training is from scratch.
    bool tagsFromTitles =
        false; ///< Tags: items that nobody decided are learned with the tags that their titles name (S2.8).
    PublishingPeriod period = {};   ///< Quality: only items of this time.
    bool heldOutAreLatest = false;  ///< Quality: what is held out are the items published last.
    bool promote = false;
    int threads = 1; ///< One: the same seed gives the same bits, and a window stays smooth.
};

/// One round of training: a point of the curve.
struct TrainRound {
    int number = 0;
    double loss = 0;
    double heldOutScore = 0; ///< Accuracy (category) or precision@1 (topics); NaN where nothing is held out.
    double satisfiedShare = 0; ///< S0.5; NaN where it does not apply.
    double lossShare = 0;      ///< Of the triplets, those with a loss (S2.7); NaN where it does not apply.
};

struct TrainOutcome {
    domain::ModelVersion version;
    qint64 examples = 0;
    double seconds = 0;
    QJsonObject metrics;
    std::vector<IngestProblem> problems; ///< Lines of the data file that could not be used.
};

/// Two versions on the same held-out decisions, and which items of the library changed sides.
struct VersionComparison {
    struct Row {
        QString metric; ///< "accuracy", "macro_f1", "precision@1", …
        double before = 0, after = 0;
    };
    struct Change {
        domain::ContentId content;
        QString title, before, after, decided; ///< Category codes (or top topics); decided may be empty.
    };
    domain::ModelVersion before, after;
    qint64 examples = 0;
    bool seenInTraining =
        false; ///< Too few decisions to hold any out: the newer version has learned these very examples.
    std::vector<Row> rows;
    qint64 changed = 0;          ///< How many items changed sides in all.
    std::vector<Change> changes; ///< The first 200 of them.
};

/// Data sets out of decisions (frozen, with a hash), training, and comparison with the version in service
/// (W4).
class TrainRun {
public:
    /// `features` null: no tag model can be trained, evaluated or compared.
    TrainRun(storage::Library& library, ModelService& models, const Clock& clock,
             const TagFeatures* features = nullptr)
        : library_(library)
        , models_(models)
        , clock_(clock)
        , features_(features) {}

    Result<DataSetSummary> summary(domain::ModelTask task) const;

    using OnRound = std::function<void(const TrainRound&)>;
    /// Trains in this process and registers the version as a candidate (in service with `promote`). Blocks.
    Result<TrainOutcome> train(const TrainOptions& options, const JobContext& context,
                               const OnRound& onRound = {});
    /// The same in a process of its own (`program train-worker …`), so that a window stays smooth, a cancel
    /// is certain and a crash costs nothing. Blocks: run it as a job; `onRound` is called on the job's
    /// thread.
    Result<TrainOutcome> trainInProcess(const QString& program, const TrainOptions& options,
                                        const JobContext& context, const OnRound& onRound = {});

    /// Both versions on the held-out decisions of the newer one, and the items that changed sides. Blocks.
    Result<VersionComparison> compare(const QString& before, const QString& after, const JobContext& context);

private:
    struct Prepared;
    Result<Prepared> prepare(const TrainOptions& options, const JobContext& context);
    Result<TrainOutcome> conclude(const TrainOptions& options, Prepared prepared,
                                  Result<TrainingResult> trained);

    storage::Library& library_;
    ModelService& models_;
    const Clock& clock_;
    const TagFeatures* features_;
};

} // namespace moderato::usecases
