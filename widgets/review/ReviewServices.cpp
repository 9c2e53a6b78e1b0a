#include "widgets/review/ReviewServices.h"

#include "core/usecases/TopicChooser.h"

namespace moderato::widgets {

ReviewServices reviewServices(usecases::ReviewQueue& queue, usecases::ItemReader& items,
                              usecases::Decide& decide, usecases::TopicChooser& topics,
                              PictureLoader::Decode loadPicture) {
    return {
        .page = [&queue](const usecases::QueueFilter& filter, std::optional<usecases::QueueKey> after,
                         int limit) { return queue.page(filter, after, limit); },
        .counts = [&queue] { return queue.counts(); },
        .read = [&items](domain::ContentId id) { return items.read(id); },
        .decide = [&decide](usecases::DecisionDraft draft) { return decide.decide(std::move(draft)); },
        .undo = [&decide](const QString& person) { return decide.undo(person); },
        .redo = [&decide](const QString& person) { return decide.redo(person); },
        .completeTopics = [&topics](const QString& typed,
                                    int limit) { return topics.complete(typed, limit); },
        .loadPicture = std::move(loadPicture),
    };
}

} // namespace moderato::widgets
