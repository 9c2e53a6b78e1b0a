#include "widgets/review/ReviewServices.h"

#include "core/usecases/TopicChooser.h"

namespace moderato::widgets {
namespace {

constexpr int failuresSearched = 10'000;

} // namespace

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
        .media = {},
    };
}

MediaServices mediaServices(usecases::MediaAnalysis& analysis, usecases::NearDuplicates& duplicates,
                            PlayerServices player) {
    return {
        .timeline = [&analysis](domain::ContentId id) { return analysis.timeline(id); },
        .prioritize = [&analysis](domain::ContentId id) { return analysis.prioritize(id); },
        .progress = [&analysis] { return analysis.progress(); },
        .problem = [&analysis](domain::ContentId id) -> QString {
            const auto failures = analysis.failures(failuresSearched);
            for (const auto& failure : failures.valueOr({})) {
                if (failure.content == id) {
                    return failure.problem;
                }
            }
            return {};
        },
        .cover = [&analysis](domain::ContentId id) { return analysis.cover(id); },
        .duplicates = [&duplicates](domain::ContentId id) { return duplicates.of(id); },
        .setException = [&duplicates](domain::ContentId id,
                                      bool on) { return duplicates.setException(id, on); },
        .decideAlike = [&duplicates](domain::ContentId id,
                                     const QString& person) { return duplicates.decideAlike(id, person); },
        .player = std::move(player),
    };
}

} // namespace moderato::widgets
