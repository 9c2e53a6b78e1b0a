#pragma once

#include "core/base/Clock.h"
#include "core/base/JobRunner.h"
#include "core/base/Result.h"
#include "core/usecases/Agreement.h"
#include "core/usecases/Annotate.h"
#include "core/usecases/Decide.h"
#include "core/usecases/Evaluate.h"
#include "core/usecases/Export.h"
#include "core/usecases/ExpressionSets.h"
#include "core/usecases/ImportedSeries.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/IntakeRun.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/LibraryList.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/MediaAnalysis.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/NearDuplicates.h"
#include "core/usecases/NextItems.h"
#include "core/usecases/Predict.h"
#include "core/usecases/QualityLabels.h"
#include "core/usecases/QualityUpdate.h"
#include "core/usecases/ReaderMode.h"
#include "core/usecases/ReviewQueue.h"
#include "core/usecases/TagFeatures.h"
#include "core/usecases/TagLibrary.h"
#include "core/usecases/TopicChooser.h"
#include "core/usecases/TrainRun.h"

#include <memory>

namespace moderato::storage {
class Library;
}
namespace moderato::media {
class DecoderProcess;
}

namespace moderato {

/// One open library with everything that works on it. The only place that knows every module; built once by
/// `main` (or by a test), and its parts are handed out by constructor. Lives on the main thread; the use
/// cases may be called from jobs.
class Workspace {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens (or creates and migrates) the library in `folder`; a new one gets the default taxonomy, sets and
    /// models. Conflict: another process has it open for writing.
    static Result<std::unique_ptr<Workspace>> open(const QString& folder, Access access = Access::ReadWrite);
    ~Workspace();

    /// Whether there is a library in `folder`.
    static bool exists(const QString& folder);
    /// The user's own library, where none is named.
    static QString defaultFolder();
    /// The program that answers to `train-worker` and has the decoder beside it: this one, unless a test
    /// names another in the environment (MODERATO_WORKER).
    static QString program();

    const QString& folder() const { return folder_; }
    storage::Library& library() { return *library_; }
    /// For what a person waits for.
    media::DecoderProcess& decoder() { return *decoder_; }
    /// For work in the background, which leaves the processor to others.
    media::DecoderProcess& analysisDecoder() { return *analysisDecoder_; }
    JobRunner& jobs() { return *jobs_; }
    usecases::Ingest& ingest() { return *ingest_; }
    /// Import with everything that follows from it.
    usecases::IntakeRun& intake() { return *intake_; }
    usecases::ItemReader& items() { return *items_; }
    usecases::ReviewQueue& queue() { return *queue_; }
    usecases::Decide& decide() { return *decide_; }
    usecases::TopicChooser& topics() { return *topics_; }
    usecases::TagLibrary& tags() { return *tags_; }
    usecases::Annotate& annotate() { return *annotate_; }
    usecases::Agreement& agreement() { return *agreement_; }
    usecases::NextItems& nextItems() { return *nextItems_; }
    usecases::LibraryList& list() { return *list_; }
    const usecases::TagFeatures& tagFeatures() { return *tagFeatures_; }
    usecases::ModelService& models() { return *models_; }
    usecases::Predict& predict() { return *predict_; }
    usecases::TrainRun& training() { return *training_; }
    usecases::Evaluate& evaluate() { return *evaluate_; }
    usecases::MatchExpressions& expressions() { return *expressions_; }
    usecases::ExpressionSets& expressionSets() { return *expressionSets_; }
    usecases::ImportedSeries& series() { return *series_; }
    usecases::ReaderMode& readerMode() { return *readerMode_; }
    usecases::QualityLabels& quality() { return *quality_; }
    usecases::QualityUpdate& qualityUpdate() { return *qualityUpdate_; }
    usecases::Export& exporter() { return *export_; }
    usecases::MediaAnalysis& analysis() { return *analysis_; }
    usecases::NearDuplicates& duplicates() { return *duplicates_; }

private:
    Workspace() = default;

    QString folder_;
    SystemClock clock_;
    std::unique_ptr<storage::Library> library_;
    std::unique_ptr<media::DecoderProcess> decoder_;
    std::unique_ptr<media::DecoderProcess> analysisDecoder_;
    std::unique_ptr<usecases::TagFeatures> tagFeatures_;
    std::unique_ptr<usecases::Ingest> ingest_;
    std::unique_ptr<usecases::ItemReader> items_;
    std::unique_ptr<usecases::ReviewQueue> queue_;
    std::unique_ptr<usecases::Decide> decide_;
    std::unique_ptr<usecases::TopicChooser> topics_;
    std::unique_ptr<usecases::TagLibrary> tags_;
    std::unique_ptr<usecases::Annotate> annotate_;
    std::unique_ptr<usecases::Agreement> agreement_;
    std::unique_ptr<usecases::NextItems> nextItems_;
    std::unique_ptr<usecases::LibraryList> list_;
    std::unique_ptr<usecases::ModelService> models_;
    std::unique_ptr<usecases::Predict> predict_;
    std::unique_ptr<usecases::TrainRun> training_;
    std::unique_ptr<usecases::Evaluate> evaluate_;
    std::unique_ptr<usecases::MatchExpressions> expressions_;
    std::unique_ptr<usecases::ExpressionSets> expressionSets_;
    std::unique_ptr<usecases::ImportedSeries> series_;
    std::unique_ptr<usecases::ReaderMode> readerMode_;
    std::unique_ptr<usecases::QualityLabels> quality_;
    std::unique_ptr<usecases::QualityUpdate> qualityUpdate_;
    std::unique_ptr<usecases::Export> export_;
    std::unique_ptr<usecases::IntakeRun> intake_;
    std::unique_ptr<usecases::MediaAnalysis> analysis_;
    std::unique_ptr<usecases::NearDuplicates> duplicates_;
    std::unique_ptr<JobRunner> jobs_; ///< Last: its jobs use all of the above and end first.
};

} // namespace moderato
