#pragma once

#include "core/usecases/Agreement.h"
#include "core/usecases/Annotate.h"
#include "core/usecases/NextItems.h"
#include "core/usecases/TagLibrary.h"
#include "widgets/review/ReviewServices.h"
#include "widgets/topics/TopicBox.h"

#include <functional>

namespace moderato::usecases {
class TopicChooser;
}

namespace moderato::widgets {

/// What the annotate page asks of the library, as functions, so that tests can stand in for any of them. All
/// but `answer` and `undo` are called on worker threads.
struct AnnotateServices {
    using Answered = QFuture<Result<domain::TopicAnswer>>;

    std::function<Result<usecases::NextItems::Order>(usecases::NextItems::Strategy, int limit,
                                                     const QString& person)>
        order;
    std::function<Result<usecases::AnnotationView>(domain::ContentId, const QString& person)> view;
    std::function<Answered(usecases::AnswerDraft)> answer;
    std::function<QFuture<Result<domain::ContentId>>(const QString& person)> undo;
    std::function<Result<std::vector<domain::ContentId>>(domain::ContentId, const QString& person)>
        answerAlike;
    std::function<Status(domain::ContentId, const QStringList& topics, const QString& person)> setGold;
    std::function<Status(domain::ContentId)> removeGold;
    std::function<Result<usecases::AgreementReport>()> agreement;
    TopicBox::Find findTopics;
    usecases::TagLibrary* tags = nullptr; ///< For the tag library; nullptr: there is none.
    ReviewServices review;                ///< Item, undo, pictures and media.
};

/// Those of a real library; the use cases must outlive the page.
AnnotateServices annotateServices(usecases::NextItems& next, usecases::Annotate& annotate,
                                  usecases::Agreement& agreement, usecases::TagLibrary& tags,
                                  usecases::TopicChooser& topics, ReviewServices review);

/// Topics as a box offers them, for the person who works here.
TopicBox::Find topicFinder(const usecases::TopicChooser& topics);

} // namespace moderato::widgets
