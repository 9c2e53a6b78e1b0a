#include "app/Workspace.h"

#include "core/media/DecoderProcess.h"
#include "core/ml/Cpu.h"
#include "core/storage/Library.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

namespace moderato {

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& folder, Access access) {
    std::unique_ptr<Workspace> workspace(new Workspace);
    Workspace& w = *workspace;
    w.folder_ = folder;
    const auto mode =
        access == Access::ReadWrite ? storage::OpenMode::ReadWrite : storage::OpenMode::ReadOnly;
    auto library = storage::Library::open(folder, mode, w.clock_);
    if (!library.ok()) {
        return library.error();
    }
    w.library_ = std::move(*library);
    w.decoder_ = std::make_unique<media::DecoderProcess>(program());
    w.analysisDecoder_ = std::make_unique<media::DecoderProcess>(media::DecoderOptions{
        .program = media::DecoderProcess::decoderBeside(program()), .arguments = {}, .niceness = 10});
    w.tagFeatures_ =
        std::make_unique<usecases::TagFeatures>(w.library_->cacheFolder(), w.analysisDecoder_.get());
    w.models_ = std::make_unique<usecases::ModelService>(*w.library_, w.clock_);
    w.ingest_ = std::make_unique<usecases::Ingest>(*w.library_, *w.decoder_, w.clock_);
    w.items_ = std::make_unique<usecases::ItemReader>(*w.library_);
    w.queue_ = std::make_unique<usecases::ReviewQueue>(*w.library_);
    w.decide_ = std::make_unique<usecases::Decide>(*w.library_, w.clock_);
    w.topics_ = std::make_unique<usecases::TopicChooser>(*w.library_);
    w.tags_ = std::make_unique<usecases::TagLibrary>(*w.library_, w.clock_);
    w.annotate_ = std::make_unique<usecases::Annotate>(*w.library_, w.clock_);
    w.agreement_ = std::make_unique<usecases::Agreement>(*w.library_);
    w.nextItems_ = std::make_unique<usecases::NextItems>(*w.library_, *w.models_);
    w.list_ = std::make_unique<usecases::LibraryList>(*w.library_);
    w.predict_ = std::make_unique<usecases::Predict>(*w.library_, *w.models_, w.clock_, w.tagFeatures_.get());
    w.training_ =
        std::make_unique<usecases::TrainRun>(*w.library_, *w.models_, w.clock_, w.tagFeatures_.get());
    w.evaluate_ = std::make_unique<usecases::Evaluate>(*w.library_, *w.models_, w.tagFeatures_.get());
    w.expressionSets_ = std::make_unique<usecases::ExpressionSets>(*w.library_, w.clock_);
    w.expressions_ = std::make_unique<usecases::MatchExpressions>(*w.library_, w.clock_);
    w.series_ = std::make_unique<usecases::ImportedSeries>(*w.library_, w.clock_);
    w.readerMode_ = std::make_unique<usecases::ReaderMode>(*w.library_, w.clock_);
    w.quality_ = std::make_unique<usecases::QualityLabels>(*w.library_, w.clock_);
    w.qualityUpdate_ = std::make_unique<usecases::QualityUpdate>(*w.library_, *w.models_, *w.training_,
                                                                 w.clock_, w.tagFeatures_.get());
    w.export_ = std::make_unique<usecases::Export>(*w.library_);
    w.intake_ = std::make_unique<usecases::IntakeRun>(*w.ingest_, *w.quality_, *w.expressions_, *w.predict_,
                                                      *w.queue_);
    w.analysis_ = std::make_unique<usecases::MediaAnalysis>(*w.library_, *w.analysisDecoder_, w.clock_);
    w.duplicates_ = std::make_unique<usecases::NearDuplicates>(*w.library_, w.clock_);
    // One for the analysis that may go on for hours, two for what people start.
    constexpr int threads = 3;
    w.jobs_ = std::make_unique<JobRunner>(threads);
    ml::setThreads(QThread::idealThreadCount());
    if (access == Access::ReadWrite) {
        if (const Status registered = w.models_->registerDefaults(); !registered.ok()) {
            return registered.error();
        }
    }
    return workspace;
}

QString Workspace::program() {
    return qEnvironmentVariable("MODERATO_WORKER", QCoreApplication::applicationFilePath());
}

Workspace::~Workspace() = default;

bool Workspace::exists(const QString& folder) {
    return QFileInfo::exists(folder + QStringLiteral("/library.sqlite"));
}

QString Workspace::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/moderato/library");
}

} // namespace moderato
