#pragma once

#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "core/usecases/Decide.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/MediaAnalysis.h"
#include "core/usecases/NearDuplicates.h"
#include "core/usecases/ReviewQueue.h"
#include "widgets/article/PictureLoader.h"
#include "widgets/player/PlayerServices.h"

#include <QFuture>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace moderato::usecases {
class TopicChooser;
}

namespace moderato::widgets {

using ItemPtr = std::shared_ptr<const usecases::ItemView>;

/// What the review page asks of the analysis of media. Any of them may be missing; all are called on worker
/// threads.
struct MediaServices {
    std::function<Result<std::optional<usecases::TimelineView>>(domain::ContentId)> timeline;
    std::function<Status(domain::ContentId)> prioritize;
    std::function<Result<usecases::AnalysisProgress>()> progress;
    /// Why an item could not be analysed; empty: it could, or waits.
    std::function<QString(domain::ContentId)> problem;
    /// A small picture of a video; a null one: not analysed (yet).
    std::function<QImage(domain::ContentId)> cover;
    std::function<Result<usecases::DuplicateView>(domain::ContentId)> duplicates;
    std::function<Status(domain::ContentId, bool)> setException;
    std::function<Result<std::vector<domain::ContentId>>(domain::ContentId, const QString& person)>
        decideAlike;
    PlayerServices player;
};

/// What the review page asks of the library, as functions, so that tests and benchmarks can stand in for any
/// of them. The reads are called on worker threads.
struct ReviewServices {
    using Decided = QFuture<Result<domain::Decision>>;

    std::function<Result<std::vector<usecases::QueueRow>>(const usecases::QueueFilter&,
                                                          std::optional<usecases::QueueKey>, int)>
        page;
    std::function<Result<usecases::QueueCounts>()> counts;
    std::function<Result<ItemPtr>(domain::ContentId)> read;
    std::function<Decided(usecases::DecisionDraft)> decide;
    std::function<Decided(const QString& person)> undo;
    std::function<Decided(const QString& person)> redo;
    std::function<Result<std::vector<domain::Topic>>(const QString& typed, int limit)> completeTopics;
    std::function<Status(domain::ContentId, const QString& name)> removeSeries = {};
    /// An expert's quality label; nothing takes it back.
    std::function<Status(domain::ContentId, const QString& task, std::optional<bool> positive)> judgeQuality =
        {};
    PictureLoader::Decode loadPicture; ///< Nothing: a guarded reader in this process.
    MediaServices media;
};

/// Those of a real library; the use cases must outlive the page. `loadPicture`: the confined decoder.
ReviewServices reviewServices(usecases::ReviewQueue& queue, usecases::ItemReader& items,
                              usecases::Decide& decide, usecases::TopicChooser& topics,
                              PictureLoader::Decode loadPicture);

/// Those of a real library's media; the use cases must outlive the page.
MediaServices mediaServices(usecases::MediaAnalysis& analysis, usecases::NearDuplicates& duplicates,
                            PlayerServices player);

} // namespace moderato::widgets
