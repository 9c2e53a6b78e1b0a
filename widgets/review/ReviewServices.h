#pragma once

#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "core/usecases/Decide.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/ReviewQueue.h"
#include "widgets/article/PictureLoader.h"

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
    PictureLoader::Decode loadPicture; ///< Nothing: a guarded reader in this process.
};

/// Those of a real library; the use cases must outlive the page. `loadPicture`: the confined decoder.
ReviewServices reviewServices(usecases::ReviewQueue& queue, usecases::ItemReader& items,
                              usecases::Decide& decide, usecases::TopicChooser& topics,
                              PictureLoader::Decode loadPicture);

} // namespace moderato::widgets
