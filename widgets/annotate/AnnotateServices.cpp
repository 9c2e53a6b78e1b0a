#include "widgets/annotate/AnnotateServices.h"

#include "core/usecases/TopicChooser.h"
#include "widgets/common/Preferences.h"

namespace moderato::widgets {

TopicBox::Find topicFinder(const usecases::TopicChooser& topics) {
    return [&topics](const QString& typed, int limit) -> Result<std::vector<TopicOffer>> {
        const auto found = topics.find(typed, limit, personName());
        if (!found.ok()) {
            return found.error();
        }
        std::vector<TopicOffer> offers;
        for (const auto& hit : *found) {
            offers.push_back({.name = hit.topic.name,
                              .uses = hit.topic.useCount,
                              .isFavourite = hit.isFavourite,
                              .isRecent = hit.isRecent,
                              .through = hit.through});
        }
        return offers;
    };
}

AnnotateServices annotateServices(usecases::NextItems& next, usecases::Annotate& annotate,
                                  usecases::Agreement& agreement, usecases::TagLibrary& tags,
                                  usecases::TopicChooser& topics, ReviewServices review) {
    return {
        .order = [&next](usecases::NextItems::Strategy strategy, int limit,
                         const QString& person) { return next.order(strategy, limit, person, JobContext()); },
        .view = [&annotate](domain::ContentId id,
                            const QString& person) { return annotate.view(id, person); },
        .answer = [&annotate](usecases::AnswerDraft draft) { return annotate.answer(std::move(draft)); },
        .undo = [&annotate](const QString& person) { return annotate.undo(person); },
        .answerAlike = [&annotate](domain::ContentId id,
                                   const QString& person) { return annotate.answerAlike(id, person); },
        .setGold = [&annotate](domain::ContentId id, const QStringList& given,
                               const QString& person) { return annotate.setGold(id, given, person); },
        .removeGold = [&annotate](domain::ContentId id) { return annotate.removeGold(id); },
        .agreement = [&agreement] { return agreement.report(domain::ModelTask::Topics); },
        .findTopics = topicFinder(topics),
        .tags = &tags,
        .review = std::move(review),
    };
}

} // namespace moderato::widgets
